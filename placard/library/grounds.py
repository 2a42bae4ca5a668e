"""Why data may be used under a law, what people may ask for then, and what a use usually rests on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from placard.findings import Place


@dataclass(frozen=True, slots=True)
class LegalBasis:
    """A ground a law knows for using data; `is_interest`: the interest itself has to be named beside it."""

    id: str
    cite: tuple[str, ...]
    is_interest: bool = False


@dataclass(frozen=True, slots=True)
class Right:
    """A right people have under a law, with where that stands.

    `given_by` says which uses give it: a part of an activity -> codes, one of which it must have.
    A right with nothing there is given by every use. `ends` says what the law takes from it, per language.
    """

    id: str
    cite: tuple[str, ...]
    given_by: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    ends: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Grounds:
    """What one pack says of grounds and rights.

    `special` are grounds for sensitive data, `sensitive` the kinds of data that need one; `of_cameras`
    is what filming usually rests on.
    """

    bases: Mapping[str, LegalBasis] = field(default_factory=dict)
    special: Mapping[str, LegalBasis] = field(default_factory=dict)
    sensitive: tuple[str, ...] = ()
    of_cameras: str = ""
    rights: Mapping[str, Right] = field(default_factory=dict)

    def sensitive_among(self, categories: Iterable[str]) -> tuple[str, ...]:
        """Return those of some kinds of data that are sensitive."""
        return tuple(code for code in categories if code in self.sensitive)


def together(several: Sequence[Grounds]) -> Grounds:
    """Return the grounds of a chain of packs seen as one; of two that say the same, the later wins."""
    return Grounds(
        bases={code: basis for each in several for code, basis in each.bases.items()},
        special={code: ground for each in several for code, ground in each.special.items()},
        sensitive=tuple(dict.fromkeys(code for each in several for code in each.sensitive)),
        of_cameras=next((each.of_cameras for each in reversed(several) if each.of_cameras), ""),
        rights={code: right for each in several for code, right in each.rights.items()},
    )


@dataclass(frozen=True, slots=True)
class UsualGround:
    """What an activity usually rests on under one law; an empty word means there is none."""

    basis: str
    interest: str
    special_ground: str
    place: Place


@dataclass(frozen=True, slots=True)
class Preset:
    """What an activity usually is; `services` are those of partners who take part in it.

    A part it does not name is one it does not have. `lengths` are suggestions of how long it is kept, by law.
    """

    code: str
    lists: Mapping[str, tuple[str, ...]]
    words: Mapping[str, str]
    grounds: Mapping[str, UsualGround]
    lengths: Mapping[str, str]
    services: tuple[str, ...]
    place: Place
