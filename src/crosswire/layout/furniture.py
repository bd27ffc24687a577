"""What a line is by its own words: a byline, a date, a caption, a credit, tags, or what a site puts around stories."""

from __future__ import annotations

import re

from crosswire.layout.dates import DATE_LABEL, MONTH, is_date

LONGEST = 400  # code points; no byline or credit line is longer
LONGEST_CAPTION = 1000

DATELINE = re.compile(
    r"(?:[A-Z][\w.'’/-]*,? ){0,6}(?:\([^()]{2,40}\)|[A-Z]{3}[A-Z.,' ]*) ?(?:--?|–|—|―)|[A-Z]{4}[A-Z ]*,[^.]{0,60}\(\w"
    r"|\((?!VIDEO|PHOTO)[A-Z]{2}[\w ]{0,60}\) [A-Z]"
)
CITY_AND_DASH = re.compile(
    r"(?:[A-Z][A-Z.'’-]{2,30}(?:[ /][A-Z][A-Z.'’-]{1,30}){0,4}(?:, [^()—–:\n]{2,40}?)?(?: \([^()\n]{2,40}\))?"
    r" ?(?:--?|–|—|―|:) (?:\([A-Z][\w ]{1,30}\) )?"
    r"|(?:[A-Z][\w.'’-]{1,30},? ){1,5}(?:\d{1,2},? )?\([A-Z][^()\n]{1,40}\) ?(?:--?|–|—|―) "
    r"|\([A-Z][\w ]{1,30}\)(?: ?(?:--?|–|—|―))? )"
)
SMALL_DATELINE = re.compile(
    r"[a-z]{3,30}(?:[ /-][a-z]{2,30})? ?(?::|--?|–|—) (?=[^A-Z]{1,1000}\Z)"
)  # of a paragraph without a capital

NAME_PART = r"(?:[A-Z][\w.'’-]{0,40}|de|van|von|der|den|bin|al|el|la|di|da|dos)"
NAME = rf"[A-Z][\w.'’-]{{0,40}}(?: {NAME_PART}){{1,4}}"
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
    ("heading", False, r"story highlights\W*$"),
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
    ("credit", False, r"copyright(?:[^a-z]{0,20}(?:©|\(c\)|\d{4})|:| by\b|[^.]{0,60}$)|©|\(c\) ?\d"),
    ("credit", False, r".*\b(?:all rights reserved|this material may not be published)\b"),
    (
        "credit",
        True,
        r".{3,250}\bcontributed (?:(?:reporting )?to this (?:report|story|article|piece)|reporting)"
        r"(?: from [^.]{2,40})?[.)\]]*$",
    ),
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
        r"|[^()]{0,100}(?:getty images|/ap|/afp|/reuters|via reuters|via ap)\b)[^()\[\]]{0,200}[)\]]\W*$",
    ),
    ("caption", True, rf".*[^\s.!?\"”’)] *\({PICTURES}(?: photo| file)?\)$"),
    (
        "caption",
        False,
        rf"(?:file (?:photo|image|picture)|{PICTURE_WORD}s?|pictured|video|caption|media caption"
        r"|image (?:caption|copyright|source|credit)|photo (?:credit|by|courtesy)|ap photo)\b"
        r"(?: ?\(?[:|/–—]| - | (?:by|copyright|caption|getty)\b| (?:of|shows?)\b.*[^.!?\"”’)]$)",
    ),
    ("caption", True, r"CLOSE [A-Z]\w*[a-z ]|.{3,200}\bBuy Photo\b"),
    ("caption", True, rf".*\b(?:REUTERS|{LIBRARY}|AFP|AP) ?/ ?{NAME}(?: TPX IMAGES OF THE DAY)?$"),
    ("caption", True, rf".*[.!?”\"] ?Credit ?{NAME}(?: ?/ ?[A-Z][\w ]{{1,30}}|,? (?:for|via) [A-Z][\w ]{{2,40}})?$"),
    ("caption", True, rf"\({NAME} ?/ ?[A-Z][\w. ]{{1,30}}\)$"),
    ("caption", False, r".{0,80}\b\d+ show all\b"),
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
    ("caption", True, rf".*\b[A-Z][\w.'’-]{{1,40}} [A-Z][\w.'’-]{{1,40}} ?/ ?{PICTURES}(?: via [\w ]+)?(?:, FILE)?$"),
    (
        "caption",
        True,
        rf"{NAME} ?/ ?[A-Z][\w. ]{{1,30}}$|(?:Twitter|Facebook|Instagram|YouTube|X) ?/ ?[@\w. ]{{1,40}}$",
    ),
    (
        "boilerplate",
        False,
        r"(?:advertise with|ad feedback|story continues|article continues|continue reading"
        r"|scroll (?:down|below|for)|read (?:more|also|next|the full|or share)|also read"
        r"|related(?: articles?| stor(?:y|ies)| news| content| coverage| links?)?$|see also|watch (?:now|live|video)"
        r"|click here|you (?:may|might) also like|editor'?s picks?|don'?t miss|most read in)\b",
    ),
    # These words also begin sentences: "Recommended by two committees, the law passed."
    (
        "boilerplate",
        False,
        r"(?:advertisement|sponsored|recommended|most (?:read|popular|viewed)|trending|newsletter"
        r"|terms of (?:use|service)|privacy policy|loading|slideshow|enlarge)\b(?:[^.]*$|.{0,30}$)",
    ),
    ("boilerplate", True, r".{3,160}\bRead more$|Related (?!Companies\b|Cos\b)['‘“\"]?[A-Z].*[^.”\"]$"),
    (
        "boilerplate",
        False,
        r"(?:interested in [\w ]{2,40}\? add |this is a (?:breaking|developing)(?: news)? story\b.{0,80}$"
        r"|share your thoughts|chat with us (?:in|on) facebook|we pay for (?:your stories|videos)"
        r"|do you have a (?:story|tip) for|\w+ news email enter your email|.{0,40}\bselect (?:category|month)\b"
        r"|(?:image|photo|slide) \d+ of \d+\b"
        r"|(?:this|our) (?:web)?site uses cookies|by continuing to (?:use|browse)|registration number:"
        r"|license for publishing)",
    ),
    ("boilerplate", False, r"(?:just watched|must watch|replay|more videos)[ .…]*$"),
    ("boilerplate", False, r"(?:more|related(?: [a-z]{4,8})?|watch|see more|read)\s*:"),
    (
        "boilerplate",
        False,
        r"(?:share (?:this|on|via)\b|(?:share|print|e-?mail|tweet|photos?|video|next|prev|previous)$|(?:save)+$"
        r"|comments?(?: \(?\d+\)?)?$|leave a (?:comment|reply)|skip to|media playback is"
        r"|listen to this|facebook(?: twitter.*)?$|\d+ min(?:ute)?s? read$|(?:https?://|www\.)\S+$)",
    ),
    (
        "boilerplate",
        False,
        r"[\"“]?(?:subscribe|sign (?:up|in)|log in|register (?:now|for|to)|follow (?:us|@|[\w.' ]{1,40} on"
        r" (?:twitter|facebook|instagram|x|telegram|whatsapp))|like us|join (?:our|us on|the conversation)"
        r"|download (?:our|the) (?:\w+ )?app|get (?:the latest|our|breaking|all the latest)"
        r"|thanks for (?:subscribing|signing)|check us out|keep up with this story"
        r"|for more [\w ]{2,40}(?:,? (?:visit|click|follow|go to))|support (?:our|quality|independent) journalism"
        r"|by (?:signing|subscribing)|we use cookies)\b|for more [\w ]{2,40}:",
    ),
    ("boilerplate", False, r"\[(?:read|watch|see|related|more|also|listen|map)\b[^\[\]]{3,200}\]$"),
    ("boilerplate", True, r"\[[^\[\]]{3,140}[^.\[\]]\]$"),
)
LONG_CAPTION = re.compile(
    r"(?:(?i:file)\b ?[-–—:]|(?:In|This|A|An)\b.{0,60}\b(?:photo|image|picture|frame|handout)\b).*"
    r"(?:\([^()]{2,60}(?:/| via |, ?)[^()]{2,40}\)|/[A-Z][\w ]{2,30})$"
    rf"|.*\(Photo by [^()]{{3,80}}\)$|.*\bREUTERS/{NAME}(?: TPX IMAGES OF THE DAY)?$|.{{0,80}}\b\d+ show all .* 1/\d"
)
# A call to the reader tells nothing: "Subscribe or die was the motto of the paper."
TELLS = re.compile(r"(?=.*[.”\"]$).*\b(?:said|says|told|was|were|had)\b")
FURNITURE = tuple((kind, re.compile(pattern, 0 if cased else re.IGNORECASE)) for kind, cased, pattern in PATTERNS)


def furniture_of(words: str) -> str | None:
    """The kind of a line that is no part of the story by its words alone: "Published By: Jane Doe" is a byline."""
    if len(words) > LONGEST:
        return "caption" if len(words) <= LONGEST_CAPTION and LONG_CAPTION.match(words) else None
    if DATE_LABEL.search(words) and is_date(words):
        return "date"
    kind = next((kind for kind, pattern in FURNITURE if pattern.match(words)), None)
    return None if kind == "boilerplate" and TELLS.match(words) else kind
