"""A chain of two branches: nearly everything of the sample in the shared file, little in the branches."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

Reed = Callable[..., Path]


@pytest.fixture(scope="session")
def type_chain(sample_text: str) -> Callable[..., Path]:
    """Type a chain called reed into a folder: `type_chain(folder, {"north": "phones: …"}, "locks: […]")`."""

    def type_it(folder: Path, branches: Mapping[str, str], shared: str = "") -> Path:
        reed = folder / "reed"
        reed.mkdir(parents=True, exist_ok=True)
        left_out = ("id:", "name:", "brand:", "#")
        lines = [line for line in sample_text.splitlines() if not line.startswith(left_out)]
        (reed / "_shared.yml").write_text("\n".join([*lines, shared, ""]), "utf-8")
        for name, text in branches.items():
            head = f"extends: _shared.yml\nid: {name}\nname: {name.title()}\n"
            (reed / f"{name}.yml").write_text(head + text, "utf-8")
        return folder

    return type_it
