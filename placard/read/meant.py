"""What somebody probably meant by a value nothing can be made of: a day, a country, a language, a code."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Collection, Iterator, Mapping
from datetime import date

from babel import Locale
from babel.core import UnknownLocaleError, get_global

from placard.model.scalars import TERRITORIES
from placard.read.messages import LAST_RESORT

_NUMBERS = re.compile(r"(\d{1,4})([-./\s]+|年)\s*(\d{1,2})([-./\s]+|月)\s*(\d{1,4})\s*日?\.?")


def days(written: str) -> tuple[str, ...]:
    """Return the days three numbers may stand for, as they should be written; two where one cannot tell."""
    hit = _NUMBERS.fullmatch(written)
    if hit is None:
        return ()
    first, mark, second, third = hit[1], hit[2], hit[3], hit[5]
    if len(first) == 4:
        orders = [(first, second, third)]
    elif len(third) != 4:
        return ()
    elif "." in mark:
        orders = [(third, second, first)]
    else:
        orders = [(third, second, first), (third, first, second)]
    return tuple(dict.fromkeys(day for order in orders for day in _day(*order)))


def _day(year: str, month: str, day: str) -> Iterator[str]:
    try:
        yield date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return


def country(written: str, languages: Collection[str]) -> str:
    """Return the letters of a country by its name in one of the languages, or nothing."""
    capitals = written.strip().upper()
    if capitals in TERRITORIES:
        return capitals
    alias = get_global("territory_aliases").get(capitals, ())
    if len(alias) == 1:
        return str(alias[0])
    return _by_name(written, languages, lambda locale: locale.territories, TERRITORIES)


def language(written: str, languages: Collection[str]) -> str:
    """Return the code of a language by its name in one of the languages, or nothing."""
    code = written.strip().replace("_", "-")
    if code != written or code != code.lower():
        locale = _locale(code)
        if locale is not None:
            return "-".join(part for part in (locale.language, locale.script) if part)
    return _by_name(written, languages, lambda locale: locale.languages, None)


def _by_name(
    written: str,
    languages: Collection[str],
    names: Callable[[Locale], Mapping[str, str]],
    known: Collection[str] | None,
) -> str:
    wanted = written.strip().casefold()
    for each in dict.fromkeys((*languages, LAST_RESORT)):
        locale = _locale(each)
        for code, name in names(locale).items() if locale else ():
            if name.casefold() == wanted and (known is None or code in known):
                return str(code).replace("_", "-")
    return ""


def _locale(code: str) -> Locale | None:
    try:
        return Locale.parse(code, sep="-")
    except (UnknownLocaleError, ValueError, TypeError):
        return None


def like_code(written: str) -> str:
    """Return words in the letters of a code, such as `treatment_room`; empty where none are left."""
    return _plain(written, "_")


def like_id(written: str) -> str:
    """Return words in the letters of an id, such as `front-desk`; empty where none are left."""
    return _plain(written, "-")


def _plain(written: str, joint: str) -> str:
    letters = unicodedata.normalize("NFKD", written).lower()
    bare = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return re.sub(r"[^a-z0-9]+", joint, bare).strip(joint)
