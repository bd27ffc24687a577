"""What a line is by its own words: a byline, a date, a caption, a credit, tags, or what a site puts around stories."""

from __future__ import annotations

import re

LONGEST = 400  # code points; no byline, caption or credit line is longer

MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    r"|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)"
)
DATE_WORD = re.compile(
    MONTH + r"|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|last|first|originally|updated?|published"
    r"|posted|modified|created|publication|date|on|at|and|am|pm|a|p|m|st|nd|rd|th|t|z|of|ago|hours?|minutes?|mins?|days?"
    r"|read|[A-Z]{2,4}T|UTC|GMT|IST|hrs",
    re.IGNORECASE,
)
DATE = re.compile(
    rf"\b(?:\d{{4}}-\d\d?-\d\d?|\d{{4}}/\d\d?/\d\d?|\d\d?[/.]\d\d?[/.]\d{{2,4}}|{MONTH}\b)|\d ?(?:\w+ )ago\b",
    re.IGNORECASE,
)
DATE_LABEL = re.compile(
    r"\b(?:(?:last|first|originally) )?(?:updated?|published|posted|modified|created|publication date|date)\b(?! by\b)",
    re.IGNORECASE,
)
DATELINE = re.compile(
    r"(?:[A-Z][\w.'’/-]*,? ){0,6}(?:\([^()]{2,40}\)|[A-Z]{3}[A-Z.,' ]*) ?(?:--?|–|—|―)|[A-Z]{4}[A-Z ]*,[^.]{0,60}\(\w"
)
CITY_AND_DASH = re.compile(
    r"(?:[A-Z][A-Z.'’-]{2,30}(?:[ /][A-Z][A-Z.'’-]{1,30}){0,4}(?:, [^()—–:\n]{2,40}?)?(?: \([^()\n]{2,40}\))?"
    r" ?(?:--?|–|—|―|:) "
    r"|(?:[A-Z][\w.'’-]{1,30},? ){1,5}\([A-Z][^()\n]{1,40}\) ?(?:--?|–|—|―) "
    r"|\([A-Z][\w ]{1,30}\)(?: ?(?:--?|–|—|―))? )"
)

NAME_PART = r"(?:[A-Z][\w.'’-]*|de|van|von|der|den|bin|al|el|la|di|da|dos)"
NAME = rf"[A-Z][\w.'’-]*(?: {NAME_PART}){{1,4}}"
AGENCY = (
    r"(?:AP|AFP|UPI|PTI|ANI|IANS|DPA|EFE|Tass|TASS|Xinhua|Reuters|REUTERS|Bloomberg"
    r"|(?:The )?Associated Press|Agence France-Presse|Agencies|agencies)"
)
LIBRARY = r"(?:Getty(?: Images)?|AP Photo|EPA|Rex Features|Alamy|Shutterstock|iStock|WireImage)"
PICTURES = rf"(?:{LIBRARY}|Bloomberg|AFP|AP|Reuters|REUTERS|PA|Rex|Associated Press)"
PICTURE_WORD = r"(?:image|photo|picture|pic|photograph|illustration|graphic|screengrab|screenshot)"
OPEN = r"[(\[—–-]*\s*"

# Kind, whether the case of letters counts, pattern. The first that fits a line from its start decides.
PATTERNS: tuple[tuple[str, bool, str], ...] = (
    ("boilerplate", False, r"[\W_]*$"),
    ("tags", False, r"(?:tags|topics|related topics|keywords|filed under|categories|hashtags)\s*:\s*\S"),
    ("tags", True, r"(?:#\w+[ ,]*){2,}$"),
    ("summary", False, r"story highlights \S"),
    ("caption", True, r"© ?[A-Z][\w. ]{1,40}/"),
    (
        "credit",
        False,
        rf"{OPEN}(?:(?:additional|further) )?(?:reporting|writing)(?: and \w+)?(?: for [\w ]+)? (?:by|from) \S",
    ),
    ("credit", False, rf"{OPEN}(?:editing|edited|compiled|translated|translation) (?:and \w+ )?by [^.]*[.)\]]*$"),
    (
        "credit",
        False,
        rf"{OPEN}with (?:additional |agency |further )?"
        r"(?:inputs?|assistance|reporting|files|contributions|reports)(?: from| by|\W*$)",
    ),
    ("credit", False, r"(?:copyright\b|©|\(c\) ?\d)|.*\b(?:all rights reserved|this material may not be published)\b"),
    ("credit", True, r".{3,250}\bcontributed (?:(?:reporting )?to this (?:report|story|article|piece)\b|reporting\b)"),
    ("credit", False, r"[(\[]?(?:sources?|via)\s*: ?\w[^.]{1,60}$"),
    (
        "credit",
        False,
        r"[(\[]?this (?:story|article|report) (?:was|is|has)(?: not)?(?: been)? (?:\w+ )?"
        r"(?:first |originally )?(?:published|produced|auto-generated|generated|edited|syndicated)\b",
    ),
    ("credit", True, rf"{OPEN}{AGENCY}(?:\s*(?:[-/,&|]|and)\s*{AGENCY})*[)\]]?\.?$"),
    ("credit", True, r"\([A-Z][\w ]+ \d{1,2}/\d{1,2}/\d{4}[^()]*\)$|[a-z]{2,3}(?:/[a-z]{2,3})+ \([\w, ]+\)$"),
    (
        "byline",
        True,
        rf"(?:By|BY) +(?:{AGENCY}|[Oo]ur [\w ]{{3,40}}|(?!{MONTH}\b|[A-Z]\w+day\b|(?:The|This|That)\b){NAME})"
        r"(?:$|[ ,|/&·•(-]+(?!(?:said|says|was|were|had|has|is|are)\b))[^.!?]{0,120}(?:\b[A-Z]\w?\.[^.!?]{0,60})?$",
    ),
    (
        "byline",
        False,
        r"(?:published|written|posted|reported|curated|authored|produced|story|words|report) by\b\s*:?\s*[^.!?]{2,80}$",
    ),
    ("byline", False, r"(?:authors?|byline|reporter)\s*:\s*\S[^!?]{1,80}$"),
    (
        "byline",
        True,
        rf"{NAME}\s*(?:,|\||–|—|-)\s*(?:for )?(?:The )?(?:{AGENCY}|[A-Z]\w+ (?:News|Times|Post|Correspondent))"
        r"(?: (?:in|at) [A-Z]\w+)?$",
    ),
    (
        "caption",
        False,
        rf".*[(\[](?:(?:file )?{PICTURE_WORD}\b|{LIBRARY}"
        r"|[^()]*(?:getty images|/ap|/afp|/reuters|via reuters|via ap)\b)[^()\[\]]*[)\]]\W*$",
    ),
    ("caption", True, rf".*[^\s.!?\"”’)] *\({PICTURES}(?: photo| file)?\)$"),
    (
        "caption",
        False,
        rf"(?:file (?:photo|image|picture)|{PICTURE_WORD}s?|pictured|video|caption|media caption"
        r"|image (?:caption|copyright|source|credit)|photo (?:credit|by|courtesy)|ap photo)\b"
        r" ?(?:\(?[:|/–—-]|of\b|by\b|shows?\b|copyright|caption|getty)",
    ),
    ("caption", False, r"image (?:copyright|caption|source)\b|media caption\b|facebook twitter pinterest \S"),
    ("caption", False, r".*\b(?:toggle|hide) caption\b"),
    (
        "caption",
        True,
        r"FILE\b ?(?:[-–—:]|PHOTO)|File - |(?:In|This|A) [^.]{0,60}"
        r"\b(?:file photo|file image|photo|frame|image|picture|handout)\b"
        r"[^.]{0,60}(?:,|\bshows\b|\bmade available\b|\bprovided by\b)",
    ),
    (
        "caption",
        True,
        r".*\b(?:Photo|Photograph|Photographer|Picture|Image)(?: by| credit| courtesy)?\s*: ?[A-Z][^.]{1,60}$",
    ),
    ("caption", True, rf".*\b[A-Z][\w.'’-]+ [A-Z][\w.'’-]+ ?/ ?{PICTURES}(?: via [\w ]+)?(?:, FILE)?$"),
    (
        "caption",
        True,
        rf"{NAME} ?/ ?[A-Z][\w. ]{{1,30}}$|(?:Twitter|Facebook|Instagram|YouTube|X) ?/ ?[@\w. ]{{1,40}}$",
    ),
    (
        "boilerplate",
        False,
        r"(?:advertisement|advertise with|ad feedback|sponsored|story continues|article continues|continue reading"
        r"|scroll (?:down|below|for)|read (?:more|also|next|the full|or share)|also read|recommended"
        r"|related(?: articles?| stor(?:y|ies)| news| content| coverage| links?)?$|see also|watch (?:now|live|video)"
        r"|click here|you may also like|most (?:read|popular|viewed)|trending|editor'?s picks?|don'?t miss)\b",
    ),
    ("boilerplate", False, r"(?:more|related(?: [a-z]{4,8})?|watch|see more|read)\s*:"),
    (
        "boilerplate",
        False,
        r"(?:share (?:this|on|via)\b|(?:share|print|e-?mail|tweet|photos?|video|next|prev|previous)$|(?:save)+$"
        r"|comments?(?: \(?\d+\)?)?$|leave a (?:comment|reply)|loading\b|slideshow\b|skip to|media playback is|enlarge"
        r"|listen to this|facebook(?: twitter.*)?$|\d+ min(?:ute)?s? read$|(?:https?://|www\.)\S+$)",
    ),
    (
        "boilerplate",
        False,
        r"(?:subscribe|sign (?:up|in)|log in|register (?:now|for|to)|follow (?:us|@|[\w.' ]{1,40} on"
        r" (?:twitter|facebook|instagram|x|telegram|whatsapp))|like us|join (?:our|us on|the conversation)"
        r"|download (?:our|the) (?:\w+ )?app|get (?:the latest|our|breaking|all the latest)"
        r"|thanks for (?:subscribing|signing)|check us out|keep up with this story|for more [\w ]{2,40}"
        r"(?::|,? (?:visit|click|follow|go to))|support (?:our|quality|independent) journalism|newsletter"
        r"|by (?:signing|subscribing)|we use cookies|terms of (?:use|service)|privacy policy)\b",
    ),
    ("boilerplate", True, r"\[[^\[\]]{3,140}[^.\[\]]\]$"),
)
FURNITURE = tuple((kind, re.compile(pattern, 0 if cased else re.IGNORECASE)) for kind, cased, pattern in PATTERNS)


def furniture_of(words: str) -> str | None:
    """The kind of a line that is no part of the story by its words alone: "Published By: Jane Doe" is a byline."""
    if len(words) > LONGEST:
        return None
    if DATE_LABEL.search(words) and is_date(words):
        return "date"
    return next((kind for kind, pattern in FURNITURE if pattern.match(words)), None)


def is_date(words: str) -> bool:
    """Whether a line holds a date and nothing else but a source before it: "Xinhua | Updated: 2017-09-15 17:52"."""
    if len(words) > 120 or not DATE.search(words) or not re.search(r"\d", words):
        return False
    label = DATE_LABEL.search(words)
    source = re.findall(r"[^\W\d_]+", words[: label.start()]) if label else []
    named = len(source) <= 4 and all(word[0].isupper() for word in source)
    dated = words[label.start() :] if label and named else words
    return all(DATE_WORD.fullmatch(word) for word in re.findall(r"[^\W\d_]+", dated))
