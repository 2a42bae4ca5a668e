"""From the first question to the written file, at a terminal."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from placard.findings import Finding, field_name
from placard.interview.asking import Ask, FieldPath
from placard.interview.draft import Draft
from placard.interview.lexicon import Lexicon, parted
from placard.interview.paper import text_of
from placard.interview.readback import told_at
from placard.interview.run import Files, Wishes, checked, finished, id_for, lacking
from placard.interview.talk import Hear, Left, Say, Stop, Talker
from placard.library.vocabulary import Language
from placard.read.roots import Project


def choose_language(
    languages: Mapping[str, Language], usual: str, question: str, say: Say, hear: Hear
) -> str:
    """Ask which language to talk in; nothing typed means the one of this machine."""
    say(question)
    codes = list(languages)
    for number, code in enumerate(codes, 1):
        say(f"  {number} {languages[code].own_name}")
    while True:
        typed = hear().strip()
        if not typed:
            return usual if usual in languages else codes[0]
        chosen = [c for n, c in enumerate(codes, 1) if typed in (str(n), c, languages[c].own_name)]
        if chosen:
            return chosen[0]


def language_of(locale: str, languages: Mapping[str, Language]) -> str:
    """Return the language of a locale such as `pl_PL.UTF-8`; empty where content has it not."""
    spoken = locale.replace("-", "_").partition("_")[0].partition(".")[0]
    return next((code for code in languages if code.partition("-")[0] == spoken), "")


def talked(talker: Talker, wishes: Wishes, project: Project, level: str) -> Files:
    """Ask, read back, and return the file to write; none where the owner would rather not."""
    asks = list(talker.lexicon.interview.up_to(level))
    talker.judge = lambda draft: _faults(draft, talker.lexicon, wishes, project)
    try:
        talker.prepare(asks)
        _ask(talker, asks)
        return _reviewed(talker, asks, wishes, project)
    except Left:
        talker.say(talker.lexicon.talk.say("nothing"))
        return {}


def _faults(draft: Draft, lexicon: Lexicon, wishes: Wishes, project: Project) -> Sequence[Finding]:
    if lacking(draft):
        draft = draft.put(
            ("name",), draft.word("type")
        )  # a file has a name, and this is the last to be asked
    own = id_for(draft, wishes.id, project)
    whole = finished(draft, own, lexicon, project, wishes.suggest)
    return checked({Path(f"{own}.yml"): text_of(whole, lexicon)}, project, lexicon)


def _ask(talker: Talker, asks: Sequence[Ask]) -> None:
    """Ask; somebody who leaves may keep what was said so far. Raises `Left` where it is not kept."""
    try:
        talker.ask_all(asks)
    except Stop:
        return
    except Left:
        if lacking(talker.draft):
            raise
        talker.say(talker.lexicon.talk.say("keep"))
        if not talker.lexicon.talk.means(talker.hear(), "yes"):
            raise


def _reviewed(talker: Talker, asks: list[Ask], wishes: Wishes, project: Project) -> Files:
    """Read back until the owner has the file written, or not: every answer and suggestion by its number."""
    talk, lexicon = talker.lexicon.talk, talker.lexicon
    left_open: set[FieldPath] = set()
    own = id_for(talker.draft, wishes.id, project)
    warned: Files = {}
    while True:
        whole = finished(talker.draft, own, lexicon, project, wishes.suggest)
        for path in left_open:
            whole = whole.without(path)
        files = {Path(f"{own}.yml"): text_of(whole, lexicon)}
        answered, ours = _listed(talker, asks, whole, f"{project.venues.name}/{own}.yml")
        talker.say(talk.say("write"))
        typed = talker.hear()
        while talk.means(typed, "yes") and files != warned:
            if not (faults := checked(files, project, lexicon)):
                return files
            warned = files
            _warn(talker, faults)
            typed = talker.hear()
        if talk.means(typed, "yes"):
            return files
        if talk.means(typed, "no"):
            talker.say(talk.say("nothing"))
            return {}
        if talk.means(typed, "more"):
            further = talker.not_put()
            asks = [ask for ask in lexicon.interview.asks if ask in asks or ask in further]
            _ask(talker, further)
        left_open |= _changed(talker, typed, answered, ours)


def _changed(
    talker: Talker, typed: str, answered: Sequence[Ask], ours: Sequence[FieldPath]
) -> set[FieldPath]:
    """Ask again the answers whose numbers were typed; return the suggestions that are to stay open."""
    left_open = set()
    for part in (piece for each in parted(typed) for piece in each.split()):
        number = int(part) - 1 if part.isdecimal() else -1
        if 0 <= number < len(answered):
            talker.mending = True
            _ask(talker, talker.again(answered[number]))
            talker.mending = False
        elif 0 <= number - len(answered) < len(ours):
            left_open.add(ours[number - len(answered)])
    return left_open


def _listed(
    talker: Talker, asks: Sequence[Ask], whole: Draft, file: str
) -> tuple[list[Ask], list[FieldPath]]:
    """Tell answers and suggestions with numbers; return them in that order."""
    talk = talker.lexicon.talk
    talker.say("")
    talker.say(talk.say("review", file=file))
    answered = talker.review(asks)
    ours = whole.ours()
    if ours:
        talker.say(talk.say("suggested_here"))
    for number, path in enumerate(ours, len(answered) + 1):
        name = _name_of(path, talker)
        talker.say(f"  {number} {name}: {told_at(path, whole, talker.lexicon)}")
    return answered, ours


def _name_of(path: FieldPath, talker: Talker) -> str:
    """Return what a field is called; of an activity, with the activity before it."""
    if path[0] != "activities":
        return talker.messages.tell(field_name(path), talker.lexicon.language)
    name = talker.messages.tell(field_name((path[0], *path[2:])), talker.lexicon.language)
    return f"{talker.lexicon.name_of('activities', path[1])}: {name}"


def _warn(talker: Talker, faults: Sequence[Finding]) -> None:
    """Say why nothing could be built from a file; it is written only when the owner says so again."""
    talk = talker.lexicon.talk
    talker.say(talk.say("faulty"))
    for fault in faults:
        talker.say(f"  {fault.place}: {talker.messages.say(fault, talk.language)}")
    talker.say(talk.say("all_the_same"))
