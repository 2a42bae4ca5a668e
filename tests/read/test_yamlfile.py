"""Venue files as people write them: what is refused, with its line, and what is let pass."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from placard.findings import Severity
from placard.read.nodes import Map, Node, Seq, Text, at, plain
from placard.read.yamlfile import parse_yaml, read_yaml

GOOD = """\
# yaml-language-server: $schema=../schema/venue.schema.json
schema: 1
id: old-mill-bathhouse
law: gb
languages: [en, zh-Hans]
name: {en: Old Mill Bathhouse, zh-Hans: 老磨坊浴场}
operator:
  legal_name: Old Mill Bathhouse Ltd
  registration: {register: companies_house, number: "00000000"}
  phone: "+44 20 7946 0123"
  data_protection_officer: none
rooms:
  - {id: entrance, kind: entrance, doors_to: [outside, yard]}
  - id: yard
    kind: yard
    doors_to:
      - outside
    shared_with: Weir Lane Brewery   # a shared door
surveillance: {recording: motion, retention: 14 days, audio: no,
  live_view: {room: yard, seen_by_guests: no}}
activities: [appointments, {membership: {retention: 1 year}}]
effective_on: 2027-01-04
"""

OPERATOR = "operator:\n  legal_name: Old Mill Ltd\n"
LAUGHS = "a: &a [x, x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{new}: &{new} [{', '.join([f'*{old}'] * 10)}]\n"
    for old, new in zip("abcdefgh", "bcdefghi", strict=True)
)

BROKEN = [
    # keys
    ("a key twice", "id: a\nname: b\nid: c\n", [(3, "yaml.repeated_key")]),
    ("a key three times", "id: a\nid: b\nid: c\n", [(2, "yaml.repeated_key"), (3, "yaml.repeated_key")]),
    ("a key twice in brackets", "a: {id: a, id: b}\n", [(1, "yaml.repeated_key")]),
    ("a key twice, once in quotes", 'id: a\n"id": b\n', [(2, "yaml.repeated_key")]),
    ("entries of a list without dashes", "rooms:\n  id: a\n  id: b\n", [(3, "yaml.repeated_entry")]),
    ("nothing before the colon", "id: a\n: b\n", [(2, "yaml.empty_key")]),
    ("nothing before the colon, in quotes", 'id: a\n"": b\n', [(2, "yaml.empty_key")]),
    ("a list as a key", "? [a, b]\n: c\n", [(1, "yaml.complex_key")]),
    ("a placeholder of another program", "name: {{ venue.name }}\n", [(1, "yaml.placeholder")]),
    ("an alias as a key", "a: &x b\n*x : c\n", [(2, "yaml.complex_key")]),
    ("a key with an anchor", "&x id: a\n", [(1, "yaml.marked_key")]),
    ("a merge key", "a: &x {b: c}\nd:\n  <<: *x\n  e: f\n", [(3, "yaml.merge_key")]),
    # nothing
    ("null", "web: null\n", [(1, "yaml.null")]),
    ("a tilde", "id: a\nweb: ~\n", [(2, "yaml.null")]),
    ("null in capitals inside brackets", "web: {address: NULL}\n", [(1, "yaml.null")]),
    ("no value", "id: a\nname:\nlaw: gb\n", [(2, "yaml.empty_value")]),
    ("an empty pair of quotes", 'name: ""\n', [(1, "yaml.empty_value")]),
    ("a key with nothing under it but comments", "operator:\n  # later\nid: a\n", [(1, "yaml.empty_value")]),
    ("a value that begins with a hash", "name: #1 Salon\n", [(1, "yaml.only_comment")]),
    ("a dash with nothing behind it", "languages:\n  - en\n  -\n", [(3, "yaml.empty_item")]),
    ("null in a list", "languages: [en, null]\n", [(1, "yaml.empty_item")]),
    ("an empty file", "", [(0, "yaml.empty_file")]),
    ("only a comment", "# later\n", [(0, "yaml.empty_file")]),
    ("three dashes and no more", "---\n", [(0, "yaml.empty_file")]),
    ("a list instead of keys", "# rooms\n- id: a\n", [(2, "yaml.not_a_map")]),
    ("one word", "hello\n", [(1, "yaml.not_a_map")]),
    # marks of YAML
    ("a Python object", "a: !!python/object/apply:os.system [ls]\n", [(1, "yaml.tag")]),
    ("a tag of YAML itself", "id: a\nnumber: !!str 0312\n", [(2, "yaml.tag")]),
    ("an exclamation mark before a name", "name: !Wow Salon\n", [(1, "yaml.tag")]),
    ("a tag of one letter", "name: ! Salon\n", [(1, "yaml.tag")]),
    ("an ampersand before a name", "name: &Beauty Salon\n", [(1, "yaml.unused_anchor")]),
    ("a star before a word", "note: *Closed\n", [(1, "yaml.unknown_alias")]),
    ("a list inside itself", "a: &a [*a]\n", [(1, "yaml.alias_of_itself")]),
    ("a billion laughs", LAUGHS, [(4, "yaml.too_many_aliases")]),
    ("brackets without end", f"a: {'[' * 5000}", [(1, "yaml.too_deep")]),
    ("dashes without end", f"a:\n {'- ' * 400}x\n", [(2, "yaml.too_deep")]),
    (
        "depth by borrowing",
        f"a: &a {'[' * 15}x{']' * 15}\nb: {'[' * 10}*a{']' * 10}\n",
        [(2, "yaml.too_deep")],
    ),
    ("two businesses in one file", "id: a\n---\nid: b\n", [(2, "yaml.second_document")]),
    ("a line of dashes at the end", "---\nid: a\n---\n", [(3, "yaml.second_document")]),
    ("more behind three dots", "id: a\n...\nname: b\n", [(3, "yaml.second_document")]),
    # keyboards
    ("a full-width colon", "id: a\nname： 店\nlaw: cn\n", [(2, "yaml.wide_colon")]),
    ("a full-width colon and no space", "name：店\n", [(1, "yaml.wide_colon")]),
    ("a full-width colon after a map's key", "operator：\n  phone: 1\n", [(1, "yaml.wide_colon")]),
    (
        "full-width colons where a value would be",
        "operator:\n  legal_name： 店\n  phone：1\n",
        [(2, "yaml.wide_colon"), (3, "yaml.wide_colon")],
    ),
    ("a full-width colon in brackets", "a: {id： c1, room: b}\n", [(1, "yaml.wide_colon")]),
    ("a full-width colon in an entry", "rooms:\n  - id：a\n", [(2, "yaml.wide_colon")]),
    ("a full-width colon one line further", "a: b\n  c： d\n", [(2, "yaml.wide_colon")]),
    ("a full-width comma between codes", "languages: [zh-Hans， en]\n", [(1, "yaml.wide_mark")]),
    ("a Chinese comma between codes", "languages: [zh-Hans、en]\n", [(1, "yaml.wide_mark")]),
    ("a full-width comma between entries", "a: {b: c， d: e}\n", [(1, "yaml.wide_mark")]),
    ("full-width brackets", "languages: ［en］\n", [(1, "yaml.wide_mark")]),
    ("curly quotes", "name: “店”\n", [(1, "yaml.curly_quote")]),
    ("full-width quotes", "name: ＂店＂\n", [(1, "yaml.curly_quote")]),
    ("Polish quotes", "name: „Młyn”\n", [(1, "yaml.curly_quote")]),
    ("curly quotes around a colon", "name: “Salon: beauty”\nid: a\n", [(1, "yaml.curly_quote")]),
    ("curly quotes around a key", "“name”: a\n", [(1, "yaml.curly_quote")]),
    ("wide spaces as an indent", "operator:\n\u3000\u3000phone: 1\n", [(2, "yaml.wide_space")]),
    ("a hard space before a key", "\u00a0name: a\n", [(1, "yaml.wide_space")]),
    ("a hard space after the colon", "id: a\nname:\u00a0b\n", [(2, "yaml.tight_colon")]),
    (
        "bullets of a word processor",
        "languages:\n  • en\n  • pl\n",
        [(2, "yaml.other_dash"), (3, "yaml.other_dash")],
    ),
    ("a long dash", "languages:\n  – en\n", [(2, "yaml.other_dash")]),
    ("a full-width dash", "languages:\n  － en\n", [(2, "yaml.other_dash")]),
    # spaces and tabs
    ("no space after the colon", "id: a\nname:b\nlaw: gb\n", [(2, "yaml.tight_colon")]),
    ("no space after any colon", "id:a\nname:b\n", [(1, "yaml.tight_colon"), (2, "yaml.tight_colon")]),
    ("no space after the colon in brackets", "a: {id:c1, room: b}\n", [(1, "yaml.tight_colon")]),
    ("no space after the colon of an entry", "rooms:\n  - id:a\n    kind: b\n", [(2, "yaml.tight_colon")]),
    (
        "no space after the dashes",
        "languages:\n  -en\n  -pl\n",
        [(2, "yaml.tight_dash"), (3, "yaml.tight_dash")],
    ),
    ("no space after one dash", "languages:\n  - en\n  -pl\n", [(3, "yaml.tight_dash")]),
    ("tabs as an indent", "a:\n\tb: c\n\td: e\n", [(2, "yaml.tab"), (3, "yaml.tab")]),
    ("a tab behind spaces", "a:\n  \tb: c\n", [(2, "yaml.tab")]),
    ("one line too deep", f"{OPERATOR}   phone: 1\n", [(3, "yaml.indent")]),
    ("one line not deep enough", f"{OPERATOR} phone: 1\n", [(3, "yaml.indent")]),
    ("a missing dash before an entry", "rooms:\n  - id: a\n  id: b\n", [(3, "yaml.no_dash")]),
    ("a missing dash before a code", "languages:\n  - en\n  pl\nid: a\n", [(3, "yaml.no_dash")]),
    ("a dash too many", "operator:\n  phone: 1\n  - email: b\n", [(3, "yaml.stray_dash")]),
    ("a list after a value", "languages: en\n- pl\n", [(2, "yaml.stray_dash")]),
    ("a list on the line of its key", "languages: - en\n", [(1, "yaml.dash_in_value")]),
    ("no colon", "id: a\nname Old Mill\nlaw: gb\n", [(2, "yaml.no_colon")]),
    ("a second line of text at the margin", "street: 3 Weir Lane\nWeirford\n", [(2, "yaml.no_colon")]),
    # quotes and brackets
    ("a second colon", "name: Old Mill: the baths\n", [(1, "yaml.colon_in_value")]),
    ("a handle", "channel: @oldmill\n", [(1, "yaml.needs_quotes")]),
    ("a per cent sign", "id: a\nnote: %5 off\n", [(2, "yaml.needs_quotes")]),
    ("a backtick", "name: `a`\n", [(1, "yaml.needs_quotes")]),
    ("an ampersand and a space", "name: & Sons\n", [(1, "yaml.needs_quotes")]),
    ("a star and a space", "name: * Salon\n", [(1, "yaml.needs_quotes")]),
    ("greater than", "age: > 18 only\n", [(1, "yaml.needs_quotes")]),
    ("an upright stroke", "name: | Mill\n", [(1, "yaml.needs_quotes")]),
    ("a question mark", "name: ? Mill\n", [(1, "yaml.needs_quotes")]),
    ("a line for the parser", "id: a\n%TAG x\n", [(2, "yaml.needs_quotes")]),
    ("a Windows path", 'logo: "C:\\pictures"\n', [(1, "yaml.backslash")]),
    ("a code point beyond all", 'name: "\\UFFFFFFFF"\n', [(1, "yaml.backslash")]),
    ("an open quote", 'id: a\nname: "Old Mill\nlaw: gb\n', [(2, "yaml.open_quote")]),
    ("an apostrophe in front", "name: 'Tis Mill\nlaw: gb\n", [(1, "yaml.open_quote")]),
    ("an open quote closed by the next", 'a: "b\nc: "d"\n', [(1, "yaml.open_quote")]),
    ("words behind a quote", 'name: "Old" Mill\n', [(1, "yaml.after_closing")]),
    ("words behind a bracket", "name: [Old] Mill\n", [(1, "yaml.after_closing")]),
    ("an open bracket", "a: [b, c\nd: e\n", [(1, "yaml.open_bracket")]),
    ("an open bracket and a Chinese comma", "a: {b: 南京路，1号, c: d\ne: f\n", [(1, "yaml.open_bracket")]),
    ("no comma", "a: {b: c d: e}\n", [(1, "yaml.no_comma")]),
    ("two closing brackets", "a: [b]]\n", [(1, "yaml.stray_mark")]),
    ("two commas", "a: [b, , c]\n", [(1, "yaml.stray_mark")]),
    ("a comma in front", "a: , b\n", [(1, "yaml.stray_mark")]),
    # letters
    ("a control character", "id: a\nname: b\x07c\n", [(2, "letters.control")]),
    ("a zero byte", "id: a\x00\n", [(1, "letters.control")]),
    ("a line separator", "id: a\u2028b\n", [(1, "letters.control")]),
    ("letters that turn the line", "id: a\nname: b\u202ec\n", [(2, "letters.turning")]),
    ("letters that isolate", "name: \u2067b\u2069\n", [(1, "letters.turning")]),
    ("a space of no width", "na\u200bme: b\n", [(1, "letters.unseen")]),
    ("a mark of a second file", "id: a\n\ufeffname: b\n", [(2, "letters.unseen")]),
    ("private use", "name: \ue000b\n", [(1, "letters.private")]),
    ("private use of the sixteenth plane", "name: \U00100000\n", [(1, "letters.private")]),
    ("private use in a comment", "id: a # \ue123\n", [(1, "letters.private")]),
    ("private use by escape", 'name: "\\uE000"\n', [(1, "letters.escaped")]),
    ("private use by escape in a key", '"\\uE000": b\n', [(1, "letters.escaped")]),
    ("half a letter by escape", 'name: "\\ud83d"\n', [(1, "letters.escaped")]),
    ("a turning letter by escape", 'name: "a\\u202eb"\n', [(1, "letters.escaped")]),
    # several at once
    (
        "six faults of six kinds",
        "name: Old Mill: the bath\nid x\ntype: @z\nphone： 1\nphone: 2\nweb: null\n",
        [
            (1, "yaml.colon_in_value"),
            (2, "yaml.no_colon"),
            (3, "yaml.needs_quotes"),
            (4, "yaml.wide_colon"),
            (5, "yaml.repeated_key"),
            (6, "yaml.null"),
        ],
    ),
    ("the first line under a key", "operator:\n  phone 1\n  email: b\n", [(2, "yaml.no_colon")]),
]

ACCEPTED = [
    ("a mark at the beginning", "\ufeffid: a\n", {"id": "a"}),
    ("line ends of Windows", "id: a\r\nrooms:\r\n  - b\r\n", {"id": "a", "rooms": ["b"]}),
    ("line ends of old", "id: a\rname: b\r", {"id": "a", "name": "b"}),
    ("spaces at the end", "id: a   \nname:   b  \n   \n", {"id": "a", "name": "b"}),
    ("wide spaces at the end", "name: 店\u3000\u3000\nid: \u3000a\n", {"name": "店", "id": "a"}),
    ("tabs at the end and between", "id:\ta\t\n\t\nname: b\t# c\td\n", {"id": "a", "name": "b"}),
    ("no line end", "id: a", {"id": "a"}),
    ("comments", "# yaml-language-server: $schema=x\nid: a # b: c\n# end", {"id": "a"}),
    ("three dashes in front and dots behind", "---\nid: a\n...\n", {"id": "a"}),
    ("a line for YAML 1.2", "%YAML 1.2\n---\nid: a\n", {"id": "a"}),
    ("a space before the colon", "id : a\n", {"id": "a"}),
    ("a list at the indent of its key", "rooms:\n- a\n- b\n", {"rooms": ["a", "b"]}),
    ("a comma behind the last", "rooms: [a, b,]\nc: {d: e,}\n", {"rooms": ["a", "b"], "c": {"d": "e"}}),
    ("brackets over lines", "a: {b: c,\n  d: [e,\n f]}\n", {"a": {"b": "c", "d": ["e", "f"]}}),
    ("text over lines", "a: Old\n  Mill\nb: >\n  c\n  d\n", {"a": "Old Mill", "b": "c d\n"}),
    ("text kept as it stands", "a: |\n  b: c: d\n  - •\te\n", {"a": "b: c: d\n- •\te\n"}),
    ("four spaces here and one there", "a:\n    b: c\nd:\n e: f\n", {"a": {"b": "c"}, "d": {"e": "f"}}),
    ("a small alias", "a: &x {b: c}\nd: *x\n", {"a": {"b": "c"}, "d": {"b": "c"}}),
    ("an empty list and map", "a: []\nb: {}\n", {"a": [], "b": {}}),
    ("links in brackets", "a: {b: https://x.y/?q=1?, c: d?}\n", {"a": {"b": "https://x.y/?q=1?", "c": "d?"}}),
    (
        "links and addresses",
        "a: https://x.y/z?q=1#p\nb: [mailto:a@b.c]\n",
        {"a": "https://x.y/z?q=1#p", "b": ["mailto:a@b.c"]},
    ),
    (
        "a full-width colon in running text",
        "a: 营业时间：9点\nb: {c: 南京路，1号}\n",
        {"a": "营业时间：9点", "b": {"c": "南京路，1号"}},
    ),
    (
        "curly quotes in straight ones",
        "a: '“Old” Mill'\nb: the ‘old’ mill’s\n",
        {"a": "“Old” Mill", "b": "the ‘old’ mill’s"},
    ),
    ("an apostrophe of print in front", "a: ’t Hoekje\n", {"a": "’t Hoekje"}),
    ("a sign of four bytes", "a: 𠮷野 💈\n", {"a": "𠮷野 💈"}),
    ("marks of right-to-left writing", "a: \u200fأ\u200e\n", {"a": "\u200fأ\u200e"}),
    ("an escape of an ordinary letter", 'a: "\\u5e97\\tb"\n', {"a": "店\tb"}),
    ("null in quotes", "a: \"null\"\nb: '~'\n", {"a": "null", "b": "~"}),
    (
        "a dash of running text on its second line",
        "a: Old Mill\n  — the baths\n",
        {"a": "Old Mill — the baths"},
    ),
    ("thirty words in quotes", f'a: "{"word " * 30}"\n', {"a": "word " * 30}),
]

AS_TYPED = [
    "22:00", "22:00-06:00", "8:30", "no", "yes", "on", "off", "true", "False", "+48221234567", "0312", "0x1F",
    "1.10", "1e3", "1_000", ".5", "-3", "2027-01-04", "2027-01-04T10:00:00Z", "none", "unanswered", "None",
    "14 days", "1:1", "=", "3 Weir Lane", "N", "inf", ".nan", "a#b", "C#", "50%", "R&D", "a*b", "what?",
]  # fmt: skip


def told(text: str) -> list[tuple[int, str]]:
    return [(each.place.line, each.code) for each in parse_yaml(text, "v.yml")[1]]


def texts(node: Node) -> Iterator[Text]:
    match node:
        case Text():
            yield node
        case Seq():
            for item in node.items:
                yield from texts(item)
        case Map():
            for key, entry in node.entries.items():
                yield Text(key, entry.place)
                yield from texts(entry.node)


@pytest.mark.parametrize(("story", "text", "expected"), BROKEN, ids=[each[0] for each in BROKEN])
def test_a_fault_is_told_once_with_its_line(story: str, text: str, expected: list[tuple[int, str]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(("story", "text", "expected"), ACCEPTED, ids=[each[0] for each in ACCEPTED])
def test_habits_of_people_and_editors_are_let_pass(
    story: str, text: str, expected: dict[str, object], tmp_path: Path
) -> None:
    path = tmp_path / "v.yml"
    path.write_bytes(text.encode())
    node, findings = read_yaml(path, "v.yml")
    assert findings == []
    assert node is not None
    assert plain(node) == expected


@pytest.mark.parametrize("word", AS_TYPED)
def test_every_value_survives_as_typed(word: str) -> None:
    node, findings = parse_yaml(f"a: {word}\nb:\n  - {word}\nc: [{word}, x]\n{word}: d\n", "v.yml")
    assert findings == []
    assert node is not None
    assert plain(node) == {"a": word, "b": [word], "c": [word, "x"], word: "d"}


def test_the_tables_are_as_long_as_they_should_be() -> None:
    assert len(BROKEN) >= 45
    assert len(ACCEPTED) >= 12
    assert len({each[0] for each in BROKEN + ACCEPTED}) == len(BROKEN + ACCEPTED)


def test_a_good_file_is_read_whole_and_with_its_lines() -> None:
    node, findings = parse_yaml(GOOD, "v.yml")
    assert findings == []
    assert node is not None
    number = at(node, ["operator", "registration", "number"])
    assert number == Text("00000000", number.place, quoted=True) if number else False
    assert {text.place.file for text in texts(node)} == {"v.yml"}
    lines = GOOD.split("\n")
    looked = [text for text in texts(node) if text.value in lines[text.place.line - 1]]
    assert len(looked) == len(list(texts(node))) > 60


def test_words_in_quotes_are_marked_so_that_a_cafe_may_be_called_none() -> None:
    node, _ = parse_yaml("a: none\nb: 'none'\nc: \"none\"\nd: |-\n  none\n", "v.yml")
    assert node is not None
    assert [text.quoted for text in texts(node) if text.value == "none"] == [False, True, True, True]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("name： 店\nid: a\n", {"name": "店", "id": "a"}),
        ("id: a\nname:b\nlaw: gb\n", {"id": "a", "name": "b", "law": "gb"}),
        ("name: Bob's: the baths\n", {"name": "Bob's: the baths"}),
        ("name: @oldmill\n", {"name": "@oldmill"}),
        ("a: {b: c， d: e}\n", {"a": {"b": "c", "d": "e"}}),
        ("id: a\nweb: null\n", {"id": "a"}),
    ],
)
def test_where_the_meaning_is_plain_the_values_are_read_for_further_checks(
    text: str, expected: dict[str, object]
) -> None:
    node, findings = parse_yaml(text, "v.yml")
    assert len(findings) == 1
    assert node is not None
    assert plain(node) == expected


@pytest.mark.parametrize("text", ["id: a\nname b\n", "a:\n\tb: c\n", 'a: "b\n', "a: \u202eb\n"])
def test_where_the_meaning_is_not_plain_no_values_are_given(text: str) -> None:
    node, findings = parse_yaml(text, "v.yml")
    assert node is None
    assert findings


def test_a_hash_that_touches_its_word_is_a_warning_only() -> None:
    node, (finding,) = parse_yaml("street: Weir Lane #3\n", "v.yml")
    assert node is not None
    assert (finding.code, finding.severity) == ("yaml.tight_hash", Severity.WARNING)
    assert finding.values == {"cut": "#3"}


def test_a_repeated_key_names_the_first_line() -> None:
    (finding,) = parse_yaml("id: a\nname: b\nid: c\n", "v.yml")[1]
    assert finding.values == {"key": "id", "first": "1"}


def test_an_unseen_letter_is_told_with_its_column() -> None:
    (finding,) = parse_yaml("id: a\nname: ab\u200bc\n", "v.yml")[1]
    assert finding.values == {"letter": "U+200B", "column": "9"}


@pytest.mark.parametrize(
    ("story", "content", "expected"),
    [
        ("UTF-16 with its mark", "id: a\n".encode("utf-16"), (0, "file.utf16")),
        ("UTF-16 without", "id: a\n".encode("utf-16-le"), (0, "file.utf16")),
        ("Latin-1", "id: a\nname: Café\n".encode("latin-1"), (2, "file.not_utf8")),
        ("GBK", "id: a\n\nname: 店\n".encode("gbk"), (3, "file.not_utf8")),
        ("a picture", b"\x89PNG\r\n\x1a\n\x00\x00", (0, "file.picture")),
        ("more than a megabyte", b"a: " + b"b" * 1_000_000, (0, "file.too_large")),
    ],
)
def test_a_file_that_is_no_text_for_us_is_told_as_such(
    story: str, content: bytes, expected: tuple[int, str], tmp_path: Path
) -> None:
    path = tmp_path / "v.yml"
    path.write_bytes(content)
    node, findings = read_yaml(path, "v.yml")
    assert node is None
    assert [(each.place.line, each.code) for each in findings] == [expected], story


def test_a_missing_file_and_a_folder_are_told(tmp_path: Path) -> None:
    assert [each.code for each in read_yaml(tmp_path / "no.yml", "no.yml")[1]] == ["file.missing"]
    assert [each.code for each in read_yaml(tmp_path, "v")[1]] == ["file.closed"]
    assert [each.code for each in read_yaml(tmp_path / "a\0b", "v")[1]] == ["file.closed"]
