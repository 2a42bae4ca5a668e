"""The site as a folder, built by MkDocs inside this process."""

from __future__ import annotations

import errno
import logging
import os
import socket
from pathlib import Path
from urllib.parse import urlsplit

from jinja2 import TemplateNotFound

from placard.findings import Finding, Place, Severity, UserMistake, stops
from placard.site.checks import check
from placard.site.inputs import SITE_INPUT, SiteInput

CONFIG = Path(__file__).resolve().parents[2] / "mkdocs.yml"


def build_site(site: SiteInput, into: Path) -> list[Finding]:
    """Build the site into a folder of its own, which is emptied first; every warning is a finding."""
    findings = check(site)
    if stops(findings):
        return findings
    return findings + _run(site, into)


def _run(site: SiteInput, into: Path) -> list[Finding]:
    # The theme advertises its successor on the first import.
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    # MkDocs takes a second to import, and most commands never need it.
    from mkdocs.commands.build import build
    from mkdocs.config import load_config
    from mkdocs.exceptions import MkDocsException

    heard = _Heard()
    log = logging.getLogger("mkdocs")
    propagated, log.propagate = log.propagate, False
    log.addHandler(heard)
    try:
        config = load_config(config_file=str(CONFIG), site_dir=str(into), strict=True)
        config.extra[SITE_INPUT] = site
        build(config)
    except (MkDocsException, TemplateNotFound) as fault:
        # Strict mode only counts what was heard before, and so does a template it lacks.
        if not heard.findings:
            heard.findings.append(_finding(str(fault)))
    finally:
        log.removeHandler(heard)
        log.propagate = propagated
    return heard.findings


class _Heard(logging.Handler):
    """What MkDocs, the theme and our hook complained of."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.findings: list[Finding] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep a complaint."""
        self.findings.append(_finding(record.getMessage()))


def _finding(said: str) -> Finding:
    return Finding("site.warning", Severity.ERROR, Place("mkdocs.yml"), {"said": said})


def serve_site(address: str) -> None:
    """Show the site on this machine until stopped; a changed word or fact shows at once.

    Raises `UserMistake` for an address nobody can be shown anything at.
    """
    _see_that_it_is_free(address)
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    from mkdocs.commands.serve import serve

    serve(config_file=str(CONFIG), dev_addr=address)


def _see_that_it_is_free(address: str) -> None:
    try:
        asked = urlsplit(f"//{address}")
        host, port = asked.hostname, asked.port
    except ValueError:
        host, port = None, None
    if not host or not port or asked.netloc.lower() != address.lower():
        raise _not_at(address, "site.serve_address", 8000)
    try:
        family, kind, *_, at = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        with socket.socket(family, kind) as probe:
            if os.name == "posix":  # elsewhere this would take an address away from whoever has it
                probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(at)
            probe.listen()
    except OSError as fault:
        if fault.errno in (errno.EADDRINUSE, errno.EACCES):
            raise _not_at(address, "site.serve_taken", port + 1 if 1023 < port < 65535 else 8000) from fault
        raise _not_at(address, "site.serve_address", 8000) from fault
    except UnicodeError as fault:
        raise _not_at(address, "site.serve_address", 8000) from fault


def _not_at(address: str, code: str, port: int) -> UserMistake:
    values = {"address": address, "other": f"127.0.0.1:{port}"}
    return UserMistake([Finding(code, Severity.ERROR, Place("--address"), values)])
