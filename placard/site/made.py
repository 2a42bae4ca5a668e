"""The files of a built site, each known for what it is."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from placard.made import Kind, Made
from placard.site.addresses import LOGO
from placard.site.inputs import SiteInput, SiteVenue
from placard.site.listing import NAME as LISTING

_REASONS: dict[Kind, str] = {
    "page": "a page that venues of this type have",
    "short": "what the code on a sheet opens",
    "status": "whether a printed sheet still holds",
    "asset": "what the pages need to be shown and searched",
}


def made_site(site: SiteInput, folder: Path) -> Iterator[Made]:
    """Yield every file of the site; pages, short addresses and status pages know their venue."""
    venues = {venue.id: venue for venue in site.venues}
    codes: dict[str, set[str]] = {}
    for venue in site.venues:
        for sheet in venue.sheets:
            codes.setdefault(sheet.code, set()).add(venue.id)
    for file in sorted(path for path in folder.rglob("*") if path.is_file()):
        inner = PurePosixPath(file.relative_to(folder).as_posix())
        kind, owner, language, code = _known(inner.parts, venues, codes)
        languages = (language,) if language else ()
        path = PurePosixPath("site") / inner
        yield Made(path, file, kind, owner, languages, code=code, reason=_REASONS.get(kind, ""))


def _known(
    parts: tuple[str, ...], venues: dict[str, SiteVenue], codes: dict[str, set[str]]
) -> tuple[Kind, str, str, str]:
    match parts:
        case ("s", code, _) if code in codes:
            # The page of a sheet that hangs in several venues belongs to none of them alone.
            return "status", next(iter(codes[code])) if len(codes[code]) == 1 else "", "", code
        case ("q", venue, sign, _) if venue in venues:
            language = next((q.language for q in venues[venue].quick if q.sign == sign), "")
            return "short", venue, language, ""
        case (venue, language, *_, name) if venue in venues:
            return ("page" if name.endswith(".html") else "asset"), venue, language, ""
        case (venue, name) if venue in venues and (name == LISTING or name.startswith(f"{LOGO}.")):
            return "asset", venue, "", ""
        case _:
            return "asset", "", "", ""
