"""What a reader of the report is told: a finding, where it is, and how grave."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum


class Severity(StrEnum):
    """How grave a finding is; only `ERROR` stops a venue from being published."""

    ERROR = "error"
    WARNING = "warning"
    QUESTION = "question"
    INFO = "info"


GRAVEST_FIRST = tuple(Severity)


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A line in a file a person has open; line 0 means the file as a whole.

    `cells` are rows and column of a table, as in `2–5: name`, told in place of the line.
    """

    file: str
    line: int = 0
    cells: str = ""

    def __str__(self) -> str:
        if self.cells:
            return f"{self.file}:{self.cells}"
        return f"{self.file}:{self.line}" if self.line else self.file


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to know or to mend.

    `code` names the message in `content/messages/<language>.yml`, or the rule of a law pack
    that was broken; a rule brings its own words in `texts` (language -> sentence).
    `values` fill the message's `{names}`; they are plain text, a `Said`, or words by
    language, and never inflected.
    `source` says what the finding rests on: a citation of a pack, or that the rule is ours.
    """

    code: str
    severity: Severity
    place: Place
    values: Mapping[str, str | Said | Mapping[str, str]] = field(default_factory=dict)
    texts: Mapping[str, str] = field(default_factory=dict)
    source: str = ""
    venue: str = ""


@dataclass(frozen=True, slots=True)
class Said:
    """A line the tool says that is no finding; its words stand in `content/messages` too.

    The number called `n` chooses among the plural forms, where the words have several. Values may
    be lines themselves, or words by language. `venue` is the one whose language it is told in.
    """

    code: str
    values: Mapping[str, str | int | Said | Mapping[str, str]] = field(default_factory=dict)
    indent: int = 0
    venue: str = ""


def said(code: str, /, **values: str | int | Said | Mapping[str, str]) -> Said:
    """Make a line; the keywords are the `{names}` of its words."""
    return Said(code, values)


FIELD = "field"


def field_name(path: Iterable[str | int]) -> Said:
    """Name a field of a venue file as its owner would; `path` leads to it, past items of lists."""
    return Said(FIELD, {"path": ".".join(step for step in path if isinstance(step, str))})


def spans(numbers: Sequence[int]) -> str:
    """Return numbers in order with neighbours as one: `1, 4–6`."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(f"{run[0]}–{run[-1]}" if len(run) > 1 else str(run[0]) for run in runs)


def in_order(findings: Iterable[Finding]) -> list[Finding]:
    """Sort by file and line, the gravest first on one line, repeats taken out."""
    unique: dict[tuple[str, Place, str], Finding] = {}
    for finding in findings:
        unique.setdefault((finding.code, finding.place, str(sorted(finding.values.items()))), finding)
    return sorted(unique.values(), key=rank)


def rank(finding: Finding) -> tuple[Place, int, str]:
    """Return where a finding stands among others: by file and line, the gravest first on one line."""
    return finding.place, GRAVEST_FIRST.index(finding.severity), finding.code


def stops(findings: Iterable[Finding]) -> bool:
    """True where at least one finding forbids publishing."""
    return any(finding.severity is Severity.ERROR for finding in findings)


class UserMistake(Exception):
    """Carries findings up to the command line; never shown as a traceback."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        self.findings = in_order(findings)
        super().__init__(f"{len(self.findings)} findings")
