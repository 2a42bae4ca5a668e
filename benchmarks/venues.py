"""Believable venues in any number, made from the sample bathhouse: `python benchmarks/venues.py 20 FOLDER`.

Names, numbers, periods, purposes and floors differ, so that hardly two sheets carry the same words. Every
floor below asks for five sheets. Telephone numbers are of the ranges kept free for fiction.
"""

from __future__ import annotations

import sys
from copy import deepcopy
from pathlib import Path
from typing import Any

import yaml

SAMPLE = Path(__file__).parents[1] / "venues" / "old-mill-bathhouse.yml"
SHEETS_PER_VENUE = 5

HOUSES = (
    "Quay Street Baths",
    "The Lido at Saint Aldhelm’s",
    "Harbour Steam and Swim",
    "Number Nine Sauna",
    "Fuller’s Yard Bathhouse",
    "The Royal Victoria Turkish Baths and Wellbeing Rooms",
    "Tern & Gannet Sauna",
    "Cooper Row Public Bath",
    "The Old Tramshed Bathing House and Winter Garden",
    "Ash Lane Pool",
    "Saint Brannock’s Well Bathing Rooms",
    "Łaźnia Pod Zegarem",
    "Kiln Road Steam Rooms",
    "Juniper House",
    "The Weavers’ Guild Hall Baths",
    "Lantern Court Spa",
    "Northgate Hammam",
    "Two Rivers Bathhouse and Cold Plunge Company",
    "Mill Pond Sauna Club",
    "Hawthorn Terrace Baths",
)
TOWNS = ("Weirford", "Saltby Haven", "Crosswick-on-Tarn", "Aldermere", "Pennyholt", "Great Marrowby")
STREETS = ("Quay Street", "Cooper Row", "Saint Brannock’s Hill", "Kiln Road", "Lantern Court")
RANGES = ("20 7946 0", "113 496 0", "117 496 0", "131 496 0", "161 496 0")
"""What Ofcom keeps for plays and films, by town; three digits follow."""

PERIODS = ("14 days", "7 days", "72 hours", "10 days", "5 days", "21 days", "28 days")
FIRST_CONTACTS = ("24 hours", "2 days", "3 days")
ANSWERS = ("14 days", "10 days", "3 weeks", "1 month")
DISCLOSURES = (["police", "insurer"], ["police"], "none")
PURPOSES = (
    ["theft_prevention"],
    ["theft_prevention", "evidence_of_incidents"],
    ["entry_control"],
    ["assault_deterrence", "evidence_of_incidents"],
    ["fire_water_safety"],
)
MANAGERS = ("Ruth Calder", "Ewan Prosser", "Halina Dudek", "Priya Nair", "Oluwaseun Adeyemi-Fairbanks")

# Two filmed areas and two doors, three areas and one door, one area and three doors: with the sheet at the
# desk each floor has five sheets.
FLOORS = """
- rooms:
  - {id: entrance, kind: entrance, doors_to: [outside, front-desk]}
  - {id: front-desk, kind: reception, doors_to: [locker-row, office]}
  - {id: locker-row, kind: locker_corridor, doors_to: [changing-women, changing-men, yard]}
  - {id: changing-women, kind: changing_room, doors_to: [sauna]}
  - {id: changing-men, kind: changing_room, doors_to: [sauna]}
  - {id: sauna, kind: sauna}
  - {id: yard, kind: yard, doors_to: [outside, plant], shared_with: Weir Lane Brewery}
  - {id: plant, kind: plant_room}
  - {id: office, kind: office}
  cameras: [entrance, front-desk, yard, plant]
- rooms:
  - {id: entrance, kind: entrance, doors_to: [outside, front-desk]}
  - {id: front-desk, kind: reception, doors_to: [changing-room, office]}
  - {id: changing-room, kind: changing_room, doors_to: [showers]}
  - {id: showers, kind: shower, doors_to: [steam]}
  - {id: steam, kind: steam_room}
  - {id: car-park, kind: car_park, doors_to: [outside]}
  - {id: yard, kind: yard, doors_to: [outside]}
  - {id: office, kind: office}
  cameras: [entrance, yard, car-park]
- rooms:
  - {id: entrance, kind: entrance, doors_to: [outside, front-desk]}
  - {id: front-desk, kind: reception, doors_to: [changing-women, changing-men, office]}
  - {id: changing-women, kind: changing_room, doors_to: [showers]}
  - {id: changing-men, kind: changing_room, doors_to: [showers]}
  - {id: showers, kind: shower, doors_to: [pool-hall]}
  - {id: pool-hall, kind: pool, doors_to: [rest-hall]}
  - {id: rest-hall, kind: rest_hall}
  - {id: office, kind: office}
  cameras: [entrance, front-desk]
"""


def write_venues(count: int, folder: Path) -> list[Path]:
    """Write so many venues into a folder and return their files."""
    folder.mkdir(parents=True, exist_ok=True)
    # As text, as the product reads it: no word is to become a switch or a number on the way.
    sample = yaml.load(SAMPLE.read_text("utf-8"), yaml.BaseLoader)
    floors = yaml.load(FLOORS, yaml.BaseLoader)
    paths = []
    for number in range(count):
        venue = venue_of(number, sample, floors[number % len(floors)])
        path = folder / f"{venue['id']}.yml"
        path.write_text(yaml.safe_dump(venue, sort_keys=False, allow_unicode=True, width=1000), "utf-8")
        paths.append(path)
    return paths


def change_a_fact(path: Path) -> None:
    """Make the manager of one venue keep the recordings a day longer."""
    venue = yaml.load(path.read_text("utf-8"), yaml.BaseLoader)
    count, unit = venue["surveillance"]["retention"].split()
    venue["surveillance"]["retention"] = f"{int(count) + 1} {unit}"
    path.write_text(yaml.safe_dump(venue, sort_keys=False, allow_unicode=True, width=1000), "utf-8")


def venue_of(number: int, sample: dict[str, Any], floor: dict[str, Any]) -> dict[str, Any]:
    """Return the sample with the name, the facts and the floor of another house."""
    town, house = TOWNS[number % len(TOWNS)], HOUSES[number % len(HOUSES)]
    name = house if number < len(HOUSES) else f"{house}, {town} {number // len(HOUSES) + 1}"
    short = f"bath{number + 1}"
    manager = MANAGERS[number % len(MANAGERS)]
    # The look and the own sign of the sample belong to one house, and would be measured twenty times.
    venue = {key: deepcopy(value) for key, value in sample.items() if key not in ("brand", "signs")}
    venue |= {"id": f"{short}-{town.lower().replace(' ', '-')}", "name": name, "rooms": floor["rooms"]}
    venue["operator"] |= {
        "legal_name": f"{name} Ltd",
        "address": {"street": f"{number + 3} {STREETS[number % len(STREETS)]}", "postcode": "AB1 2CD"}
        | {"city": town, "country": "GB"},
        "phone": phone(number, 0),
        "email": f"hello@{short}.example",
        "privacy_contact": {"role": "manager", "email": f"privacy@{short}.example"}
        | {"phone": phone(number, 1)},
    }
    venue["web"] = {"address": f"https://privacy.{short}.example/"}
    venue["surveillance"]["retention"] = PERIODS[number % len(PERIODS)]
    venue["surveillance"]["disclosure"] = DISCLOSURES[number % len(DISCLOSURES)]
    venue["cameras"] = [camera(number, place, room) for place, room in enumerate(floor["cameras"])]
    venue["complaints"] |= {
        "first_contact": FIRST_CONTACTS[number % len(FIRST_CONTACTS)],
        "written_answer": ANSWERS[number % len(ANSWERS)],
    }
    venue["incidents"] |= {"phone": phone(number, 2), "out_of_hours": phone(number, 3)}
    venue["staff"] = {
        "count": str(6 + number % 17),
        "roles": [{"role": "manager", "name": manager, "phone": phone(number, 2), "languages": ["en"]}],
    }
    return venue


def camera(number: int, place: int, room: str) -> dict[str, Any]:
    """Return the camera of a room; what it is for differs from house to house."""
    return {
        "id": f"c{place + 1}",
        "room": room,
        "sees": [room],
        "kind": ("fixed", "dome")[(number + place) % 2],
        "quality": "standard",
        "hours": "always",
        "masked": "yes" if room == "front-desk" else "no",
        "purposes": PURPOSES[(number + place) % len(PURPOSES)],
    }


def phone(number: int, line: int) -> str:
    """Return a telephone number nobody has."""
    return f"+44 {RANGES[number % len(RANGES)]}{(number * 4 + line) % 1000:03}"


if __name__ == "__main__":
    for written in write_venues(int(sys.argv[1]), Path(sys.argv[2])):
        print(written)
