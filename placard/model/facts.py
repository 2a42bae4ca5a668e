"""How a field of the model is declared: its kind, who may see it, and a line of help."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from placard.model.ignorance import UNANSWERED

Kind = Literal["observation", "decision", "evidence", "identity"]


class Facts(BaseModel):
    """A map in a venue file; unknown keys are refused, values never change."""

    model_config = ConfigDict(extra="forbid", frozen=True, arbitrary_types_allowed=True)


def fact(
    help_text: str,
    kind: Kind = "observation",
    *,
    public: bool = True,
    default: Any = UNANSWERED,
    alias: str | None = None,
    vocabulary: str | None = None,
    planned: bool = False,
) -> Any:
    """Declare a field.

    `kind` says how honest a default may be (observations and evidence are never prefilled);
    a field that is not `public` never reaches the site or a guest's sheet; `vocabulary` names
    the list in `content/labels` (or `rooms`, `activities`) that its codes come from; a day that
    may be `planned` can lie ahead, as that of cameras which are still to come.
    """
    return Field(
        default=default,
        alias=alias,
        description=help_text,
        json_schema_extra={
            "x-kind": kind,
            "x-public": public,
            "x-vocabulary": vocabulary,
            "x-planned": planned,
        },
    )


def internal(
    help_text: str,
    kind: Kind = "observation",
    *,
    default: Any = UNANSWERED,
    alias: str | None = None,
    vocabulary: str | None = None,
    planned: bool = False,
) -> Any:
    """Declare a field for the staff pack and the records only."""
    return fact(
        help_text, kind, public=False, default=default, alias=alias, vocabulary=vocabulary, planned=planned
    )


@cache
def keys_of(facts: type[Facts]) -> Mapping[str, str]:
    """Return the key as it stands in a file for each attribute: key -> attribute."""
    return {field.alias or name: name for name, field in facts.model_fields.items()}


def is_public(facts: type[Facts], attribute: str) -> bool:
    """Tell whether a field may reach the site and guests' sheets."""
    extra = facts.model_fields[attribute].json_schema_extra
    return isinstance(extra, dict) and bool(extra.get("x-public", True))


def may_be_planned(facts: type[Facts], attribute: str) -> bool:
    """Tell whether a day may lie ahead."""
    extra = facts.model_fields[attribute].json_schema_extra
    return isinstance(extra, dict) and bool(extra.get("x-planned", False))


@cache
def vocabulary_of(facts: type[Facts], attribute: str) -> str | None:
    """Return the name of the list a field's codes come from, or `None` where it holds no code."""
    extra = facts.model_fields[attribute].json_schema_extra
    found = extra.get("x-vocabulary") if isinstance(extra, dict) else None
    return found if isinstance(found, str) else None
