"""The venue as a whole, and the instructions an owner may give about what is made."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic import field_validator, model_validator
from pydantic_core import PydanticCustomError

from placard.model.dealings import (
    Activity,
    Complaints,
    Health,
    Incidents,
    Marketing,
    Online,
    Partner,
    Phones,
    Photos,
    Prices,
    Requests,
    Security,
    Training,
)
from placard.model.facts import Facts, fact, internal
from placard.model.ignorance import Known, KnownOrNone
from placard.model.operator import Brand, Guests, Operator, Staff, Web
from placard.model.premises import Camera, Room, Surveillance, Sweeps
from placard.model.values import (
    OWN,
    Code,
    Day,
    Distance,
    Identifier,
    LanguageCode,
    SignName,
    Switch,
    Text,
    Whole,
    Words,
)

MOST_COPIES = 500
"""Each copy is a page of what goes to the printer; a slip of the finger would fill the disk."""


class SignOrder(Facts):
    """An override of the plan for one sign."""

    sign: SignName = fact(
        "Sign code, such as cam-01; of a sign of your own, own: and a name, such as own:quiet-hours",
        "decision",
        default=...,
        vocabulary="signs",
    )
    room: Identifier | None = fact("Room it belongs to", "decision", default=None)
    coming_from: Identifier | None = fact(
        "Room one comes from; left out: all doors", "decision", default=None, alias="from"
    )
    sheet: Code | None = fact("Paper size, such as a3", "decision", default=None, vocabulary="sheets")
    read_from: Distance | None = fact("Reading distance, such as 3 m", "decision", default=None)
    copies: Whole | None = fact("How many to print", "decision", default=None)
    skip: Text | None = internal("Why it is not hung", "decision", default=None)
    headline: Words | None = fact(
        "Headline of an own: sign, in every language of guests", "decision", default=None
    )
    text: Words | None = fact(
        "One line under the headline of an own: sign, in every language of guests", "decision", default=None
    )
    pictogram: Code | None = fact(
        "Picture on an own: sign", "decision", default=None, vocabulary="own_pictograms"
    )

    @field_validator("copies")
    @classmethod
    def _as_many_as_walls_hold(cls, copies: Whole | None) -> Whole | None:
        if copies is not None and copies > MOST_COPIES:
            raise PydanticCustomError(
                "model.too_many_copies", "", {"found": str(copies), "most": str(MOST_COPIES)}
            )
        return copies

    @property
    def own_id(self) -> str:
        """The name an owner gave a sign of their own; empty for signs of the catalogue."""
        return self.sign.removeprefix(OWN) if self.sign.startswith(OWN) else ""


class Answer(Facts):
    """An answer to a question of a law pack that no machine can decide."""

    answer: Known[Text] = internal("The answer", "evidence")
    by: Known[Text] = internal("Who answered", "evidence")
    date: Known[Day] = internal("When", "evidence")


class Waiver(Facts):
    """A house rule set aside; never available for rooms where people undress."""

    rule: Code | Text = internal("Id of the house rule", "evidence", default=...)
    because: Text = internal("Why", "evidence", default=...)
    signed_by: Text = internal("Who takes responsibility", "evidence", default=...)
    until: Day = internal("Last day", "evidence", default=...)


class Deviation(Facts):
    """A reason why a branch has something otherwise than its chain; never reaches a guest."""

    path: Text = internal("What differs, such as surveillance.retention", "evidence", default=...)
    because: Text = internal("Why", "evidence", default=...)
    agreed_by: Text = internal("Who at the head office agreed", "evidence", default=...)
    until: KnownOrNone[Day] = internal("Last day, or none where it is meant to stay", "evidence", default=...)


class Reviewed(Facts):
    """A named person who read the text."""

    by: Known[Text] = fact("Name", "evidence")
    date: Known[Day] = fact("When", "evidence")
    until: Known[Day] = fact("When it must be read again", "evidence")


_PORTS = {f"{port}{number}" for port in ("com", "lpt") for number in range(1, 10)}
_KEPT_BY_WINDOWS = {"con", "prn", "aux", "nul"} | _PORTS
"""No file and no folder can have these names on Windows, and the id of a venue names its folders."""

KEPT_BY_THE_SITE = frozenset({"assets", "q", "s"})
"""Folders of our own at the root of the site, where every venue has a folder too."""


class Venue(Facts):
    """Everything that is known of one place."""

    schema_number: Whole = internal("Version of this model, now 1", "identity", default=1, alias="schema")
    id: Identifier = fact("Same as the file name", "identity", default=...)
    sample: Switch = fact("True only for invented samples", "identity", default=False)
    extends: Text | None = internal("Shared file of a chain", "identity", default=None)
    type: Code = fact(
        "Kind of venue, from content/venue-types", "identity", default=..., vocabulary="venue_types"
    )
    law: Code = fact("Law pack, from content/law", "identity", default=..., vocabulary="law_packs")
    languages: tuple[LanguageCode, ...] = fact(
        "Guests' languages, the place's own first", "identity", default=...
    )
    staff_languages: tuple[LanguageCode, ...] = internal(
        "Languages of the staff pack", "decision", default=()
    )
    name: Words = fact("Name over the door", "identity", default=...)
    operator: Known[Operator] = fact("Who runs the place")
    web: KnownOrNone[Web] = fact("none, or the published site")
    offers: Known[tuple[Code, ...]] = fact(
        "What is offered here that brings rules of its own, or none", vocabulary="offers"
    )
    brand: Brand | None = fact("Logo and colour", "decision", default=None)
    guests: Known[Guests] = fact("Who may come")
    rooms: Known[tuple[Room, ...]] = fact("Every room and outdoor area")
    surveillance: KnownOrNone[Surveillance] = fact("none, or what holds for all cameras")
    cameras: Known[tuple[Camera, ...]] = fact("Every camera, dummies too")
    sweeps: KnownOrNone[Sweeps] = fact("Search for hidden devices", "decision")
    activities: Known[tuple[Activity, ...]] = fact("What is done with people's data")
    partners: Known[tuple[Partner, ...]] = fact("Who outside receives data")
    treatments: Known[tuple[Code, ...]] = fact("none, or what is done here", vocabulary="treatments")
    health: KnownOrNone[Health] = fact("What a treatment card asks")
    photos: KnownOrNone[Photos] = fact("Pictures taken of guests")
    prices: Prices | None = fact("Where prices can be read, where that is told", default=None)
    marketing: KnownOrNone[Marketing] = fact("none, or how news and offers are sent")
    online: KnownOrNone[Online] = fact("none, or what can be booked and bought online")
    phones: Known[Phones] = fact("House rule for guests' phones", "decision")
    requests: Known[Requests] = fact("How guests use their rights", "decision")
    complaints: Known[Complaints] = fact("The venue's promise about complaints", "decision")
    incidents: Known[Incidents] = internal("Who leads when something has gone wrong")
    security: Known[Security] = fact("Measures in place", "evidence")
    training: Known[Training] = internal("Training of staff", "decision")
    staff: Known[Staff] = internal("The people who work here")
    signs: tuple[SignOrder, ...] = fact("Overrides of the plan", "decision", default=())
    promises: tuple[Code, ...] = fact(
        "Promises taken on beyond the type's own", "decision", default=(), vocabulary="promises"
    )
    answers: Mapping[str, Answer] = internal("Answers to questions of the law pack", "evidence", default={})
    waivers: tuple[Waiver, ...] = internal("House rules set aside", "evidence", default=())
    deviations: tuple[Deviation, ...] = internal(
        "Reasons for what a branch of a chain has otherwise", "evidence", default=()
    )
    reviewed: KnownOrNone[Reviewed] = fact("Who read the text", "evidence", default=None)
    effective_on: Known[Day] = fact("First day of the present notice", "decision", planned=True)

    @field_validator("id")
    @classmethod
    def _a_name_for_folders(cls, name: Identifier) -> Identifier:
        if name in KEPT_BY_THE_SITE:
            raise PydanticCustomError("model.id_of_the_site", "", {"found": name})
        if name in _KEPT_BY_WINDOWS:
            raise PydanticCustomError("model.reserved_id", "", {"found": name})
        return name

    @field_validator("languages")
    @classmethod
    def _at_least_one(cls, languages: tuple[LanguageCode, ...]) -> tuple[LanguageCode, ...]:
        if not languages:
            raise PydanticCustomError("model.missing", "")
        return languages

    @model_validator(mode="before")
    @classmethod
    def _no_surveillance_means_no_cameras(cls, given: Any) -> Any:
        if isinstance(given, dict) and given.get("surveillance") == "none" and "cameras" not in given:
            return {**given, "cameras": []}
        return given
