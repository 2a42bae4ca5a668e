"""How fast everything is checked, beside reading the same files as bare YAML: see README.md here."""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
from datetime import date
from pathlib import Path
from typing import Any

from measuring import Measured, run

from venues import write_venues

ROOT = Path(__file__).resolve().parents[1]
PROCESSORS = 2
TARGET = 4.0
"""How many times as long as bare reading a check may take."""

BARE = "import pathlib, sys, yaml\nfor p in sorted(pathlib.Path(sys.argv[1]).rglob('*.yml')):\n    {}"
C_LOADER = BARE.format("yaml.load(p.read_text('utf-8'), yaml.CSafeLoader)")
SAFE_LOAD = BARE.format("yaml.safe_load(p.read_text('utf-8'))")
OURS = """
import pathlib, sys
from placard.read.venue import read_venue
for p in sorted(pathlib.Path(sys.argv[1]).rglob('*.yml')):
    read_venue(p, p.name)
"""
NOTHING = "import yaml"

STEPS = {
    "n": "Python started, yaml imported",
    "y": "yaml.load, CSafeLoader",
    "s": "yaml.safe_load",
    "r": "our reading alone: lines, types",
    "1": "build.py check, one process",
    "c": "build.py check",
    "w": "build.py check of 20, the words",
}


def main() -> None:
    """Measure, print a table, and write the figures where asked."""
    told = _arguments()
    os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:PROCESSORS])
    with tempfile.TemporaryDirectory(prefix="placard-check-") as folder:
        figures = measured(Path(folder), told.venues)
    print(table(figures))
    reached = "reached" if figures["ratios"]["c"] <= TARGET else "MISSED"
    print(f"target, at most {TARGET:.0f} times CSafeLoader: {reached}")
    if told.json:
        told.json.write_text(json.dumps(figures, indent=2) + "\n", "utf-8")


def measured(folder: Path, count: int) -> dict[str, Any]:
    """Measure each step once, in an empty folder; Python's files are compiled before."""
    many, few = folder / "many", folder / "few"
    size = sum(path.stat().st_size for path in write_venues(count, many))
    write_venues(20, few)
    python, check = sys.executable, [sys.executable, str(ROOT / "build.py"), "check", "--samples"]
    check += ["--as-of", "2026-12-01", "--out", str(folder / "out"), "--venues"]
    commands = {
        "n": [python, "-c", NOTHING],
        "y": [python, "-c", C_LOADER, str(many)],
        "s": [python, "-c", SAFE_LOAD, str(many)],
        "r": [python, "-c", OURS, str(many)],
        "1": [*check, str(many), "--jobs", "1"],
        "c": [*check, str(many)],
        "w": [*check, str(few)],
    }
    here = {**os.environ, "PYTHONPATH": str(ROOT)}
    _good(run(commands["w"], folder, here))
    steps = {name: _good(run(command, folder, here)) for name, command in commands.items()}
    bare = steps["y"].seconds - steps["n"].seconds
    return {
        "date": date.today().isoformat(),
        "venues": count,
        "bytes": size,
        "steps": {name: step.as_json() for name, step in steps.items()},
        "ratios": {name: round(step.seconds / bare, 2) for name, step in steps.items()},
        "cpu_ratios": {
            name: round(step.cpu / (steps["y"].cpu - steps["n"].cpu), 2) for name, step in steps.items()
        },
    }


def table(figures: dict[str, Any]) -> str:
    """Return the figures as a small table."""
    lines = [f"{'':36}{'seconds':>9}{'x y':>8}{'cpu s':>8}{'x y':>8}{'MB':>6}{'all MB':>8}{'others':>8}"]
    for name, title in STEPS.items():
        step = figures["steps"][name]
        lines.append(
            f"{name}  {title:33}{step['seconds']:>9.2f}{figures['ratios'][name]:>8.1f}{step['cpu']:>8.2f}"
            f"{figures['cpu_ratios'][name]:>8.1f}{step['largest_mb']:>6.0f}{step['together_mb']:>8.0f}"
            f"{step['others']:>8.2f}"
        )
    lines.append(f"{figures['venues']} venues, {figures['bytes'] / 1e6:.1f} MB of YAML; x y: times y less n")
    return "\n".join(lines)


def _good(step: Measured) -> Measured:
    if step.code:
        raise SystemExit(f"exit code {step.code}:\n{step.output[-3000:]}")
    return step


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--venues", type=int, default=1000, help="how many venues")
    parser.add_argument("--json", type=Path, help="write the figures into this file")
    return parser.parse_args()


if __name__ == "__main__":
    main()
