"""What a sheet says: the lines of a sign in each language of the venue, filled."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from placard.codes import code_of
from placard.compose.documents import Composer
from placard.compose.outputs import Footer, LabelledFact, SheetWords, SignBlock
from placard.compose.saying import Saying
from placard.compose.slots import choose
from placard.compose.tokenised import Withheld
from placard.findings import Finding, Severity
from placard.library.texts import Sign, SignLine
from placard.model import UNANSWERED
from placard.phrases.facts import Context
from placard.phrases.values import Question
from placard.plan.sheets import PlannedSheet


@dataclass(frozen=True, slots=True)
class Spoken:
    """A line of a sign as it is said in one language."""

    line: SignLine
    label: Markup
    words: Markup


def sheet_words(composer: Composer, sheet: PlannedSheet) -> SheetWords | Withheld:
    """Compose a sheet in all its languages; nothing is made while one of them has a gap."""
    context = sheet.context(composer.context)
    questions: list[Question] = []
    findings: list[Finding] = []
    blocks = [
        _block(composer, sheet.sign, language, context, questions, findings) for language in sheet.languages
    ]
    venue = composer.context.venue
    if venue.web is UNANSWERED:
        questions.append(Question("web", ("web",)))
    if venue.effective_on is UNANSWERED:
        questions.append(Question("effective_on", ("effective_on",)))
    if questions or findings:
        return Withheld(sheet.stem, sheet.languages[0], tuple(dict.fromkeys(questions)), tuple(findings))
    return _finished(composer, sheet, tuple(blocks))


def _finished(composer: Composer, sheet: PlannedSheet, blocks: tuple[SignBlock, ...]) -> SheetWords:
    first = composer.speaker(sheet.languages[0])
    address = sheet.address if sheet.sign.notice == "code" else None
    told = address is None and sheet.sign.notice != "none"
    desk = tuple(_desk(composer, language) for language in sheet.languages) if told else ()
    code = code_of(_words(blocks, address, desk), sheet.sign.pictogram, address or "")
    venue_name = composer.said(first.language.code, "{{ venue.name | name }}")
    return SheetWords(
        stem=sheet.stem,
        sign=sheet.sign.id,
        title=f"{sheet.sign.title[first.language.code]} – {venue_name.striptags()}",
        sign_class=sheet.sign.sign_class,
        pictogram=sheet.sign.pictogram,
        pictogram_alt=first.word(f"pictogram_{sheet.sign.pictogram.replace('-', '_')}"),
        read_from=sheet.read_from,
        smallest=sheet.smallest,
        labels_lead=sheet.sign.labels_lead,
        blocks=blocks,
        qr=address,
        address=in_words(address) if address else None,
        desk=desk,
        footer=Footer(
            sign=sheet.sign.id.upper(),
            venue=venue_name,
            code=code,
            in_force=composer.in_force(first.language.code),
            status=Markup.escape(first.word("foot_proof")),
            sample=composer.context.venue.sample,
        ),
        look=composer.look,
        place=sheet.sign.place if sheet.order is not None else None,
    )


def in_words(address: str) -> Markup:
    """Return an address as somebody types it; a long one may be broken after a slash."""
    return Markup("/<wbr>").join(address.split("://", 1)[1].rstrip("/").split("/"))


def _desk(composer: Composer, language: str) -> Markup:
    return Markup.escape(composer.speaker(language).word("notice_at_desk"))


def _words(blocks: tuple[SignBlock, ...], address: str | None, desk: tuple[Markup, ...]) -> list[str]:
    words = []
    for block in blocks:
        words += [block.headline, block.key or Markup(), *block.body]
        words += [part for fact in block.facts for part in (fact.label, fact.value)]
    return [word.striptags() for word in words] + (
        [address] if address else [line.striptags() for line in desk]
    )


def _block(
    composer: Composer,
    sign: Sign,
    language: str,
    context: Context,
    questions: list[Question],
    findings: list[Finding],
) -> SignBlock:
    saying = Saying(composer.speaker(language))
    said = _said(saying, sign, context, language, questions, findings)
    questions += saying.questions
    findings += [
        Finding("content.cannot_say", Severity.ERROR, sign.place, {"why": gap.said, "language": language})
        for gap in saying.gaps
    ]

    def with_role(role: str) -> list[Markup]:
        return [each.words for each in said if each.line.role == role]

    written = composer.library.languages[language]
    return SignBlock(
        language=language,
        tag=written.tag,
        script=written.script,
        tie=written.tie,
        headline=next(map(_capital, with_role("headline")), Markup()),
        key=next(map(_capital, with_role("key")), None),
        facts=tuple(LabelledFact(e.label, e.words) for e in said if e.line.role == "fact"),
        body=tuple(with_role("body")),
    )


def spoken(composer: Composer, sign: Sign, language: str, context: Context) -> list[Spoken]:
    """Return the lines of a sign that stands in one language, each as it is said."""
    return _said(Saying(composer.speaker(language)), sign, context, language, [], [])


def _said(
    saying: Saying,
    sign: Sign,
    context: Context,
    language: str,
    questions: list[Question],
    findings: list[Finding],
) -> list[Spoken]:
    return [
        Spoken(line, saying.tokens.markup(label), saying.tokens.markup(words))
        for line in sign.lines
        for label, words in _line(saying, line, context, language, questions, findings)
    ]


def _capital(words: Markup) -> Markup:
    """Begin with a capital where a line begins with a phrase of the labels."""
    return words[:1].upper() + words[1:]


def _line(
    saying: Saying,
    line: SignLine,
    context: Context,
    language: str,
    questions: list[Question],
    findings: list[Finding],
) -> list[tuple[str, str]]:
    choice = choose(line.fills, line.variants, context)
    questions += choice.questions
    if choice.fault:
        findings.append(
            Finding("content.slot", Severity.ERROR, line.place, {"why": choice.fault, "clauses": line.id})
        )
    made = []
    for words in choice.chosen:
        if language not in words or (line.label and language not in line.label):
            values = {"what": line.id, "language": language}
            findings.append(Finding("content.words_missing", Severity.ERROR, line.place, values))
            continue
        label = saying.line(line.label[language], context) if line.label else ""
        made.append((label, saying.line(words[language], context)))
    return made
