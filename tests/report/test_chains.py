from crosswire.records import Actor, Article, Cited, Reading, Span, Statement
from crosswire.report.chains import link_name, links
from crosswire.report.columns import column_of

ARTICLE = Article.of("It rained all day, they said.", outlet="Daily Post")
WORDS = Span(ARTICLE.id, 0, 5)


def named(name: str, kind: str = "person") -> Cited[Actor]:
    return Cited(Actor(name, kind), (WORDS,))


def chain(*sources: Cited[Actor], credits: tuple[Cited[Actor], ...] = ()) -> list[str]:
    reading = Reading(ARTICLE, (), (), (), (), (), (), credits, (), (), ())
    statement = Statement("said", "direct", (WORDS,), None, sources, "rule")
    return [link_name(link) for link in links(statement, column_of(reading, "A"))]


def test_a_chain_runs_from_the_speaker_by_the_agency_to_the_outlet() -> None:
    assert chain(named("Ana Ruiz"), named("Andina", "outlet")) == ["Ana Ruiz", "Andina", "Daily Post"]


def test_a_missing_link_is_shown_as_missing() -> None:
    assert chain(named("Ana Ruiz")) == ["Ana Ruiz", "no source named", "Daily Post"]
    assert chain() == ["speaker not named", "no source named", "Daily Post"]


def test_who_stands_behind_the_whole_report_is_not_said_to_stand_behind_the_words() -> None:
    credits = (named("Andina", "outlet"),)
    assert chain(named("Ana Ruiz"), credits=credits) == ["Ana Ruiz", "Andina (for the whole report)", "Daily Post"]


def test_an_agency_that_speaks_itself_misses_no_link() -> None:
    assert chain(named("Andina", "outlet")) == ["Andina", "Daily Post"]


def test_one_who_is_named_twice_in_a_row_stands_once() -> None:
    assert chain(named("Ana Ruiz"), named("Ana Ruiz")) == ["Ana Ruiz", "no source named", "Daily Post"]
