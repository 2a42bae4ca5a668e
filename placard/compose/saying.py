"""Placeholders turned into tokens, and what could not be answered collected as questions."""

from __future__ import annotations

import re
from urllib.parse import quote

from markupsafe import escape

from placard.compose.fragments import fragment, line, safe, shape
from placard.compose.tokens import Tokens
from placard.findings import said
from placard.model import UNANSWERED
from placard.phrases.facts import Context, asks, spec, value_of
from placard.phrases.forms import Speaker
from placard.phrases.lookup import NoSuchForm
from placard.phrases.placeholders import PLACEHOLDER, Placeholder, parse
from placard.phrases.values import Phrase, Question, leaves_out


class Gap(Exception):
    """Words name a fact that cannot be said: content has no phrase for it, or there is none to state."""

    def __init__(self, placeholder: Placeholder, code: str, missing: str = "") -> None:
        self.placeholder = placeholder
        self.said = said(code, asked=str(placeholder), missing=missing)
        super().__init__(f"{code}: {placeholder} {missing}".strip())


class Saying:
    """Words of one document in one language: tokens handed out, questions gathered."""

    def __init__(self, speaker: Speaker) -> None:
        self.speaker = speaker
        self.tokens = Tokens()
        self.questions: list[Question] = []
        self.gaps: list[Gap] = []

    @property
    def language(self) -> str:
        """The language of the document."""
        return self.speaker.language.code

    def html(self, markdown: str, context: Context) -> str:
        """Return a clause as tokenised HTML."""
        made = fragment(markdown, self.speaker.language.tie)
        return made.placed(lambda asked: self._token(asked, context))

    def line(self, words: str, context: Context) -> str:
        """Return one line of words, tokenised and escaped."""
        made = line(words, self.speaker.language.tie)
        return made.placed(lambda asked: self._token(asked, context))

    def cell(self, words: str, context: Context) -> str:
        """Return a cell of a table; where there is none of what it asks for, it says so."""
        asked = line(words, "none").placeholders
        if len(asked) == 1 and spec(asked[0].fact) and value_of(asked[0].fact, context) in (None, ()):
            return self.line(self.speaker.word("none"), context)
        return self.line(words, context)

    def plain(self, words: str, context: Context) -> str:
        """Return one line of words as plain text, filled (for mails and file titles)."""

        def phrase(match: re.Match[str]) -> str:
            asked = parse(match[1])
            return match[0] if asked is None else self.phrase(asked, context).text

        return PLACEHOLDER.sub(phrase, words)

    def mailto(self, to: str, subject: str, body: str) -> str:
        """Return a token for a prefilled mail address, subject and body already filled."""
        address = f"mailto:{quote(to, safe='@')}?subject={quote(subject)}&body={quote(body)}"
        return self.tokens.of(Phrase(address))

    def phrase(self, asked: Placeholder, context: Context) -> Phrase:
        """Return the phrase for a placeholder.

        A fact nobody has answered, or the owner has not said in this language, becomes a question.
        """
        known = spec(asked.fact)
        if known is None:
            self.gaps.append(Gap(asked, "words.gap_no_fact"))
            return Phrase("")
        value = value_of(asked.fact, context)
        if value is UNANSWERED or leaves_out(value, self.language):
            self.questions.append(Question(asked.fact, asks(asked.fact, context)))
            return Phrase("")
        if value is None or value == ():
            self.gaps.append(Gap(asked, "words.gap_none"))
            return Phrase("")
        try:
            return self.speaker.say(known, value, asked)
        except NoSuchForm as missing:
            self.gaps.append(Gap(asked, "words.gap_no_phrase", str(missing)))
            return Phrase("")

    def _token(self, asked: Placeholder, context: Context) -> str:
        phrase = self.phrase(asked, context)
        if phrase.parts:
            return str(escape(phrase.between)).join(map(self._linked, phrase.parts))
        return self._linked(phrase)

    def _linked(self, phrase: Phrase) -> str:
        shown = self.tokens.of(Phrase(phrase.text, phrase.language))
        if phrase.link:
            return shape("link.html", href=safe(self.tokens.of(Phrase(phrase.link))), words=safe(shown))
        return shown
