"""The command line: what was asked for, what is told, and the exit code."""

from __future__ import annotations

import sys
import traceback
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import click

from placard.ending import end, line_here, progress
from placard.newcommand import new
from placard.options import options_of_all, project_of
from placard.read.roots import Project, venue_paths
from placard.rubbish import seldom_looked_for

if TYPE_CHECKING:
    from placard.outcome import Outcome

FAULT_OF_OURS = 70
PARTS = ("site", "print", "staff", "records")
TAKES_ONLY = {"doctor": {"language"}, "serve": set[str]()}


class _Commands(click.Group):
    """The commands; a venue in the place of one is told where its id goes."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command; raises `click.UsageError` with what to write instead."""
        if args and self.get_command(ctx, args[0]) is None:
            venues = _venues(ctx.params["venues"])
            if args[0] in venues:
                named = " ".join(arg for arg in args if arg in venues)
                raise click.UsageError(line_here("report.venue_alone", venue=named), ctx)
        return super().resolve_command(ctx, args)


def _venues(folder: Path) -> set[str]:

    return {path.stem for path in venue_paths(folder)}


@click.group(
    cls=_Commands, invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]}
)
@options_of_all
@click.pass_context
def commands(context: click.Context, /, **options: Any) -> None:
    """Check the venues, make site, signs and staff papers, prove and publish them, and report."""
    if context.invoked_subcommand is None:
        _build(project_of(options), PARTS)
    given = {name: value for name, value in options.items() if _was_given(context, name)}
    if isinstance(given.get("as_of"), date):
        given["as_of"] = given["as_of"].isoformat()
    if set(given) - TAKES_ONLY.get(str(context.invoked_subcommand), set(given)):
        raise click.UsageError(line_here("report.no_options", command=str(context.invoked_subcommand)))
    # An option before the command holds for the command, instead of being forgotten.
    context.default_map = {str(context.invoked_subcommand): given}


def _was_given(context: click.Context, name: str) -> bool:
    return context.get_parameter_source(name) is click.core.ParameterSource.COMMANDLINE


def _build(project: Project, parts: tuple[str, ...]) -> NoReturn:
    # The path on which nothing has changed loads no engine at all, so nothing heavy is imported above.
    from placard.shortcut import fingerprint, told_already

    if (told := told_already(project, parts)) is not None:
        click.echo(told)
        sys.exit(0)
    from placard.beside import Beside
    from placard.calling import crew_for

    # From here on others load the engine and look at what is there, while this process loads the rest.
    with seldom_looked_for(), crew_for(parts, project) as crew:
        before = Beside(lambda: fingerprint(project, parts), apart=crew.expected)
        from placard.pipeline import build

        tell = partial(progress, project=project)
        end(project, lambda told_to: build(told_to, parts, tell, crew, before))


def _part_command(name: str, parts: tuple[str, ...], help_text: str) -> None:
    @commands.command(name, help=help_text)
    @click.argument("venue", nargs=-1)
    @options_of_all
    def command(venue: tuple[str, ...], **options: Any) -> None:
        _build(project_of(options, venue), parts)


_part_command("all", PARTS, "The same as no command at all.")
_part_command("site", ("site",), "Make only the site.")
_part_command("print", ("print",), "Make only the signs and the hanging plan.")
_part_command("staff", ("staff",), "Make only the staff papers.")
_part_command(
    "records", ("records",), "Make only the records: sources, cameras, periods, recipients, chains."
)


@commands.command()
@click.argument("venue", nargs=-1)
@options_of_all
def check(venue: tuple[str, ...], **options: Any) -> None:
    """Check the venues and the words; make nothing."""
    from placard.pipeline import check as check_all

    end(project_of(options, venue), check_all)


@commands.command()
@click.argument("venue", nargs=-1)
@options_of_all
def plan(venue: tuple[str, ...], **options: Any) -> None:
    """Show every document with its sheet, its room and the reason it is made."""
    from placard.pipeline import plan as plan_all

    end(project_of(options, venue), plan_all)


@commands.command()
@click.argument("venue")
@click.argument("key", required=False, default="")
@options_of_all
def explain(venue: str, key: str, **options: Any) -> None:
    """Show every value of a venue with where it came from, or those of one KEY such as surveillance."""
    from placard.pipeline import explain as explain_one

    end(project_of(options, (venue,)), lambda project: explain_one(project, key))


@commands.command()
@click.argument("venue", nargs=-1)
@options_of_all
def deviations(venue: tuple[str, ...], **options: Any) -> None:
    """Show where the branches of a chain differ from its shared file, and who agreed to it."""
    from placard.pipeline import deviations as deviations_of

    end(project_of(options, venue), deviations_of)


@commands.command()
@click.argument("venue", nargs=-1)
@options_of_all
def watch(venue: tuple[str, ...], **options: Any) -> None:
    """Show what is to come in the laws of the venues, and what has to be looked at again, sorted by day."""
    from placard.watching import watch as watch_list

    end(project_of(options, venue), watch_list)


@commands.command()
@click.argument("document", required=False, default="")
@click.option("--venue", default="", help="The venue whose facts fill the words.")
@click.option("--open", "opened", is_flag=True, help="Open the file as well.")
@options_of_all
def preview(document: str, venue: str, opened: bool, **options: Any) -> None:
    """Show DOCUMENT (such as notice or cam-01) in a --language with the file of each paragraph beside it."""
    from placard.preview.run import preview as preview_of

    def shown(project: Project) -> Outcome:
        made = preview_of(project, document, options["language"] or "")
        if opened and made.file is not None:
            click.launch(str(made.file))
        return made.outcome

    end(project_of(options, (venue,) if venue else ()), shown)


@commands.command()
@options_of_all
def words(**options: Any) -> None:
    """Show what lags, is missing, is a draft or is used by nothing, per language; --language names one."""
    from placard.wordlist import words as words_of

    end(project_of(options), words_of)


commands.add_command(new)


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

    def shown(_: Project) -> NoReturn:
        serve_site(address)
        sys.exit(0)

    end(Project.here(), shown)


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
        click.echo(line_here("report.fault"), err=True)
        sys.exit(FAULT_OF_OURS)
