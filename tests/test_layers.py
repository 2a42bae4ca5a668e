"""The pipeline runs one way: a stage never imports a later one, and no module imports itself around."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
# From the lowest to the highest; a package may import itself and whatever stands above it here.
ROWS = [
    "findings",
    "leash",
    "libraries",
    "beside",
    "rubbish",
    "codes",
    "made",
    "model",
    "brand",
    "library",
    "read",
    "derive",
    "phrases",
    "check",
    "schema",
    "plan",
    "compose",
    "outline",
    "titles",
    "wholes",
    "begun",
    "composing",
    "readability",
    "interview",
    "press",
    "site",
    "staff",
    "contact",
    "chains",
    "records",
    "prove",
    "publish",
    "calling",
    "listing",
    "doctor",
    "making",
    "freeing",
    "giving",
    "outcome",
    "gathering",
    "machine",
    "standing",
    "report",
    "telling",
    "planned",
    "deviating",
    "explain",
    "surveying",
    "watchingvenues",
    "watching",
    "wordlist",
    "preview",
    "shortcut",
    "pipeline",
    "newcomer",
    "mkdocs_hook",
    "options",
    "ending",
    "newcommand",
    "cli",
    "__main__",
]
# The site and the sheets are made side by side from the same words; neither knows the other.
STRANGERS = {("site", "press"), ("press", "site"), ("site", "staff"), ("staff", "site")}


def modules() -> dict[str, Path]:
    found = {}
    for path in sorted((ROOT / "placard").rglob("*.py")):
        parts = path.relative_to(ROOT).with_suffix("").parts
        found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return found


MODULES = modules()


def imports(path: Path) -> Iterator[str]:
    """Every module of ours a file imports, inside functions too."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name.startswith("placard"))
        elif isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("placard"):
            for alias in node.names:
                whole = f"{node.module}.{alias.name}"
                yield whole if whole in MODULES else node.module


def row(module: str) -> str:
    parts = module.split(".")
    return parts[1] if len(parts) > 1 else "findings"


def test_every_module_has_a_row_and_every_row_a_module() -> None:
    assert len(MODULES) > 60
    assert {row(module) for module in MODULES if module != "placard"} == set(ROWS)


@pytest.mark.parametrize("module", sorted(MODULES))
def test_a_module_imports_only_its_own_row_and_earlier_ones(module: str) -> None:
    here = row(module)
    for imported in imports(MODULES[module]):
        if imported == "placard":
            continue
        there = row(imported)
        assert ROWS.index(there) <= ROWS.index(here), f"{module} imports {imported}"
        assert (here, there) not in STRANGERS, f"{module} imports {imported}"


def test_no_modules_import_each_other_around() -> None:
    edges = {module: set(imports(path)) - {module} for module, path in MODULES.items()}
    assert sum(len(targets) for targets in edges.values()) > 100
    while edges:
        free = {module for module, targets in edges.items() if not targets & set(edges)}
        assert free, f"a ring of imports among {sorted(edges)}"
        edges = {module: targets for module, targets in edges.items() if module not in free}


def test_no_code_asks_which_type_of_venue_or_which_law_it_is() -> None:
    compared = []
    for path in MODULES.values():
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Compare):
                words = {c.value for c in ast.walk(node) if isinstance(c, ast.Constant)}
                compared.append(words)
                assert not words & {"bathhouse", "beauty_salon", "photo_studio", "gb", "cn", "eu", "pl"}, path
    assert len(compared) > 100
