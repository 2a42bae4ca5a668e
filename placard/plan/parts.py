"""Which documents of a plan go into which parts of `out/`: who makes one need not write all words."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from placard.plan.documents import Plan

EVERYTHING = frozenset({"site", "print", "staff", "records"})


def asked_for(plan: Plan, parts: Collection[str]) -> Plan:
    """Return what of a plan goes into these parts; records tell of every sentence there is."""
    if "records" in parts:
        return plan
    booklets = plan.booklets if "print" in parts else ()
    bound = {(page, booklet.language) for booklet in booklets for page in booklet.binding.pages}
    pages = (page for page in plan.pages if "site" in parts or (page.name, page.language) in bound)
    staff = plan if "staff" in parts else replace(plan, staff=(), staff_forms=())
    return replace(staff, pages=tuple(pages))
