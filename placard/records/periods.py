"""How long what is kept: uses and camera pictures, who set the period, what it rests on, what comes after."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from placard.derive.activities import usual_length, usual_part
from placard.derive.filming import cameras_of, setting
from placard.model import UNANSWERED
from placard.model.dealings import Activity
from placard.model.premises import Camera
from placard.model.values import Duration
from placard.read.nodes import Origin
from placard.records.shapes import Row
from placard.records.telling import Teller


def period_rows(tell: Teller) -> Iterator[Row]:
    """Yield a row for each use as the file lists them, then one for each camera that films."""
    activities = tell.context.venue.activities
    for number, activity in enumerate(() if activities is UNANSWERED else activities):
        yield _use(tell, activity, number)
    for number, camera in enumerate(cameras_of(tell.context.venue)):
        if camera.kind != "dummy":
            yield _pictures(tell, camera, number)


def _use(tell: Teller, activity: Activity, number: int) -> Row:
    path = ("activities", number, "retention")
    context = tell.context
    grounds = [
        tell.code(value, vocabulary)
        for part, vocabulary in (("basis", "bases"), ("special_ground", "special_grounds"))
        if (value := usual_part(activity, part, context.law, context.presets)) is not None
    ]
    return Row(
        {
            "use": tell.code(activity.code, "activities"),
            "code": activity.code,
            "kept": tell.length(activity.retention),
            "from": tell.code(activity.code, "activities", "from"),
            "set_by": _set_by(tell, activity.retention, path, _suggested(tell, activity)),
            "basis": tell.several(grounds),
            "after": tell.word("deleted"),
            "line": tell.line(*path),
        }
    )


def _suggested(tell: Teller, activity: Activity) -> str:
    written = usual_length(tell.context.presets.get(activity.code), tell.context.law)
    return tell.length(Duration.read(written)) if written else ""


def _pictures(tell: Teller, camera: Camera, number: int) -> Row:
    venue, law = tell.context.venue, tell.context.law
    own = camera.retention is not UNANSWERED
    path = ("cameras", number, "retention") if own else ("surveillance", "retention")
    kept = setting(venue, camera, "retention")
    ground = law.grounds.of_cameras
    return Row(
        {
            "use": tell.word("cameras", name=camera.id),
            "code": camera.id,
            "kept": tell.length(kept),
            "from": tell.word("from_recording"),
            "set_by": _set_by(tell, kept, path, ""),
            "basis": tell.code(ground, "bases") if ground else tell.code(venue.law, "law_packs"),
            "after": _afterwards(tell, camera),
            "line": tell.line(*path),
        }
    )


def _afterwards(tell: Teller, camera: Camera) -> str:
    venue = tell.context.venue
    if setting(venue, camera, "recording") == "none":
        return tell.word("live")
    match setting(venue, camera, "auto_delete"):
        case True:
            return tell.word("overwritten")
        case False:
            return tell.word("by_hand", role=tell.code(setting(venue, camera, "responsible_role"), "roles"))
    return tell.switch(UNANSWERED)


def _set_by(tell: Teller, kept: Any, path: tuple[str | int, ...], suggested: str) -> str:
    if kept is UNANSWERED:
        return tell.word("suggested", length=suggested) if suggested else tell.word("open")
    return tell.word("shared" if tell.file.origin(path) is Origin.SHARED else "typed")
