"""Where the parts of a report's text lie: title, summary, body, caption, byline, tags. Pure rules on lines."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

import msgspec


class Zone(msgspec.Struct, frozen=True, order=True):
    """A paragraph of the text and what it is; zones never overlap and come in reading order.

    `kind` is title, summary, heading, body, caption, byline, date, credit, tags or boilerplate.
    A bullet is left out of its zone; a paragraph broken into lines of one width is one zone.
    """

    kind: str
    start: int
    stop: int


class Line(msgspec.Struct, frozen=True):
    """A paragraph without its bullet and edge spaces; `gap` is true where a blank line stands before it."""

    start: int
    stop: int
    words: str
    bullet: bool
    gap: bool


class Page(msgspec.Struct, frozen=True):
    """The lines of a text with what their context tells.

    `marks` is the furniture each line is by its own words, `title` the index of the headline,
    `opening` that of the first line of the story itself, `ending` that of the links after it.
    """

    lines: tuple[Line, ...]
    marks: tuple[str | None, ...]
    title: int | None
    opening: int
    ending: int


Rule = Callable[[Page, int], str | None]

LONGEST_MARK = 400  # code points; no byline, caption or credit line is longer
LONGEST_TITLE = 200
LONGEST_HEADING = 80
TOP = 12  # lines from the title within which a byline or a date still belongs to the head of a page

MONTH = r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)"
AGENCY = r"(?:AP|AFP|UPI|PTI|ANI|IANS|DPA|EFE|Tass|TASS|Xinhua|Reuters|Bloomberg|(?:The )?Associated Press|Agence France-Presse|Agencies)"
PICTURES = r"(?:Getty(?: Images)?|AP Photo|EPA|Rex(?: Features)?|Alamy|Shutterstock|iStock|WireImage|AFP|AP|Reuters|REUTERS|PA|Associated Press)"
NAME = r"[A-Z][\w.'’-]*(?: (?:[A-Z][\w.'’-]*|de|van|von|der|den|bin|al|el|la|di|da|dos)){1,4}"
DATELINE = re.compile(r"(?:[A-Z][\w.'’/-]+,? ){0,6}(?:\([^()]{2,40}\)|[A-Z]{3}[A-Z.,' ]*) ?(?:--?|–|—|―)|[A-Z]{4}[A-Z ]*,[^.]{0,60}\(\w")
BULLET = re.compile(r"(?:[-*•●▪◦‣·–—] +|[•●▪◦‣] *)(?=\S)")
SUMMARY_HEADING = re.compile(r"(?:key (?:points|takeaways|facts)|summary|highlights|in brief|at a glance|(?:story )?highlights|the main points)\W*$", re.I)
SENTENCE_END = re.compile(r"[.!?…:;,][\"'”’)\]]*$|[.!?…][\"'”’)\]]*\W*$")
DATE_WORD = re.compile(
    MONTH
    + r"|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|last|first|originally|updated?|published|posted|modified|created|date|on|at|and"
    r"|am|pm|a|p|m|st|nd|rd|th|t|z|of|ago|hours?|minutes?|mins?|days?|read|[A-Z]{2,4}T|UTC|GMT|IST|hrs",
    re.I,
)
DATE_LABEL = re.compile(r"(?:(?:last|first|originally) )?(?:updated?|published|posted|modified|created|publication date|date)\b(?! by)", re.I)

MARKS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(pattern, re.I if pattern.startswith("(?#any case)") else 0))
    for kind, pattern in (
        ("tags", r"(?#any case)(?:tags|topics|related topics|keywords|filed under|categories|hashtags)\s*:\s*\S"),
        ("tags", r"(?:#\w+[ ,]*){2,}$"),
        ("credit", r"(?#any case)[(\[—–-]*\s*(?:(?:additional|further) )?(?:reporting|writing)(?: and \w+)?(?: for [\w ]+)? by \S"),
        ("credit", r"(?#any case)[(\[—–-]*\s*(?:editing|edited|compiled|translated|translation) (?:and \w+ )?by [^.]*[.)\]]*$"),
        ("credit", r"(?#any case)[(\[—–-]*\s*with (?:additional |agency |further )?(?:inputs?|assistance|reporting|files|contributions|reports)(?: from| by|\W*$)"),
        ("credit", r"(?#any case)(?:copyright\b|©|\(c\) ?\d)|.*\ball rights reserved\b|.*\bthis material may not be published\b"),
        ("credit", r".{3,250}\bcontributed (?:reporting )?to this (?:report|story|article|piece)\b|.{3,200}\bcontributed reporting\b"),
        ("credit", r"(?#any case)[(\[]?(?:source|via|sources)\s*: ?[\w][^.]{1,60}$"),
        ("credit", r"(?#any case)[(\[]?this (?:story|article|report) (?:was|is|has)(?: been)? (?:\w+ )?(?:first |originally )?(?:published|produced|auto-generated|edited|syndicated)"),
        ("credit", rf"[(\[—–-]*\s*{AGENCY}(?:\s*(?:[-/,&|]|and)\s*{AGENCY})*[)\]]?\.?$"),
        ("credit", r"\([A-Z][\w ]+ \d{1,2}/\d{1,2}/\d{4}[^()]*\)$"),
        ("byline", rf"(?:By|BY) +(?:{AGENCY}|[Oo]ur [\w ]{{3,40}}|(?!{MONTH}\b|\w+day\b|(?:The|This|That)\b){NAME})(?:$|[ ,|/&·•(-]+(?!(?:said|says|was|were|had|has|is|are)\b))[^.!?]{{0,120}}(?:\b[A-Z]\w?\.[^.!?]{{0,60}})?$"),
        ("byline", r"(?#any case)(?:published|written|posted|reported|curated|story|words|authored|produced|report) by\b\s*:?\s*[^.!?]{2,80}$"),
        ("byline", r"(?#any case)(?:author|authors|byline|reporter)\s*:\s*\S[^!?]{1,80}$"),
        ("byline", rf"{NAME}\s*(?:,|\||/|–|—|-)?\s+(?:for )?(?:The )?(?:{AGENCY}|[A-Z]\w+ (?:News|Times|Post|Correspondent))(?: (?:in|at) [A-Z]\w+)?$"),
        ("caption", rf"(?#any case).*[(\[](?:(?:file )?(?:image|photo|picture|pic|photograph|illustration|graphic|screengrab|screenshot)\b|getty|ap photo|{PICTURES}(?: photo| file)?[)\]]|[^()]*\b(?:getty images|/ap|/afp|/reuters|via reuters|via ap|shutterstock|alamy)\b)[^()\[\]]*[)\]]\W*$"),
        ("caption", r"(?#any case)(?:file (?:photo|image|picture)|photo|photos|image|picture|pictured|video|caption|photograph|illustration|graphic|media caption|image (?:caption|copyright|source|credit)|photo (?:credit|by|courtesy)|ap photo)\b ?(?:\(?[:|/–—-]|of\b|by\b|shows?\b|copyright|caption|getty)"),
        ("caption", r"(?#any case)image (?:copyright|caption|source)\b|media caption\b|.*\b(?:toggle|hide) caption\b|facebook twitter pinterest \S"),
        ("caption", r"FILE\b ?(?:[-–—:]|PHOTO)|(?:In|This|A) [^.]{0,60}\b(?:file photo|file image|photo|frame|image|picture|handout)\b[^.]{0,60}(?:,|\bshows\b|\bmade available\b|\bprovided by\b)"),
        ("caption", rf".*\b(?:Photo|Photograph|Picture|Image|Illustration)(?: by| credit| courtesy)?\s*: ?[A-Z][^.]{{1,60}}$|.*(?:^|[\w.] ?){NAME} ?/ ?{PICTURES}(?: via [\w ]+)?(?:, FILE)?$"),
        ("boilerplate", r"(?#any case)(?:advertisement|advertise with|ad feedback|sponsored|story continues|article continues|continue reading|scroll (?:down|below|for)|read (?:more|also|next|the full|or share)|also read|recommended|more\s*:|related(?: articles?| stor(?:y|ies)| news| content| coverage| links?| topics)?\s*(?::|$)|see also|watch(?: now| live| video|\s*:)|click here|you may also like|most (?:read|popular|viewed)|trending|editor'?s picks?|don'?t miss)\b"),
        ("boilerplate", r"(?#any case)(?:share (?:this|on|via)|share$|save$|(?:save)+$|print$|e-?mail$|tweet$|comments?(?: \(?\d+\)?)?$|leave a (?:comment|reply)|photos?$|video$|loading\b|next$|prev(?:ious)?$|slideshow\b|skip to|media playback is|enlarge|listen to this|facebook(?: twitter.*)?$|\d+ min(?:ute)?s? read$|https?://\S+$|www\.\S+$)"),
        ("boilerplate", r"(?#any case)(?:subscribe|sign up|sign in|log in|register (?:now|for|to)|follow (?:us|@|[\w.' ]{1,40} on (?:twitter|facebook|instagram|x|telegram|whatsapp))|like us|join (?:our|us on|the conversation)|download (?:our|the) (?:\w+ )?app|get (?:the latest|our|breaking|all the latest)|thanks for (?:subscribing|signing)|check us out|keep up with this story|for more [\w ]{2,40}(?::|,? (?:visit|click|follow|go to))|support (?:our|quality|independent) journalism|newsletter|(?:by (?:signing|subscribing)|we use cookies|terms of (?:use|service)|privacy policy|cookie))"),
        ("boilerplate", r"\[[^\[\]]{3,140}[^.\[\]]\]$"),
    )
)


def layout(text: str, *, title: str | None = None) -> tuple[Zone, ...]:
    """A zone for each paragraph, its kind told by the first rule that fits; `title` is the headline where it is known."""
    page = page_of(tuple(lines_of(text)), title)
    return tuple(Zone(kind_of(page, i), line.start, line.stop) for i, line in enumerate(page.lines))


def title_of(text: str, zones: tuple[Zone, ...]) -> str | None:
    """The words of the first title zone."""
    return next((text[z.start : z.stop] for z in zones if z.kind == "title"), None)


def kind_of(page: Page, i: int) -> str:
    return next((kind for rule in RULES if (kind := rule(page, i))), "body")


def headline(page: Page, i: int) -> str | None:
    """The headline, its second line, and the same words again."""
    if page.title is None or i < page.title:
        return None
    first, line = page.lines[page.title], page.lines[i]
    second = i == page.title + 1 and not line.gap and first.words[-1] in ";:–—-" and headline_like(line.words)
    return "title" if i == page.title or second or folded(line.words) == folded(first.words) else None


def copied_caption(page: Page, i: int) -> str | None:
    """A line that the caption after it repeats in full: sites cut the alternative text of a picture short."""
    words = page.lines[i].words
    after = i + 1 < len(page.lines) and page.marks[i + 1] == "caption"
    return "caption" if after and len(words) > 20 and page.lines[i + 1].words.startswith(words.rstrip(" .…")) else None


def furniture(page: Page, i: int) -> str | None:
    """What a line is by its own words: "Published By: Jane Doe"."""
    return page.marks[i]


def bare_date(page: Page, i: int) -> str | None:
    """A date on its own at the top: "15 September 2017". Further down it heads a section."""
    return "date" if i < page.opening and is_date(page.lines[i].words) else None


def bare_name(page: Page, i: int) -> str | None:
    """A name on its own just above or below the date: "Jane Doe"."""
    if i >= page.opening or not re.fullmatch(NAME, page.lines[i].words):
        return None
    beside = [j for j in (i - 1, i + 1) if 0 <= j < len(page.lines)]
    return "byline" if any(page.marks[j] == "date" or is_date(page.lines[j].words) for j in beside) else None


def summary_heading(page: Page, i: int) -> str | None:
    """The words "Key points" above the points."""
    heads = i + 1 < len(page.lines) and page.lines[i + 1].bullet and SUMMARY_HEADING.match(page.lines[i].words)
    return "heading" if heads else None


def summary_point(page: Page, i: int) -> str | None:
    """A bullet under "Key points", wherever that stands."""
    first = i
    while first and i - first < TOP and page.lines[first].bullet:
        first -= 1
    under = page.lines[i].bullet and first < i and summary_heading(page, first)
    return "summary" if under else None


def standfirst(page: Page, i: int) -> str | None:
    """What stands above the byline or the story: points, and the paragraph under the headline."""
    if page.title is not None and page.title < i < page.opening:
        return "heading" if heading_like(page.lines[i].words) and i + 1 == page.opening else "summary"
    return "summary" if i < page.opening and page.lines[i].bullet else None


def trailing_link(page: Page, i: int) -> str | None:
    """A line of the list of headlines that follows a story."""
    return "boilerplate" if i >= page.ending else None


def section_heading(page: Page, i: int) -> str | None:
    """A short line without a full stop between two paragraphs; several in a row are a list."""
    if i + 1 >= len(page.lines) or page.lines[i].bullet or not heading_like(page.lines[i].words):
        return None
    before = i and page.marks[i - 1] is None and i - 1 != page.title and unfinished(page.lines[i - 1].words)
    return "heading" if prose(page.lines[i + 1].words) and not (before and i > page.opening) else None


RULES: tuple[Rule, ...] = (
    headline,
    copied_caption,
    furniture,
    bare_date,
    bare_name,
    summary_heading,
    summary_point,
    standfirst,
    trailing_link,
    section_heading,
)


def page_of(lines: tuple[Line, ...], title: str | None) -> Page:
    marks = tuple(mark(line.words) for line in lines)
    first = next((i for i, m in enumerate(marks) if m is None), None)
    found = first if first is not None and is_title(lines, marks, first, title) else None
    opening = opening_of(lines, marks, found)
    return Page(lines, marks, found, opening, ending_of(lines, marks, opening))


def mark(words: str) -> str | None:
    """The furniture a line is, by its words alone."""
    if len(words) > LONGEST_MARK:
        return None
    if DATE_LABEL.match(words.partition("|")[2].strip() or words) and is_date(words):
        return "date"
    return next((kind for kind, pattern in MARKS if pattern.match(words)), None)


def is_date(words: str) -> bool:
    """Whether a line holds a date and nothing else: "Xinhua | Updated: 2017-09-15 17:52"."""
    if len(words) > 120:
        return False
    source, bar, rest = words.partition("|")
    if bar and len(source) <= 40 and DATE_LABEL.match(rest.strip()):
        words = rest
    dated = re.search(rf"\b(?:\d{{4}}-\d\d-\d\d|\d{{1,2}}[/.]\d{{1,2}}[/.]\d{{2,4}}|{MONTH}\b)|\d ?(?:\w+ )ago\b", words, re.I)
    return bool(dated and re.search(r"\d", words)) and all(DATE_WORD.fullmatch(w) for w in re.findall(r"[^\W\d_]+", words))


def is_title(lines: tuple[Line, ...], marks: tuple[str | None, ...], i: int, title: str | None) -> bool:
    """Whether the first line that is no furniture is the headline, and not the lead of a text without one."""
    words = lines[i].words
    if title is not None:
        return folded(words) == folded(title)
    if lines[i].bullet or not headline_like(words):
        return False
    if not words.endswith("."):
        return True
    capitals = [w[0].isupper() for w in re.findall(r"[^\W\d_]{4,}", words)]
    following = lines[i + 1].words if i + 1 < len(lines) else ""
    headed = bool(following) and (marks[i + 1] in {"byline", "date"} or bool(DATELINE.match(following)) or is_date(following))
    return headed or len(capitals) > 3 and sum(capitals) > 0.7 * len(capitals)


def headline_like(words: str) -> bool:
    return len(words) <= LONGEST_TITLE and not DATELINE.match(words) and not re.search(r"[a-z][.!?][\"”’]? [A-Z“\"].*[.!?]$|,$", words)


def opening_of(lines: tuple[Line, ...], marks: tuple[str | None, ...], title: int | None) -> int:
    """Where the story begins: after the byline and the date, the points and the pictures above it."""
    start = 0 if title is None else title + 1
    opening = start
    plain = 0
    for i in range(start, min(start + TOP, len(lines)) if title is not None else start):
        headed = marks[i] in {"byline", "date"} or is_date(lines[i].words)
        plain += marks[i] is None and not headed and not lines[i].bullet and folded(lines[i].words) != folded(lines[start - 1].words)
        if plain > 3 or marks[i] is None and DATELINE.match(lines[i].words):
            break
        opening = i + 1 if headed else opening
    head = folded(lines[title].words) if title is not None else None
    points = 0
    while opening < len(lines) and above_story(lines, marks, opening, head):
        points += lines[opening].bullet
        opening += 1
    return opening - points if points == 1 or opening == len(lines) else opening


def above_story(lines: tuple[Line, ...], marks: tuple[str | None, ...], i: int, head: str | None) -> bool:
    line = lines[i]
    key = SUMMARY_HEADING.match(line.words) is not None and i + 1 < len(lines) and lines[i + 1].bullet
    return marks[i] is not None or line.bullet or key or is_date(line.words) or folded(line.words) == head


def ending_of(lines: tuple[Line, ...], marks: tuple[str | None, ...], opening: int) -> int:
    """Where only links follow: two or more short lines without a full stop, up to the end."""
    ending = len(lines)
    links = 0
    while ending > opening + 1 and (marks[ending - 1] is not None or link_like(lines[ending - 1])):
        ending -= 1
        links += marks[ending] is None
    return ending if links > 1 else len(lines)


def link_like(line: Line) -> bool:
    return unfinished(line.words) and len(line.words) <= 120 and not line.bullet


def heading_like(words: str) -> bool:
    """Short, begun like a sentence and not ended like one: "Military Drills Raise Tensions"."""
    if len(words) > LONGEST_HEADING or len(words.split()) > 12 or not re.match(r"[\"“'‘¿]?[A-Z0-9]", words):
        return False
    question = words.endswith("?") and words.count(".") == 0
    return (unfinished(words) or question) and not DATELINE.match(words)


def unfinished(words: str) -> bool:
    return not SENTENCE_END.search(words[-8:])


def prose(words: str) -> bool:
    return len(words) > 40 and not unfinished(words)


def folded(words: str) -> str:
    return re.sub(r"[\W_]+", " ", words).casefold().strip()


def lines_of(text: str) -> Iterator[Line]:
    """The paragraphs of a text; lines broken at one width are joined again."""
    rows = [row for row in rows_of(text)]
    width = wrap_width(rows)
    held: list[tuple[int, str, bool]] = []
    for row in rows:
        if held and not (width and continues(held[-1], row, width)):
            yield line_of(text, held)
            held = []
        held.append(row)
    if held:
        yield line_of(text, held)


def rows_of(text: str) -> Iterator[tuple[int, str, bool]]:
    """Where each line that is not blank starts, its words, and whether a blank line stands before it."""
    start = 0
    gap = False
    for row in text.split("\n"):
        words = row.strip()
        if words:
            yield start + row.index(words), words, gap
        gap = not words
        start += len(row) + 1


def line_of(text: str, rows: list[tuple[int, str, bool]]) -> Line:
    start, stop = rows[0][0], rows[-1][0] + len(rows[-1][1])
    found = BULLET.match(text, start, stop)
    inner = found.end() if found else start
    return Line(inner, stop, " ".join(text[inner:stop].split()), found is not None, rows[0][2])


def continues(above: tuple[int, str, bool], row: tuple[int, str, bool], width: int) -> bool:
    """Whether a line goes on in the next: its first word would not have fitted above."""
    if row[2] or BULLET.match(row[1]):
        return False
    return len(above[1]) + 1 + len(row[1].split(None, 1)[0]) > width


def wrap_width(rows: list[tuple[int, str, bool]]) -> int:
    """The width at which a text was broken into lines, 0 where a line is a paragraph."""
    pairs = [(a, b) for a, b in zip(rows, rows[1:], strict=False) if not b[2]]
    if len(pairs) < 3:
        return 0
    lengths = sorted(len(a[1]) for a, _ in pairs)
    width = lengths[int(0.9 * (len(lengths) - 1))]
    broken = [a for a, b in pairs if continues(a, b, width)]
    inside = sum(unfinished(a[1]) for a in broken)
    return width if 40 <= width <= 120 and len(broken) > 0.6 * len(pairs) and inside > 0.5 * len(broken) else 0
