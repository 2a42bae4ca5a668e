"""Rooms, doors, cameras, and the defaults all cameras share."""

from __future__ import annotations

from placard.model.facts import Facts, fact, internal
from placard.model.ignorance import Known, KnownOrNone
from placard.model.values import Code, Day, Identifier, Length, Span, Switch, Text, Words


class Room(Facts):
    """A room or an outdoor area; `outside` is a room that always exists."""

    id: Identifier = fact("Short id, used by doors and cameras", "identity", default=...)
    kind: Code = fact("Kind of room, from content/rooms.yml", default=..., vocabulary="rooms")
    name: Words | None = fact("Own name on the door, if it has one", default=None)
    doors_to: Known[tuple[Identifier, ...]] = fact(
        "Ids of the rooms it has doors to; once per door is enough"
    )
    shared_with: KnownOrNone[Words] = fact("Another user of this room", default=None)


class LiveView(Facts):
    """Where the live picture is shown."""

    room: Known[Identifier] = fact("Room of the screen")
    seen_by_guests: Known[Switch] = fact("Whether guests can see the screen")


class Assessment(Facts):
    """An assessment somebody made, and when."""

    status: Known[Code] = internal("done, planned or not_needed", "evidence", vocabulary="assessment_status")
    date: Known[Day] = internal("Day it was made", "evidence")


class Filing(Facts):
    """A filing with an authority."""

    date: Known[Day] = internal("Day of the filing", "evidence")


class CameraSettings(Facts):
    """What is said once for all cameras and may be overridden on one."""

    recording: Known[Code] = fact("none, motion or continuous", vocabulary="recording")
    retention: KnownOrNone[Length] = fact("How long pictures are kept", "decision")
    retention_reason: KnownOrNone[Code] = fact(
        "Code of the reason for that length", "decision", vocabulary="retention_reasons"
    )
    audio: Known[Switch] = fact("Whether sound is recorded or heard")
    analytics: Known[tuple[Code, ...]] = fact(
        "none, or what software reads from the pictures", vocabulary="analytics"
    )
    remote_access: Known[Switch] = fact("Whether pictures can be seen from elsewhere")
    cloud: KnownOrNone[Text] = fact("none, or who stores the pictures elsewhere")
    live_view: KnownOrNone[LiveView] = fact("none, or where the live picture is shown")
    access_roles: Known[tuple[Code, ...]] = fact(
        "Roles that may see the pictures", "decision", vocabulary="roles"
    )
    responsible_role: Known[Code] = fact("Role in charge of the cameras", "decision", vocabulary="roles")
    disclosure: Known[tuple[Code, ...]] = fact(
        "none, or to whom pictures may be handed", "decision", vocabulary="recipients"
    )
    auto_delete: Known[Switch] = fact("Whether old pictures are overwritten by themselves")


class Surveillance(CameraSettings):
    """Cameras as a whole."""

    regime: KnownOrNone[Code] = fact(
        "Code of a legal regime, where the law knows several", default=None, vocabulary="regimes"
    )
    guards: KnownOrNone[Text] = fact("Guard service that sees the pictures", default=None)
    key_target: KnownOrNone[Switch] = internal(
        "yes where the police have named the place a key target against terror", default=None
    )
    started_on: Known[Day] = internal("Day the cameras begin to run", "evidence", planned=True)
    staff_informed_on: Known[Day] = internal("Day staff are told", "evidence", planned=True)
    signs_up_on: Known[Day] = internal("Day the signs are hung", "evidence", planned=True)
    reviewed_on: Known[Day] = internal("Day the need was last reviewed", "evidence")
    impact_assessment: KnownOrNone[Assessment] = internal("Impact assessment", "evidence")
    interest_assessment: KnownOrNone[Assessment] = internal("Balancing of interests", "evidence")
    police_filing: KnownOrNone[Filing] = internal("Filing with the police, where the law asks", "evidence")


class Camera(CameraSettings):
    """A camera: where it hangs and which rooms it sees."""

    id: Identifier = internal("Short id", "identity", default=...)
    room: Known[Identifier] = fact("Room it hangs in")
    sees: Known[tuple[Identifier, ...]] = fact("Ids of all rooms it sees, through doors and glass too")
    kind: Known[Code] = fact("fixed, dome, turning, worn or dummy", vocabulary="camera_kinds")
    quality: Known[Code] = fact("standard, high or very_high", vocabulary="camera_quality")
    purposes: Known[tuple[Code, ...]] = fact(
        "What it is for, from the list of purposes", vocabulary="camera_purposes"
    )
    hours: Known[Span] = fact("Such as 22:00-06:00, or always, open, closed")
    masked: Known[Switch] = fact("Whether part of the picture is blacked out")


class Sweeps(Facts):
    """The search for hidden devices."""

    interval: Known[Length] = fact("How often rooms are searched", "decision")
    last_on: Known[Day] = internal("Day of the last search", "evidence")
