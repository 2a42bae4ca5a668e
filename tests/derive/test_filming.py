"""Filmed areas and the ways in, in places that are awkwardly built."""

from __future__ import annotations

from typing import Any

from placard.derive.filming import filmed_areas
from placard.model import Venue


def venue(rooms: list[dict[str, Any]], cameras: list[dict[str, Any]]) -> Venue:
    needed = {"id": "v", "type": "bathhouse", "law": "gb", "languages": ["en"], "name": "V"}
    return Venue.model_validate(needed | {"rooms": rooms, "cameras": cameras})


def room(name: str, *doors: str, **more: Any) -> dict[str, Any]:
    return {"id": name, "kind": "corridor", "doors_to": list(doors)} | more


def camera(*sees: str, **more: Any) -> dict[str, Any]:
    return {"id": "c", "room": sees[0], "sees": list(sees), "kind": "fixed"} | more


def doors(place: Venue) -> list[list[str]]:
    return [
        [
            f"{way.sharer.first()}→{way.door.into}"
            if way.sharer
            else f"{way.door.coming_from}→{way.door.into}"
            for way in area.ways_in
        ]
        for area in filmed_areas(place)
    ]


def test_a_shared_yard_has_its_doors_and_the_sharers_own_side() -> None:
    place = venue(
        [
            room("lockers", "outside", "yard"),
            room("yard", "outside", shared_with="Brewery"),
            room("plant", "yard"),
        ],
        [camera("yard"), camera("plant") | {"id": "d"}],
    )
    assert doors(place) == [["outside→yard", "lockers→yard", "Brewery→yard"]]


def test_two_doors_from_one_room_into_an_area_are_one_way_in_each() -> None:
    place = venue(
        [room("hall", "outside", "shop", "till"), room("shop", "till"), room("till")],
        [camera("shop", "till")],
    )
    assert doors(place) == [["hall→shop", "hall→till"]]


def test_a_back_room_reached_only_through_the_area_is_no_way_in() -> None:
    place = venue(
        [room("hall", "outside", "office"), room("office", "store"), room("store")], [camera("hall")]
    )
    assert doors(place) == [["outside→hall"]]


def test_a_room_with_no_doors_at_all_has_no_way_in() -> None:
    place = venue([room("hall", "outside"), {"id": "vault", "kind": "store"}], [camera("vault")])
    assert doors(place) == [[]]


def test_a_ring_of_rooms_is_walked_once_around() -> None:
    place = venue(
        [room("a", "outside", "b"), room("b", "c"), room("c", "d"), room("d", "a")],
        [camera("c")],
    )
    assert doors(place) == [["b→c", "d→c"]]


def test_a_ring_that_is_filmed_whole_is_entered_once() -> None:
    place = venue([room("a", "outside", "b"), room("b", "c"), room("c", "a")], [camera("a", "b", "c")])
    assert doors(place) == [["outside→a"]]


def test_two_areas_apart_have_their_own_ways_in_and_cross_each_other() -> None:
    place = venue(
        [room("front", "outside", "middle"), room("middle", "back"), room("back")],
        [camera("front"), camera("back") | {"id": "d"}],
    )
    assert doors(place) == [["outside→front"], ["middle→back"]]


def test_doors_and_cameras_that_name_rooms_nobody_declared_are_left_out() -> None:
    place = venue([room("hall", "outside", "nowhere")], [camera("hall", "elsewhere")])
    assert doors(place) == [["outside→hall"]]


def test_what_only_a_dummy_sees_is_not_filmed() -> None:
    rooms = [room("hall", "outside", "till"), room("till")]
    assert doors(venue(rooms, [camera("till", kind="dummy")])) == []


def test_a_camera_of_the_street_alone_is_told_of_at_the_doors_to_it() -> None:
    rooms = [room("hall", "outside", "till"), room("till"), room("yard", "outside")]
    assert doors(venue(rooms, [camera("outside")])) == [["outside→hall", "outside→yard"]]
    assert doors(venue(rooms, [camera("hall", "outside")])) == [["outside→hall"]]
    assert doors(venue(rooms, [camera("outside", kind="dummy")])) == []


def test_two_filmed_rooms_with_a_door_between_them_are_one_area_with_no_notice_at_that_door() -> None:
    place = venue(
        [
            room("hall", "outside", "shop"),
            room("shop", "till"),
            room("till", "yard"),
            room("yard", "outside"),
        ],
        [camera("shop"), camera("till") | {"id": "d"}],
    )
    (area,) = filmed_areas(place)
    assert area.rooms == ("shop", "till")
    assert [each.id for each in area.cameras] == ["c", "d"]
    assert doors(place) == [["hall→shop", "yard→till"]]


def test_one_camera_that_sees_two_rooms_without_a_door_between_them_makes_two_areas() -> None:
    """A pane of glass is no door: nobody walks through it, so each room has its own notices."""
    place = venue(
        [room("hall", "outside", "desk", "pool"), room("desk"), room("pool")], [camera("desk", "pool")]
    )
    assert [area.rooms for area in filmed_areas(place)] == [("desk",), ("pool",)]
    assert [[each.id for each in area.cameras] for area in filmed_areas(place)] == [["c"], ["c"]]
    assert doors(place) == [["hall→desk"], ["hall→pool"]]


def test_an_area_with_two_doors_to_one_room_is_entered_by_each_room_of_it_once() -> None:
    place = venue([room("hall", "outside", "shop", "shop"), room("shop", "hall")], [camera("shop")])
    assert doors(place) == [["hall→shop"]]


def test_where_nobody_can_come_from_outside_no_notice_is_planned() -> None:
    place = venue([room("cellar", "vault"), room("vault")], [camera("vault")])
    assert doors(place) == [[]]


def test_a_filmed_stairwell_shared_with_a_neighbour_has_the_street_door_and_the_neighbours_side() -> None:
    place = venue(
        [room("stairs", "outside", "entrance", shared_with="Dance school"), room("entrance")],
        [camera("stairs")],
    )
    assert doors(place) == [["outside→stairs", "Dance school→stairs"]]


def test_a_shared_stairwell_nobody_films_is_where_the_notice_for_the_next_room_hangs() -> None:
    place = venue(
        [room("stairs", "outside", "entrance", shared_with="Dance school"), room("entrance")],
        [camera("entrance")],
    )
    assert doors(place) == [["stairs→entrance"]]


def test_every_camera_a_dummy_leaves_nothing_filmed() -> None:
    rooms = [room("hall", "outside", "till"), room("till")]
    dummies = [camera("hall", kind="dummy"), camera("till", kind="dummy") | {"id": "d"}]
    assert filmed_areas(venue(rooms, dummies)) == ()
