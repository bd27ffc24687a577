"""Who stands where, in formats whose rows hold one source and one target."""

from __future__ import annotations

from crosswire.records import Actor, Cited, Event

Side = Cited[Actor] | None


def source_and_target(event: Event) -> tuple[Side, Side]:
    """The first actor and the first recipient; of sides that act on each other the first two: Peru meets Chile."""
    others = event.recipients or event.actors[1:]
    return next(iter(event.actors), None), next(iter(others), None)
