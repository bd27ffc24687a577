"""A story made by hand: two reports of a visit, with every kind of finding and difference a page must show."""

from __future__ import annotations

from datetime import date

from crosswire.records import (
    Actor,
    Article,
    Cited,
    Comparison,
    Drift,
    Event,
    Field,
    Finding,
    Interval,
    Origin,
    Reading,
    Span,
    Statement,
    Version,
)

HARBOUR = """Chile and Peru Agree on Harbour Patrols

Chile's foreign minister Ana Ruiz met her Peruvian counterpart in Arica on Tuesday.

“We will not wait for a third country to guard our coast,” Ruiz said, according to the Andina agency.

The ministers signed an accord on joint patrols. About 400 sailors will take part, the Andina agency reported.

Peru denied that its navy had turned back two Chilean trawlers last week."""

COAST = """Ruiz Visits Tacna, Warns Over Coast

Ana Ruiz called the patrols overdue.

Foreign minister Ana Ruiz met her Peruvian counterpart in Tacna on Tuesday and signed an accord on joint patrols.

“We will not wait for a third country,” she told reporters.

Bolivia may join the patrols next year."""


def span(article: Article, words: str, occurrence: int = 0) -> Span:
    """The span of words that stand in an article."""
    start = -1
    for _ in range(occurrence + 1):
        start = article.text.index(words, start + 1)
    return Span(article.id, start, start + len(words))


def actor(article: Article, words: str, name: str, kind: str = "person") -> Cited[Actor]:
    return Cited(Actor(name, kind), (span(article, words),))


def field(name: str, *versions: tuple[str, tuple[Span, ...]]) -> Field:
    return Field(name, tuple(Version(value, spans, ()) for value, spans in versions))


def reading(article: Article, statements: tuple[Statement, ...] = (), events: tuple[Event, ...] = ()) -> Reading:
    return Reading(article, (), (), (), (), (), (), (), statements, events, ())


def visit() -> Comparison:
    """Two reports that differ in the place, trim a quote, drop an agency and each tell something of their own."""
    a = Article.of(HARBOUR, outlet="The Harbour Gazette", published=date(2024, 5, 15))
    b = Article.of(COAST, outlet="Coast Wire", published=date(2024, 5, 16))
    long_quote = span(a, "“We will not wait for a third country to guard our coast,”")
    short_quote = span(b, "“We will not wait for a third country,”")
    met_a = span(a, "Chile's foreign minister Ana Ruiz met her Peruvian counterpart in Arica on Tuesday")
    met_b = span(b, "Foreign minister Ana Ruiz met her Peruvian counterpart in Tacna on Tuesday")
    signed_a, signed_b = (
        span(a, "The ministers signed an accord on joint patrols"),
        span(b, "signed an accord on joint patrols"),
    )
    overdue = span(b, "Ana Ruiz called the patrols overdue")
    denied = span(a, "Peru denied that its navy had turned back two Chilean trawlers last week")
    andina = actor(a, "the Andina agency", "Andina", "outlet")
    said_a = Statement("said-a", "direct", (long_quote,), None, (actor(a, "Ruiz said", "Ana Ruiz"), andina), "rule")
    said_b = Statement("said-b", "direct", (short_quote,), None, (actor(b, "she told", "Ana Ruiz"),), "rule")
    tuesday = Interval(date(2024, 5, 14), date(2024, 5, 14))
    met = Event(
        "met-a",
        Cited("CONSULT", (met_a,)),
        None,
        (),
        Cited("happened", (met_a,)),
        (actor(a, "Ana Ruiz", "Ana Ruiz"),),
        (actor(a, "her Peruvian counterpart", "Peru"),),
        None,
        Cited(tuesday, (span(a, "Tuesday"),)),
        None,
        (),
        (),
        None,
        met_a,
        "rule",
    )
    findings = (
        Finding(
            "f-met",
            "event",
            "CHL meets PER",
            ("met-a",),
            (met_a, met_b),
            (
                field("type", ("CONSULT", (span(a, "met"), span(b, "met")))),
                field("actors", ("Ana Ruiz", (span(a, "Ana Ruiz"), span(b, "Ana Ruiz", 1)))),
                field("recipients", ("Peru", (span(a, "her Peruvian counterpart"),))),
                field("place", ("Arica", (span(a, "Arica"),)), ("Tacna", (span(b, "Tacna", 1),))),
                field("time", ("2024-05-14", (span(a, "Tuesday"), span(b, "Tuesday")))),
                field("status", ("happened", (span(a, "met"),))),
            ),
        ),
        Finding(
            "f-sign",
            "event",
            "CHL, PER sign an accord",
            (),
            (signed_a, signed_b),
            (field("type", ("AGREE", (signed_a,))),),
        ),
        Finding(
            "f-said",
            "statement",
            "Ana Ruiz: we will not wait",
            ("said-a", "said-b"),
            (long_quote, short_quote),
            (field("speaker", ("Ana Ruiz", (span(a, "Ruiz said"), span(b, "she told")))),),
        ),
        Finding("f-deny", "event", "PER denies", (), (denied,), (field("status", ("denied", (span(a, "denied"),))),)),
        Finding("f-overdue", "statement", "Ana Ruiz: overdue", (), (overdue,), ()),
        Finding("f-sailors", "amount", "400 sailors", (), (span(a, "About 400 sailors"),), ()),
        Finding("f-join", "event", "BOL may join", (), (span(b, "Bolivia may join the patrols next year"),), ()),
    )
    arica, tacna, agency = span(a, "Arica"), span(b, "Tacna", 1), span(a, "the Andina agency")
    drifts = (
        Drift("d-1", "contradiction", "f-met", "place", arica, tacna, "The meeting is put in Arica and in Tacna."),
        Drift("d-2", "quote trimmed", "f-said", "words", long_quote, short_quote, "The quote loses its end."),
        Drift("d-3", "attribution dropped", "f-said", "source", agency, short_quote, "One report names no agency."),
        Drift("d-4", "unsupported", "f-overdue", None, overdue, None, "no sentence of the body bears out the summary"),
        Drift("d-5", "only in", "f-sailors", None, span(a, "About 400 sailors"), None, "the number is in one report"),
    )
    origins = (
        Origin("Andina", (a.id,), (Cited("named as the source", (span(a, "the Andina agency"),)),)),
        Origin(None, (b.id,), ()),
    )
    return Comparison((reading(a, (said_a,), (met,)), reading(b, (said_b,))), origins, findings, drifts)


def hostile(words: str) -> Comparison:
    """One report in which every string a report can carry is `words`."""
    article = Article.of(
        f"{words}\n\nBefore {words} after.",
        title=words,
        outlet=words,
        published=date(2024, 1, 2),
        url=words,
        byline=words,
    )
    whole = Span(article.id, 0, len(article.text))
    inner = Span(article.id, 1, len(article.text) - 1)
    speaker = Cited(Actor(words, "person"), (whole,))
    said = Statement("said", words, (whole,), Cited(words, (whole,)), (speaker, speaker), words)
    values = (words, (whole,)), (words + "!", (inner,))
    found = Finding("found", "statement", words, ("said",), (whole, inner), (field("speaker", *values),))
    acted = Finding("acted", "event", words, (), (inner,), (field("place", *values), field("time", values[0])))
    drifts = (
        Drift("drift", words, "found", "speaker", whole, inner, words),
        Drift("other", "quote altered", "acted", "place", inner, whole, words),
    )
    origins = (Origin(words, (article.id,), (Cited(words, (whole,)),)), Origin(None, (article.id,), ()))
    return Comparison((reading(article, (said,)),), origins, (found, acted), drifts)
