"""Somebody at a keyboard: the answers they type, what they are told, and the file that comes of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import pytest

from placard.interview.content import read_interview
from placard.interview.lexicon import Lexicon
from placard.interview.run import Wishes, begun
from placard.interview.talk import Left, Talker
from placard.interview.terminal import talked
from placard.interview.trial import write
from placard.library.library import Library
from placard.read.messages import Messages
from placard.read.roots import Project

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def lexicon(library: Library) -> Callable[[str], Lexicon]:
    """The words of the interview, spoken in a language."""
    interview, findings = read_interview([ROOT / "content"], library.levels, library.ignorance)
    assert findings == []
    return lambda language: Lexicon(library, interview, language)


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return Project(tmp_path / "venues", (ROOT / "content",), tmp_path / "out", as_of=date(2026, 11, 23))


@dataclass
class Owner:
    """Answers by the beginning of the question they belong to; anything else is answered with Enter."""

    answers: dict[str, str]
    at_the_end: Sequence[str] = ("yes",)
    leaves_at: str = ""
    heard: list[str] = field(default_factory=list)
    prompts: int = 0
    _said: dict[str, int] = field(default_factory=dict)
    _ends: Iterator[str] | None = None

    def say(self, line: str) -> None:
        self.heard.append(line)

    def hear(self) -> str:
        self.prompts += 1
        since = self.heard[-60:]
        if self._ends is None and not any("Write the file?" in line for line in since):
            for line in reversed(since):
                if self.leaves_at and line.startswith(self.leaves_at):
                    self.leaves_at = ""
                    raise Left
                for beginning, answer in self.answers.items():
                    if line.startswith(beginning):
                        tried = answer.split(" THEN ")
                        at = min(self._said.get(beginning, 0), len(tried) - 1)
                        self._said[beginning] = at + 1
                        return tried[at]
                if line == "":
                    return ""
        self._ends = self._ends or iter(self.at_the_end)
        answer = next(self._ends, None)
        if answer is None:
            raise Left
        return answer

    @property
    def told(self) -> str:
        return "\n".join(self.heard)


@dataclass(frozen=True)
class Talked:
    """What came of a talk: the folder, and the file if one was written."""

    venues: Path
    file: Path | None

    @property
    def text(self) -> str:
        assert self.file is not None
        return self.file.read_text("utf-8")

    @property
    def lines(self) -> list[str]:
        return self.text.splitlines()


@pytest.fixture
def talk(lexicon: Callable[[str], Lexicon], project: Project) -> Callable[..., Talked]:
    """Have an owner talk in English: `talk(owner, "notice")`."""

    def have(owner: Owner, level: str = "notice", wishes: Wishes | None = None) -> Talked:
        words, wishes = lexicon("en"), wishes or Wishes()
        draft, given = begun(wishes, words)
        talker = Talker(words, Messages.load([ROOT / "content"]), owner.say, owner.hear, given, draft)
        files = talked(talker, wishes, project, level)
        write(files, project.venues)
        written = [project.venues / path for path in files]
        return Talked(project.venues, written[0] if written else None)

    return have


@pytest.fixture
def salon() -> dict[str, str]:
    """The answers of a salon owner without cameras."""
    return {
        "What kind of place": "salon",
        "Which country": "1",
        "Which languages": "en, pl",
        "What name stands": "Hazel & Daughter",
        "Under what name": "Hazel and Daughter Ltd",
        "Its address?": "Unit 3, 12 Orchard Row, AB1 2CD, Weirford",
        "Phone and e-mail": "+44 20 7946 0111, hello@hazel.co.uk",
        "Who answers guests": "2",
        "At which web address": "none",
        "Which of these does your place": "1, 2, 7 Facial, 7 Body, toilet",
        "Where are the doors?": "0-1-2-3, 2-4, 2-5",
        "How many cameras": "none",
        "How can guests reach": "1, 2, 4",
        "May children": "2, 8",
        "What do you write down": "1, 2, 5, 6, 7",
        "Which companies": "1 Slotwise IE, 2 Payline GB",
        "Has a data protection": "none",
        "Which of these are really": "1, 9",
    }
