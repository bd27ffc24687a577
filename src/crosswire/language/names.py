"""People and offices as a report introduces them: "Russian Foreign Minister Sergey Lavrov" tells all three."""

from __future__ import annotations

from collections.abc import Sequence

from crosswire.knowledge.given import given_names
from crosswire.knowledge.officials import known_name
from crosswire.language.known import words_in_names
from crosswire.language.named import Named
from crosswire.language.owners import BODIES, MODIFIERS, OWNERS, STATES, Known, leftward, of_country, past_home, studied
from crosswire.language.roles import Role, abstract, role_at
from crosswire.records import Record
from crosswire.syntax import Sentence, Token

LONGEST_NAME = 8  # tokens
LONGEST_SYLLABLE = 5  # letters
TAILS = {"led", "era", "style", "like", "based", "made", "type", "run", "born", "held"}
PARTICLES = set("al bin bint da de del den der di dos el ibn la le van von - ’ '".split())
HEADLINES = {"title", "heading"}
FORCES = {"COP", "MIL", "PRM", "REB"}
DEEDS = set(
    "action airstrike apathy bandobast bombardment bullet crackdown deployment escort firing inaction intervention "
    "offensive patrol patrolling picket presence protection raid search shelling swoop".split()
)
REALMS = set(
    "country nation state republic federation union senate parliament assembly council commission government".split()
)
HONORED = {"Dr", "Mr", "Mrs", "Ms", "Prof", "Sir"}


class Naming(Record, frozen=True):
    """A stretch of tokens that names or describes an actor; `name` is empty where only the role is given."""

    start: int
    stop: int
    name: tuple[str, ...]
    role: Role | None
    country: str | None
    former: bool = False
    apposed: bool = False  # the name stands beside the role: "a spokesman" of "Erik Dahl, a spokesman, said"

    @property
    def body(self) -> bool:
        """Whether the name is that of a body: "the militia Zarya"."""
        return self.role is not None and self.role.named_body and bool(self.name)


def namings(sentence: Sentence, named: Named) -> tuple[Naming, ...]:
    """What names and roles a sentence holds, left to right, none overlapping."""
    taken = 0
    found = []
    by_start = {start: (stop, entry) for start, stop, entry in named}
    by_stop = {stop: (start, entry) for start, stop, entry in named}
    inside = {
        i
        for start, stop, entry in named
        for i in range(start + (entry.kind in BODIES | STATES), stop)
        if i > start or not family(sentence.tokens, start, start, by_start)
    }
    apposed_to: dict[int, Naming] = {}
    for index in range(len(sentence.tokens)):
        if index < taken or index in inside:
            continue
        naming = role_naming(sentence, index, by_start, by_stop, taken) or bare_name(
            sentence, index, by_start, by_stop, taken
        )
        if naming:
            at, naming = with_apposition(sentence, naming, by_start, by_stop)
            found.append(borne_by(naming, apposed_to.get(index)))
            apposed_to.setdefault(at, naming)
            taken = naming.stop
    return tuple(found)


def borne_by(naming: Naming, bearer: Naming | None) -> Naming:
    """A role without a name given to whom it is said of: "a spokesman" in "Erik Dahl, a spokesman, said"."""
    if bearer is None or naming.name or naming.role is None:
        return naming
    return Naming(naming.start, naming.stop, bearer.name, naming.role, naming.country, naming.former, True)


def role_naming(sentence: Sentence, index: int, starts: Known, stops: Known, taken: int) -> Naming | None:
    """A role with what stands around it: country before, name after, "of Japan" behind."""
    match = role_at(sentence.tokens, index)
    if match is None or (index in starts and starts[index][0] >= match[0] and starts[index][1].kind not in STATES):
        return None
    stop, role = match
    if role.phrase in MODIFIERS and role_at(sentence.tokens, stop):
        return None  # the "chief" of "chief prosecutor" is part of his office
    if role.number == "title" and not role.phrase.endswith(OFFICES) and opens_name(sentence.tokens, index, stop):
        return None
    last, before = sentence.tokens[stop - 1], stops.get(index)
    if (
        last.role in {"compound", "amod", "nmod"}
        and (role.number != "title" or name_end(sentence.tokens, stop, starts) == stop)
        and not of_force(sentence.tokens[last.head], role)
        and small_name_end(sentence.tokens, stop, role) == stop
    ):
        return None  # "military exercises": an act's kind, not who acts
    if (
        before
        and before[1].kind in {"agency", "group", "outlet", "organisation"}
        and before[1].sector != "PTY"
        and (role.number != "title" or role.in_general)
    ):
        return None  # "the Tass news agency", "Hamas fighters" are named already; "GOP senators" are not the party
    if last.tag in {"NNS", "NNPS"}:
        role = Role(role.phrase, role.sector, "many", role.second)
    start, owner, former = leftward(sentence.tokens, index, stops, taken)
    if (owner is None or owner.country is None) and index in starts and starts[index][1].kind in OWNERS:
        owner = starts[index][1]  # "Pentagon spokesman"
    if owner and studied(sentence.tokens, index, owner, role.phrase, stops):
        start, owner = index, None
    country = owner.country if owner else None
    opened = stop
    name, stop = bearer(sentence, role, stop, starts)
    if name and opened - index == 1 and stop - opened == len(name) and capital(sentence.tokens[index]):
        full = words(sentence.tokens, index, stop)
        if known_name(" ".join(full).replace(" - ", "-")):
            return Naming(index, stop, full, None, country, former)  # "Marine Le Pen" serves in no navy
    if not name and not owner and abstract(sentence.tokens, index, stop, role):
        return None
    if country is None:
        country, stop = of_country(sentence.tokens, stop, starts) if not name else (None, stop)
    role = role.at(owner, country)
    if country is None and presides_over_body(sentence.tokens, start, opened):
        role = Role(role.phrase, None, role.number)
    return Naming(start, stop, name, role, country, former)


def presides_over_body(tokens: Sequence[Token], start: int, stop: int) -> bool:
    """Whether a president is that of a firm or club: "the centre's president", "president of the league"."""
    if tokens[stop - 1].lemma.lower() != "president":
        return False
    owned = tokens[start - 1].text in {"'s", "’s"} and start > 1 and tokens[start - 2].lemma not in REALMS
    after = [t for t in tokens[stop : stop + 5] if t.text.lower() not in {"the", "an", "a"}]
    behind = after[:1] and after[0].text.lower() in {"of", "for", "at"} and len(after) > 1
    return bool(owned or (behind and not {t.lemma.lower() for t in after[1:3]} & REALMS))


def of_force(deed: Token, role: Role) -> bool:
    """Whether a noun tells what the force before it does: "police firing", "an army raid"; not "a police car"."""
    return role.sector in FORCES and bool({deed.lemma, deed.text} & DEEDS) and role.phrase != "military"


def small_name_end(tokens: Sequence[Token], start: int, role: Role) -> int:
    """Where a person's name in small letters ends that follows a title: "inspector r m patil"; `start` if none does."""
    stop = start
    while (
        role.number == "title"
        and stop < len(tokens)
        and tokens[stop].entity == "PERSON"
        and tokens[stop].text.islower()
    ):
        stop += 1
    return stop


def opens_name(tokens: Sequence[Token], start: int, stop: int) -> bool:
    """Whether a role's words are the first of a body's name: "Envoy Air"."""
    within = start > 0 and tokens[start - 1].entity == "ORG"
    return not within and all(t.entity == "ORG" and capital(t) for t in tokens[start : stop + 1])


def bearer(sentence: Sentence, role: Role, stop: int, starts: Known) -> tuple[tuple[str, ...], int]:
    """The name that follows a role, and where both end: "Minister Erik Dahl", "a spokesman, Erik Dahl,"."""
    if (small := small_name_end(sentence.tokens, stop, role)) > stop:
        return words(sentence.tokens, stop, small), small
    end = name_end(sentence.tokens, stop, starts)
    body = role.named_body and end > stop and role_at(sentence.tokens, stop) is None
    named = role.number == "title" or body
    if end > stop and named and role.number != "many":
        return words(sentence.tokens, stop, end), end
    return apposed(sentence, stop, starts) if role.number == "title" else ((), stop)


def apposed(sentence: Sentence, stop: int, starts: Known) -> tuple[tuple[str, ...], int]:
    """The full name that a comma and no more parts from a role: "a spokesman, Erik Dahl, said"."""
    tokens = sentence.tokens
    end = name_end(tokens, stop + 1, starts) if stop + 1 < len(tokens) and tokens[stop].text == "," else stop
    closed = end >= len(tokens) or tokens[end].text in {",", ".", ";", ")"}
    first = stop + 2 if end > stop and tokens[stop + 1].text.rstrip(".") in HONORED else stop + 1
    if end - first < 2 or not closed or not personal(tokens, stop, first, end):
        return (), stop
    return words(tokens, first, end), end


def personal(tokens: Sequence[Token], stop: int, first: int, end: int) -> bool:
    """Whether what is apposed to a role is a person's name: to the tagger, or as the tree ties it to an office."""
    name = tokens[first:end]
    tied = name[-1].role == "appos" and name[-1].head == stop - 1 and name[0].entity != "GPE"
    return name[0].entity == "PERSON" or (tied and tokens[stop - 1].lemma.endswith(OFFICES))


# offices whose holders are people; an owner or a publisher may be a company
OFFICES = ("spokesman", "spokeswoman", "spokesperson", "minister", "president", "secretary", "ambassador", "governor")


def bare_name(sentence: Sentence, index: int, starts: Known, stops: Known, taken: int) -> Naming | None:
    """A person's name the tagger saw, with the country that owns him: "Russia’s Lavrov"."""
    token = sentence.tokens[index]
    if sentence.zone in HEADLINES:
        return None  # capitals tell nothing there; who the body names is found again
    if not capital(token) or token.pos not in {"PROPN", "NOUN", "ADJ"}:
        return None
    if token.entity != "PERSON" and not first_name(sentence.tokens, index):
        return None
    stop = name_end(sentence.tokens, index, starts)
    before = sentence.tokens[index - 1].text.lower() if index else ""
    if stop == index or (before == "the" and stop - index == 1 and token.role != "compound"):
        return None  # "the Gazette" is nobody, "the Obama camp" is Obama's
    start, owner, former = leftward(sentence.tokens, index, stops, taken, nouns=False)
    country = owner.country if owner else None
    return Naming(start if country else index, stop, words(sentence.tokens, index, stop), None, country, former)


def first_name(tokens: Sequence[Token], index: int) -> bool:
    """Whether a word that the tagger passed over is the first of a name: "Hernán" before a Quiroga it knows."""
    token, after = tokens[index], tokens[index + 1 : index + 2]
    before_person = bool(after) and after[0].entity == "PERSON" and token.head == index + 1
    called = token.text.rstrip(".") in HONORED or token.text in words_in_names()["title"] or role_at(tokens, index)
    return not token.entity and token.role == "compound" and token.pos == "PROPN" and before_person and not called


def with_apposition(sentence: Sentence, naming: Naming, starts: Known, stops: Known) -> tuple[int, Naming]:
    """Where the role begins that an apposition gives, and the naming with it: "Sergey Lavrov, the foreign minister"."""
    tokens = sentence.tokens
    index = past_home(tokens, naming.stop)
    if not naming.name or index >= len(tokens) or tokens[index].text != ",":
        return naming.start, naming
    others = False
    for at in range(index + 1, min(index + 8, len(tokens))):
        match = role_at(tokens, at)
        tied = index == naming.stop or tokens[match[0] - 1 if match else at].role in {"appos", "conj"}
        if match and tied and may_be_apposed(tokens, match[0], match[1], starts):
            _, owner, former = leftward(tokens, at, stops, index + 1)
            owner = None if owner and studied(tokens, at, owner, match[1].phrase, stops) else owner
            of_owner = owner.country if owner else None
            country = naming.country or of_owner or of_country(tokens, match[0], starts)[0]
            role, former = (naming.role, naming.former) if naming.role else (match[1].at(owner, country), former)
            if role is not naming.role and country is None and presides_over_body(tokens, at, match[0]):
                role = Role(role.phrase, None, role.number)
            return at, Naming(naming.start, naming.stop, naming.name, role, country, former)
        after = tokens[at + 1].text if at + 1 < len(tokens) else ""
        others = others or (tokens[at].entity == "PERSON" and after not in {"'s", "’s"} and tokens[at].pos == "PROPN")
        if tokens[at].pos in {"VERB", "AUX", "PUNCT"} or (others and tokens[at].pos == "CCONJ"):
            break  # "Erik Dahl, Lena Voss and the president" are three
    return naming.start, naming


def may_be_apposed(tokens: Sequence[Token], stop: int, role: Role, starts: Known) -> bool:
    """Whether the role that ends at a token is one person's, neither another's by name nor only an owner's."""
    plural = tokens[stop - 1].tag in {"NNS", "NNPS"}
    owner = stop < len(tokens) and tokens[stop].text in {"’s", "'s"}
    return role.number == "title" and not (plural or owner) and name_end(tokens, stop, starts) == stop


def name_end(tokens: Sequence[Token], start: int, starts: Known) -> int:
    """Where a run of capitalised name words that begins at `start` ends; `start` itself if there is none."""
    stop = start
    while stop < min(start + LONGEST_NAME, len(tokens)) and name_word(tokens, start, stop):
        known = stop in starts and (stop == start or starts[stop][1].kind != "city")
        if known and not family(tokens, start, stop, starts):
            break
        stop += 1
    while stop > start and not (tokens[stop - 1].text[:1].isupper() or syllable(tokens, start, stop - 1)):
        stop -= 1
    if stop - start == 1 and tokens[start].pos != "PROPN":
        return start
    return stop


def name_word(tokens: Sequence[Token], start: int, at: int) -> bool:
    """Whether a token goes on with the name that begins at `start`."""
    token = tokens[at]
    if capital(token) and token.pos in {"PROPN", "NOUN", "ADJ", "X"} and token.entity not in {"DATE", "NORP"}:
        return True
    after = [t.text for t in tokens[at + 1 : at + 3]]
    joins = token.text.lower() in PARTICLES and "".join(after[after[:1] == ["-"] :])[:1].isalpha()
    return at > start and (joins or syllable(tokens, start, at))


def syllable(tokens: Sequence[Token], start: int, at: int) -> bool:
    """The small last part of a given name in two: the "un" of "Kim Jong-un"."""
    small = tokens[at].text.islower() and len(tokens[at].text) <= LONGEST_SYLLABLE and tokens[at].text not in TAILS
    joined = at - start > 1 and tokens[at - 1].text == "-" and tokens[at - 1].stop == tokens[at].start
    return small and joined and tokens[at].tag not in {"VBN", "VBD"}


def family(tokens: Sequence[Token], start: int, at: int, starts: Known) -> bool:
    """A name of a place that is part of a person's, who has a given name: "Lisa Monaco", "Charlotte Berg"."""
    if starts[at][0] != at + 1 or tokens[start].text not in given_names():
        return False
    beside = tokens[at - 1] if at > start else tokens[at + 1] if at + 1 < len(tokens) else tokens[at]
    return beside is not tokens[at] and capital(beside) and beside.entity == "PERSON" == tokens[at].entity


def capital(token: Token) -> bool:
    initial = token.text.rstrip(".")
    return token.text[:1].isupper() and (
        any(c.isalpha() for c in token.text[1:]) or (len(initial) == 1 and token.pos == "PROPN")
    )


def words(tokens: Sequence[Token], start: int, stop: int) -> tuple[str, ...]:
    return tuple(t.text for t in tokens[start:stop])
