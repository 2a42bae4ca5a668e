"""The items a form is made for, where there is one for each partner."""

from __future__ import annotations

from collections.abc import Iterator

from placard.check.applying import applies
from placard.library.conditions import Truth
from placard.library.forms import Form
from placard.phrases.collections import COLLECTIONS, items_of
from placard.phrases.facts import Context, Item
from placard.phrases.values import Question


def about_items(form: Form, context: Context, wanted: Truth) -> Iterator[tuple[Item | None, int]]:
    """Yield the items a form is made for, each with a paper of its own, or those nobody can tell it of.

    They are told apart by number: an id is a matter of the house, and files are listed in the manifest.
    """
    if not form.for_each:
        yield from [(None, 0)] if wanted is Truth.YES else ()
        return
    items = items_of(form.for_each, context)
    for number, item in enumerate(() if isinstance(items, Question) else items, 1):
        if applies(form.only_where, context.at(COLLECTIONS[form.for_each], item)) is wanted:
            yield item, number
