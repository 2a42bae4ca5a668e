"""The sentences of `content/messages`: how the tool speaks to the person at the keyboard."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from placard.findings import Finding
from placard.read.found import found
from placard.read.nodes import Text
from placard.read.yamlfile import read_yaml

LAST_RESORT = "en"
_SLOT = re.compile(r"\{\{|\}\}|\{([a-z_]+)\}")


@dataclass(frozen=True, slots=True)
class Messages:
    """Sentences by language and code, and what was found wrong with the files that hold them."""

    sentences: Mapping[str, Mapping[str, str]]
    findings: tuple[Finding, ...] = ()

    @classmethod
    def load(cls, content: Sequence[Path], language: str) -> Messages:
        """Read one language and English from content folders; a later folder lies over an earlier one."""
        sentences: dict[str, Mapping[str, str]] = {}
        findings: list[Finding] = []
        for each in dict.fromkeys((LAST_RESORT, language)):
            spoken: dict[str, str] = {}
            for folder in content:
                path = folder / "messages" / f"{each}.yml"
                if path.is_file():
                    spoken.update(_read(path, f"{folder.name}/messages/{path.name}", findings))
            sentences[each] = spoken
        return cls(sentences, tuple(findings))

    def say(self, finding: Finding, language: str) -> str:
        """The sentence of a finding, in English where it has none in this language."""
        sentence = (
            _of_rule(finding, language)
            or self.sentences.get(language, {}).get(finding.code)
            or self.sentences.get(LAST_RESORT, {}).get(finding.code)
        )
        if sentence is None:
            # The file of sentences itself may be what is broken; the bare facts still help.
            facts = ", ".join(f"{name}: {value}" for name, value in finding.values.items())
            return f"{finding.code} ({facts})" if facts else finding.code
        return _SLOT.sub(lambda slot: _filled(slot, finding.values), sentence)


def slots_of(sentence: str) -> frozenset[str]:
    """The `{names}` that a sentence asks for; `{{` and `}}` are braces of the sentence itself."""
    return frozenset(filter(None, _SLOT.findall(sentence)))


def _filled(slot: re.Match[str], values: Mapping[str, str]) -> str:
    return values.get(slot[1], slot[0]) if slot[1] else slot[0][0]


def _of_rule(finding: Finding, language: str) -> str | None:
    texts = finding.texts
    return texts.get(language) or texts.get(LAST_RESORT) or next(iter(texts.values()), None)


def _read(path: Path, shown: str, findings: list[Finding]) -> Mapping[str, str]:
    node, more = read_yaml(path, shown)
    findings.extend(more)
    if node is None:
        return {}
    spoken: dict[str, str] = {}
    for code, entry in node.entries.items():
        if isinstance(entry.node, Text):
            spoken[code] = entry.node.value
        else:
            findings.append(found("messages.not_text", entry.place, code=code))
    return spoken
