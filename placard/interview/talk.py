"""The talk at a terminal: facts to have at hand, questions, what was said read back, the file."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from placard.findings import Finding
from placard.interview.asking import Ask, filled, in_language
from placard.interview.choices import vocabulary_of
from placard.interview.draft import Draft
from placard.interview.lexicon import Lexicon, Wrong
from placard.interview.readback import answers_of, choices_told
from placard.interview.reading import take
from placard.interview.run import NEEDED, lacking
from placard.read.messages import Messages

BUDGET = 4
"""Questions that may be asked for each camera, those about all cameras among them."""

Say = Callable[[str], None]
Hear = Callable[[], str]
Item = tuple[Ask, int]
"""A question, and the camera it is about, counted from 0."""


class Left(Exception):
    """Somebody pressed Ctrl-C, or the input ended."""


class Back(Exception):
    """Somebody wants the question before once more."""


class Stop(Exception):
    """Somebody wants the file now, with what was said so far."""


@dataclass
class Talker:
    """One conversation; `say` and `hear` are the terminal, or a test."""

    lexicon: Lexicon
    messages: Messages
    say: Say
    hear: Hear
    given: frozenset[str] = frozenset()
    draft: Draft = field(default_factory=Draft)
    about_cameras: int = 0
    judge: Callable[[Draft], Sequence[Finding]] = lambda draft: ()
    """What a check would find in the file as it stands."""
    mending: bool = False
    warned: frozenset[str] = frozenset()
    put: set[tuple[str, int]] = field(default_factory=set)

    def prepare(self, asks: Sequence[Ask]) -> None:
        """Print what to have at hand, before the first question."""
        talk = self.lexicon.talk
        self.say(talk.say("welcome"))
        hands = dict.fromkeys(in_language(ask.hand, talk.language) for ask in asks if ask.hand)
        for hand in hands:
            self.say(f"  - {hand}")
        self.say(talk.say("how"))

    def ask_all(self, asks: Sequence[Ask]) -> None:
        """Put every question that applies; raises `Stop` where the owner has had enough.

        Whoever types `back` is asked the question before again, with everything as it was before it.
        """
        done: list[tuple[Item, Draft, int]] = []
        level = ""
        while (item := self._next(asks, [each for each, _, _ in done])) is not None:
            ask, number = item
            if ask.level != level:
                if level and done:
                    self.say("")
                    self._say("rest_of_level", level=self._level(level))
                level = ask.level
                self._say("level", level=self._level(level))
            before = (item, self.draft, self.about_cameras)
            try:
                self._ask(ask, number)
            except Back:
                if done:
                    (_, self.draft, self.about_cameras) = done.pop()
                else:
                    self.about_cameras = before[2]
                    self._say("first_question")
                continue
            done.append(before)
            self.put.add((ask.id, number))

    def _next(self, asks: Sequence[Ask], done: Sequence[Item]) -> Item | None:
        """Return the first question after those asked that applies by now."""
        order = list(self._order(asks))
        past = max((order.index(item) for item in done if item in order), default=-1)
        return next((item for item in order[past + 1 :] if self._applies(item[0])), None)

    def _order(self, asks: Sequence[Ask]) -> Iterator[Item]:
        """Yield questions in their order; those about each camera together, camera by camera."""
        each_camera = [ask for ask in asks if ask.for_each and ask.id not in self.given]
        cameras_done = False
        for ask in asks:
            if ask.id in self.given:
                continue
            if not ask.for_each:
                yield ask, 0
            elif not cameras_done:
                cameras_done = True
                for number in range(len(self.draft.items("cameras"))):
                    yield from ((each, number) for each in each_camera)

    def _level(self, level: str) -> str:
        return in_language(self.lexicon.interview.levels[level], self.lexicon.language)

    def _applies(self, ask: Ask) -> bool:
        # Whoever wants an answer put right is asked whatever it costs.
        spent = (
            ask.budget
            and not self.mending
            and self.about_cameras >= BUDGET * len(self.draft.items("cameras"))
        )
        return not spent and self.draft.decides(ask.applies, self.lexicon.library.packs)

    def _ask(self, ask: Ask, number: int = 0) -> None:
        self.about_cameras += bool(ask.budget or ask.for_each)
        self._put(ask, number)
        while True:
            typed = self.hear()
            if self.lexicon.talk.means(typed, "back"):
                raise Back
            if self.lexicon.talk.means(typed, "stop"):
                if not lacking(self.draft):
                    raise Stop
                self._say("must")
                continue
            try:
                draft = take(ask, typed, self.draft, self.lexicon, number)
            except Wrong as refused:
                self._say("again", reason=self.messages.say(refused.finding, self.lexicon.language))
                continue
            if ask.id in NEEDED and ask.id in lacking(draft):
                self._say("must")
                continue
            self.draft = draft
            self._warn()
            return

    def _warn(self) -> None:
        """Tell at once what an answer breaks, so that it can be changed while it is at hand."""
        if lacking(self.draft) not in ([], ["name"]):
            return
        faults = [self.messages.say(fault, self.lexicon.language) for fault in self.judge(self.draft)]
        for fault in faults:
            if fault not in self.warned:
                self._say("breaks", reason=fault)
        self.warned = frozenset(faults)

    def _put(self, ask: Ask, number: int) -> None:
        talk = self.lexicon.talk
        self.say("")
        self.say(filled(in_language(ask.ask, talk.language), {"camera": str(number + 1)}))
        for line in choices_told(ask, self.draft, self.lexicon):
            self.say(line)
        if ask.example:
            self._say("example", example=in_language(ask.example, talk.language))
        elif vocabulary_of(ask):
            self._say("many_of" if ask.form == "several" else "one_of")

    def _say(self, which: str, **values: str) -> None:
        self.say(self.lexicon.talk.say(which, **values))

    def not_put(self) -> list[Ask]:
        """Return the questions, of all levels, that were not put yet; those of each camera only together."""
        put = {which for which, _ in self.put}
        return [ask for ask in self.lexicon.interview.asks if ask.id not in put]

    def again(self, ask: Ask) -> list[Ask]:
        """Return a question and those whose answers hang on it: new rooms have new doors."""
        hanging = {"rooms": ("doors", "views"), "cameras": ("views", "several")}.get(ask.form, ())
        later = [
            each
            for each in self.lexicon.interview.asks
            if each.form in hanging and (each.for_each or each.form == "doors")
        ]
        return [ask, *later]

    def review(self, asks: Sequence[Ask]) -> list[Ask]:
        """Read back what was said, each question with its number and its answer; return those told."""
        told_ones: list[Ask] = []
        for ask, question, answer in answers_of(asks, self.draft, self.lexicon):
            told_ones.append(ask)
            self.say(f"  {len(told_ones)} {question}")
            self.say(f"    {answer}")
        return told_ones
