"""How fast the line prints, beside a loop over the WeasyPrint command line: see README.md here."""

from __future__ import annotations

import argparse
import json
import os
import re
import statistics
import sys
import tempfile
from datetime import date
from pathlib import Path
from typing import Any

from measuring import Measured, run
from weasyprint_loop import ROOT, Page, dump, loop, sample, words

from venues import SHEETS_PER_VENUE, change_a_fact, write_venues

PROCESSORS = 2
REBUILDS = 5
ENGINES = ("weasyprint", "mkdocs")
TARGETS = {"a": 10.0, "c": 100.0}
"""How many times faster than both loops at least: everything printed, and nothing changed."""

STEPS = {
    "a": "build.py print, nothing there yet",
    "b": "weasyprint, one process per sheet",
    "h": "weasyprint, one per hanging plan",
    "c": "build.py print, nothing changed",
    "d": "build.py print, one fact changed",
}
_IMPORTED = re.compile(r"^import time:.*\|\s+([\w.]+)$", re.MULTILINE)
_COUNTS = re.compile(r"^out: .*$", re.MULTILINE)


def main() -> None:
    """Measure as often as asked, print a table, and write the figures where asked."""
    told = _arguments()
    cores = sorted(os.sched_getaffinity(0))[:PROCESSORS]
    os.sched_setaffinity(0, cores)
    runs = []
    for number in range(told.repeat):
        with tempfile.TemporaryDirectory(prefix="placard-speed-") as folder:
            runs.append(measured(Path(folder), told.venues, told.whole))
        print(f"run {number + 1} of {told.repeat}\n{table(runs[-1])}\n", flush=True)
    result = {
        "date": date.today().isoformat(),
        "processors": len(cores),
        "ratios": {name: spread([each["ratios"][name] for each in runs]) for name in runs[0]["ratios"]},
        "runs": runs,
    }
    for name, ratio in result["ratios"].items():
        print(f"(b + h) / {name}: {ratio['median']:.1f} ({ratio['least']:.1f} to {ratio['most']:.1f})")
    for name, target in TARGETS.items():
        reached = "reached" if result["ratios"][name]["median"] >= target else "MISSED"
        print(f"target for {name}, {target:.0f} times: {reached}")
    if told.json:
        told.json.write_text(json.dumps(result, indent=2) + "\n", "utf-8")


def measured(folder: Path, count: int, whole: bool) -> dict[str, Any]:
    """Measure the four steps one after the other, in an empty folder."""
    files = write_venues(count, folder / "venues")
    out = folder / "out"
    content = words(folder)
    here = ["--venues", str(folder / "venues")]
    here += [part for layer in content for part in ("--content", str(layer))]
    build = [sys.executable, str(ROOT / "build.py"), "print", *here]
    build += ["--out", str(out)]
    # Neither side is to pay for the first reading of our files and of Python's from the disk.
    _good(run([sys.executable, str(ROOT / "build.py"), "check", *here], folder))
    _good(run([sys.executable, "-c", "import weasyprint.__main__"], folder))

    load = os.getloadavg()[0]
    steps = {"a": _good(run(build, folder))}
    pages = dict(zip("bh", dump(folder / "venues", content, out, folder / "html"), strict=True))
    _complete(pages["b"], pages["h"], count)
    chosen = pages if whole else {name: sample(some) for name, some in pages.items()}
    equal = {}
    for name, some in chosen.items():
        steps[name], equal[name] = loop(some, folder)
    rebuilds = [_good(run(build, folder)) for _ in range(REBUILDS)]
    steps["c"] = sorted(rebuilds, key=lambda each: each.seconds)[REBUILDS // 2]
    imported = _imported(build, folder)
    change_a_fact(files[0])
    steps["d"] = _good(run(build, folder))

    scale = {name: len(pages[name]) / len(chosen[name]) for name in pages}
    seconds = {name: step.seconds * scale.get(name, 1) for name, step in steps.items()}
    loops = {"seconds": seconds["b"] + seconds["h"], "cpu": sum(steps[n].cpu * scale[n] for n in pages)}
    return {
        "venues": count,
        "pages": {name: len(some) for name, some in pages.items()},
        "loop_pages": {name: len(some) for name, some in chosen.items()},
        "same_bytes": equal,
        "load_before": round(load, 2),
        "steps": {name: step.as_json() for name, step in steps.items()},
        "seconds": {name: round(value, 3) for name, value in seconds.items()},
        "ratios": {name: round(loops["seconds"] / seconds[name], 2) for name in ("a", "c", "d")},
        "ratio_a_sheets_only": round(seconds["b"] / seconds["a"], 2),
        "cpu_ratio_a": round(loops["cpu"] / steps["a"].cpu, 2),
        "c_first_seconds": round(rebuilds[0].seconds, 3),
        "c_modules": len(imported),
        "c_engines": sorted(name for name in imported if name.partition(".")[0] in ENGINES),
        "told": {name: _counts(steps[name]) for name in ("a", "c", "d")},
    }


def table(figures: dict[str, Any]) -> str:
    """Return the figures of one run as a small table."""
    lines = [f"{'':36}{'seconds':>9}{'loop/it':>8}{'cpu s':>8}{'MB':>6}{'all MB':>8}{'others':>8}"]
    for name, title in STEPS.items():
        step = figures["steps"][name]
        scale = figures["pages"].get(name, 1) / figures["loop_pages"].get(name, 1)
        ratio = f"{figures['ratios'][name]:.1f}" if name in figures["ratios"] else ""
        lines.append(
            f"{name}  {title:33}{figures['seconds'][name]:>9.2f}{ratio:>8}{step['cpu'] * scale:>8.1f}"
            f"{step['largest_mb']:>6.0f}{step['together_mb']:>8.0f}{step['others']:>8.2f}"
        )
    all_of, some, same = figures["pages"], figures["loop_pages"], figures["same_bytes"]
    engines = ", ".join(figures["c_engines"]) or "none of " + ", ".join(ENGINES)
    lines += [
        f"{figures['venues']} venues, {all_of['b']} sheets, {all_of['h']} plans; b printed {some['b']},"
        f" h {some['h']}, scaled; {same['b']} and {same['h']} of their PDFs equal ours byte by byte",
        f"(b + h) / a: {figures['ratios']['a']:.1f}; b / a, though a makes plans too:"
        f" {figures['ratio_a_sheets_only']:.1f}; processor seconds: {figures['cpu_ratio_a']:.1f}",
        f"c imports {figures['c_modules']} modules, {engines}; first time {figures['c_first_seconds']:.2f} s",
        f"d: {figures['told']['d']}; machine load before: {figures['load_before']}",
    ]
    return "\n".join(lines)


def spread(values: list[float]) -> dict[str, float]:
    """Return the middle of some values, the least and the most."""
    return {"median": statistics.median(values), "least": min(values), "most": max(values)}


def _good(step: Measured) -> Measured:
    if step.code:
        raise SystemExit(f"exit code {step.code}:\n{step.output[-3000:]}")
    return step


def _complete(sheets: list[Page], plans: list[Page], count: int) -> None:
    lacking = [page.ours.name for page in (*sheets, *plans) if not page.ours.is_file()]
    if lacking or len(sheets) != SHEETS_PER_VENUE * count:
        raise SystemExit(f"{len(sheets)} sheets instead of {SHEETS_PER_VENUE * count}; not made: {lacking}")


def _imported(build: list[str], folder: Path) -> list[str]:
    """Return every module that a build imports in which nothing has changed."""
    told = _good(run([build[0], "-X", "importtime", *build[1:]], folder)).output
    return _IMPORTED.findall(told)


def _counts(step: Measured) -> str:
    found = _COUNTS.search(step.output)
    return found[0] if found else ""


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--venues", type=int, default=20, help="how many venues, five sheets each")
    parser.add_argument("--repeat", type=int, default=1, help="measure all of it so often")
    parser.add_argument("--whole", action="store_true", help="let the loop print every sheet, not a sample")
    parser.add_argument("--json", type=Path, help="write the figures into this file")
    return parser.parse_args()


if __name__ == "__main__":
    main()
