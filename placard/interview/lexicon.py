"""What an owner's words mean: a number of a list, a code, its name in any language, a length of time."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import TypeAdapter, ValidationError

from placard.check.nearest import surely
from placard.findings import Finding, Place
from placard.interview.asking import FieldPath, Interview, Talk, in_language
from placard.interview.draft import NONE, UNKNOWN, Typed, Value
from placard.library.library import Library
from placard.model.paths import FieldAt, field_at
from placard.model.values import Day, Duration, Identifier, LanguageCode, Length, Whole
from placard.phrases.lengths import length_in
from placard.read.found import found

HERE = Place("")
NEAR = "new.not_a_choice"
"""The refusal of an answer to which another one is near enough to be named."""
FEW = 6
"""So many choices are told again to whoever typed none of them; more stand in the list above."""
ALSO = "also"
"""The form under which labels keep what else a code is called, with commas between."""
_COMMAS = re.compile(r"\s*[,，、;；]\s*")


class Wrong(Exception):
    """An answer that cannot be taken, with the finding that says why."""

    def __init__(self, finding: Finding) -> None:
        self.finding = finding
        super().__init__(finding.code)


def wrong(code: str, /, **values: str | int) -> Wrong:
    """Make the refusal of an answer; the keywords are the `{names}` of its sentence."""
    return Wrong(found(code, HERE, **values))


def parted(typed: str) -> list[str]:
    """Split an answer at its commas, of whichever width."""
    return [part for part in _COMMAS.split(typed.strip()) if part]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Words of all languages, and the language an owner is spoken to in."""

    library: Library
    interview: Interview
    language: str

    @property
    def talk(self) -> Talk:
        """The words around the questions."""
        return self.interview.talk(self.language)

    def name_of(self, vocabulary: str, code: str) -> str:
        """Return what a code is called in the owner's language."""
        if vocabulary == "languages":
            return self.library.languages[code].own_name if code in self.library.languages else code
        if vocabulary == "venue_types" and code in self.library.types:
            return in_language(self.library.types[code].name, self.language)
        labels = self.library.labels.get(self.language)
        return labels.codes.get(vocabulary, {}).get(code, {}).get("name", code) if labels else code

    def word(self, key: str) -> str:
        """Return an interface word in the owner's language."""
        labels = self.library.labels.get(self.language)
        return labels.words.get(key, key) if labels else key

    def length(self, value: Duration) -> str:
        """Return a length of time in the owner's language."""
        return length_in(self.library, self.language, value)

    def codes(self, vocabulary: str) -> tuple[str, ...]:
        """Return the codes of a vocabulary in the order its own file or the labels have them."""
        if vocabulary == "languages":
            return tuple(self.library.languages)
        known = self.library.vocabularies().get(vocabulary, frozenset())
        labels = self.library.labels.get(self.language)
        ordered = [code for code in (labels.codes.get(vocabulary, {}) if labels else {}) if code in known]
        return (*ordered, *sorted(known - set(ordered)))

    def code(self, vocabulary: str, typed: str, offered: Sequence[str]) -> str:
        """Return the code somebody meant by its number among those offered, by itself, or by a name of it."""
        asked = typed.strip()
        if asked.isdecimal() and 0 < int(asked) <= len(offered):
            return offered[int(asked) - 1]
        known = self.codes(vocabulary)
        meant = [
            code for code in known if asked.casefold() in (code.casefold(), *self._names(vocabulary, code))
        ]
        if meant:
            return meant[0]
        # What is not near is no help: "kitchen" is no slip of "waiting area".
        if near := surely(asked.casefold(), self._names_here(vocabulary)):
            raise wrong(NEAR, found=asked, near=near)
        if 0 < len(offered) <= FEW:
            raise wrong(
                "new.not_one_of", found=asked, known=", ".join(self.name_of(vocabulary, c) for c in offered)
            )
        raise wrong("new.not_on_the_list" if offered else "new.not_known", found=asked)

    def _names(self, vocabulary: str, code: str) -> set[str]:
        several = [labels.codes.get(vocabulary, {}).get(code, {}) for labels in self.library.labels.values()]
        names = {phrases.get(form, "") for phrases in several for form in ("name", "names")}
        names |= {other for phrases in several for other in parted(phrases.get(ALSO, ""))}
        if vocabulary == "venue_types":
            names |= set(self.library.types[code].name.values())
        if vocabulary == "languages":
            names.add(self.library.languages[code].own_name)
        return {name.casefold() for name in names if name}

    def _names_here(self, vocabulary: str) -> list[str]:
        """Return all a vocabulary is called in the owner's language."""
        labels = self.library.labels.get(self.language)
        named = [self.name_of(vocabulary, code) for code in self.codes(vocabulary)]
        other = labels.codes.get(vocabulary, {}).values() if labels else ()
        return [*named, *(name for phrases in other for name in parted(phrases.get(ALSO, "")))]

    def scalar(self, path: FieldPath, typed: str, offered: Sequence[str] = ()) -> Value:
        """Return one answer as it will stand in the file; raises `Wrong` where the model refuses it."""
        field = field_at(path)
        assert field is not None, path
        if self.talk.means(typed, UNKNOWN):
            return UNKNOWN
        # "No" for something there may be none of says so, unless the answer is yes or no anyway.
        says_no = field.may_be_none and not field.is_switch and self.talk.means(typed, "no")
        if says_no or self.talk.means(typed, NONE):
            if not field.may_be_none:
                raise wrong("new.none_impossible")
            return NONE
        vocabulary = vocabulary_at(field)
        if vocabulary:
            return self.code(vocabulary, typed, offered)
        if field.is_switch:
            return self.switch(typed)
        if _is(field, Length):
            typed = self._length(typed)
        self._judge(field, typed, path[-1])
        return typed if _is(field, Length, Identifier, Whole, Day) else Typed(typed)

    def switch(self, typed: str) -> str:
        """Return yes or no, or that nobody knows."""
        for word in ("yes", "no", UNKNOWN):
            if self.talk.means(typed, word):
                return word
        raise wrong("new.not_yes_or_no", found=typed)

    def _judge(self, field: FieldAt, typed: str, key: str) -> None:
        information = field.owner.model_fields[field.attribute]
        shape: Any = Annotated[(information.annotation, *information.metadata)]
        reader: TypeAdapter[Any] = TypeAdapter(shape)
        try:
            reader.validate_python(typed)
        except ValidationError as refused:
            first = refused.errors(include_url=False)[0]
            if not first["type"].startswith("model."):
                raise wrong("model.not_understood", key=key) from None
            context = {name: str(value) for name, value in first.get("ctx", {}).items()}
            raise wrong(first["type"], key=key, **context) from None

    def _length(self, typed: str) -> str:
        """Return a length with its unit as files have it, whatever language the unit was typed in."""
        for labels in self.library.labels.values():
            for unit, plurals in labels.durations.get("length", {}).items():
                for phrase in plurals.values():
                    words = re.escape(phrase.replace("{n}", "").strip())
                    if match := re.fullmatch(rf"(\d{{1,4}})\s*{words}", typed.strip(), re.IGNORECASE):
                        return f"{match[1]} {unit}{'' if match[1] == '1' else 's'}"
        return typed


def vocabulary_at(field: FieldAt) -> str:
    """Return the list the codes of a field come from; languages have one too."""
    return field.vocabulary or ("languages" if _is(field, LanguageCode) else "")


def _is(field: FieldAt, *kinds: Any) -> bool:
    return any(kind in _parts(field.annotation) for kind in kinds)


def _parts(annotation: Any) -> list[Any]:
    return [annotation, *(part for each in getattr(annotation, "__args__", ()) for part in _parts(each))]
