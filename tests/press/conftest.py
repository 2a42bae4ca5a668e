"""Believable signs, and the press they are printed on."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from markupsafe import Markup

from placard.compose.outputs import Footer, LabelledFact, SheetWords, SignBlock
from placard.findings import Finding
from placard.press import fonts
from placard.press.cache import PressCache
from placard.press.filling import Labels
from placard.press.fonts import FontSet
from placard.press.layout import LaidOut, check_layout
from placard.press.lettering import check_lines
from placard.press.planning import PlannedSheet, plan_sheet
from placard.press.precedence import check_precedence
from placard.press.printing import PrintShop
from placard.press.refusing import place_of
from placard.press.render import press

LABELS = {
    "en": {
        "foot_sign": "Sign {sign}, code {code}",
        "foot_sample": "Sample: an invented place",
        "address_or_desk": "Ask at the desk, or read it at home:",
        "full_notice": "Full notice",
        "scan_or_type": "Scan the code or type the address",
        "qr_alt": "Code that opens {address}",
    },
    "pl": {
        "foot_sign": "Tabliczka {sign}, kod {code}",
        "foot_sample": "Przykład: miejsce zmyślone",
        "address_or_desk": "Zapytaj w recepcji albo przeczytaj w domu:",
        "full_notice": "Pełna informacja",
        "scan_or_type": "Zeskanuj kod albo wpisz adres",
        "qr_alt": "Kod, który otwiera {address}",
    },
    "zh-Hans": {
        "foot_sign": "标识 {sign}，编号 {code}",
        "foot_sample": "样例：虚构场所",
        "address_or_desk": "请向前台索取，或回家后查看：",
        "full_notice": "完整告知",
        "scan_or_type": "扫描二维码或输入网址",
        "qr_alt": "打开 {address} 的二维码",
    },
}
TAGS = {"en": "EN", "pl": "PL", "zh-Hans": "中文"}
HEADS = {
    "cam-01": {"en": "You are on camera", "pl": "Teren monitorowany", "zh-Hans": "视频监控区域"},
    "pho-01": {
        "en": "No photos, no filming",
        "pl": "Zakaz zdjęć i&nbsp;nagrywania",
        "zh-Hans": "禁止拍照和录像",
    },
    "rgt-03": {
        "en": "Something wrong? Tell us",
        "pl": "Coś nie tak? Powiedz nam",
        "zh-Hans": "有问题，请告诉我们",
    },
}
KEYS = {
    "cam-01": {
        "en": "Cameras film this entrance hall",
        "pl": "Kamery nagrywają ten hol wejściowy",
        "zh-Hans": "本入口大厅装有摄像机",
    },
    "pho-01": {
        "en": "See someone filming? Tell staff at once",
        "pl": "Ktoś nagrywa? Od razu powiedz obsłudze",
        "zh-Hans": "发现有人拍摄，请立即告诉工作人员",
    },
    "rgt-03": {
        "en": "Complaints about your privacy",
        "pl": "Skargi w&nbsp;sprawie Twojej prywatności",
        "zh-Hans": "关于您隐私的投诉",
    },
}
CAMERA_FACTS = {
    "en": {
        "Who films": "Old Mill Bathhouse Ltd, 3 Weir Lane, Weirford",
        "Why": "To see who comes in, and to deal with theft and break-ins",
        "Kept": "Up to 14 days, then erased",
        "Sound": "Not recorded",
        "Your rights": "Ask for a copy, object, or complain",
        "Contact": "Manager, +44&nbsp;20&nbsp;7946&nbsp;0124, privacy@oldmill.example",
    },
    "pl": {
        "Kto nagrywa": "Old Mill Bathhouse Ltd, 3 Weir Lane, Weirford",
        "Po co": "Aby widzieć, kto wchodzi, i&nbsp;wyjaśniać kradzieże oraz włamania",
        "Jak długo": "Do 14&nbsp;dni, potem nagrania są usuwane",
        "Dźwięk": "Nie jest nagrywany",
        "Twoje prawa": "Poproś o&nbsp;kopię, wnieś sprzeciw albo złóż skargę",
        "Kontakt": "Kierownik, +44&nbsp;20&nbsp;7946&nbsp;0124, privacy@oldmill.example",
    },
    "zh-Hans": {
        "谁在拍摄": '<span lang="en">Old Mill Bathhouse Ltd</span>，<span lang="en">3 Weir Lane</span>',
        "为什么": "了解进出人员，处理盗窃和闯入",
        "保存多久": "最长 14 天，随后删除",
        "声音": "不录音",
        "您的权利": "索取副本、提出反对、投诉",
        "联系": "经理，+44&nbsp;20&nbsp;7946&nbsp;0124",
    },
}
COMPLAINT_FACTS = {
    "en": {"How": "Ask at the desk for the paper form", "First reply": "Within 24&nbsp;hours"},
    "pl": {"Jak": "Poproś przy ladzie o&nbsp;formularz", "Pierwsza odpowiedź": "W&nbsp;ciągu 24&nbsp;godzin"},
    "zh-Hans": {"如何投诉": "在前台索取表格", "首次答复": "24 小时内"},
}
FACTS = {"cam-01": CAMERA_FACTS, "rgt-03": COMPLAINT_FACTS}
KINDS = {
    "cam-01": ("information", "camera-fixed", 2.0),
    "pho-01": ("prohibition", "camera-hand-none", 3.0),
    "rgt-03": ("service", "complaint", 1.0),
}


@pytest.fixture(scope="session")
def labels() -> Labels:
    """The words of content/labels that a sheet uses."""
    return LABELS


@pytest.fixture(scope="session")
def block() -> Callable[..., SignBlock]:
    """Write one language of a sign: `block("cam-01", "en", head="…")`."""

    def write(sign: str, language: str, **changes: object) -> SignBlock:
        facts = FACTS.get(sign, {}).get(language, {})
        words: dict[str, object] = {
            "language": language,
            "tag": TAGS[language],
            "script": "han" if language == "zh-Hans" else "latin",
            "tie": "single-letters" if language == "pl" else "none",
            "headline": Markup(HEADS[sign][language]),
            "key": Markup(KEYS[sign][language]),
            "facts": tuple(LabelledFact(Markup(label), Markup(fact)) for label, fact in facts.items()),
            "body": (),
        }
        return SignBlock(**{**words, **changes})  # type: ignore[arg-type]

    return write


@pytest.fixture(scope="session")
def sign(block: Callable[..., SignBlock]) -> Callable[..., SheetWords]:
    """Write a sign: `sign("cam-01", "en", "pl", read_from=3)`."""

    def write(name: str, *languages: str, **changes: object) -> SheetWords:
        sign_class, pictogram, read_from = KINDS[name]
        address = f"privacy.oldmill.example/q/old-mill-bathhouse/{name}"
        words: dict[str, object] = {
            "stem": f"{name}.entrance",
            "sign": name,
            "title": f"Sign {name}",
            "sign_class": sign_class,
            "pictogram": pictogram,
            "pictogram_alt": "What the picture shows",
            "read_from": read_from,
            "smallest": "a4",
            "labels_lead": False,
            "blocks": tuple(block(name, language) for language in languages),
            "qr": f"https://{address}/",
            "address": Markup(address.replace("/", "/<wbr>")),
            "desk": (),
            "footer": Footer(
                name.upper(),
                Markup("Old Mill Bathhouse"),
                "7K3F-92QD",
                Markup("in force from 4 January 2027"),
                Markup("proof"),
                sample=True,
            ),
        }
        return SheetWords(**{**words, **changes})  # type: ignore[arg-type]

    return write


@pytest.fixture(scope="session")
def faces() -> FontSet:
    return fonts.prepare()


@pytest.fixture
def shop(faces: FontSet, tmp_path: Path) -> PrintShop:
    return PrintShop(faces, LABELS, PressCache(tmp_path / "press"))


@pytest.fixture
def planned(faces: FontSet) -> Callable[[SheetWords], PlannedSheet]:
    """Plan a sign that is known to fit."""

    def plan(words: SheetWords) -> PlannedSheet:
        sheet = plan_sheet(words, faces, LABELS)
        assert isinstance(sheet, PlannedSheet), sheet.findings
        return sheet

    return plan


@pytest.fixture
def refused(faces: FontSet) -> Callable[[SheetWords], dict[str, Finding]]:
    """Plan a sign that is known not to fit; return what to change by code."""

    def plan(words: SheetWords) -> dict[str, Finding]:
        outcome = plan_sheet(words, faces, LABELS)
        assert not isinstance(outcome, PlannedSheet)
        assert outcome.findings
        return {finding.code: finding for finding in outcome.findings}

    return plan


@pytest.fixture
def faults(faces: FontSet) -> Callable[[PlannedSheet, str], set[str]]:
    """Lay out a page somebody tampered with; return the codes of what is found."""

    def check(sheet: PlannedSheet, html: str) -> set[str]:
        document = press(faces).lay_out(html)
        laid = LaidOut(sheet.words, sheet.setting, document, place_of(sheet.words))
        findings = (*check_layout(laid), *check_lines(laid, faces), *check_precedence(laid))
        return {finding.code for finding in findings}

    return check
