"""How a command ends: what it tells, and its exit code."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, NoReturn

import click

from placard.read.roots import Project

# Nothing heavy is imported above: where nothing has changed, no engine is loaded at all.
if TYPE_CHECKING:
    from placard.findings import Said
    from placard.outcome import Outcome


def line_here(code: str, **values: str) -> str:
    """Return one line of the report, in the language the venues of this checkout share."""
    from placard.findings import said
    from placard.report import told_line

    return told_line(said(code, **values), Project.here())


def progress(line: Said, project: Project) -> None:
    """Tell a line while the work goes on, beside the report."""
    from placard.report import told_line

    click.echo(told_line(line, project), err=True)


def end(project: Project, command: Callable[[Project], Outcome]) -> NoReturn:
    """Run a command and tell what it came to; a mistake of the user's is a report, not a traceback.

    So is a disk that is full or refuses, whatever was being made.
    """
    from placard.findings import UserMistake
    from placard.report import told, told_mistake

    try:
        outcome = command(project)
    except UserMistake as mistake:
        click.echo(told_mistake(mistake, project))
        sys.exit(1)
    except OSError as fault:
        from placard.publish.faults import stopped

        refusal = stopped(project.out, fault)
        if refusal is None:
            raise
        click.echo(told_mistake(refusal, project))
        sys.exit(1)
    click.echo(told(outcome, project))
    sys.exit(outcome.exit_code)
