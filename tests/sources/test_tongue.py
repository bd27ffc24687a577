"""The language of a text."""

import pytest

from crosswire.sources.tongue import UNKNOWN, detector, has_english_words, language_name, language_of

TEXTS = [
    ("en", "The lock at the northern port was closed on Monday for repairs, the port authority said in a letter."),
    ("fr", "L’écluse du port du nord a été fermée lundi pour des réparations, a annoncé la direction du port."),
    ("de", "Die Schleuse am nördlichen Hafen wurde am Montag wegen Reparaturen geschlossen, teilte der Hafen mit."),
    ("ru", "Шлюз в северном порту был закрыт в понедельник на ремонт, сообщила администрация порта в письме."),
    (
        "zh",
        "港务局周一在一封信中表示，北港的船闸因维修而关闭，船只需要等待九个小时才能通过，两艘载有水果的船只绕道而行。",
    ),
    (UNKNOWN, "Lock closed"),
    (UNKNOWN, ""),
    (UNKNOWN, "12 345 678 !!! ??? 9 9 9 9 9 9 9 9 9 9 9 9 9 9 9"),
]


@pytest.mark.parametrize("language, text", TEXTS)
def test_the_language_is_told_or_left_open(language: str, text: str) -> None:
    assert language_of(text) == language


def test_capitals_do_not_change_the_language() -> None:
    assert language_of(TEXTS[0][1].upper()) == "en"


def test_small_words_tell_english_where_a_text_is_short() -> None:
    assert has_english_words("The lock is closed.")
    assert not has_english_words("Schleuse geschlossen.")


def test_a_language_without_a_name_is_called_by_its_code() -> None:
    assert language_name("fr") == "French"
    assert language_name("xx") == "language “xx”"


def test_a_plain_english_report_needs_no_model() -> None:
    detector.cache_clear()
    assert (
        language_of(f"{TEXTS[0][1]} Ships wait for nine hours, and the two that carry fruit have been sent away.")
        == "en"
    )
    assert detector.cache_info().misses == 0
