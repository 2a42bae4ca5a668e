"""The pages that list all venues, written from what will stand in `out/`: published now, or kept."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence, Set
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from placard.findings import Finding
from placard.library.library import Library
from placard.made import Made
from placard.prove.links import prove_lists
from placard.prove.outputs import Site
from placard.publish.manifest import Damaged, Manifest, read
from placard.publish.scope import Scope
from placard.site import addresses, sitemap, small
from placard.site.from_words import languages_of
from placard.site.inputs import SiteInput, SiteVenue
from placard.site.listing import NAME, known_by_its_pages, listed

SITE = "site"
_REASON = "a page that lists all venues there are"


@dataclass(frozen=True, slots=True)
class Lists:
    """Everything made with its lists as they will be; `renewed` are lists that nobody needs any more."""

    made: tuple[Made, ...]
    findings: tuple[Finding, ...] = ()
    renewed: frozenset[str] = frozenset()


def with_lists(
    made: Sequence[Made], venues: SiteInput, library: Library, folder: Path, out: Path, scope: Scope
) -> Lists:
    """Write the lists anew where some venues keep what they had; `venues` are those published now."""
    if scope.only is None and not scope.keep:
        return Lists(tuple(made))
    before = manifest_of_before(out)
    staying = _staying(made, before, out, scope)
    ids = {venue.id for venue in venues.venues}
    every = sorted([*venues.venues, *_kept(before, ids, staying, out)], key=lambda venue: venue.id)
    own = [each for each in made if not _is_list(each.path.as_posix(), each.kind, each.venue)]
    if not every:
        return Lists(tuple(own), renewed=frozenset(_lists(before)))
    site = SiteInput(languages_of(library, every), tuple(every))
    written = dict(_written(site, ids, {path for path in _lists(before) if "/s/" in path}))
    for path, text in written.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, "utf-8")
    owners = {path: _owner(path, site, ids) for path in written}
    paths = {PurePosixPath(SITE, path): path for path in written}
    others = [each for each in own if each.path not in paths]
    lists = [_made(path, folder / inner, owners[inner], made) for path, inner in paths.items()]
    hosts = frozenset(venue.address for venue in every if venue.address)
    files = {path.removeprefix(f"{SITE}/") for path in staying if path.startswith(f"{SITE}/")}
    faults = prove_lists(Site(folder, {}, hosts), written, frozenset(files | written.keys()))
    renewed = frozenset(path for path in _lists(before) if path.removeprefix(f"{SITE}/") not in written)
    return Lists((*others, *lists), tuple(faults), renewed)


def manifest_of_before(out: Path) -> Manifest:
    """Return what `out/` holds; nothing where nobody knows, which publishing tells."""
    try:
        return read(out) or Manifest()
    except (Damaged, OSError):
        return Manifest()


def _staying(made: Sequence[Made], before: Manifest, out: Path, scope: Scope) -> frozenset[str]:
    """The paths that will be there: what is written now, and what nothing takes away."""
    new = {each.path.as_posix() for each in made if scope.covers(each.path.as_posix(), each.venue)}
    old = {entry.path for entry in before.entries if not scope.clears(entry.path, entry.venue)}
    return frozenset(new | {path for path in old if (out / path).is_file()})


def _kept(
    before: Manifest, published: Collection[str], staying: Collection[str], out: Path
) -> Iterator[SiteVenue]:
    """The venues whose pages stay as they are."""
    pages: dict[str, list[tuple[str, str]]] = {}
    for entry in before.entries:
        if entry.kind == "page" and entry.venue not in published and entry.path in staying:
            _, _, language, *rest = entry.path.split("/")
            pages.setdefault(entry.venue, []).append((language, "/".join(rest[:-1])))
    for name, those in pages.items():
        known = known_by_its_pages(name, those)
        try:
            told = listed(name, (out / SITE / name / NAME).read_text("utf-8"))
        except (OSError, ValueError):
            yield known
            continue
        # Somebody may have taken a page away by hand: only what is there is listed.
        yield replace(told, editions=tuple(e for e in told.editions if (e.language, "") in those))


def _written(site: SiteInput, published: Set[str], shared: Collection[str]) -> Iterator[tuple[str, str]]:
    yield from small.of_all(site)
    if text := sitemap.sitemap(site):
        yield "sitemap.xml", text
    for code, page in small.sheets(site).items():
        path = addresses.sheet(code) + "index.html"
        if f"{SITE}/{path}" in shared or published & small.venues_of(site, code):
            yield path, page


def _owner(path: str, site: SiteInput, published: Set[str]) -> str:
    """Whose a status page is: of one venue alone, or of all."""
    if not path.startswith("s/"):
        return ""
    hung = small.venues_of(site, path.split("/")[1])
    return next(iter(hung)) if len(hung) == 1 and hung <= published else ""


def _made(path: PurePosixPath, file: Path, owner: str, made: Sequence[Made]) -> Made:
    there = next((each for each in made if each.path == path), None)
    if there is not None:
        return replace(there, file=file, venue=owner)
    return Made(path, file, "asset" if not owner else "status", owner, reason=_REASON)


def _lists(before: Manifest) -> Iterator[str]:
    return (e.path for e in before.entries if _is_list(e.path, e.kind, e.venue))


def _is_list(path: str, kind: str, venue: str) -> bool:
    """Tell the lists: the start, the sitemap, and pages of sheets that hang in several venues."""
    return path.removeprefix(f"{SITE}/") in small.LISTS or (kind == "status" and not venue)
