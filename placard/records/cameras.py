"""The camera register: what each camera is, sees and is for, who looks, and which sheets announce it."""

from __future__ import annotations

from collections.abc import Iterator

from placard.derive.filming import cameras_of, setting
from placard.model import UNANSWERED
from placard.model.premises import Camera
from placard.phrases.values import FactKind
from placard.records.shapes import Row
from placard.records.telling import Teller


def camera_rows(tell: Teller) -> Iterator[Row]:
    """Yield a row for each camera as the file lists them, dummies too."""
    venue = tell.context.venue
    for number, camera in enumerate(cameras_of(venue)):

        def own(name: str, camera: Camera = camera) -> object:
            return setting(venue, camera, name)

        yield Row(
            {
                "camera": camera.id,
                "room": tell.rooms(camera.room if camera.room is UNANSWERED else (camera.room,)),
                "sees": tell.rooms(camera.sees),
                "kind": tell.code(camera.kind, "camera_kinds"),
                "purposes": tell.codes(camera.purposes, "camera_purposes"),
                "recording": tell.code(own("recording"), "recording"),
                "sound": tell.switch(own("audio")),
                "hours": tell.value(camera.hours, FactKind.HOURS, "name"),
                "kept": tell.length(own("retention")),
                "reason": tell.code(own("retention_reason"), "retention_reasons"),
                "looks": tell.codes(own("access_roles"), "roles"),
                "charge": tell.code(own("responsible_role"), "roles"),
                "announced": _announced(tell, camera),
                "line": tell.line("cameras", number),
            }
        )


def _announced(tell: Teller, camera: Camera) -> str:
    """Name the sheets that hang before the area this camera films."""
    sheets = [
        sheet.stem
        for sheet, _ in tell.composed.sheets
        if sheet.area is not None and any(each.id == camera.id for each in sheet.area.cameras)
    ]
    return tell.several(sheets) if sheets else tell.word("no_notice")
