"""The values facts are made of: durations, dates, hours, switches, texts, codes.

Every scalar arrives as the text that stands in the file; each type reads it and says, where it
cannot, what is there and what to write instead (`PydanticCustomError` types are message codes).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum
from functools import total_ordering
from typing import Annotated, Any

from pydantic import PlainValidator, WithJsonSchema
from pydantic_core import PydanticCustomError


class Unit(StrEnum):
    """A unit of time as written in a venue file."""

    MINUTE = "minute"
    HOUR = "hour"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


_SHORTEST_HOURS = {"minute": 1 / 60, "hour": 1, "day": 24, "week": 168, "month": 28 * 24, "year": 365 * 24}
_LONGEST_HOURS = {"minute": 1 / 60, "hour": 1, "day": 24, "week": 168, "month": 31 * 24, "year": 366 * 24}
_WRITTEN = re.compile(r"(\d{1,4})\s*(minute|hour|day|week|month|year)s?")
_ISO = re.compile(r"P(?:(\d{1,4})([DWMY])|T(\d{1,4})([HM]))")
_ISO_UNIT = {"D": "day", "W": "week", "M": "month", "Y": "year"}


@total_ordering
@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time in one unit, never converted: `14 days` is not `2 weeks` on a sign."""

    number: int
    unit: Unit

    @classmethod
    def read(cls, text: str) -> Duration:
        """Read `14 days` or ISO 8601 `P14D`; raises `ValueError`."""
        if written := _WRITTEN.fullmatch(text.strip()):
            return cls(int(written[1]), Unit(written[2]))
        if iso := _ISO.fullmatch(text.strip()):
            if iso[3]:
                return cls(int(iso[3]), Unit.HOUR if iso[4] == "H" else Unit.MINUTE)
            return cls(int(iso[1]), Unit(_ISO_UNIT[iso[2]]))
        raise ValueError(text)

    def shortest_hours(self) -> float:
        """The fewest hours this can be (a month of 28 days), for `at_least`."""
        return self.number * _SHORTEST_HOURS[self.unit]

    def longest_hours(self) -> float:
        """The most hours this can be (a month of 31 days), for `at_most`."""
        return self.number * _LONGEST_HOURS[self.unit]

    def __lt__(self, other: Duration) -> bool:
        if self.unit == other.unit:
            return self.number < other.number
        return self.longest_hours() < other.longest_hours()

    def __str__(self) -> str:
        return f"{self.number} {self.unit}{'' if self.number == 1 else 's'}"


@dataclass(frozen=True, slots=True)
class Hours:
    """A daily span of time; may run over midnight."""

    begins: time
    ends: time

    def __str__(self) -> str:
        return f"{self.begins:%H:%M}-{self.ends:%H:%M}"


@dataclass(frozen=True, slots=True)
class LocalText:
    """Words an owner typed: one string for every language, or one per language."""

    everywhere: str = ""
    by_language: Mapping[str, str] | None = None

    def in_language(self, language: str) -> str | None:
        """Return the words for a language, or `None` where the owner gave none."""
        if self.by_language is None:
            return self.everywhere
        return self.by_language.get(language)

    def first(self) -> str:
        """Return any one form of the words, for reports."""
        if self.by_language is None:
            return self.everywhere
        return next(iter(self.by_language.values()))


_YES = {"yes", "true", "on"}
_NO = {"no", "false", "off"}


def _shown(value: Any) -> str:
    if isinstance(value, str):
        return value
    return "a list" if isinstance(value, (list, tuple)) else "a map of further keys"


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise PydanticCustomError("model.not_text", "", {"found": _shown(value)})
    if not value.strip():
        raise PydanticCustomError("model.empty_text", "", {})
    return value.strip()


def _switch(value: Any) -> bool:
    if isinstance(value, bool):
        return value
    if isinstance(value, str) and value.lower() in _YES | _NO:
        return value.lower() in _YES
    raise PydanticCustomError("model.not_a_switch", "", {"found": _shown(value)})


def _whole(value: Any) -> int:
    if isinstance(value, int):
        return value
    if isinstance(value, str) and re.fullmatch(r"\d{1,9}", value):
        return int(value)
    raise PydanticCustomError("model.not_a_whole_number", "", {"found": _shown(value)})


def _duration(value: Any) -> Duration:
    if isinstance(value, Duration):
        return value
    try:
        return Duration.read(value if isinstance(value, str) else "")
    except ValueError:
        raise PydanticCustomError("model.not_a_duration", "", {"found": _shown(value)}) from None


def _date(value: Any) -> date:
    if isinstance(value, date):
        return value
    try:
        if not (isinstance(value, str) and re.fullmatch(r"\d{4}-\d{2}-\d{2}", value)):
            raise ValueError
        return date.fromisoformat(value)
    except ValueError:
        raise PydanticCustomError("model.not_a_date", "", {"found": _shown(value)}) from None


_WORDS_FOR_HOURS = {"always", "open", "closed"}


def _span(value: Any) -> Hours | str:
    if isinstance(value, Hours) or (isinstance(value, str) and value in _WORDS_FOR_HOURS):
        return value
    match = re.fullmatch(
        r"(\d{1,2}):(\d{2})\s*[-–]\s*(\d{1,2}):(\d{2})", value if isinstance(value, str) else ""
    )
    try:
        if not match:
            raise ValueError
        first_hour, first_minute, last_hour, last_minute = (int(part) for part in match.groups())
        return Hours(time(first_hour, first_minute), time(last_hour, last_minute))
    except ValueError:
        raise PydanticCustomError("model.not_hours", "", {"found": _shown(value)}) from None


def _code(value: Any) -> str:
    if isinstance(value, str) and re.fullmatch(r"[a-z0-9][a-z0-9_.\-]*", value):
        return value
    raise PydanticCustomError("model.not_a_code", "", {"found": _shown(value)})


def _language_code(value: Any) -> str:
    if isinstance(value, str) and re.fullmatch(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*", value):
        return value
    raise PydanticCustomError("model.not_a_language", "", {"found": _shown(value)})


def _identifier(value: Any) -> str:
    if isinstance(value, str) and re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", value) and len(value) <= 60:
        return value
    raise PydanticCustomError("model.not_an_id", "", {"found": _shown(value)})


def _country(value: Any) -> str:
    if isinstance(value, str) and re.fullmatch(r"[A-Z]{2}", value):
        return value
    raise PydanticCustomError("model.not_a_country", "", {"found": _shown(value)})


def _web_address(value: Any) -> str:
    if isinstance(value, str) and re.fullmatch(r"https?://[^\s<>\"'\\{}|^`]+", value):
        return value if value.endswith("/") else value + "/"
    raise PydanticCustomError("model.not_a_web_address", "", {"found": _shown(value)})


_EMAIL = re.compile(r"[\w.!#$*+=^`{|}~/-]{1,64}@[^\W_](?:[\w-]*[^\W_])?(?:\.[^\W_](?:[\w-]*[^\W_])?)+")


def _email(value: Any) -> str:
    if isinstance(value, str) and _EMAIL.fullmatch(value):
        return value
    raise PydanticCustomError("model.not_an_email", "", {"found": _shown(value)})


def _phone(value: Any) -> str:
    if isinstance(value, str) and re.fullmatch(r"\+?[0-9][0-9 ()/.\-]{1,28}[0-9]", value):
        return value
    raise PydanticCustomError("model.not_a_phone", "", {"found": _shown(value)})


def _colour(value: Any) -> str:
    if isinstance(value, str) and re.fullmatch(r"#[0-9a-fA-F]{6}", value):
        return value.lower()
    raise PydanticCustomError("model.not_a_colour", "", {"found": _shown(value)})


def _local_text(value: Any) -> LocalText:
    if isinstance(value, LocalText):
        return value
    if isinstance(value, Mapping):
        return LocalText(by_language={_language_code(key): _text(words) for key, words in value.items()})
    return LocalText(everywhere=_text(value))


_SCALAR: dict[str, Any] = {"type": ["string", "number"]}
_ID = r"^[a-z0-9]+(-[a-z0-9]+)*$"
_SPAN = r"^(always|open|closed|\d{1,2}:\d{2}\s*[-–]\s*\d{1,2}:\d{2})$"
_LENGTH = f"^({_WRITTEN.pattern}|{_ISO.pattern})$"

# Beside each reader stands what an editor's JSON Schema should accept (YAML 1.2 types).
Text = Annotated[str, PlainValidator(_text), WithJsonSchema(_SCALAR)]
Switch = Annotated[bool, PlainValidator(_switch), WithJsonSchema({"enum": [True, False, "yes", "no"]})]
Whole = Annotated[int, PlainValidator(_whole), WithJsonSchema({"type": ["integer", "string"]})]
Length = Annotated[
    Duration, PlainValidator(_duration), WithJsonSchema({"type": "string", "pattern": _LENGTH})
]
Day = Annotated[
    date, PlainValidator(_date), WithJsonSchema({"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$"})
]
Span = Annotated[Hours | str, PlainValidator(_span), WithJsonSchema({"type": "string", "pattern": _SPAN})]
Code = Annotated[str, PlainValidator(_code), WithJsonSchema({"type": "string"})]
LanguageCode = Annotated[str, PlainValidator(_language_code), WithJsonSchema({"type": "string"})]
Identifier = Annotated[
    str, PlainValidator(_identifier), WithJsonSchema({"type": ["string", "number"], "pattern": _ID})
]
Country = Annotated[
    str, PlainValidator(_country), WithJsonSchema({"type": "string", "pattern": "^[A-Z]{2}$"})
]
WebAddress = Annotated[
    str, PlainValidator(_web_address), WithJsonSchema({"type": "string", "pattern": "^https?://"})
]
Email = Annotated[str, PlainValidator(_email), WithJsonSchema({"type": "string", "pattern": "@"})]
Phone = Annotated[str, PlainValidator(_phone), WithJsonSchema(_SCALAR)]
Colour = Annotated[
    str, PlainValidator(_colour), WithJsonSchema({"type": "string", "pattern": "^#[0-9a-fA-F]{6}$"})
]
Words = Annotated[
    LocalText,
    PlainValidator(_local_text),
    WithJsonSchema({"anyOf": [_SCALAR, {"type": "object", "additionalProperties": _SCALAR}]}),
]
