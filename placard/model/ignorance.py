"""The one spelling of ignorance, and the difference between unknown and none.

A missing key, or the word `unanswered`, is `UNANSWERED`; the word `none` (or an empty list)
says that there is none, and is `None` (or an empty tuple).
"""

from __future__ import annotations

from enum import Enum
from types import NoneType
from typing import Annotated, Any, Literal, TypeVar, Union, get_args, get_origin

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, core_schema


class Unanswered(Enum):
    """The type of the single value `UNANSWERED`, so that a type checker sees it coming."""

    UNANSWERED = "unanswered"

    def __repr__(self) -> str:
        return "UNANSWERED"


UNANSWERED: Literal[Unanswered.UNANSWERED] = Unanswered.UNANSWERED


class Quoted(str):
    """A word that stood in quotes: `"none"` may be somebody's name, `none` never is."""

    __slots__ = ()


class MayBeUnknown:
    """Lets a field hold `UNANSWERED` (and `None`, where its type says so) beside its own type.

    A list that is `some` cannot be empty: words could say nothing of it.
    """

    def __init__(self, *, some: bool = False) -> None:
        self.some = some

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        members = get_args(source)
        may_be_none = NoneType in members
        is_list = any(get_origin(m) is tuple for m in members)
        wanted = tuple(m for m in members if m not in (Unanswered, NoneType))
        inner = handler.generate_schema(Union[wanted])  # noqa: UP007 - built at run time

        def read(value: Any, known: core_schema.ValidatorFunctionWrapHandler) -> Any:
            if isinstance(value, Quoted):
                return known(value)
            if value is UNANSWERED or value == "unanswered":
                return UNANSWERED
            if may_be_none and (value is None or value == "none"):
                return None
            listed = () if is_list and value == "none" else known(value)
            if self.some and listed == ():
                raise PydanticCustomError("model.at_least_one", "")
            return listed

        return core_schema.no_info_wrap_validator_function(
            read, inner, metadata={"placard_none": not self.some and (may_be_none or is_list)}
        )

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        known = handler(schema)
        words = ["unanswered"] + (["none"] if schema["metadata"]["placard_none"] else [])
        return {"anyOf": [known, {"enum": words}]}


T = TypeVar("T")
Known = Annotated[T | Unanswered, MayBeUnknown()]
"""A field that somebody may not have answered yet."""
KnownOrNone = Annotated[T | Unanswered | None, MayBeUnknown()]
"""A field that may be unanswered, and for which `none` is an answer."""
KnownSome = Annotated[T | Unanswered, MayBeUnknown(some=True)]
"""A list that somebody may not have answered yet, and that is never empty."""
