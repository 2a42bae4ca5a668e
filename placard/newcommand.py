"""The command `new`: what was said with it, and the person at the keyboard."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from placard.ending import end
from placard.options import options_of_all, project_of
from placard.read.roots import Project

if TYPE_CHECKING:
    from placard.outcome import Outcome


@click.command()
@click.argument("type", required=False, default="")
@click.argument("id", required=False, default="")
@click.option("--law", help="Law pack, such as gb.")
@click.option("--languages", help="Guests' languages, such as pl,en.")
@click.option("--set", "answers", multiple=True, metavar="FIELD=VALUE", help="An answer; may be repeated.")
@click.option(
    "--from-csv",
    "table",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="A chain: one row for a branch.",
)
@click.option(
    "--template",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write an empty table for --from-csv, with headings in your language.",
)
@click.option("--level", default="notice", help="How far to ask: tonight, notice or records.")
@click.option("--ask/--no-ask", default=None, help="Ask for what is missing; the default at a terminal.")
@click.option("--suggest/--no-suggest", default=True, help="Write usual decisions, each with a comment.")
@options_of_all
def new(**options: Any) -> None:
    """Make the file of a new venue: by questions, by flags, or for a chain from a table."""
    from placard.newcomer import make_file, make_template

    named = [(name, options[name]) for name in ("law", "languages") if options[name]]
    for answer in options["answers"]:
        name, equals, value = answer.partition("=")
        if not equals:
            raise click.UsageError(f"{answer}: write FIELD=VALUE")
        named.append((name.strip(), value))
    asks = options["ask"] if options["ask"] is not None else sys.stdin.isatty()
    given = (options["type"], options["id"], tuple(named), options["table"], options["suggest"])
    level = options["level"] if asks else ""

    def say(line: str) -> None:
        click.echo(line, err=options["form"] == "json")

    def made(project: Project) -> Outcome:
        if options["template"]:
            make_template(project, options["template"], say)
            sys.exit(0)
        outcome = make_file(project, given, level, say, _heard)
        if outcome is None:
            sys.exit(1)
        return outcome

    end(project_of(options), made)


def _heard() -> str:
    """Return a line somebody typed; raises `Left` where they leave."""
    from placard.interview.talk import Left

    try:
        return str(click.prompt(">", default="", show_default=False, prompt_suffix=" "))
    except click.Abort:
        click.echo()
        raise Left from None
