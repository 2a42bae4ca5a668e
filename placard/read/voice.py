"""Which language the person at the keyboard is spoken to in: each venue's first, or the one asked for."""

from __future__ import annotations

import re
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from placard.findings import Finding, Said
from placard.read.letters import beginning
from placard.read.messages import LAST_RESORT, Messages
from placard.read.roots import Project

# As an owner types it, with what makes the file unreadable: a full-width colon, another dash, quotes.
_FIRST_LANGUAGE = re.compile(
    r"^[ \t]*[\"']?languages[\"']?[ \t]*[:\uff1a]\s*(?:[\[\uff3b\u3010]|[-\u2013\u2014\uff0d])?\s*"
    r"[\"'\u201c\u201d\u201e]?([A-Za-z]{2,3}(?:-[A-Za-z]+)?)",
    re.MULTILINE,
)

_SAMPLE = re.compile(r"^sample[ \t]*[:\uff1a][ \t]*(true|yes|on)\b", re.MULTILINE | re.IGNORECASE)
_EXTENDS = re.compile(r"^extends[ \t]*[:\uff1a][ \t]*[\"']?([\w.-]+)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Voice:
    """Sentences, and the language of each venue; what is no venue's is told in what all of them share."""

    messages: Messages
    chosen: str
    languages: Mapping[str, str]

    @classmethod
    def of(cls, project: Project, languages: Mapping[str, str]) -> Voice:
        """Speak the language asked for, else that of each venue (`languages`: its id -> its first)."""
        spoken = {project.language} if project.language else set(languages.values())
        return cls(Messages.load(project.content, *sorted(spoken)), project.language, languages)

    def language(self, venue: str = "") -> str:
        """Return the language of one venue, or of what is no venue's: English, unless all agree."""
        if self.chosen:
            return self.chosen
        if venue in self.languages:
            return self.languages[venue]
        spoken = set(self.languages.values())
        return spoken.pop() if len(spoken) == 1 else LAST_RESORT

    def say(self, finding: Finding) -> str:
        """Return the sentence of a finding."""
        return self.messages.say(finding, self.language(finding.venue))

    def values(self, finding: Finding) -> dict[str, str]:
        """Return what fills the sentence of a finding."""
        return self.messages.values(finding, self.language(finding.venue))

    def tell(self, said: Said) -> str:
        """Return a line that is no finding."""
        return self.messages.tell(said, self.language(said.venue))


def languages_in(paths: Iterable[Path]) -> dict[str, str]:
    """Return the first language of venue files nobody may be able to read: file stem -> code."""
    first = {path.stem: _first_language(path) for path in paths}
    return {name: language for name, language in first.items() if language}


def languages_here(paths: Iterable[Path]) -> dict[str, str]:
    """Return the first languages of an owner's own venues; samples speak only while they are alone."""
    every = list(paths)
    return languages_in([path for path in every if not _SAMPLE.search(_letters(path))] or every)


def _first_language(path: Path) -> str:
    text = _letters(path)
    extends = _EXTENDS.search(text)
    for each in (text, _letters(path.with_name(extends[1])) if extends else ""):
        if match := _FIRST_LANGUAGE.search(each):
            return match[1]
    return ""


def _letters(path: Path) -> str:
    """Whatever can be read of a file, in whichever way an editor on Windows saved it."""
    try:
        raw = beginning(path)
    except (OSError, ValueError):
        return ""
    return raw.decode("utf-16" if raw.startswith((BOM_UTF16_LE, BOM_UTF16_BE)) else "utf-8", errors="replace")
