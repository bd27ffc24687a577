"""`crosswire judge`: what a person found of what a store holds, kept in a log that only grows."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

import crosswire
from crosswire.commands import ask
from crosswire.commands.add import FAILED, REFUSED, Kept, opened

if TYPE_CHECKING:
    from crosswire.records import Comparison, Judgement

Id = Annotated[str, typer.Argument(metavar="ID", help="Of a finding, or what it is made of; or its beginning.")]
BY = typer.Option(metavar="NAME", envvar=["CROSSWIRE_BY", "USER", "USERNAME"], help="Who judges.", show_default=False)
By = Annotated[str, BY]
Story = Annotated[str | None, typer.Option(metavar="ID", help="Its story, which a difference is found by.")]
Why = Annotated[str, typer.Option(metavar="WORDS", help="What it rests on, for those who come later.")]

judge = typer.Typer(
    help="""Correct what a store says; later runs heed it.

    \b
    crosswire judge reject 3f2a91 --why "the denial is about the earlier talks"
    crosswire judge split 3f2a91 77c0de       77c0de, which 3f2a91 is made of, is another thing
    crosswire judge merge 3f2a91 9d01aa       two findings are one
    crosswire judge reject 51e0c4 --story 77c0de    a difference, which is found by its story
    crosswire judge accept 3f2a91             rightly read, and one; of a judgement's id: what it left out is back
    crosswire judge log > judgements.jsonl    and: crosswire judge take judgements.jsonl

    crosswire judgements lists them. Ids stand in crosswire story ID --json, and crosswire why ID shows what a finding
    is made of. Of two judgements about one thing the later one holds.
    """,
    rich_markup_mode=None,
    no_args_is_help=True,
)


@judge.command()
def accept(id: Id, by: By, why: Why = "", story: Story = None, store: Kept = "crosswire.db") -> None:
    """Say that a finding is rightly read, and one."""
    say("accept", [[id]], by, why, store, story)


@judge.command()
def reject(id: Id, by: By, why: Why = "", story: Story = None, store: Kept = "crosswire.db") -> None:
    """Leave out a finding or a difference that is not so."""
    say("reject", [[id]], by, why, store, story)


@judge.command()
def merge(
    ids: Annotated[list[str], typer.Argument(metavar="ID ID...", help="Findings that are one.")],
    by: By,
    why: Why = "",
    store: Kept = "crosswire.db",
) -> None:
    """Hold together what is one."""
    say("merge", [[id] for id in ids], by, why, store)


@judge.command()
def split(
    id: Id,
    by: By,
    others: Annotated[
        list[str] | None, typer.Argument(metavar="PART...", help="What of it is another thing; without any, each is.")
    ] = None,
    why: Why = "",
    store: Kept = "crosswire.db",
) -> None:
    """Hold apart what is not one."""
    say("split", [[id], others or []], by, why, store)


@judge.command()
def log(store: Kept = "crosswire.db") -> None:
    """Give the whole log as JSON Lines, for `take` and for `crosswire compare --judgements`."""
    import msgspec

    from crosswire.store.judgements import every
    from crosswire.store.tables import open_to_read

    with opened(open_to_read, store) as db:
        for judgement in every(db):
            typer.echo(msgspec.json.encode(judgement))


@judge.command()
def take(
    file: Annotated[str, typer.Argument(metavar="FILE", help="Judgements as JSON Lines, or -.")],
    store: Kept = "crosswire.db",
) -> None:
    """Add another log to that of a store; judgements on reports it does not hold yet wait for them."""
    from crosswire.run.judge import take
    from crosswire.store.tables import create_or_open, open_to_read

    refused: list[str] = []
    with opened(open_to_read, store):  # there is one
        given = list(judgements_in(file, refused))
    with opened(create_or_open, store) as db:
        new = take(db, given, command="judge", version=crosswire.__version__)
    typer.echo(f"{new:,} of {len(given):,} judgements were new", err=True)
    raise typer.Exit(REFUSED if refused else 0)


def judgements_in(file: str, refused: list[str]) -> Iterator[Judgement]:
    """The judgements in a file of JSON Lines; what is none is said on stderr and added to `refused`."""
    import msgspec

    from crosswire.records import Judgement
    from crosswire.sources import Rejected
    from crosswire.sources.files import contents, shown

    name = shown(file)
    try:
        lines = contents(file, name).splitlines()
    except Rejected as reason:
        refused.append(file)
        typer.echo(f"crosswire: {reason}", err=True)
        return
    for number, line in enumerate(lines, 1):
        if line.strip():
            try:
                yield msgspec.json.decode(line, type=Judgement)
            except (msgspec.DecodeError, UnicodeDecodeError) as error:
                refused.append(f"{file}:{number}")
                typer.echo(f"crosswire: {name}, line {number}: no judgement, left out: {error}", err=True)


def say(verdict: str, parts: list[list[str]], by: str, why: str, store: str, story: str | None = None) -> None:
    """Logs a judgement on what the ids or their beginnings name, and shows it."""
    from crosswire.run.judge import judge as logged
    from crosswire.store import kept, questions
    from crosswire.store.answers import Verdict
    from crosswire.store.tables import create_or_open, open_to_read

    with opened(open_to_read, store):  # there is one
        pass
    with opened(create_or_open, store) as db:
        try:
            if story:
                within = ask.only(questions.beginning(db, "story", story), "story", story)
            else:
                within = ask.only(questions.stories_holding(db, parts[0][0]), "finding's or other", parts[0][0])
            comparison = kept.comparison(db, within)
            ids = [[the_one(comparison, prefix) for prefix in part] for part in parts]
            named = apart(comparison, *ids) if verdict == "split" else ids
            asked = Verdict(within, verdict, tuple(map(tuple, named)), why)
            made = logged(db, asked, by=by, version=crosswire.__version__)
        except ValueError as reason:
            typer.echo(f"crosswire: {reason}", err=True)
            raise typer.Exit(FAILED) from None
    typer.echo(f"{made.id}  {made.verdict}")


def the_one(comparison: Comparison, prefix: str) -> str:
    """The id in a comparison that begins so. Raises ValueError for none or several."""
    from crosswire.why import named

    judged = (each.id for each in comparison.judged if each.id.startswith(prefix))
    found = dict.fromkeys((*(each.id for each in named(comparison, prefix)), *judged))
    return ask.only(tuple(found), "such thing in its story:", prefix)


def apart(comparison: Comparison, whole: list[str], others: list[str]) -> list[list[str]]:
    """The others of a finding, and the rest of it; each by itself where no others are named."""
    members = next((f.members for f in comparison.findings if f.id == whole[0]), ())
    if foreign := [each for each in others if each not in members]:
        raise ValueError(f"{foreign[0]} is no part of {whole[0]}; crosswire why {whole[0][:8]} shows its members")
    return [others, [m for m in members if m not in others]] if others else [[member] for member in members]
