"""How each kind of text in a venue file is read: every reader says what is there, its code what to write.

The error types are codes of messages in `content/messages`; `{found}` is what stands in the file.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date, time
from typing import Any
from unicodedata import category

from babel import Locale
from pydantic_core import PydanticCustomError

from placard.findings import Said, said
from placard.model.ignorance import UNANSWERED, Quoted
from placard.model.quantities import Duration, Hours, LocalText

_YES = {"yes", "true", "on"}
_NO = {"no", "false", "off"}
_WORDS_FOR_HOURS = {"always", "open", "closed"}
_SPAN = re.compile(r"(\d{1,2}):(\d{2})\s*[-–]\s*(\d{1,2}):(\d{2})")
_EMAIL = r"[\w.!#$*+=^`{|}~/-]{1,64}@[^\W_](?:[\w-]*[^\W_])?(?:\.[^\W_](?:[\w-]*[^\W_])?)+"

_IGNORANCE = {"none": "model.must_be_some", UNANSWERED.value: "model.must_be_known"}

_MARKS = ("P", "Z")
"""What Unicode calls punctuation and blanks; a text of nothing else, such as "?", says nothing."""

_METRES = re.compile(r"(\d{1,2}(?:\.\d{1,2})?)\s*m")
OWN = "own:"
"""What begins the name of a sign an owner writes: `own:quiet-hours`."""

FARTHEST_M = 12
"""Beyond this no sheet an office prints on bears a headline (signage-standards 1.7)."""

_WIDE = {wide: wide - 0xFEE0 for wide in range(0xFF01, 0xFF5F)} | {0x3000: 0x20}
"""Digits and signs of a Chinese keyboard, and the ordinary ones they stand for in numbers."""

Reader = Callable[[Any], Any]

_NO_COUNTRY = {"EU", "EZ", "QO", "UN", "XA", "XB", "ZZ"}  # CLDR names these beside the countries
TERRITORIES = {str(code) for code in Locale("en").territories} - _NO_COUNTRY


def _shape(value: Any) -> Said:
    return said("words.list" if isinstance(value, (list, tuple)) else "words.map")


def _refused(code: str, value: Any) -> PydanticCustomError:
    return PydanticCustomError(code, "", {"found": value if isinstance(value, str) else _shape(value)})


def _narrow(value: Any) -> Any:
    return value.translate(_WIDE) if isinstance(value, str) else value


def matching(pattern: str, code: str, longest: int = 400) -> Callable[[Any], str]:
    """Return a reader of texts of one shape."""
    shape = re.compile(pattern)

    def read(value: Any) -> str:
        if isinstance(value, str) and len(value) <= longest and shape.fullmatch(value):
            return value
        raise _refused(code, value)

    return read


def text(value: Any) -> str:
    """Read a line of text; blanks around it do not count.

    `none` and `unanswered` get here only where a field does not know them, and are never the text
    itself; in quotes they are a name like any other.
    """
    if not isinstance(value, str):
        raise _refused("model.not_text", value)
    if value in _IGNORANCE and not isinstance(value, Quoted):
        raise _refused(_IGNORANCE[value], value)
    if not value.strip():
        raise PydanticCustomError("model.empty_text", "", {})
    if all(category(letter)[0] in _MARKS for letter in value):
        raise _refused("model.only_marks", value)
    return value.strip()


def switch(value: Any) -> bool:
    """Read yes or no."""
    if isinstance(value, bool):
        return value
    if isinstance(value, str) and value.lower() in _YES | _NO:
        return value.lower() in _YES
    raise _refused("model.not_a_switch", value)


def whole(value: Any) -> int:
    """Read a whole number."""
    if isinstance(value, int):
        return value
    if isinstance(value, str) and re.fullmatch(r"\d{1,9}", _narrow(value)):
        return int(value)
    raise _refused("model.not_a_whole_number", value)


def length(value: Any) -> Duration:
    """Read a length of time."""
    if isinstance(value, Duration):
        return value
    try:
        read = Duration.read(_narrow(value) if isinstance(value, str) else "")
    except ValueError:
        raise _refused("model.not_a_duration", value) from None
    if read.number == 0:
        raise _refused("model.no_duration", value)
    return read


def day(value: Any) -> date:
    """Read a date, year first."""
    if isinstance(value, date):
        return value
    try:
        written = _narrow(value)
        if not (isinstance(written, str) and re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", written)):
            raise ValueError
        return date.fromisoformat(written)
    except ValueError:
        raise _refused("model.not_a_date", value) from None


def span(value: Any) -> Hours | str:
    """Read hours of the day, or one of the words for them."""
    if isinstance(value, Hours) or (isinstance(value, str) and value in _WORDS_FOR_HOURS):
        return value
    match = _SPAN.fullmatch(_narrow(value) if isinstance(value, str) else "")
    try:
        if not match:
            raise ValueError
        first_hour, first_minute, last_hour, last_minute = (int(part) for part in match.groups())
        return Hours(time(first_hour, first_minute), time(last_hour, last_minute))
    except ValueError:
        raise _refused("model.not_hours", value) from None


def distance(value: Any) -> float:
    """Read a reading distance in metres, such as `2 m` or `1.5 m`."""
    if isinstance(value, float):
        return value
    match = _METRES.fullmatch(_narrow(value) if isinstance(value, str) else "")
    if match is None or not 0 < float(match[1]) <= FARTHEST_M:
        raise _refused("model.not_a_distance", value)
    return float(match[1])


def local_text(value: Any) -> LocalText:
    """Read words given once, or once per language."""
    if isinstance(value, LocalText):
        return value
    if isinstance(value, Mapping):
        if not value:
            raise PydanticCustomError("model.empty_text", "", {})
        return LocalText(by_language={language_code(key): text(words) for key, words in value.items()})
    return LocalText(everywhere=text(value))


def colour(value: Any) -> str:
    """Read a colour; capitals make no difference."""
    return _colour(value).lower()


def country(value: Any) -> str:
    """Read a country by its two letters; letters no country bears are refused."""
    code = _country(value)
    if code not in TERRITORIES:
        raise _refused("model.no_such_country", value)
    return code


def web_address(value: Any) -> str:
    """Read a web address; it always ends in a slash, because pages lie under it."""
    address = _web_address(value)
    return address if address.endswith("/") else address + "/"


def phone(value: Any) -> str:
    """Read a telephone number; digits of a Chinese keyboard become ordinary ones."""
    return _phone(_narrow(value))


_web_address = matching(r"https?://[^\s<>\"'\\{}|^`\[\]?#]+", "model.not_a_web_address")
_CODE = r"[a-z0-9][a-z0-9_.\-]*"
code = matching(_CODE, "model.not_a_code")
sign_name = matching(rf"{OWN}[a-z0-9]+(-[a-z0-9]+)*|{_CODE}", "model.not_a_sign", longest=60)
language_code = matching(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*", "model.not_a_language")
identifier = matching(r"[a-z0-9]+(-[a-z0-9]+)*", "model.not_an_id", longest=60)
_country = matching(r"[A-Z]{2}", "model.not_a_country")
email = matching(_EMAIL, "model.not_an_email")
_phone = matching(r"\+?[0-9][0-9 ()/.\-]{1,28}[0-9]", "model.not_a_phone")
_colour = matching(r"#[0-9a-fA-F]{6}", "model.not_a_colour")
