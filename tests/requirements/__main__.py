"""How the demands of the source texts stand: `python -m tests.requirements [--again]`.

`--again` writes down what stands now where a passage was changed; read the difference before you keep it.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from difflib import SequenceMatcher

from tests.requirements.printed import library_of_content, normal
from tests.requirements.rows import FILE, TEXTS, Printed, Row, Standing, rows

_SENTENCE = re.compile(r".+?(?:[.!?][”\"]?(?=\s)|[。！？][”]?|\Z)", re.DOTALL)


def report(every: list[Row]) -> Iterator[str]:
    """Tell how many rows stand how, for each text, and what is open."""
    yield f"{'':32}" + "".join(f"{each:>11}" for each in Standing) + f"{'rows':>11}"
    for text, name in TEXTS.items():
        mine = [row for row in every if row.id.startswith(text)]
        count = Counter(row.standing for row in mine)
        yield f"{text}  {name:29}" + "".join(f"{count[each]:>11}" for each in Standing) + f"{len(mine):>11}"
    with_rule = sum(1 for row in every if row.fixtures)
    parts = sum(1 for row in every if row.met and (row.gap or row.not_built))
    yield f"{with_rule} rows have a fixture that fails; {parts} open rows are met in part by words."
    for standing, told in ((Standing.NOT_BUILT, "not_built"), (Standing.GAP, "gap")):
        yield f"\n{standing}:"
        yield from (f"  {row.id:4} {getattr(row, told)}" for row in every if getattr(row, told))


def again(every: list[Row]) -> Iterator[str]:
    """Write the nearest words of the same place where a passage no longer stands there; tell each."""
    printed = Printed(library_of_content())
    text = FILE.read_text("utf-8")
    for row in every:
        for passage in row.met:
            places = printed.places(passage.venue, passage.at)
            for language, says in passage.says.items():
                if not any(normal(says) in there for there in places.get(language, ())):
                    now = nearest(says, places.get(language, [""])[0])
                    yield f"{row.id} {passage.at} {language}\n  was: {says}\n  now: {now}"
                    text = text.replace(as_typed(language, says), as_typed(language, now))
    FILE.write_text(text, "utf-8")


def as_typed(language: str, says: str) -> str:
    return f"{language}: {json.dumps(says, ensure_ascii=False)}\n"


def nearest(says: str, text: str) -> str:
    """Return the run of whole sentences that is most like the old passage."""
    ends = [0, *(match.end() for match in _SENTENCE.finditer(text))]
    runs = [text[a:b].strip() for i, a in enumerate(ends) for b in ends[i + 1 : i + 14]]
    return max(runs, key=lambda run: SequenceMatcher(None, says, run, autojunk=False).ratio(), default="")


if __name__ == "__main__":
    for line in again(rows()) if "--again" in sys.argv else report(rows()):
        print(line)
