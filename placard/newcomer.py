"""The steps of `build.py new`: hear, check, write, and tell what can be printed already."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from placard.findings import Place, UserMistake, said, stops
from placard.interview.lexicon import Lexicon
from placard.interview.run import (
    Files,
    Wishes,
    begun,
    checked,
    from_flags,
    from_table,
    open_interview,
    refuse_taken,
)
from placard.interview.talk import Left, Talker
from placard.interview.template import template
from placard.interview.terminal import choose_language, language_of, talked
from placard.interview.trial import write
from placard.outcome import Outcome
from placard.pipeline import check
from placard.read.found import found
from placard.read.messages import Messages
from placard.read.roots import Project
from placard.read.venue import SHARED_FILE
from placard.report import told_line

Given = tuple[str, str, tuple[tuple[str, str], ...], Path | None, bool]


def make_file(
    project: Project, given: Given, level: str, say: Callable[[str], None], hear: Callable[[], str]
) -> Outcome | None:
    """Make the file (or the files of a chain) and check it; `None` where the owner would rather not.

    An empty `level` asks nothing.

    Raises `UserMistake` with everything that keeps it from being written; nothing is written then.
    """
    wishes = Wishes(*given)
    if wishes.id and not wishes.table:
        refuse_taken(wishes.id, project)
    lexicon = open_interview(project, project.language)
    if level and not wishes.table:
        if level not in lexicon.library.levels:
            known = ", ".join(lexicon.library.levels)
            place = Place("--level")
            raise UserMistake([found("content.not_one_of", place, key="level", found=level, allowed=known)])
        try:
            files, lexicon = _by_talk(project, wishes, level, lexicon, say, hear)
        except Left:
            say(lexicon.talk.say("nothing"))
            return None
    else:
        draft, _ = begun(wishes, lexicon)
        first = draft.get(("languages",))
        if not project.language and isinstance(first, tuple) and first:
            lexicon = replace(lexicon, language=str(first[0]))
        make = from_table if wishes.table else from_flags
        files = make(wishes, draft, lexicon, project)
        if faults := checked(files, project, lexicon):
            raise UserMistake(faults)
    if not files:
        return None
    write(files, project.venues)
    talk = lexicon.talk
    for path in files:
        say(talk.say("written", file=f"{project.venues.name}/{path.as_posix()}"))
    names = tuple(path.stem for path in files if path.name != SHARED_FILE)
    say(talk.say("next", id=" ".join(names)))
    outcome = check(replace(project, only=names, language=lexicon.language))
    errors = tuple(finding for finding in outcome.findings if stops([finding]))
    return replace(outcome, findings=errors, brief=True)


def _by_talk(
    project: Project,
    wishes: Wishes,
    level: str,
    lexicon: Lexicon,
    say: Callable[[str], None],
    hear: Callable[[], str],
) -> tuple[Files, Lexicon]:
    languages = lexicon.library.languages
    if not project.language:
        usual = language_of(os.environ.get("LC_ALL") or os.environ.get("LANG", ""), languages)
        question = " / ".join(dict.fromkeys(lexicon.interview.talk(code).say("choose") for code in languages))
        lexicon = replace(lexicon, language=choose_language(languages, usual, question, say, hear))
    draft, answered = begun(wishes, lexicon)
    messages = Messages.load(project.content, lexicon.language)
    talker = Talker(lexicon, messages, say, hear, answered, draft)
    return talked(talker, wishes, project, level), lexicon


def make_template(project: Project, path: Path, say: Callable[[str], None]) -> None:
    """Write an empty table for a chain; raises `UserMistake` where a file stands there already."""
    lexicon = open_interview(project, project.language)
    if not project.language:
        usual = language_of(os.environ.get("LC_ALL") or os.environ.get("LANG", ""), lexicon.library.languages)
        lexicon = replace(lexicon, language=usual or lexicon.language)
    try:
        with path.open("xb") as file:
            file.write(template(lexicon))
    except FileExistsError:
        raise UserMistake([found("new.template_taken", Place(path.name), file=path.name)]) from None
    except OSError:
        raise UserMistake([found("file.closed", Place(path.name))]) from None
    say(told_line(said("report.template", file=path.name), replace(project, language=lexicon.language)))
