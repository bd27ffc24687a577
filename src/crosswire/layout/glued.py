"""What a site put into the middle of a paragraph: forms, films, galleries, calls to read on, and credits at its end."""

from __future__ import annotations

import re
from collections.abc import Iterator

from crosswire.layout.furniture import NAME

PIECE = 600  # code points; no caption of a gallery and no form is longer
SENTENCE_END = r"(?:(?<=[.!?])|(?<=[.!?][”\"’')\]]))(?: +|(?=[A-Z(]))"

# The sentences of a form for letters by mail; "agree" and "thank" alone would be prose.
FORM = (
    r"(?:(?:Sign Up )?You (?:agree to|will) receive (?:occasional|e-?mails?|updates|marketing|promotional)\b"
    r"[^.]{0,200}\."
    r"|(?:Please )?[vV]erify you['’]re not a robot[^.]{0,60}\.|You must select a newsletter to subscribe to\."
    r"|Thank you for subscribing[.!]|View all [^.]{0,60}newsletters\.)"
)
FORM_GOES_ON = (
    rf"(?: ?(?:{FORM}|Invalid email address\.|Please re-?enter\.|An error has occurred\.|Please try again later\."
    r"|You may opt[- ]out[^.]{0,60}\.|Already a subscriber\?))*"
)
READ_ON = (
    r"(?:(?:READ|Read)(?: (?:MORE|More|more|ALSO|Also|also))?|MORE|More|(?:WATCH|Watch)|(?:RELATED|Related)"
    r"(?: \w{3,9})?|(?:SEE|See) (?:ALSO|Also|also)|(?:ALSO|Also) (?:READ|Read|read)|(?:VIDEO|Video))"
)
WROTE = r"(?:(?:Additional|Further) )?(?:[Rr]eporting|[Ww]riting|[Ee]diting)(?: and \w+)? by"

# Kind and pattern; each begins with words of its own and has an end, so that none takes prose with it.
PATTERNS: tuple[tuple[str, str], ...] = (
    ("boilerplate", rf"(?:Newsletter Sign Up\b[^\n]{{0,{PIECE}}}?)?{FORM}{FORM_GOES_ON}"),
    (
        "boilerplate",
        r"JUST WATCHED ([^\n]{1,200}?) Replay(?: More Videos)?(?: ?(?:\.\.\.|…))?(?: MUST WATCH)?(?: \1)?"
        r"(?: \d{1,2}:\d\d)?",
    ),
    ("boilerplate", r"(?:Advertisement )?Continue reading the main story"),
    ("boilerplate", r"(?:Story|STORY|Article|ARTICLE) (?:[Cc]ontinue[sd]|CONTINUE[SD]) (?:below|Below|BELOW)\b"),
    (
        "boilerplate",
        r"Media playback is (?:unsupported|not supported) on (?:your|this) device"
        r"(?:(?: Media caption)?[^.!?\n]{1,200}\??$)?",
    ),
    (
        "boilerplate",
        r"Chat with us (?:in|on) Facebook Messenger\.(?: Find out what['’]s happening in the world[^.\n]{0,40}\.)?",
    ),
    ("boilerplate", rf"\({READ_ON} ?[:|] ?[^()\n]{{3,200}}\)|\[{READ_ON} ?[:|] ?[^\[\]\n]{{3,200}}\]"),
    ("boilerplate", r"We pay for your stories! Do you have a story[^\n]*"),
    ("boilerplate", r"Skip in Skip x Embed x Share\b[^\n]*"),
    (
        "boilerplate",
        r"(?:Related (?:Stories|Articles)|Related stories|RELATED (?:STORIES|ARTICLES)|MOST READ IN [A-Z]+)"
        r" (?:['‘\"“]?[A-Z])[^\n]*",
    ),
    (
        "boilerplate",
        rf"(?:^|{SENTENCE_END})[\"“]?Follow (?:us|him|her|them|me|@\w+|{NAME}) on (?:Twitter|Facebook|Instagram)\b"
        r"[^.\n]{0,60}(?:\.[^.\n]{0,60}(?:@[^\n]{1,60})?)?$",
    ),
    ("credit", rf"\({WROTE} [^()\n]{{3,400}}\)\W*$"),
    ("credit", rf"{SENTENCE_END}{WROTE} (?=[A-Z])[^.!?\n]{{3,200}}\.?$"),
    (
        "credit",
        rf"{SENTENCE_END}(?:The )?[A-Z][^.!?\n]{{2,200}} contributed (?:(?:reporting )?to this"
        r" (?:report|story|article|piece)|reporting)\.?$",
    ),
    ("date", r"(?<=\w) (?:Last )?[Uu]pdated: ?\d{4}-\d\d-\d\d(?: \d\d:\d\d)?[^\n]{0,60}$"),
)
GLUED = tuple((kind, re.compile(pattern)) for kind, pattern in PATTERNS)
PICTURE_NUMBER = re.compile(r"\b(?:Hide|Show) Caption \d{1,3} of \d{1,3}(?: Photos?\b(?!:))?")


def glued(words: str) -> Iterator[tuple[int, int, str]]:
    """The stretches of a paragraph that are no part of the story, in order: where they start and stop, their kind."""
    found = [(m.start(), m.end(), kind) for kind, pattern in GLUED for m in pattern.finditer(words)]
    at = 0
    for start, stop, kind in sorted([*found, *gallery(words)], key=lambda each: (each[0], -each[1])):
        if start >= at:
            yield start, stop, kind
            at = stop


def gallery(words: str) -> Iterator[tuple[int, int, str]]:
    """Each caption of a gallery with its "Hide Caption 18 of 25"; it begins at "Photos:" or where the last one ends."""
    at = 0
    for number in PICTURE_NUMBER.finditer(words):
        opening = words.find("Photos: ", max(at, number.start() - PIECE), number.start())
        near = number.start() - at <= PIECE and (at > 0 or not re.search(r"[.!?]", words[: number.start()]))
        yield (opening if opening >= 0 else at if near else number.start()), number.end(), "caption"
        at = number.end()
