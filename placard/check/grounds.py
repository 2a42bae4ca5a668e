"""Grounds a law does not know, and interests that stand beside the wrong basis.

Which grounds there are stands in the packs; the same is asked of venues and of `content/activities.yml`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from placard.check.nearest import nearest
from placard.derive.activities import PARTS_THAT_GIVE, usual_part
from placard.findings import Finding, Place, Severity
from placard.library.grounds import Grounds, Preset, UsualGround
from placard.library.law import Law, Pack
from placard.library.library import Library
from placard.model import UNANSWERED
from placard.model.dealings import Activity
from placard.read.found import found
from placard.read.law import chain
from placard.read.venue import VenueFile


def ground_findings(file: VenueFile, law: Law, library: Library) -> Iterator[Finding]:
    """Find what the activities of a venue rest on and its law does not know; ask for what is missing."""
    activities = file.venue.activities
    if activities is UNANSWERED or not law.grounds.bases:
        return
    spelt = library.vocabularies()
    for number, activity in enumerate(activities):
        look = _Look(file, number, activity, law, library)
        yield from _basis(look, spelt["bases"])
        yield from _special(look, spelt["special_grounds"])


@dataclass(frozen=True, slots=True)
class _Look:
    """One activity of a venue, its parts and their places."""

    file: VenueFile
    number: int
    activity: Activity
    law: Law
    library: Library

    def part(self, name: str) -> object:
        return usual_part(self.activity, name, self.law, self.library.activities)

    def place(self, name: str) -> Place:
        return self.file.place(("activities", self.number, name))

    @property
    def named(self) -> dict[str, str]:
        return {"activity": self.activity.code, "law": self.law.id}


def _listed(codes: Collection[str]) -> str:
    return ", ".join(codes) or "none"


def _basis(look: _Look, spelt: Collection[str]) -> Iterator[Finding]:
    bases = look.law.grounds.bases
    basis, interest = look.part("basis"), look.part("interest")
    if not isinstance(basis, str):
        question = Severity.QUESTION
        yield found("check.no_basis", look.place("basis"), question, **look.named, known=_listed(bases))
    elif basis not in bases:
        if basis in spelt:  # a word nobody knows at all is found elsewhere
            values = look.named | {"found": basis, "known": _listed(bases)}
            yield found("check.basis_unknown", look.place("basis"), **values)
    elif bases[basis].is_interest:
        if not isinstance(interest, str):
            place = look.place("interest")
            yield found("check.no_interest", place, Severity.QUESTION, **look.named, basis=basis)
    elif isinstance(interest, str):
        interests = [code for code, known in bases.items() if known.is_interest]
        values = look.named | {"found": interest, "basis": basis, "known": _listed(interests)}
        yield found("check.interest_beside", look.place("interest"), **values)


def _special(look: _Look, spelt: Collection[str]) -> Iterator[Finding]:
    ground, known = look.part("special_ground"), look.law.grounds.special
    if isinstance(ground, str) and ground in spelt and ground not in known:
        values = look.named | {"found": ground, "known": _listed(known)}
        yield found("check.ground_unknown", look.place("special_ground"), **values)


def usual_grounds(library: Library) -> Iterator[Finding]:
    """Find what `content/activities.yml` and the packs say of grounds that no law of theirs knows."""
    codes = library.vocabularies()
    for preset in library.activities.values():
        for law, ground in preset.grounds.items():
            if law not in library.packs:
                near = nearest(law, library.packs)
                yield found("content.no_such_law", ground.place, found=law, near=near)
            else:
                yield from _usual(preset, ground, chain(library.packs, law), codes["interests"])
        yield from _services(preset, codes["services"])
    for pack in library.packs.values():
        yield from _rights(pack, chain(library.packs, pack.id).grounds, codes)


def _usual(preset: Preset, ground: UsualGround, law: Law, interests: Collection[str]) -> Iterator[Finding]:
    bases, special = law.grounds.bases, law.grounds.special
    where = {"activity": preset.code, "law": law.id}
    if ground.basis not in bases:
        yield found("content.basis_unknown", ground.place, **where, found=ground.basis, known=_listed(bases))
    elif bool(ground.interest) is not bases[ground.basis].is_interest:
        code = "content.interest_beside" if ground.interest else "content.no_interest"
        yield found(code, ground.place, **where, basis=ground.basis)
    elif ground.interest and ground.interest not in interests:
        known = _listed(sorted(interests))
        yield found("content.interest_unknown", ground.place, **where, found=ground.interest, known=known)
    if ground.special_ground and ground.special_ground not in special:
        unknown = ground.special_ground
        yield found("content.ground_unknown", ground.place, **where, found=unknown, known=_listed(special))


def _services(preset: Preset, known: Collection[str]) -> Iterator[Finding]:
    for service in preset.services:
        if service not in known:
            near = nearest(service, known)
            yield found(
                "content.service_unknown", preset.place, activity=preset.code, found=service, near=near
            )


def _rights(pack: Pack, grounds: Grounds, codes: Mapping[str, frozenset[str]]) -> Iterator[Finding]:
    """A right nothing can give is never promised; and a basis nobody knows films nothing."""
    known = {"basis": grounds.bases, "special_ground": grounds.special, "purposes": codes["purposes"]}
    for right in pack.grounds.rights.values():
        for part, given_by in right.given_by.items():
            if part not in PARTS_THAT_GIVE:
                near = nearest(part, PARTS_THAT_GIVE)
                yield found("content.right_part", pack.place, right=right.id, found=part, near=near)
                continue
            for code in given_by:
                if code not in known[part]:
                    near = nearest(code, known[part])
                    yield found("content.right_given", pack.place, right=right.id, found=code, near=near)
    if (usual := pack.grounds.of_cameras) and usual not in grounds.bases:
        yield found("content.basis_of_cameras", pack.place, found=usual, known=_listed(grounds.bases))
