"""Every QR code as a telephone sees it. For tests and before a release: needs zxing-cpp and Pillow."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from pathlib import Path

from placard.findings import Finding, in_order
from placard.prove.outputs import Origin, fault
from placard.prove.urls import Kind, target_of

DPI = 150


def codes_in(file: Path, dpi: int = DPI) -> list[str]:
    """Return what the QR codes of a PDF say, page by page; draws each page first."""
    # Loaded late: neither is installed with the product.
    import pypdfium2
    import zxingcpp

    document = pypdfium2.PdfDocument(file.read_bytes())
    try:
        found: list[str] = []
        for page in document:
            picture = page.render(scale=dpi / 72, grayscale=True).to_pil()
            found += [code.text for code in zxingcpp.read_barcodes(picture)]
        return found
    finally:
        document.close()


def prove_codes(
    expected: Iterable[tuple[str, Path, str, Origin]], site: Collection[str], addresses: Collection[str]
) -> list[Finding]:
    """Compare the codes of PDFs (path in `out/`, file, address, origin) with the files of the site.

    An empty address means that the PDF has no code.
    """
    findings: list[Finding] = []
    looked = 0
    for path, file, address, origin in expected:
        looked += 1
        codes = codes_in(file)
        if set(codes) != ({address} if address else set()):
            findings.append(
                fault(
                    "prove.other_code",
                    path,
                    origin,
                    0,
                    found=", ".join(codes) or "-",
                    expected=address or "-",
                )
            )
        for code in codes:
            target = target_of(code, "index.html", addresses)
            if target.kind is not Kind.INSIDE or target.path not in site:
                findings.append(fault("prove.dead_code", path, origin, 0, target=code))
    if not looked:
        findings.append(fault("prove.no_sheet", "print"))
    return in_order(findings)
