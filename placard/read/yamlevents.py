"""PyYAML as a scanner only, and the place where it gave up, told by position alone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

import yaml
from yaml.events import Event
from yaml.parser import Parser
from yaml.reader import Reader
from yaml.scanner import Scanner, ScannerError


@dataclass(frozen=True, slots=True)
class Spot:
    """A line and a column, both counted from nought, as the scanner counts."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Fault:
    """Where reading stopped, and where the thing began that was being read.

    `in_letters` tells a letter that fits nowhere from a line or entry out of its order.
    """

    spot: Spot
    opened: Spot | None = None
    in_letters: bool = False


def start_of(event: Event) -> Spot:
    """Where an event begins."""
    mark = event.start_mark
    assert mark is not None, "the scanner marks every event"
    return Spot(mark.line, mark.column)


def end_of(event: Event) -> Spot:
    """Where an event ends; blanks and comments behind it do not count."""
    mark = event.end_mark
    assert mark is not None, "the scanner marks every event"
    return Spot(mark.line, mark.column)


class Unreadable(Exception):
    """The text cannot be read past a fault; caught inside this package."""

    def __init__(self, fault: Fault) -> None:
        self.fault = fault
        super().__init__(str(fault))


class Source(Protocol):
    """Whatever reads a text; what cannot be read raises `Unreadable` and nothing else."""

    def next(self) -> Event:
        """Return the next event of the text."""
        ...


class _Scanner(Reader, Scanner, Parser):
    """Neither resolver nor constructor, so no value ever gets a type."""

    def __init__(self, text: str) -> None:
        Reader.__init__(self, text)
        Scanner.__init__(self)
        Parser.__init__(self)


class Events:
    """The events of a text one by one; raises `Unreadable` and nothing else."""

    def __init__(self, text: str) -> None:
        self._scanner = _Scanner(text)

    def next(self) -> Event:
        """Return the next event of the text."""
        try:
            event: Event = self._scanner.get_event()  # type: ignore[no-untyped-call]
            return event
        except yaml.MarkedYAMLError as fault:
            stop, start = fault.problem_mark, fault.context_mark
            spot = Spot(stop.line, stop.column) if stop else self._here()
            opened = Spot(start.line, start.column) if start else None
            raise Unreadable(Fault(spot, opened, isinstance(fault, ScannerError))) from fault
        except (yaml.YAMLError, ValueError, OverflowError) as fault:
            # An escape such as "\UFFFFFFFF" reaches chr() unchecked.
            raise Unreadable(Fault(self._here(), in_letters=True)) from fault

    def _here(self) -> Spot:
        return Spot(self._scanner.line, self._scanner.column)
