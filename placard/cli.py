"""The command line: what was asked for, what is told, and the exit code."""

from __future__ import annotations

import sys
import traceback
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar

import click

from placard.read.roots import ROOT, Project

if TYPE_CHECKING:
    from placard.findings import Said
    from placard.report import Outcome

FAULT_OF_OURS = 70
PARTS = ("site", "print", "staff", "records")
TAKES_ONLY = {"doctor": {"language"}, "serve": set[str]()}
_Command = TypeVar("_Command", bound=Callable[..., Any])


def _day(_context: click.Context, _parameter: click.Parameter, value: datetime | None) -> date | None:
    return value.date() if value else None


def _options(command: _Command) -> _Command:
    """Options every command takes."""
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


def _project(options: dict[str, Any], only: tuple[str, ...] = ()) -> Project:
    return Project(
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


@click.group(invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@_options
@click.pass_context
def commands(context: click.Context, /, **options: Any) -> None:
    """Check the venues, make site, signs and staff papers, prove and publish them, and report."""
    if context.invoked_subcommand is None:
        _build(_project(options), PARTS)
    given = {name: value for name, value in options.items() if _was_given(context, name)}
    if isinstance(given.get("as_of"), date):
        given["as_of"] = given["as_of"].isoformat()
    if set(given) - TAKES_ONLY.get(str(context.invoked_subcommand), set(given)):
        raise click.UsageError(_line("report.no_options", command=str(context.invoked_subcommand)))
    # An option before the command holds for the command, instead of being forgotten.
    context.default_map = {str(context.invoked_subcommand): given}


def _line(code: str, **values: str) -> str:
    """One line of the report, in the language the venues of this checkout share."""
    from placard.findings import said
    from placard.report import told_line

    return told_line(said(code, **values), Project.here())


def _was_given(context: click.Context, name: str) -> bool:
    return context.get_parameter_source(name) is click.core.ParameterSource.COMMANDLINE


def _build(project: Project, parts: tuple[str, ...]) -> NoReturn:
    # The path on which nothing has changed loads no engine at all, so nothing heavy is imported above.
    from placard.shortcut import told_already

    if (told := told_already(project, parts)) is not None:
        click.echo(told)
        sys.exit(0)
    from placard.pipeline import build

    _end(project, lambda told_to: build(told_to, parts, lambda line: _progress(line, project)))


def _progress(line: Said, project: Project) -> None:
    from placard.report import told_line

    click.echo(told_line(line, project), err=True)


def _end(project: Project, command: Callable[[Project], Outcome]) -> NoReturn:
    """Run a command and tell what it came to; a mistake of the user's is a report, not a traceback."""
    from placard.findings import UserMistake
    from placard.report import told, told_mistake

    try:
        outcome = command(project)
    except UserMistake as mistake:
        click.echo(told_mistake(mistake, project))
        sys.exit(1)
    click.echo(told(outcome, project))
    sys.exit(outcome.exit_code)


def _part_command(name: str, parts: tuple[str, ...], help_text: str) -> None:
    @commands.command(name, help=help_text)
    @click.argument("venue", nargs=-1)
    @_options
    def command(venue: tuple[str, ...], **options: Any) -> None:
        _build(_project(options, venue), parts)


_part_command("all", PARTS, "The same as no command at all.")
_part_command("site", ("site",), "Make only the site.")
_part_command("print", ("print",), "Make only the signs and the hanging plan.")
_part_command("staff", ("staff",), "Make only the staff papers.")
_part_command(
    "records", ("records",), "Make only the records: sources, cameras, periods, recipients, chains."
)


@commands.command()
@click.argument("venue", nargs=-1)
@_options
def check(venue: tuple[str, ...], **options: Any) -> None:
    """Check the venues and the words; make nothing."""
    from placard.pipeline import check as check_all

    _end(_project(options, venue), check_all)


@commands.command()
@click.argument("venue", nargs=-1)
@_options
def plan(venue: tuple[str, ...], **options: Any) -> None:
    """Show every document with its sheet, its room and the reason it is made."""
    from placard.pipeline import plan as plan_all

    _end(_project(options, venue), plan_all)


@commands.command()
@click.argument("venue")
@click.argument("key", required=False, default="")
@_options
def explain(venue: str, key: str, **options: Any) -> None:
    """Show every value of a venue with where it came from, or those of one KEY such as surveillance."""
    from placard.pipeline import explain as explain_one

    _end(_project(options, (venue,)), lambda project: explain_one(project, key))


@commands.command()
@click.argument("venue", nargs=-1)
@_options
def deviations(venue: tuple[str, ...], **options: Any) -> None:
    """Show where the branches of a chain differ from its shared file, and who agreed to it."""
    from placard.pipeline import deviations as deviations_of

    _end(_project(options, venue), deviations_of)


@commands.command()
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
@click.option("--level", default="notice", help="How far to ask: tonight, notice or records.")
@click.option("--ask/--no-ask", default=None, help="Ask for what is missing; the default at a terminal.")
@click.option("--suggest/--no-suggest", default=True, help="Write usual decisions, each with a comment.")
@_options
def new(**options: Any) -> None:
    """Make the file of a new venue: by questions, by flags, or for a chain from a table."""
    from placard.newcomer import make_file

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
        outcome = make_file(project, given, level, say, _heard)
        if outcome is None:
            sys.exit(1)
        return outcome

    _end(_project(options), made)


def _heard() -> str:
    """Return a line somebody typed; raises `Left` where they leave."""
    from placard.interview.talk import Left

    try:
        return str(click.prompt(">", default="", show_default=False, prompt_suffix=" "))
    except click.Abort:
        click.echo()
        raise Left from None


@commands.command()
@click.option("--language", help="Language of the messages.")
def doctor(language: str | None) -> None:
    """Tell what this machine lacks, and the line that mends it."""
    from placard.doctor import diagnose
    from placard.report import told_line

    conditions = diagnose()
    for condition in conditions:
        click.echo(told_line(condition.line, replace(Project.here(), language=language or "")))
    sys.exit(0 if all(condition.ok for condition in conditions) else 1)


@commands.command()
@click.option("--address", default="127.0.0.1:8000", help="Where the site is shown.")
def serve(address: str) -> None:
    """Show the site on this machine; a changed word or fact shows at once."""
    from placard.site.build import serve_site

    serve_site(address)


def main() -> None:
    """Run a command; a fault of ours ends with exit code 70 and a traceback to report."""
    try:
        commands()
    except ModuleNotFoundError as missing:
        if (missing.name or "").startswith("placard"):
            raise
        # The one sentence that cannot be looked up: what reads content may be what is missing.
        click.echo(f"{missing.name} is not installed; run make build, which sets up what is needed", err=True)
        sys.exit(1)
    except Exception:
        traceback.print_exc()
        click.echo(_line("report.fault"), err=True)
        sys.exit(FAULT_OF_OURS)
