"""Which reports tell one story, of any number of links: by passes over them, none of which holds more than a link.

Two groups that are each the other's most alike are joined in one pass with all others of which that is true. Others'
joins never make a group more alike to either than its parts were, so that what is left in the end is what is left when
the most alike of all are joined one after the other: `average_linkage`, whose order of equals this has too. These are
the passes of Sumengen et al. 2021; the pairs of a pass are about half of those before it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from crosswire.records import Record
from crosswire.stories.clusters import ALIKE

if TYPE_CHECKING:
    from pyspark.sql import DataFrame

MEAN = "total / (ones * others)"


class Pair(Record, frozen=True):
    """Two groups, by their lowest reports, the sum of the likenesses between them, and the reports in each."""

    one: str
    other: str
    total: float
    ones: int
    others: int


class Join(Record, frozen=True):
    """Two groups that are joined, and the reports in both."""

    one: str
    other: str
    size: int


class Near(Record, frozen=True):
    """A report that joined others, and the lowest report of their story."""

    story: str
    id: str


def joined(links: DataFrame, keep: Callable[[str, type[Record], DataFrame], DataFrame]) -> DataFrame:
    """The reports of all stories that have several, `Near`; `keep` gives a table back from where it is kept."""
    pairs = links.selectExpr("one", "other", "like total", "1L ones", "1L others")
    near, number = pairs.selectExpr("one story", "one id").where("false"), 0
    while not (joins := keep(f"join/{number}", Join, mutual(pairs))).isEmpty():
        moved = near.join(joins.selectExpr("other story", "one into"), "story", "left")
        near = moved.selectExpr("coalesce(into, story) story", "id").union(joins.selectExpr("one", "other"))
        pairs, number = keep(f"pair/{number}", Pair, paired(pairs, joins)), number + 1
    return keep("near", Near, near.union(near.selectExpr("story", "story id").distinct()))


def mutual(pairs: DataFrame) -> DataFrame:
    """The pairs of groups that are each the other's most alike."""
    best = nearest(pairs).groupBy("pair").count().where("count = 2")
    return best.selectExpr("pair.one", "pair.other", "pair.size")


def nearest(pairs: DataFrame) -> DataFrame:
    """Each group that is alike to another, and the pair that it makes with the most alike; of equals, the lowest."""
    alike = pairs.where(f"{MEAN} >= {ALIKE}D")
    each = alike.selectExpr(
        "explode(array(one, other)) name", f"struct(-{MEAN} unlike, one, other, ones + others size) pair"
    )
    return each.groupBy("name").agg({"pair": "min"}).toDF("name", "pair")


def paired(pairs: DataFrame, joins: DataFrame) -> DataFrame:
    """The pairs that are left when some groups are joined; those of groups that are alike to no other are let go."""
    sizes = joins.selectExpr("explode(array(one, other)) name", "one into", "size")
    alike = nearest(pairs).join(sizes, "name", "left").selectExpr("name", "coalesce(into, name) into", "size")
    for end in ("one", "other"):
        pairs = pairs.join(alike.toDF(end, f"{end}_into", f"{end}_size"), end)
    moved = pairs.selectExpr(
        "one_into one",
        "other_into other",
        "total",
        "coalesce(one_size, ones) ones",
        "coalesce(other_size, others) others",
    )
    apart = moved.where("one <> other").selectExpr(
        "least(one, other) one",
        "greatest(one, other) other",
        "total",
        "if(one < other, ones, others) ones",
        "if(one < other, others, ones) others",
    )
    summed = apart.groupBy("one", "other").agg({"total": "sum", "ones": "max", "others": "max"})
    return summed.selectExpr("one", "other", "`sum(total)` total", "`max(ones)` ones", "`max(others)` others")
