"""An act told in a sentence, or only seeming so, before it is written down."""

from __future__ import annotations

from crosswire.claims.status import Status
from crosswire.claims.triggers import Trigger
from crosswire.records import Actor, Cited, Place, Record, Time
from crosswire.syntax import Sentence


class Told(Record, frozen=True):
    """An act with its status, its sides, and the place and time its own clause gives."""

    sentence: Sentence
    trigger: Trigger
    status: Status
    actors: tuple[Cited[Actor], ...]
    recipients: tuple[Cited[Actor], ...]
    place: Cited[Place] | None
    time: Time | None


class Refused(Record, frozen=True):
    """An act that was not told, and the name of the rule that says so; what it would be if it were."""

    trigger: Trigger
    reason: str
    told: Told | None = None
