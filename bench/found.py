"""The mentions of acts that crosswire finds by itself in the sentences of ECB+ that were checked."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from itertools import accumulate
from typing import Any

import crosswire
from crosswire.claims.gists import seen
from crosswire.fusion.coreference import Mention, mention
from crosswire.model import look
from crosswire.records import Article, Reading
from training.coref import line_of, taken
from training.coref import lines as all_lines
from training.gists import Floats

BETWEEN = "\n\n"  # the sentences are not always neighbours

Stretch = tuple[int, int]


def found(record: Mapping[str, Any]) -> Iterator[tuple[Mention, int, Floats]]:
    """What `read` takes for an act or for speech, where its words end, and what the model sees; in order.

    Of overlapping ones the first.
    """
    text = record["text"]
    lines = sorted({line_of(text, *span) for span in taken(record)})
    if not lines:
        return
    starts = [0, *accumulate(stop - start + len(BETWEEN) for start, stop in lines)]
    reading = crosswire.read(Article.of(BETWEEN.join(text[start:stop] for start, stop in lines)))
    sight, last = look(text, all_lines(text)), 0
    for start, stop in sorted(acts(reading)):
        if start >= last:
            last = stop
            at = bisect_right(starts, start) - 1
            moved = lines[at][0] - starts[at]
            row = seen(sight, (start + moved, stop + moved), lines[at]) if sight else None
            if row is not None:
                yield mention(record["id"], text, start + moved, stop + moved, lines[at]), stop + moved, row


def acts(reading: Reading) -> Iterator[Stretch]:
    """The words that tell an event, and those that say somebody speaks."""
    told = [event.type for event in reading.events] + [each.cue for each in reading.statements if each.cue]
    for cited in told:
        span = cited.spans[0]
        yield span.start, span.stop
