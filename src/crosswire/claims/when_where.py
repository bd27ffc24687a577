"""The place and the day of an act: those its own clause gives, or one that an explicit link leads to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from crosswire.claims.acts import act_words
from crosswire.claims.clauses import occurred
from crosswire.claims.triggers import Trigger
from crosswire.records import Cited, Place, Time
from crosswire.syntax import Sentence, Token, children, head

CLOSE = {"in", "at", "during", "on", "near", "inside", "outside", "into", "over", "before", "from"}
REPORTING = {"say", "tell", "report", "announce", "claim", "face", "vow", "threaten", "blame"}
TOWARDS = {"to", "into"}
SPOTS = {"FAC", "LOC", "GPE"}
TAKING_PART = {"involve", "include", "feature", "comprise"}
SITES = {"place", "power"}  # not "Russian", "Bank of America"; whether the act was there, the sentence tells
ON = {"on", "in", "at", "during", "over", "throughout", "within", "around"}
PHYSICAL = {"ASSAULT", "COERCE", "PROTEST", "MOBILIZE", "RETREAT", "AID", "COOPERATE"}


def place_of(
    sentence: Sentence, trigger: Trigger, told: Mapping[int, Trigger], places: Iterable[Cited[Place]]
) -> Cited[Place] | None:
    """The most exact place that the act's own words hold."""
    found = [p for p in places if p.value.use in SITES and holds(sentence, trigger, told, p)]
    return min(found, key=lambda p: (EXACT.get(p.value.precision, 1), p.spans[0].start), default=None)


EXACT = {"point": 0, "city": 1, "region": 2, "country": 3}


def holds(sentence: Sentence, trigger: Trigger, told: Mapping[int, Trigger], place: Cited[Place]) -> bool:
    """Whether the act took place there: "met in Wonsan", "a visit to Wonsan"; not "spoke of Wonsan"."""
    token = phrase_head(sentence, place.spans[0].start, place.spans[0].stop)
    if token is None:
        return False
    below = up_to_preposition(sentence, token)
    if is_where(sentence, below, trigger):
        return True
    above = head(sentence, below)
    if above is None:
        return False
    if below.role in {"dobj", "nsubjpass"} and told.get(above.index) is trigger:
        return direct(trigger, place)
    if above.pos not in {"ADP", "SCONJ"} or below.role != "pobj":
        return False
    link = above.lemma
    host = head(sentence, above)
    if host is not None and told.get(host.index) is trigger:
        if link in TOWARDS:
            return trigger.act.mode == "visit" or trigger.act.type == "MOBILIZE"
        if link in {"of", "on", "against"}:
            return direct(trigger, place)
        if link == "from":
            return trigger.act.mode == "withdraw"
    return link in act_words("locative") and host is not None and reaches(sentence, host, trigger, told)


def direct(trigger: Trigger, place: Cited[Place]) -> bool:
    """Whether what the act is done to is where it is done."""
    if trigger.act.mode == "visit":
        return True
    return trigger.act.type == "ASSAULT" and (
        place.value.precision != "country" or trigger.act.lemma in {"invade", "invasion"}
    )


def reaches(sentence: Sentence, host: Token, trigger: Trigger, told: Mapping[int, Trigger]) -> bool:
    """Whether a phrase that hangs on `host` tells of the trigger: on its own words, or on those it strikes."""
    other = told.get(host.index)
    if other is trigger or shares_setting(sentence, host, trigger):
        return True
    if other is None and trigger.act.type == "ASSAULT" and host.tag == "VBG" and host.role in {"relcl", "acl"}:
        host = sentence.tokens[host.head]  # "a crowd that was celebrating in Nice"
    above = head(sentence, host)
    joining = host if host.lemma in TAKING_PART else above
    if joining is not None and joining.lemma in TAKING_PART and joining.role == "acl":
        return told.get(joining.head) is trigger  # "a drill involving bombers near the coast"
    if host.pos in {"NOUN", "PROPN", "NUM"} and trigger.act.type in PHYSICAL and above is not None:
        if host.role in {"dobj", "nsubjpass", "nsubj"} and other is None and told.get(above.index) is trigger:
            return True
        if host.role == "pobj" and (other is None or host.lemma in act_words("blows")):
            return around(sentence, above, trigger, told)
    if host.lemma in act_words("taking_place") and host.pos == "VERB":
        return any(told.get(t.index) is trigger for t in children(sentence, host, "nsubj", "nsubjpass"))
    return False


def around(sentence: Sentence, link: Token, trigger: Trigger, told: Mapping[int, Trigger]) -> bool:
    """Whether what a phrase behind the act tells of is where the act is: "killed in attacks on cafes in Nice"."""
    host = head(sentence, link)
    if host is None:
        return False
    if link.lemma == "of" or (link.lemma in {"on", "against"} and host.lemma in act_words("blows")):
        above = head(sentence, host)
        return host.role == "pobj" and above is not None and around(sentence, above, trigger, told)
    links = CLOSE | ({"with", "by"} if trigger.act.type in {"ASSAULT", "COERCE"} else set())
    part = told.get(host.index) is trigger or shares_setting(sentence, host, trigger)
    return link.lemma in links and part and trigger.rule != "bare_noun"


def is_where(sentence: Sentence, place: Token, trigger: Trigger) -> bool:
    """ "Sousse, where 38 people were massacred", "an attack in Nice, which killed 84"."""
    verb = trigger.head
    if verb.role != "relcl" or trigger.rule == "bare_noun" or head(sentence, verb) is None:
        return False
    described = up_to_preposition(sentence, sentence.tokens[verb.head])
    where = any(t.lemma == "where" for t in children(sentence, verb, "advmod"))
    return described is place and (where or (trigger.act.type == "ASSAULT" and bool(occurred(sentence, place))))


def shares_setting(sentence: Sentence, host: Token, trigger: Trigger) -> bool:
    """Whether harm is told as what another act did: "drove into a crowd, killing 84", "killed when X drove"."""
    verb = trigger.head
    above = head(sentence, verb)
    if trigger.act.type != "ASSAULT" or trigger.rule == "bare_noun":
        return False
    if above is not None and host is above and host.pos == "VERB":
        result = verb.role == "advcl" and verb.tag == "VBG" and verb.lemma in act_words("hurting")
        return result and host.lemma not in REPORTING and not children(sentence, verb, "nsubj")
    if above is not None and host is above:
        return verb.role in {"relcl", "acl"} and host.lemma in act_words("blows")
    if host.pos == "VERB" and host.head == verb.index and host is not verb:
        hurts = host.role == "conj" and {host.lemma, verb.lemma} <= act_words("hurting")
        when = host.role == "advcl" and any(t.lemma == "when" for t in children(sentence, host, "advmod"))
        return hurts or when
    return False


def up_to_preposition(sentence: Sentence, token: Token) -> Token:
    """The outermost noun of a place phrase: "city" in "in North Korea's eastern city of Wonsan"."""
    for _ in range(4):
        above = head(sentence, token)
        if above is None:
            break
        if (
            token.role in {"appos", "conj", "compound", "nmod", "npadvmod"}
            and above.pos in {"PROPN", "NOUN"}
            and (token.role != "compound" or above.lemma in act_words("parts"))
        ):
            token = above
        elif token.role == "pobj" and above.lemma in {"of", "in"}:
            outer = head(sentence, above)
            if (
                outer is None
                or outer.pos not in {"NOUN", "PROPN"}
                or (outer.lemma not in act_words("parts") and outer.pos != "PROPN")
            ):
                break
            token = outer
        elif token.role == "poss" and (above.lemma in act_words("parts") or above.entity in SPOTS):
            token = above
        else:
            break
    return token


def phrase_head(sentence: Sentence, start: int, stop: int) -> Token | None:
    """The token of a span whose head lies outside it."""
    inside = [t for t in sentence.tokens if t.start < stop and t.stop > start]
    return next((t for t in inside if t.head == t.index or not any(t.head == other.index for other in inside)), None)


def time_of(sentence: Sentence, trigger: Trigger, told: Mapping[int, Trigger], times: Iterable[Time]) -> Time | None:
    """The first day or time of day that hangs on the act's own words, or on those of what it is part of."""
    known = [t for t in times if t.type in {"DATE", "TIME"} and (t.interval or t.anchor == "event")]
    own = (t for t in known if dates(sentence, trigger, told, t, shared=False))
    shared = (t for t in known if dates(sentence, trigger, told, t, shared=True))
    return next(own, None) or next(shared, None)


def dates(sentence: Sentence, trigger: Trigger, told: Mapping[int, Trigger], time: Time, *, shared: bool) -> bool:
    """Whether a time is that of the act: "met on Monday", "Monday's attack"; not "said on Monday that X attacked"."""
    token = phrase_head(sentence, time.span.start, time.span.stop)
    if token is None:
        return False
    below, first = token, token.index
    while token is not None:
        other = told.get(token.index)
        if other is not None:
            if other is trigger or shares_day(sentence, other, trigger, time) or words_of(sentence, token, trigger):
                return True
            return shared and shares_setting(sentence, token, trigger)
        if token.pos in {"VERB", "AUX"}:
            happens = token.lemma in act_words("taking_place") or (token.lemma == "be" and below.lemma in ON)
            sides = children(sentence, token, "nsubj", "nsubjpass")
            if happens and any(told.get(t.index) is trigger for t in sides):
                return True
            if words_of(sentence, token, trigger) or joined_after(sentence, token, trigger, time):
                return True
            return shared and shares_setting(sentence, token, trigger)
        hour = token.index == first and time.type == "TIME"  # "shortly after noon on Monday" is an hour of Monday
        if token.pos in {"ADP", "SCONJ"} and below.index == first and token.lemma not in ON and not hour:
            return False
        if (
            token is not below
            and token.pos in {"NOUN", "PROPN"}
            and below.role in {"amod", "compound", "nummod", "poss", "nmod"}
        ):
            return False
        below, token = token, head(sentence, token)
    return False


def words_of(sentence: Sentence, verb: Token, trigger: Trigger) -> bool:
    """Whether an act is done by what a verb makes: "passed a law banning X", "issued a statement condemning X".

    By what one votes for, too: "voted on Friday to block the bill"; and in what one writes: "a letter in which he ..".
    """
    act, made = trigger.head, head(sentence, trigger.head)
    if trigger.rule == "bare_noun" or made is None:
        return False
    if made is verb:
        return act.role == "xcomp" and act.tag == "VB" and verb.lemma == "vote"
    written = act.role == "relcl" and made.lemma in act_words("writings")
    participle = act.role == "acl" and act.tag == "VBG"
    return (participle or written) and made.role == "dobj" and head(sentence, made) is verb


def joined_after(sentence: Sentence, verb: Token, trigger: Trigger, time: Time) -> bool:
    """Whether a day before a verb that tells no act holds for one joined to it: "In 2012 she got a prize and met X"."""
    act = trigger.head
    joined = act.role == "conj" and head(sentence, act) is verb and not children(sentence, act, "nsubj")
    return joined and trigger.rule != "bare_noun" and time.span.stop <= verb.start


def shares_day(sentence: Sentence, first: Trigger, trigger: Trigger, time: Time) -> bool:
    """Whether a day before a verb holds for one coordinated with it: "On Monday X met Y and signed a pact"."""
    verb = trigger.head
    coordinated = verb.role == "conj" and head(sentence, verb) is first.head and not children(sentence, verb, "nsubj")
    return coordinated and trigger.rule != "bare_noun" and time.span.stop <= first.head.start
