"""Where each line of the research on a law went: into a rule, into words, or nowhere and why."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Literal, get_args

from placard.findings import Place

HomeKind = Literal["rule", "ask", "wording", "section", "impossible", "content"]
HOME_KINDS: tuple[HomeKind, ...] = get_args(HomeKind)


@dataclass(frozen=True, slots=True)
class Home:
    """The one place where a line of the research is kept.

    `target` is the id of a rule (`rule`, `ask`), a list of `words.yml` (`wording`, with the `words` of
    it that are meant), something that is always printed (`section`: `notice.who`, `sign:cam-01`), or the
    test that shows a thing cannot be built (`impossible`). A line without a rule is `content`.
    """

    line: str
    kind: HomeKind
    target: str
    words: tuple[str, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Omission:
    """A line that has no home, and where the reason stands."""

    line: str
    reason: str
    place: Place


@dataclass(frozen=True, slots=True)
class Homes:
    """What became of the lines of the research on one pack."""

    pack: str
    kept: Mapping[str, Home]
    omitted: tuple[Omission, ...]

    def kept_by(self, rule: str) -> tuple[str, ...]:
        """Return the lines a rule keeps."""
        return tuple(
            home.line for home in self.kept.values() if home.kind in ("rule", "ask") and home.target == rule
        )

    def not_kept_by(self, rules: Collection[str]) -> tuple[Home, ...]:
        """Return the homes that are no rule among these, without the lines that ask nothing."""
        return tuple(
            home
            for home in self.kept.values()
            if home.kind != "content" and not (home.kind in ("rule", "ask") and home.target in rules)
        )

    @property
    def content(self) -> tuple[str, ...]:
        """Return the lines that ask nothing of a venue file."""
        return tuple(home.line for home in self.kept.values() if home.kind == "content")

    def counts(self) -> Mapping[str, int]:
        """Return how many lines went where, by kind of home, and how many have none."""
        kinds = [home.kind for home in self.kept.values()]
        return {kind: kinds.count(kind) for kind in HOME_KINDS} | {"omitted": len(self.omitted)}
