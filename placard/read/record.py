"""A map of a content file read key by key: what is missing, misspelt or of the wrong shape is found."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches

from placard.findings import Finding, Place, Severity
from placard.read.found import found
from placard.read.nodes import Map, Node, Seq, Text

_WHOLE = re.compile(r"[0-9]{1,9}")
"""Other writings have digits that make no number, such as ²; nothing here counts to a thousand million."""


class Record:
    """One map under reading; `finish` reports the keys nobody asked for."""

    def __init__(self, node: Map, findings: list[Finding]) -> None:
        self.node = node
        self.findings = findings
        self._asked: set[str] = set()

    @property
    def place(self) -> Place:
        """Where the map begins."""
        return self.node.place

    def has(self, key: str) -> bool:
        """Tell whether a key was written."""
        return key in self.node.entries

    def take(self, key: str) -> Node | None:
        """Return what stands under a key that may be left out."""
        self._asked.add(key)
        return self.node.get(key)

    def _wrong(self, key: str, code: str) -> None:
        place = self.node.entries[key].place
        self.findings.append(Finding(code, Severity.ERROR, place, {"key": key}))

    def _missing(self, key: str) -> None:
        self.findings.append(found("content.missing", self.place, key=key))

    def text(self, key: str, default: str | None = None) -> str:
        """Return a text; without a default it must be there."""
        node = self.take(key)
        if isinstance(node, Text):
            return node.value
        if node is not None:
            self._wrong(key, "content.not_text")
        elif default is None:
            self._missing(key)
        return default or ""

    def choice(self, key: str, allowed: tuple[str, ...], default: str | None = None) -> str:
        """Return one of a few words; the first stands in for anything else, which is found."""
        value = self.text(key, default)
        if value in allowed:
            return value
        if value:
            place = self.node.entries[key].place
            self.findings.append(
                found("content.not_one_of", place, key=key, found=value, allowed=", ".join(allowed))
            )
        return allowed[0]

    def whole(self, key: str, default: int | None = None) -> int:
        """Return a whole number."""
        value = self.text(key, None if default is None else str(default))
        if _WHOLE.fullmatch(value):
            return int(value)
        if value:
            self._wrong(key, "content.not_number")
        return default or 0

    def switch(self, key: str, default: bool = False) -> bool:
        """Return yes or no."""
        return self.choice(key, ("yes", "no", "true", "false"), "yes" if default else "no") in ("yes", "true")

    def words(self, key: str, required: bool = True) -> dict[str, str]:
        """Return a text per language."""
        node = self.take(key)
        if isinstance(node, Map):
            return texts_of(node, self.findings)
        if node is not None:
            self._wrong(key, "content.not_words")
        elif required:
            self._missing(key)
        return {}

    def words_of_itself(self) -> dict[str, str]:
        """Return this map as a text per language."""
        self._asked.update(self.node.entries)
        return texts_of(self.node, self.findings)

    def lists(self, key: str) -> dict[str, tuple[str, ...]]:
        """Return a map of lists that may be left out: questions by quiz, words by language."""
        below = self.below(key)
        return {name: below.list(name) for name in below.node.entries} if below else {}

    def lines(self, key: str) -> tuple[dict[str, tuple[str, ...]], Place]:
        """Return a line or a list of lines per language, and where they begin."""
        node = self.take(key)
        if not isinstance(node, Map):
            if node is None:
                self._missing(key)
            else:
                self._wrong(key, "content.not_words")
            return {}, self.place
        texts = {}
        for language, entry in node.entries.items():
            items = entry.node.items if isinstance(entry.node, Seq) else (entry.node,)
            texts[language] = tuple(item.value for item in items if isinstance(item, Text))
            if len(texts[language]) < len(items):
                self.findings.append(found("content.not_text", entry.place, key=language))
        return texts, self.node.entries[key].place

    def list(self, key: str) -> tuple[str, ...]:
        """Return a list of texts, empty where left out."""
        node = self.take(key)
        if isinstance(node, Seq) and all(isinstance(item, Text) for item in node.items):
            return tuple(item.value for item in node.items if isinstance(item, Text))
        if node is not None:
            self._wrong(key, "content.not_list")
        return ()

    def records(self, key: str, required: bool = True) -> Iterator[Record]:
        """Yield the maps of a list."""
        node = self.take(key)
        if node is None:
            if required:
                self._missing(key)
            return
        if not isinstance(node, Seq):
            self._wrong(key, "content.not_list")
            return
        for item in node.items:
            if isinstance(item, Map):
                yield Record(item, self.findings)
            else:
                self.findings.append(found("content.not_map", item.place, key=key))

    def below(self, key: str) -> Record | None:
        """Return the map under a key, if it is there."""
        node = self.take(key)
        if isinstance(node, Map):
            return Record(node, self.findings)
        if node is not None:
            self._wrong(key, "content.not_map")
        return None

    def finish(self) -> None:
        """Report every key nobody asked for, with the nearest one that is known."""
        for key, entry in self.node.entries.items():
            if key not in self._asked:
                near = get_close_matches(key, sorted(self._asked), n=1, cutoff=0.0)
                known = near[0] if near else "–"
                self.findings.append(found("content.unknown_key", entry.place, key=key, near=known))


def texts_of(node: Map, findings: list[Finding]) -> dict[str, str]:
    """Return the texts of a flat map; anything else in it is found."""
    texts = {}
    for key, entry in node.entries.items():
        if isinstance(entry.node, Text):
            texts[key] = entry.node.value
        else:
            findings.append(found("content.not_text", entry.place, key=key))
    return texts
