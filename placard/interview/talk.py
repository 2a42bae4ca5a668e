"""The talk at a terminal: facts to have at hand, questions, what was said read back, the file."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from placard.interview.asking import Ask, FieldPath, filled, in_language
from placard.interview.draft import NONE, UNKNOWN, Draft, Fields, Typed, Value
from placard.interview.lexicon import Lexicon, Wrong
from placard.interview.premises import told
from placard.interview.reading import offered, take, vocabulary_of, vocabulary_of_field
from placard.interview.run import NEEDED, lacking
from placard.read.messages import Messages

BUDGET = 4
"""Questions that may be asked for each camera, those about all cameras among them."""

Say = Callable[[str], None]
Hear = Callable[[], str]


class Left(Exception):
    """Somebody pressed Ctrl-C, or the input ended."""


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

    def prepare(self, asks: Sequence[Ask]) -> None:
        """Print what to have at hand, before the first question."""
        talk = self.lexicon.talk
        self.say(talk.say("welcome"))
        hands = dict.fromkeys(in_language(ask.hand, talk.language) for ask in asks if ask.hand)
        for hand in hands:
            self.say(f"  - {hand}")
        self.say(talk.say("how"))

    def ask_all(self, asks: Sequence[Ask]) -> None:
        """Put every question that applies; raises `Stop` where the owner has had enough."""
        level = ""
        cameras_done = False
        for ask in asks:
            if ask.id in self.given or not self._applies(ask):
                continue
            if ask.level != level:
                if level:
                    self.say("")
                    self._say("rest_of_level", level=self._level(level))
                level = ask.level
                self._say("level", level=self._level(level))
            if ask.for_each and not cameras_done:
                self._ask_each_camera([each for each in asks if each.for_each])
                cameras_done = True
            elif not ask.for_each:
                self._ask(ask)

    def _level(self, level: str) -> str:
        return in_language(self.lexicon.interview.levels[level], self.lexicon.language)

    def _applies(self, ask: Ask) -> bool:
        spent = ask.budget and self.about_cameras >= BUDGET * len(self.draft.items("cameras"))
        return not spent and self.draft.decides(ask.applies, self.lexicon.library.packs)

    def _ask_each_camera(self, asks: Sequence[Ask]) -> None:
        for number in range(len(self.draft.items("cameras"))):
            for ask in asks:
                if self._applies(ask):
                    self._ask(ask, number)

    def _ask(self, ask: Ask, number: int = 0) -> None:
        self.about_cameras += bool(ask.budget or ask.for_each)
        self._put(ask, number)
        while True:
            typed = self.hear()
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
            return

    def _put(self, ask: Ask, number: int) -> None:
        talk = self.lexicon.talk
        self.say("")
        self.say(filled(in_language(ask.ask, talk.language), {"camera": str(number + 1)}))
        for line in self._choices(ask):
            self.say(line)
        if ask.example:
            self._say("example", example=in_language(ask.example, talk.language))
        elif vocabulary_of(ask):
            self._say("many_of" if ask.form == "several" else "one_of")

    def _choices(self, ask: Ask) -> Iterator[str]:
        vocabulary = vocabulary_of(ask)
        if ask.form in ("doors", "views"):
            rooms = [told(room, self.lexicon) for room in self.draft.items("rooms")]
            begin = [f"  0 {self.lexicon.name_of('rooms', 'outside')}"] if ask.form == "doors" else []
            yield from begin + [f"  {number} {name}" for number, name in enumerate(rooms, 1)]
        elif vocabulary:
            for number, code in enumerate(offered(ask, self.draft, self.lexicon), 1):
                yield f"  {number} {self.lexicon.name_of(vocabulary, code)}"

    def _say(self, which: str, **values: str) -> None:
        self.say(self.lexicon.talk.say(which, **values))

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
        for ask in asks:
            if ask.for_each or ask.form == "doors" or not self._asked_for(ask):
                continue
            none = ask.none and self.draft.get(ask.none) == NONE
            answers = (
                [self.lexicon.talk.say("none_word")]
                if none
                else [self._told(p) for p in ask.fields if self.draft.get(p) is not None]
            )
            if answers:
                told_ones.append(ask)
                question = in_language(ask.ask, self.lexicon.language)
                sentence = _FIRST_SENTENCE.match(question)
                self.say(f"  {len(told_ones)} {sentence[0] if sentence else question}")
                self.say(f"    {' · '.join(dict.fromkeys(answers))}")
        return told_ones

    def _asked_for(self, ask: Ask) -> bool:
        return self.draft.decides(ask.applies, self.lexicon.library.packs)

    def _told(self, path: FieldPath) -> str:
        """Return an answer in words: rooms with their doors, companies with what they do, codes by name."""
        value = self.draft.get(path)
        if path == ("rooms",):
            return ", ".join(self._room(room) for room in self.draft.items("rooms")) or told_value(
                path, value or "", self.lexicon
            )
        if path == ("cameras",):
            return ", ".join(map(self._camera, self.draft.items("cameras"))) or told_value(
                path, value or "", self.lexicon
            )
        if path == ("partners",):
            return ", ".join(map(self._partner, self.draft.items("partners"))) or told_value(
                path, value or "", self.lexicon
            )
        return told_value(path, value or "", self.lexicon)

    def _room(self, room: Fields) -> str:
        ids = {room.get("id"): told(room, self.lexicon) for room in self.draft.items("rooms")}
        doors = room.get("doors_to")
        behind = [
            ids.get(each) or self.lexicon.name_of("rooms", str(each))
            for each in (doors if isinstance(doors, tuple) else ())
        ]
        return f"{told(room, self.lexicon)} (→ {', '.join(behind)})" if behind else told(room, self.lexicon)

    def _camera(self, camera: Fields) -> str:
        rooms = {room.get("id"): told(room, self.lexicon) for room in self.draft.items("rooms")}
        sees, purposes = camera.get("sees"), camera.get("purposes")
        seen = [rooms.get(each, shown(each)) for each in (sees if isinstance(sees, tuple) else ())]
        what = told_value(("cameras", "purposes"), purposes, self.lexicon) if purposes else UNKNOWN
        return f"{camera.get('id')}: {', '.join(seen) or UNKNOWN} ({what})"

    def _partner(self, partner: Fields) -> str:
        service = self.lexicon.name_of("services", str(partner.get("service")))
        return f"{shown(partner.get('name') or '')} ({service})"


def told_value(path: FieldPath, value: Value, lexicon: Lexicon) -> str:
    """Return a value with its codes by their names."""
    vocabulary = vocabulary_of_field(path)
    items = value if isinstance(value, tuple) else (value,)
    named = [_word(each, vocabulary, lexicon) for each in items]
    return ", ".join(named) or lexicon.talk.say("none_word")


def _word(value: Value, vocabulary: str, lexicon: Lexicon) -> str:
    if value in (NONE, UNKNOWN):
        return lexicon.talk.say("none_word" if value == NONE else "unanswered_word")
    return lexicon.name_of(vocabulary, value) if isinstance(value, str) else shown(value)


_FIRST_SENTENCE = re.compile(r".*?[?？]")


def shown(value: Value) -> str:
    """Return a value as it is read back."""
    match value:
        case Typed():
            return value.text
        case Fields():
            return " ".join(shown(below) for _, below in value.pairs)
        case tuple():
            return ", ".join(map(shown, value)) or NONE
        case _:
            return value
