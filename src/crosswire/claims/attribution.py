"""According to whom: every statement of a report, quoted or not, with the chain of those it comes from."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

from crosswire.claims.again import speaking_again
from crosswire.claims.agreed import agreed
from crosswire.claims.asides import OTHERS, according_to
from crosswire.claims.carriers import carried
from crosswire.claims.drafts import Draft, Piece, entry_of, with_particle
from crosswire.claims.frames import VERBS
from crosswire.claims.headlines import headed
from crosswire.claims.hearsay import QUOTING
from crosswire.claims.naming import cited
from crosswire.claims.outlets import outlets
from crosswire.claims.placed import unplaced
from crosswire.claims.predicted import predicted
from crosswire.claims.quoted import own_words
from crosswire.claims.quotes import Quote
from crosswire.claims.spoken import speak, spoken_for
from crosswire.claims.substance import says_something
from crosswire.claims.voices import speaks
from crosswire.model import Sight
from crosswire.records import Actor, Article, Cited, Mention, Place, Span, Statement, identity
from crosswire.syntax import Sentence, Token, children, subtree

MINDED = {"about_object", "viewed_as", "condemned_by", "called_name", "minded"}  # they judge what others say
SPOKEN_ON = {"speaker_of_sentence_before", "speaker_of_paragraph_before"}  # their cue has a content of its own
MARKS = {"“", "„", '"', "‘", "'", "«"}
COMING = {"go", "continue", "begin", "start", "come", "proceed", "appear", "seem", "rush", "use"}  # "went on to say"
MAY = {"could", "might", "may", "should", "can", "must"}
MOUTHS = 8  # links of a chain at most: a sentence that nests more speech than that is no report


def attribute(
    article: Article,
    sentences: tuple[Sentence, ...],
    quotes: tuple[Quote, ...],
    mentions: tuple[Mention, ...],
    actors: tuple[Actor, ...],
    places: tuple[Cited[Place], ...],
    sight: Sight | None = None,
) -> tuple[Statement, ...]:
    """Statements in reading order; the sources of each are its chain, nearest first: speaker, agency, outlet.

    What the reader model sees comes first; without it the rules decide alone.
    """
    own = own_words(article, sentences, quotes)
    spoken = speak(article, sentences, own)
    taken = {(d.sentence.index, d.cue.index) for d in spoken if d.rule not in SPOKEN_ON}
    introduced = (d for s in sentences for d in drafts(s, quotes, taken))
    framed = [absorbing(d, quotes) for d in unplaced(introduced, mentions, actors, places)]
    found = [*spoken, *framed]
    if sight:
        seen = unplaced(predicted(sight, sentences), mentions, actors, places)
        found = agreed(found, (absorbing(d, quotes) for d in seen))
    voiced = [v for d in found for v in spoken_for(article, d, between(own, d.content[0][0], d.content[-1][1]))]
    every = (*found, *voiced)
    beside = neighbours(every, sentences)
    speaking = distinct(d for d in every if not any(only_passes(d, other) for other in beside[d.sentence.index]))
    again = speaking_again(article, speaking, mentions, actors)
    printed = {i: tuple(outlets(sentences[i], article.outlet)) for i in {d.sentence.index for d in every}}
    statements = []
    for each in speaking:
        passed = [who for link in chain(each, beside) for who in carried(link, printed[link.sentence.index])]
        links = [cited(article, who, mentions, actors, again) for who in passed]
        sources = [s for at, s in enumerate(links) if at == 0 or s.value.name != links[at - 1].value.name]
        statements.append(statement(article, own, each, sources))
    return tuple(sorted(statements, key=lambda s: s.content))


def neighbours(every: Sequence[Draft], sentences: Sequence[Sentence]) -> Mapping[int, list[Draft]]:
    """Drafts by the sentences they stand in or reach into."""
    starts = [s.start for s in sentences]
    found: dict[int, list[Draft]] = {}
    for each in every:
        reached = {each.sentence.index}
        for start, stop in each.content:
            reached.update(range(max(bisect_right(starts, start) - 1, 0), bisect_left(starts, stop)))
        for index in reached:
            found.setdefault(index, []).append(each)
    return found


def between(quotes: Sequence[Quote], start: int, stop: int) -> Sequence[Quote]:
    """The quotes that touch the words between two offsets."""
    first = bisect_right(quotes, start, key=lambda q: q.closes)
    return quotes[first : bisect_left(quotes, stop, lo=first, key=lambda q: q.opens)]


def drafts(sentence: Sentence, quotes: Sequence[Quote], taken: set[tuple[int, int]]) -> Iterator[Draft]:
    """What the words of one sentence introduce, one draft a cue at most."""
    if (found := headed(sentence)) is not None:
        yield found
    for token in sentence.tokens:
        if (sentence.index, token.index) in taken:
            continue
        if (found := drafted(sentence, token)) and heard(found, quotes):
            yield found


def drafted(sentence: Sentence, token: Token) -> Draft | None:
    if found := according_to(sentence, token):
        return found if found.source and speaks(found.source) else None
    entry = entry_of(token)
    if entry is None or unreal(sentence, token):
        return None
    entry = with_particle(sentence, token, entry)
    rules = VERBS if entry.part == "verb" else OTHERS[entry.part]
    found = next((d for rule in rules if (d := rule(sentence, token, entry))), None)
    return found if found and (found.source is None or speaks(found.source)) and says_something(found) else None


def unreal(sentence: Sentence, token: Token) -> bool:
    """Whether a cue only may happen: "if he says", "whether they ask", "she tried to explain"."""
    if token.role == "xcomp" and token.tag == "VB" and sentence.tokens[token.head].lemma not in COMING:
        return True
    may = any(t.lemma in MAY for t in children(sentence, token, "aux"))
    return may or any(t.lemma in {"if", "unless", "whether"} for t in children(sentence, token, "mark"))


def heard(found: Draft, quotes: Sequence[Quote]) -> bool:
    """Whether a draft stands outside quotation marks, or in them reports somebody named."""
    inside = between(quotes, found.cue.start, found.cue.stop)
    return not inside or (found.source is not None and found.source.head.pos == "PROPN")


def absorbing(found: Draft, quotes: Sequence[Quote]) -> Draft:
    """The draft with every quote its content touches taken whole, unless its own cue stands in that quote."""
    content = tuple(merged(widened(p, found.cue, quotes) for p in found.content))
    return msgspec.structs.replace(found, content=content)


def widened(piece: Piece, cue: Token, quotes: Sequence[Quote]) -> Piece:
    start, stop = piece
    touched = [q for q in between(quotes, start, stop) if not q.opens <= cue.start < q.closes]
    for quote in touched:
        start, stop = min(start, quote.opens), max(stop, quote.closes)
    for quote in touched:
        if quote.opens <= start <= quote.start and quote.stop <= stop <= quote.closes:
            return quote.start, quote.stop
    return start, stop


def merged(content: Iterable[Piece]) -> Iterator[Piece]:
    """Pieces in order, those that touch made one."""
    last: Piece | None = None
    for piece in sorted(content):
        if last and piece[0] <= last[1]:
            last = last[0], max(last[1], piece[1])
            continue
        if last:
            yield last
        last = piece
    if last:
        yield last


def distinct(found: Iterable[Draft]) -> list[Draft]:
    """One draft for one content: the first, which the more specific rule made."""
    seen: dict[tuple[Piece, ...], Draft] = {}
    for each in found:
        seen.setdefault(each.content, each)
    return list(seen.values())


def chain(found: Draft, beside: Mapping[int, Sequence[Draft]]) -> list[Draft]:
    """A draft and those who pass it on, each one's own words lying in what the next one says."""
    links = [found]
    near = beside[found.sentence.index]
    while len(links) < MOUTHS and (
        above := [d for d in near if d not in links and any(passes_on(d, link) for link in links)]
    ):
        links.append(min(above, key=lambda d: (not carries(d, links[-1]), d.content[-1][1] - d.content[0][0])))
    return links


def passes_on(above: Draft, found: Draft) -> bool:
    return carries(above, found) or says(above, found)


def says(above: Draft, found: Draft) -> bool:
    """Whether the words that introduce one draft are content of the other, and that other relates what was said."""
    relates = above.rule not in MINDED or above.lemma in QUOTING
    return relates and within(found.cue, above.content)


def carries(above: Draft, found: Draft) -> bool:
    """Whether a draft such as "according to Tass" only passes the other on."""
    verb = above.carries
    if verb is None or above is found:
        return False
    if within(verb, found.content):
        return not within(above.cue, found.content)
    return above.sentence is found.sentence and verb.index == found.cue.index


def only_passes(above: Draft, found: Draft) -> bool:
    """Whether a draft adds nothing to the other: “..,” Lund told a crowd, Tass reported."""
    if carries(above, found):
        return True
    if found.rule != "cue_after_quote" or above.sentence is not found.sentence or not says(above, found):
        return False
    before = max(found.sentence.tokens[0].start, found.content[0][0] - 1)
    marked = any(t.start == before and t.text in MARKS for t in found.sentence.tokens)
    if not marked or not before < found.cue.start < above.cue.start:
        return False
    telling = {t.index for t in subtree(found.sentence, found.cue)}
    rest = [t for t in above.sentence.tokens if t.text[0].isalnum() and within(t, above.content)]
    return all(t.index in telling for t in rest if not within(t, found.content))


def within(token: Token, content: Iterable[Piece]) -> bool:
    return any(start <= token.start < stop for start, stop in content)


def statement(article: Article, quotes: Sequence[Quote], found: Draft, sources: list[Cited[Actor]]) -> Statement:
    spans = tuple(Span(article.id, start, stop) for start, stop in found.content)
    offsets = [f"{s.start}-{s.stop}" for s in spans]
    negated = any(t.role == "neg" for t in children(found.sentence, found.cue, "neg"))
    cue = Cited(f"not {found.lemma}" if negated else found.lemma, (Span(article.id, *found.words),))
    at = f"{found.words[0]}-{found.words[1]}"
    return Statement(
        id=identity("statement", article.id, at, *offsets),
        kind=kind(found, quotes),
        content=spans,
        cue=cue,
        sources=tuple(sources),
        rule=found.rule,
    )


def kind(found: Draft, quotes: Sequence[Quote]) -> str:
    """direct where every word is quoted, mixed where some are, else indirect."""
    touching = [q for start, stop in found.content for q in between(quotes, start, stop)]
    if not touching:
        return "indirect"
    quoted = all(any(q.opens <= start and stop <= q.closes for q in touching) for start, stop in found.content)
    named = found.rule == "called_name" and found.content[-1][1] in {touching[-1].stop, touching[-1].closes}
    return "direct" if quoted or named else "mixed"
