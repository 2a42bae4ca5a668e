"""A YAML file a person wrote, read with every value as text and every fault told at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from placard.findings import Finding, Place, in_order
from placard.read.found import found
from placard.read.letters import read_text, without_unwanted
from placard.read.nodes import Map
from placard.read.yamlfault import diagnose
from placard.read.yamlquick import grow

# Reading starts anew after each line that was mended; a large broken file must not take minutes.
MOST_ROUNDS = 400
MOST_LETTERS = 2_000_000


@dataclass(frozen=True, slots=True)
class Parsed:
    """What a text says and what is wrong with it; `trusted` where each value is what its writer meant.

    Values that are not trusted are good for looking for further mistakes, and for nothing else.
    """

    node: Map | None
    findings: list[Finding]
    trusted: bool = True


def read_yaml(path: Path, shown: str) -> tuple[Map | None, list[Finding]]:
    """Read one file; `shown` is its name in findings. None where its values cannot be trusted."""
    parsed = read_parsed(path, shown)
    return parsed.node if parsed.trusted else None, parsed.findings


def read_parsed(path: Path, shown: str) -> Parsed:
    """The same, with the values of a file that was read to its end but is not trusted."""
    text, findings = read_text(path, shown)
    return Parsed(None, findings) if text is None else parsed_yaml(text, shown)


def parse_yaml(text: str, shown: str) -> tuple[Map | None, list[Finding]]:
    """The same for a text at hand; empty lines before it keep the line numbers of a larger file."""
    parsed = parsed_yaml(text, shown)
    return parsed.node if parsed.trusted else None, parsed.findings


def parsed_yaml(text: str, shown: str) -> Parsed:
    """The same for a text at hand, with values that are not trusted."""
    text, findings = without_unwanted(text, shown)
    trusted, steady = not findings, True
    lines = text.split("\n")
    blamed: set[int] = set()
    left_out: set[int] = set()
    rounds = max(1, min(MOST_ROUNDS, MOST_LETTERS // (len(text) + 1)))
    tree = grow(text, shown)
    while tree.fault and steady:
        told = diagnose(lines, tree.fault, shown)
        if told.row in blamed:
            break
        findings.extend(told.findings)
        blamed.update({told.row} if told.findings else ())
        trusted, steady = trusted and told.faithful, told.steady
        rounds -= 1
        if not told.edits or not rounds:
            break
        left_out.update(row for row, line in told.edits.items() if not line)
        lines = [told.edits.get(row, line) for row, line in enumerate(lines)]
        tree = grow("\n".join(lines), shown)
    if tree.fault and not findings:
        findings.append(found("yaml.unreadable_line", Place(shown, tree.fault.spot.line + 1)))
    # A key that a wide space keeps at the margin is missing further in.
    left_out.update(f.place.line - 1 for f in tree.findings if f.code == "yaml.wide_space")
    blamed.update(f.place.line - 1 for f in findings)
    own = [f for f in tree.findings if not _follows(f, lines, blamed, left_out)]
    node = None if tree.fault or not steady else tree.node
    return Parsed(node, in_order(findings + own), trusted)


def _follows(finding: Finding, lines: Sequence[str], blamed: set[int], left_out: set[int]) -> bool:
    """True for a finding that only says again what is broken: nothing there, where we read nothing."""
    if finding.code in {"yaml.not_a_map", "yaml.table", "yaml.empty_file"}:
        return bool(blamed)
    if finding.code != "yaml.empty_value":
        return False
    below = range(finding.place.line, len(lines))
    first = next((row for row in below if lines[row].strip() or row in left_out), None)
    return first in left_out or finding.place.line - 1 in blamed
