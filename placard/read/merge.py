"""One file laid over another, before anything is typed or checked: branches over what their chain shares."""

from __future__ import annotations

from placard.findings import Finding
from placard.read.found import found
from placard.read.nodes import Entry, Map, Node, Origin, Seq, Text, coded, id_of, marked

# The one list of codes that is merged; any other list of codes is one choice, made as a whole.
BY_CODE = "activities"
REMOVE = "remove"
_YES = frozenset({"true", "yes", "on"})
_NO = frozenset({"false", "no", "off"})
Path = tuple[str, ...]


def merge(shared: Map, branch: Map) -> tuple[Map, list[Finding]]:
    """Lay a branch over the shared file; each value keeps its line and who put it there."""
    findings: list[Finding] = []
    base = {key: Entry(e.place, marked(e.node, Origin.SHARED)) for key, e in shared.entries.items()}
    return _maps(Map(base, shared.place, Origin.SHARED), branch, (), findings), findings


def is_named(items: Seq, path: Path) -> bool:
    """Tell whether a list is merged item by item: its items have ids, or are activities."""
    return path == (BY_CODE,) or any(id_of(item) for item in items.items)


def by_name(items: tuple[Node, ...], path: Path) -> dict[str, Node]:
    """Return the items of a list by their id or code; the first of a name counts."""
    return _by_name(items, path, [])[0]


def _laid_over(base: Node | None, over: Node, path: Path, findings: list[Finding]) -> Node:
    """One value of a branch, over what the shared file has in its place, if anything."""
    match over:
        case Map():
            return _maps(base if isinstance(base, Map) else None, over, path, findings)
        case Seq() if over.items:
            return _lists(base if isinstance(base, Seq) else None, over, path, findings)
        case _:
            # Text, and an empty list: the branch says outright that there is none.
            return over


def _maps(base: Map | None, over: Map, path: Path, findings: list[Finding]) -> Map:
    entries = dict(base.entries) if base else {}
    for key, entry in over.entries.items():
        beneath = base.get(key) if base else None
        entries[key] = Entry(entry.place, _laid_over(beneath, entry.node, (*path, key), findings))
    return Map(entries, over.place, over.origin)


def _lists(base: Seq | None, over: Seq, path: Path, findings: list[Finding]) -> Seq:
    beneath = base.items if base else ()
    if is_named(base if base and base.items else over, path):
        items = _named_items(beneath, over, path, findings)
    else:
        items = [_laid_over(None, item, path, findings) for item in over.items]
        for item in over.items:
            if isinstance(item, Map) and REMOVE in item.entries:
                place = item.entries[REMOVE].place
                findings.append(found("merge.remove_in_whole", place, list=".".join(path)))
    return Seq(tuple(items), over.place, over.origin)


def _named_items(beneath: tuple[Node, ...], over: Seq, path: Path, findings: list[Finding]) -> list[Node]:
    named, rest = _by_name(beneath, path, findings)
    changes, nameless = _by_name(over.items, path, findings)
    for name, item in changes.items():
        kept = _item(named.get(name), item, name, path, findings)
        if kept is None:
            named.pop(name, None)
        else:
            named[name] = kept
    if beneath and path != (BY_CODE,):
        findings += [found("merge.no_id", item.place, list=".".join(path)) for item in nameless]
    return [*named.values(), *rest, *nameless]


def _by_name(
    items: tuple[Node, ...], path: Path, findings: list[Finding]
) -> tuple[dict[str, Node], list[Node]]:
    named: dict[str, Node] = {}
    nameless: list[Node] = []
    for item in items:
        name = _name(item, path)
        if name is None:
            nameless.append(item)
        elif name in named:
            first = str(named[name].place)
            where = ".".join(path)
            findings.append(found("merge.repeated_item", item.place, name=name, list=where, first=first))
        else:
            named[name] = item
    return named, nameless


def _name(item: Node, path: Path) -> str | None:
    if path != (BY_CODE,):
        return id_of(item) or _taken_over(item)
    pair = coded(item)
    return pair[0] if pair else None


def _taken_over(item: Node) -> str | None:
    """A section of a form that is taken over from another goes by what it is taken from."""
    taken = item.entries.get("as") if isinstance(item, Map) else None
    return taken.node.value if taken and isinstance(taken.node, Text) else None


def _item(base: Node | None, over: Node, name: str, path: Path, findings: list[Finding]) -> Node | None:
    """The merged item, or None where the branch takes it out."""
    body = coded(over) if path == (BY_CODE,) else None
    said = body[1].node if body else over
    if isinstance(said, Map) and REMOVE in said.entries:
        if _takes_out(said, findings):
            _check_removal(base, said, name, path, findings)
            return None
        said = Map({key: e for key, e in said.entries.items() if key != REMOVE}, said.place, said.origin)
        over = Map({name: Entry(body[1].place, said)}, over.place, over.origin) if body else said
    if isinstance(over, Text) and base is not None:
        return base
    return _laid_over(base, over, (*path, name), findings)


def _takes_out(said: Map, findings: list[Finding]) -> bool:
    entry = said.entries[REMOVE]
    word = entry.node.value if isinstance(entry.node, Text) else ""
    if word.lower() not in _YES | _NO:
        findings.append(found("merge.remove_value", entry.place, value=word))
    return word.lower() in _YES


def _check_removal(base: Node | None, said: Map, name: str, path: Path, findings: list[Finding]) -> None:
    place = said.entries[REMOVE].place
    if base is None:
        findings.append(found("merge.remove_unknown", place, name=name, list=".".join(path)))
    if set(said.entries) - {REMOVE, "id"}:
        findings.append(found("merge.remove_and_more", place, name=name))
