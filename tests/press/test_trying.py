"""A search that reckons in parts comes to what placing everything comes to, and measures no text twice."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from placard.compose.outputs import SheetWords
from placard.press import filling
from placard.press.arranging import arrange
from placard.press.choosing import smallest_setting
from placard.press.filling import Labels
from placard.press.fonts import FontSet
from placard.press.gauging import gauge
from placard.press.legibility import smallest_sizes
from placard.press.lines import Text
from placard.press.measures import DoesNotFit, Measures
from placard.press.paper import SHEETS
from placard.press.printing import PrintShop
from placard.press.render import Press, press
from placard.press.setting import Choice, Setting
from placard.press.trying import Tries

Sign = Callable[..., SheetWords]


def larger(choice: Choice, steps: int) -> Choice:
    sizes = replace(choice.sizes, head=choice.sizes.head + 4 * steps, body=choice.sizes.body + steps)
    return replace(choice, sizes=sizes, pictogram=choice.pictogram + 20 * steps)


def slack(setting: Setting) -> float:
    heads = [zone.height for name, zone in setting.zones.items() if name.startswith("head.")]
    above = setting.choice.arrangement == "beside"
    return max(0.0, setting.choice.pictogram - sum(heads)) if above else 0.0


@pytest.mark.parametrize("languages", [("en",), ("pl", "en"), ("zh-Hans", "en")])
def test_the_small_line_is_as_long_as_its_parts(
    shop: PrintShop, sign: Sign, languages: tuple[str, ...]
) -> None:
    words = sign("cam-01", *languages)
    samples = list(filling.samples(words, shop.labels))
    whole = replace(samples[-1], name="whole", words=filling.foot(words, shop.labels))
    texts = gauge([*samples, whole], press(shop.fonts))
    added = Measures(texts).texts["foot"]
    assert len(added.pieces) == len(texts["whole"].pieces)
    assert added.leading == texts["whole"].leading

    def length(text: Text) -> float:
        return sum(piece.width + piece.space for piece in text.pieces)

    assert length(added) == pytest.approx(length(texts["whole"]), abs=0.1)


@pytest.mark.parametrize("name", ["cam-01", "pho-01", "rgt-03"])
@pytest.mark.parametrize("languages", [("en",), ("en", "pl"), ("zh-Hans", "en")])
def test_parts_add_up_to_the_whole(
    shop: PrintShop, sign: Sign, name: str, languages: tuple[str, ...]
) -> None:
    words = sign(name, *languages)
    measures = Measures(gauge(list(filling.samples(words, shop.labels)), press(shop.fonts)))
    shape, sheet = filling.shape_of(words), SHEETS["a3"]
    smallest = smallest_sizes(words.read_from, filling.headlines(words))
    fitted = set()
    for start in smallest_setting(sheet, shape, measures, smallest):
        tries = Tries(sheet, shape, measures, start.choice)
        for steps in range(30):
            choice = larger(start.choice, steps)
            fit = tries.fit(choice)
            fitted.add(fit is not None)
            if fit is None:
                with pytest.raises(DoesNotFit):
                    arrange(sheet, shape, measures, choice)
                continue
            setting = arrange(sheet, shape, measures, choice)
            assert fit.left_over == pytest.approx(setting.left_over)
            assert fit.headline_fill == pytest.approx(setting.headline_fill)
            assert fit.hero_slack == pytest.approx(slack(setting))
    assert fitted == {True, False}


def test_a_text_is_measured_once_and_the_same_on_every_sheet(
    faces: FontSet, sign: Sign, shop: PrintShop, monkeypatch: pytest.MonkeyPatch
) -> None:
    def texts(words: SheetWords, labels: Labels) -> list[filling.Sample]:
        return list(filling.samples(words, labels))

    machine, other = Press(faces), Press(faces)
    first, second = texts(sign("cam-01", "en"), shop.labels), texts(sign("cam-01", "en", "pl"), shop.labels)
    gauge(first, machine)
    after, alone = gauge(second, machine), gauge(second, other)
    assert {name: text.pieces for name, text in after.items()} == {n: t.pieces for n, t in alone.items()}
    monkeypatch.setattr(Press, "lay_out", lambda self, html: pytest.fail("measured again"))
    assert gauge(second, machine) == after
