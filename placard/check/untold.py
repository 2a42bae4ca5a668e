"""What a law pack does not say yet in the languages of its own country."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from placard.findings import Finding, Severity
from placard.library.law import Pack
from placard.library.texts import Local
from placard.read.found import found


def untold(packs: Iterable[Pack], written: Collection[str]) -> Iterator[Finding]:
    """Name the strings each pack lacks in its own languages; `written` are those anything is written in.

    A pack nobody of its country can read is a draft, so one that is called reviewed is an error.
    """
    for pack in packs:
        for language in pack.languages:
            lacking = lacking_in(pack, language)
            if lacking:
                grave = Severity.ERROR if pack.status == "reviewed" else Severity.WARNING
                which = "; ".join(f"{where} ({', '.join(keys)})" for where, keys in lacking.items())
                count = sum(map(len, lacking.values()))
                values = {"pack": pack.id, "language": language, "which": which}
                yield found("content.pack_untold", pack.place, grave, count=count, **values)
            if language not in written:
                values = {"pack": pack.id, "language": language}
                yield found("content.pack_unwritten", pack.place, Severity.WARNING, **values)


def lacking_in(pack: Pack, language: str) -> dict[str, list[str]]:
    """Return the keys without words in a language, by the rule, authority or clock they belong to."""
    lacking: dict[str, list[str]] = {}
    for where, key, words in _strings(pack):
        if words and language not in words:
            lacking.setdefault(where, []).append(key)
    return lacking


def _strings(pack: Pack) -> Iterator[tuple[str, str, Local]]:
    """Every text of a pack that has a language: whose it is, its key, its words."""
    yield from (
        (pack.id, key, words) for key, words in (("name", pack.name), ("short_name", pack.short_name))
    )
    for rule in pack.rules:
        keys = (("title", rule.title), ("ask", rule.ask), ("say", rule.say))
        yield from ((rule.id, key, words) for key, words in keys)
    for authority in pack.authorities.values():
        yield authority.id, "name", authority.name
    for clock in pack.clocks.values():
        yield from (
            (clock.id, key, words) for key, words in (("when", clock.when), ("not_for", clock.not_for))
        )
    for entry in pack.watch.entries.values():
        yield entry.id, "what", entry.what
        yield entry.id, "changes", entry.changes
