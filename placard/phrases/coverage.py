"""Whether a language can say what words ask for: every code, unit and plural class has its phrase."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from babel import Locale

from placard.derive.doors import OUTSIDE
from placard.library.vocabulary import Labels, Language
from placard.model.values import Unit
from placard.phrases.forms import OWN_NAME, WITHOUT_NUMBER
from placard.phrases.placeholders import Placeholder
from placard.phrases.values import FactKind, FactSpec

_FIXED = {
    FactKind.NAME: ("name",),
    FactKind.NAMES: ("list",),
    FactKind.EMAIL: ("link", "name"),
    FactKind.PHONE: ("link", "name"),
    FactKind.WEB: ("link", "name"),
    FactKind.ADDRESS: ("line",),
    FactKind.COUNTRY: ("name",),
    FactKind.HOURS: ("name",),
    FactKind.LANGUAGES: ("list",),
    FactKind.PAGES: ("link",),
    FactKind.WAY: ("link", "name"),
    FactKind.WAYS: ("list",),
}

ROOMS_WITHOUT_A_KIND = frozenset({OUTSIDE, OWN_NAME})


def plural_classes(language: Language) -> frozenset[str]:
    """Return the CLDR plural classes of a language; `other` belongs to every one."""
    return frozenset({*Locale.parse(language.cldr).plural_form.tags, "other"})


def unsayable(
    spec: FactSpec,
    asked: Placeholder,
    language: Language,
    labels: Labels,
    codes: Mapping[str, frozenset[str]],
) -> Iterator[str]:
    """Yield what a language lacks to say a fact in a form; nothing where it can say it for every value."""
    match spec.kind:
        case FactKind.DURATION:
            units = labels.durations.get(asked.form, {})
            yield from _plurals(f"durations.{asked.form}", units, language, set(Unit))
        case FactKind.DATE:
            if asked.form not in labels.dates:
                yield f"dates.{asked.form}"
        case FactKind.COUNT:
            counts = {asked.argument: labels.counts.get(asked.argument, {})}
            yield from _plurals("counts", counts if asked.form == "count" else {}, language, {asked.argument})
        case FactKind.CODE | FactKind.ROOM:
            yield from _phrases(spec, asked.form, labels, codes)
        case FactKind.CALL:
            yield from _phrases(spec, asked.form, labels, codes)
            yield from _phrases(spec, asked.form + WITHOUT_NUMBER, labels, codes)
        case FactKind.CODES if asked.form == "any":
            yield from _phrases(spec, asked.argument or "name", labels, codes)
        case FactKind.CODES | FactKind.ROOMS if asked.form == "list":
            yield from _phrases(spec, asked.argument or "name", labels, codes)
        case _:
            if asked.form not in _FIXED.get(spec.kind, ()):
                yield asked.form


def _plurals(
    where: str, phrases: Mapping[str, Mapping[str, str]], language: Language, needed: set[Unit] | set[str]
) -> Iterator[str]:
    for name in sorted(needed):
        lacking = plural_classes(language) - set(phrases.get(name, {}))
        yield from (f"{where}.{name}.{plural}" for plural in sorted(lacking))


def _phrases(spec: FactSpec, form: str, labels: Labels, codes: Mapping[str, frozenset[str]]) -> Iterator[str]:
    vocabulary = "rooms" if spec.kind in (FactKind.ROOM, FactKind.ROOMS) else (spec.vocabulary or "")
    known = labels.codes.get(vocabulary, {})
    always = ROOMS_WITHOUT_A_KIND if vocabulary == "rooms" else frozenset()
    for code in sorted(codes.get(vocabulary, frozenset()) | always):
        if form not in known.get(code, {}):
            yield f"codes.{vocabulary}.{code}.{form}"
