"""What a command tells a machine: the same as a person is told, in the same order, as JSON."""

from __future__ import annotations

import json

from placard.findings import in_order
from placard.outcome import Outcome
from placard.read.messages import in_language
from placard.read.voice import Voice


def as_json(outcome: Outcome, voice: Voice) -> str:
    """Return the report as one JSON object with the same findings, in the same order."""
    return json.dumps(
        {
            "exit_code": outcome.exit_code,
            "findings": [
                {
                    "code": finding.code,
                    "severity": str(finding.severity),
                    "file": finding.place.file,
                    "line": finding.place.line,
                    "message": voice.say(finding),
                    "language": voice.language(finding.venue),
                    "values": voice.values(finding),
                    "source": finding.source,
                    "venue": finding.venue,
                }
                for finding in in_order(outcome.findings)
            ],
            "venues": [
                {
                    "venue": venue.venue,
                    "made": venue.made,
                    "published": venue.published,
                    "wall": {
                        "replace": [
                            {"sheet": sheet, "old": old, "new": new} for sheet, old, new in venue.wall.replace
                        ],
                        "new": venue.wall.new,
                        "take_down": venue.wall.take_down,
                    },
                    "levels": [
                        {
                            "level": dict(each.level),
                            "made": each.made,
                            "total": each.total,
                            "lacking": each.lacking,
                        }
                        for each in venue.levels
                    ],
                    "withheld": [
                        {
                            "document": each.document,
                            "title": in_language(
                                venue.titles.get(each.document, {}), voice.language(venue.venue)
                            ),
                            "language": each.language,
                            "waits_for": each.waits_for,
                        }
                        for each in venue.withheld
                    ],
                    "questions": [
                        {
                            "fact": q.fact,
                            "where": q.where,
                            "line": q.line,
                            "holds_up": q.holds_up,
                            "frees": q.frees,
                            "further": q.further,
                            "others": q.others,
                        }
                        for q in venue.questions
                    ],
                }
                for venue in outcome.venues
            ],
            "notes": [voice.tell(note) for note in outcome.notes],
            "lines": [voice.tell(line) for line in outcome.lines],
            "rows": [dict(row) for row in outcome.rows],
        },
        ensure_ascii=False,
        indent=1,
    )
