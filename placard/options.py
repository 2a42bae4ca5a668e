"""The options every command takes, and the project they describe."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any, TypeVar

import click

from placard.read.roots import ROOT, Project

_Command = TypeVar("_Command", bound=Callable[..., Any])


def _day(_context: click.Context, _parameter: click.Parameter, value: datetime | None) -> date | None:
    return value.date() if value else None


def options_of_all(command: _Command) -> _Command:
    """Give a command the options every command takes."""
    folder = click.Path(file_okay=False, path_type=Path)
    for option in (
        click.option("--venues", type=folder, default=ROOT / "venues", help="Folder of the venue files."),
        click.option(
            "--content",
            type=click.Path(exists=True, file_okay=False, path_type=Path),
            multiple=True,
            help="Folder of words; later ones lie over earlier ones.",
        ),
        click.option("--out", type=folder, default=ROOT / "out", help="Where the results go."),
        click.option("--language", help="Language of the messages."),
        click.option("--jobs", type=click.IntRange(0), default=0, help="Processes that print; 0 chooses."),
        click.option(
            "--as-of", type=click.DateTime(["%Y-%m-%d"]), callback=_day, help="Check the rules of this day."
        ),
        click.option("--format", "form", type=click.Choice(["text", "json"]), default="text"),
        click.option("--strict", is_flag=True, help="Count open questions as errors."),
        click.option("--keep-going", is_flag=True, help="Publish the venues that have no error."),
        click.option("--samples", is_flag=True, help="Build our sample venues beside your own."),
    ):
        command = option(command)
    return command


def project_of(options: dict[str, Any], only: tuple[str, ...] = ()) -> Project:
    """Return the project the options of a command describe; `only` are the venues it was asked for."""
    project = Project(
        venues=options["venues"].resolve(),
        content=tuple(folder.resolve() for folder in options["content"]) or (ROOT / "content",),
        out=options["out"].resolve(),
        only=only,
        as_of=options["as_of"],
        strict=options["strict"],
        keep_going=options["keep_going"],
        samples=options["samples"],
        jobs=options["jobs"],
        language=options["language"] or "",
        as_json=options["form"] == "json",
    )
    _see_that_results_lie_apart(project)
    return project


def _see_that_results_lie_apart(project: Project) -> None:
    """Raise `click.UsageError` where results would lie among what they are made from."""
    for option, folder in (("--venues", project.venues), *(("--content", each) for each in project.content)):
        if project.out.is_relative_to(folder) or folder.is_relative_to(project.out):
            from placard.findings import said
            from placard.report import told_line

            values = {"out": str(project.out), "option": option, "folder": str(folder)}
            line = told_line(said("report.folders_within", **values), Project.here())
            raise click.UsageError(line)
