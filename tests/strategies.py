"""Texts and articles for Hypothesis: sentences as news has them, broken in the ways text breaks."""

from datetime import date

from hypothesis import strategies as st

from crosswire.records import Article

WHO = [
    "Foreign Minister Annalena Baerbock", "Tokyo", "the Kremlin", "Chile and Peru", "the UN Security Council", "rebels",
    "Maria van den Berg, a spokeswoman for the ministry", "a senior official who asked not to be named", "He", "They",
    "Kim", "OPEC", "Côte d’Ivoire", "Сергей Иванов", "习近平", "وزير الخارجية", "김민수", "U.S. officials",
]  # fmt: skip
DID = [
    "met with", "condemned", "threatened to sanction", "did not attack", "may have bombed", "agreed to help",
    "urged", "will withdraw troops from", "denied arming", "expelled 12 diplomats of", "signed a pact with",
    "accuses", "is reportedly negotiating with", "would, if asked, send aid to", "was attacked by", "and",
]  # fmt: skip
WHERE_WHEN = [
    "", " in Geneva", " near the border", " on Monday", " last week", " in Paris, Texas", " on 31 February", " in 1999",
    " two days after the summit", " at 25:61", " from May to June", " in the South China Sea", " since 0000-00-00",
]  # fmt: skip
SAID = [
    "", ", Ankara said", ", according to Yonhap", ", the ministry told reporters", ", a source said, citing Reuters",
    ", he added", ", AFP reported", ", according to", ", said", ", which nobody confirmed",
]  # fmt: skip
QUOTES = [("“", "”"), ('"', '"'), ("‘", "’"), ("«", "»"), ("„", "“"), ("「", "」"), ("“", ""), ("", "”"), ("'", '"')]
AMOUNTS = [
    "",
    " 3 ",
    " about 1,200 people ",
    " 1.5.2,7 ",
    " ٣٠٠ ",
    " 10**400 ",
    " half a million ",
    " -0 ",
    " ½ ",
    " 9" * 30,
]
STRANGE = [
    "\u200b", "\u202e", "\ufeff", "\x00", "\r", "\u2028", "\x85", "\u0301", "🕊️", "👩‍👩‍👧", "\U000e0041", "ﬁ", "İ", "ǅ",
    "ß", "<b>", "&amp;", "]]>", "{{", "%s", "\\", "(((", "—", "…", "'’'", '""', "- ", "•", "##", "@", "\ud800",
    "a" * 500, "!?" * 40, " " * 200, "\t",
]  # fmt: skip
LINE_ENDS = ["\n", "\n\n", "\r\n", "\n \n", "\n- ", "\n• ", "\n\nBy ", "\n\nTags: ", "\n(Photo: ", "\u2029", " "]


@st.composite
def sentences(draw: st.DrawFn) -> str:
    """A sentence of news, its words often at odds with each other."""
    act = f"{draw(st.sampled_from(WHO))} {draw(st.sampled_from(DID))}{draw(st.sampled_from(AMOUNTS))}"
    clause = f"{act} {draw(st.sampled_from(WHO))}{draw(st.sampled_from(WHERE_WHEN))}"
    if draw(st.booleans()):
        opening, closing = draw(st.sampled_from(QUOTES))
        clause = f"{opening}{clause},{closing} {draw(st.sampled_from(WHO))} said"
    return f"{clause}{draw(st.sampled_from(SAID))}."


@st.composite
def news(draw: st.DrawFn, *, at_least: int = 1, at_most: int = 6) -> str:
    """Well-formed lines of news sentences under a headline."""
    lines = draw(st.lists(sentences(), min_size=at_least, max_size=at_most))
    return "\n\n".join([draw(sentences()).rstrip("."), *lines])


@st.composite
def broken_news(draw: st.DrawFn) -> str:
    """News with odd line ends, and strange characters let into it anywhere."""
    text = "".join(
        draw(sentences()) + draw(st.sampled_from(LINE_ENDS)) for _ in range(draw(st.integers(min_value=0, max_value=4)))
    )
    for piece in draw(st.lists(st.sampled_from(STRANGE) | st.characters(), max_size=6)):
        at = draw(st.integers(min_value=0, max_value=len(text)))
        text = text[:at] + piece + text[at:]
    return text


def texts() -> st.SearchStrategy[str]:
    """Any text at all: broken news, many scripts, or nothing that is language."""
    anything = st.text(st.characters(), max_size=80)  # lone surrogates among them
    punctuation = st.text("“”‘’\"'«».,;:!?-—()[] \n0123456789Aa", max_size=120)
    return broken_news() | anything | punctuation


def days() -> st.SearchStrategy[date | None]:
    return st.none() | st.dates(min_value=date(1, 1, 1), max_value=date(9999, 12, 31))


@st.composite
def articles(draw: st.DrawFn, text: st.SearchStrategy[str] | None = None) -> Article:
    """An article of any text, with or without what a page tells of it."""
    return Article.of(
        draw(texts() if text is None else text),
        title=draw(st.none() | sentences()),
        outlet=draw(st.sampled_from([None, "The Lantern", "Gazette 🗞"])),
        published=draw(days()),
        url=draw(st.sampled_from([None, "https://lantern.example/1"])),
        byline=draw(st.sampled_from([None, "By A. Writer", ""])),
    )
