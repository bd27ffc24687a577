"""A reading made by hand, with one event in it whose words may be anything."""

from __future__ import annotations

from datetime import date

import msgspec

from crosswire.records import Actor, Article, Cited, Event, Interval, Place, Reading, Span

TEXT = "Ports reopen\n\nChile and Peru opened a port in Arica on Monday with Ana Ruiz.\n\nNobody was hurt, they said."
DAY = date(2024, 3, 5)


def article(
    *,
    title: str | None = None,
    outlet: str | None = "The Lantern",
    published: date | None = DAY,
    url: str | None = "https://www.lantern.example/ports?a=1",
) -> Article:
    return Article.of(TEXT, title=title, outlet=outlet, published=published, url=url)


def reading(
    report: Article,
    *,
    type: str = "COOPERATE",
    mode: str | None = None,
    status: str = "happened",
    actors: tuple[Actor, ...] = (Actor("Chile", "country", "CHL"), Actor("Peru", "country", "PER")),
    recipients: tuple[Actor, ...] = (),
    place: Place | None = None,
    when: Interval | None = None,
) -> Reading:
    words = Span(report.id, TEXT.index("opened"), TEXT.index("opened") + 6)
    stop = TEXT.index("\n\nNobody")
    event = Event(
        id="0123456789abcdef01234567",
        type=Cited(type, (words,)),
        mode=Cited(mode, (words,)) if mode else None,
        contexts=(Cited("economic", (words,)), Cited("diplomatic", (words,))),
        status=Cited(status, (words,)),
        actors=tuple(Cited(each, (words,)) for each in actors),
        recipients=tuple(Cited(each, (words,)) for each in recipients),
        place=Cited(place, (words,)) if place else None,
        time=Cited(when, (words,)) if when else None,
        reason=None,
        statement=None,
        clause=Span(report.id, TEXT.index("Chile"), stop - 1),
        rule="verb:open",
    )
    return Reading(
        article=report,
        sentences=(Span(report.id, 0, 12), Span(report.id, 14, stop), Span(report.id, stop + 2, len(TEXT))),
        actors=(*actors, *recipients),
        mentions=(),
        places=(Cited(place, (words,)),) if place else (),
        times=(),
        amounts=(),
        credits=(),
        statements=(),
        events=(event, msgspec.structs.replace(event, id="f" * 24, status=Cited("denied", (words,)))),
    )
