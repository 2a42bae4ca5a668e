"""The types facts are declared with: what a reader makes of a text, and what an editor may type."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any

from pydantic import PlainValidator, WithJsonSchema

from placard.model import scalars
from placard.model.quantities import ISO, WRITTEN, Duration, Hours, LocalText, Unit
from placard.model.scalars import OWN

__all__ = [
    "OWN",
    "Code",
    "Colour",
    "Country",
    "Day",
    "Distance",
    "Duration",
    "Email",
    "Hours",
    "Identifier",
    "LanguageCode",
    "Length",
    "LocalText",
    "Phone",
    "SignName",
    "Span",
    "Switch",
    "Text",
    "Unit",
    "WebAddress",
    "Whole",
    "Words",
]

_SCALAR: dict[str, Any] = {"type": ["string", "number"]}
_ID = r"^[a-z0-9]+(-[a-z0-9]+)*$"
_SPAN = r"^(always|open|closed|\d{1,2}:\d{2}\s*[-–]\s*\d{1,2}:\d{2})$"
_LENGTH = f"^({WRITTEN.pattern}|{ISO.pattern})$"

# Beside each reader stands what an editor's JSON Schema should accept (YAML 1.2 types).
Text = Annotated[str, PlainValidator(scalars.text), WithJsonSchema(_SCALAR)]
Switch = Annotated[bool, PlainValidator(scalars.switch), WithJsonSchema({"enum": [True, False, "yes", "no"]})]
Whole = Annotated[int, PlainValidator(scalars.whole), WithJsonSchema({"type": ["integer", "string"]})]
Length = Annotated[
    Duration, PlainValidator(scalars.length), WithJsonSchema({"type": "string", "pattern": _LENGTH})
]
Day = Annotated[
    date, PlainValidator(scalars.day), WithJsonSchema({"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$"})
]
Distance = Annotated[
    float,
    PlainValidator(scalars.distance),
    WithJsonSchema({"type": "string", "pattern": r"^\d{1,2}(\.\d{1,2})?\s*m$"}),
]
Span = Annotated[
    Hours | str, PlainValidator(scalars.span), WithJsonSchema({"type": "string", "pattern": _SPAN})
]
Code = Annotated[str, PlainValidator(scalars.code), WithJsonSchema({"type": "string"})]
SignName = Annotated[
    str,
    PlainValidator(scalars.sign_name),
    WithJsonSchema({"anyOf": [{"type": "string"}, {"type": "string", "pattern": f"^{OWN}{_ID[1:]}"}]}),
]
LanguageCode = Annotated[str, PlainValidator(scalars.language_code), WithJsonSchema({"type": "string"})]
Identifier = Annotated[
    str, PlainValidator(scalars.identifier), WithJsonSchema({"type": ["string", "number"], "pattern": _ID})
]
Country = Annotated[
    str, PlainValidator(scalars.country), WithJsonSchema({"type": "string", "pattern": "^[A-Z]{2}$"})
]
WebAddress = Annotated[
    str, PlainValidator(scalars.web_address), WithJsonSchema({"type": "string", "pattern": "^https?://"})
]
Email = Annotated[str, PlainValidator(scalars.email), WithJsonSchema({"type": "string", "pattern": "@"})]
Phone = Annotated[str, PlainValidator(scalars.phone), WithJsonSchema(_SCALAR)]
Colour = Annotated[
    str, PlainValidator(scalars.colour), WithJsonSchema({"type": "string", "pattern": "^#[0-9a-fA-F]{6}$"})
]
Words = Annotated[
    LocalText,
    PlainValidator(scalars.local_text),
    WithJsonSchema({"anyOf": [_SCALAR, {"type": "object", "additionalProperties": _SCALAR}]}),
]
