"""The sentences of `content/messages` and the names of `content/fields`: how the tool speaks to an owner."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from babel import Locale, UnknownLocaleError

from placard.findings import FIELD, Finding, Said
from placard.read.found import found
from placard.read.nodes import Map, Text
from placard.read.yamlfile import read_yaml

LAST_RESORT = "en"
PLURAL_CLASSES = frozenset({"zero", "one", "two", "few", "many", "other"})
Plurals = Mapping[str, str]
_SLOT = re.compile(r"\{\{|\}\}|\{([a-z_]+)\}")


@dataclass(frozen=True, slots=True)
class Messages:
    """Sentences by language and code, those with a plural and names of fields apart; faults of the files."""

    sentences: Mapping[str, Mapping[str, str]]
    plurals: Mapping[str, Mapping[str, Plurals]]
    findings: tuple[Finding, ...] = ()
    fields: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    @classmethod
    def load(cls, content: Sequence[Path], *languages: str) -> Messages:
        """Read languages and English from content folders; a later folder lies over an earlier one."""
        sentences: dict[str, Mapping[str, str]] = {}
        plurals: dict[str, Mapping[str, Plurals]] = {}
        fields: dict[str, Mapping[str, str]] = {}
        findings: list[Finding] = []
        for each in dict.fromkeys((LAST_RESORT, *languages)):
            spoken: dict[str, str] = {}
            counted: dict[str, Plurals] = {}
            named: dict[str, str] = {}
            for folder in content:
                for words in ("messages", "fields"):
                    read = _read_if_there(folder / words / f"{each}.yml", f"{folder.name}/{words}/{each}.yml")
                    (spoken if words == "messages" else named).update(read.sentences)
                    counted.update(read.plurals)
                    findings += read.findings
            sentences[each], plurals[each], fields[each] = spoken, counted, named
        return cls(sentences, plurals, tuple(findings), fields)

    def say(self, finding: Finding, language: str) -> str:
        """The sentence of a finding, in English where it has none in this language."""
        sentence = _of_rule(finding, language) or self._words(finding.code, finding.values, language)
        values = self.values(finding, language)
        # The file of sentences itself may be what is broken; the bare facts still help.
        return _filled(sentence, values) if sentence else _bare(finding.code, values)

    def values(self, finding: Finding, language: str) -> dict[str, str]:
        """What fills the sentence of a finding."""
        return {name: self._put(value, language) for name, value in finding.values.items()}

    def tell(self, said: Said, language: str) -> str:
        """A line that is no finding, indented as it asks to be."""
        if said.code == FIELD:
            return self.name_of(str(said.values["path"]), language)
        values = {name: self._put(value, language) for name, value in said.values.items()}
        sentence = self._words(said.code, said.values, language)
        return " " * said.indent + (_filled(sentence, values) if sentence else _bare(said.code, values))

    def name_of(self, path: str, language: str) -> str:
        """What an owner calls a field: the name under its path, or under the longest ending of it."""
        steps = path.split(".")
        for each in (language, LAST_RESORT):
            for start in range(len(steps)):
                if name := self.fields.get(each, {}).get(".".join(steps[start:])):
                    return name
        return path

    def _put(self, value: str | int | Said | Mapping[str, str], language: str) -> str:
        if isinstance(value, Said):
            return self.tell(value, language)
        if isinstance(value, Mapping):
            return in_language(value, language) or ""
        return str(value)

    def _words(self, code: str, values: Mapping[str, object], language: str) -> str | None:
        for each in (language, LAST_RESORT):
            forms = self.plurals.get(each, {}).get(code)
            if forms:
                number = values.get("n")
                return forms.get(plural_class(each, number)) or forms.get("other")
            if sentence := self.sentences.get(each, {}).get(code):
                return sentence
        return None


def languages_told(content: Sequence[Path]) -> list[str]:
    """The languages there are sentences in."""
    return sorted({path.stem for folder in content for path in folder.glob("messages/*.yml")})


def plural_class(language: str, number: object) -> str:
    """Return the CLDR plural class of a number; `other` for a language nobody has rules for."""
    try:
        locale = Locale.parse(language, sep="-")
    except (UnknownLocaleError, ValueError):
        return "other"
    return str(locale.plural_form(int(str(number))))


def in_language(texts: Mapping[str, str], language: str) -> str | None:
    """Words by language: this one, else English, else whatever there is."""
    return texts.get(language) or texts.get(LAST_RESORT) or next(iter(texts.values()), None)


def filled(sentence: str, values: Mapping[str, str | Mapping[str, str]], language: str) -> str:
    """A sentence with its `{names}` filled, those told by language in this one."""
    told = {k: v if isinstance(v, str) else in_language(v, language) or "" for k, v in values.items()}
    return _filled(sentence, told)


def slots_of(sentence: str) -> frozenset[str]:
    """The `{names}` that a sentence asks for; `{{` and `}}` are braces of the sentence itself."""
    return frozenset(filter(None, _SLOT.findall(sentence)))


def _filled(sentence: str, values: Mapping[str, str]) -> str:
    def put(slot: re.Match[str]) -> str:
        return values.get(slot[1], slot[0]) if slot[1] else slot[0][0]

    return _SLOT.sub(put, sentence)


def _bare(code: str, values: Mapping[str, str]) -> str:
    facts = ", ".join(f"{name}: {value}" for name, value in values.items())
    return f"{code} ({facts})" if facts else code


def _of_rule(finding: Finding, language: str) -> str | None:
    return in_language(finding.texts, language)


@dataclass(frozen=True, slots=True)
class _File:
    sentences: Mapping[str, str] = field(default_factory=dict)
    plurals: Mapping[str, Plurals] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()


def _read_if_there(path: Path, shown: str) -> _File:
    if not path.is_file():
        return _File()
    status = path.stat()
    return _read(path, shown, status.st_mtime_ns, status.st_size)


@lru_cache(maxsize=32)
def _read(path: Path, shown: str, _written: int, _size: int) -> _File:
    """Read one file, once in a run: what it holds is checked first and spoken from later."""
    node, findings = read_yaml(path, shown)
    spoken: dict[str, str] = {}
    counted: dict[str, Plurals] = {}
    for code, entry in node.entries.items() if node else ():
        if isinstance(entry.node, Text):
            spoken[code] = entry.node.value
        elif isinstance(entry.node, Map) and (forms := _plural(entry.node)):
            counted[code] = forms
        else:
            findings.append(found("messages.not_text", entry.place, code=code))
    return _File(spoken, counted, tuple(findings))


def _plural(node: Map) -> Plurals:
    """The plural forms of one message, or nothing where the map is something else."""
    forms = {key: entry.node.value for key, entry in node.entries.items() if isinstance(entry.node, Text)}
    return forms if "other" in forms and PLURAL_CLASSES.issuperset(node.entries) else {}
