"""The build in which nothing has changed: told again without loading any engine."""

from __future__ import annotations

from pathlib import Path

from placard.publish.fingerprint import Fingerprint, remember, report_of_last, take, unchanged
from placard.read.roots import ROOT, Project


def told_already(project: Project, parts: tuple[str, ...]) -> str | None:
    """Return the last report if a build would make just what is there, else `None`."""
    if unchanged(_inputs(project), project.out, _arguments(project, parts)) is None:
        return None
    return report_of_last(project.out)


def fingerprint(project: Project, parts: tuple[str, ...]) -> Fingerprint:
    """Take the fingerprint of what a build is about to read."""
    return take(_inputs(project), project.out, _arguments(project, parts))


def keep(before: Fingerprint, project: Project, report: str) -> None:
    """Keep what a build that stopped at nothing was made of, and what it told."""
    remember(before, project.out, report)


def _inputs(project: Project) -> list[Path]:
    own = [ROOT / "placard", ROOT / "templates", ROOT / "mkdocs.yml"]
    return [project.venues, *project.content, *own]


def _arguments(project: Project, parts: tuple[str, ...]) -> list[str]:
    told = (*parts, *project.only, project.today.isoformat(), project.language)
    switches = (project.strict, project.keep_going, project.samples, project.as_json)
    return [*told, *(str(switch) for switch in switches)]
