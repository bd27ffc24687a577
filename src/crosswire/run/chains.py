"""Which rows hang together, of any number of pairs: by passes over them, none of which holds more than a pair."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pyspark.sql import DataFrame


def chains(edges: DataFrame, keep: Callable[[int, DataFrame], DataFrame]) -> DataFrame:
    """Pairs of names (high, low) to pairs of each name and the lowest that a way leads to from it.

    `keep` is given the number and the pairs of each pass, and gives these back from where they are kept. The passes
    are those of Kiveris et al. 2014, some twice the logarithm of the longest way; the last two are the same.
    """
    number, before = 0, None
    edges = keep(number, edges.select("high", "low").distinct())
    while (now := sign(edges)) != before:
        number, before = number + 1, now
        edges = keep(number, small_star(large_star(edges)))
    return edges


def large_star(edges: DataFrame) -> DataFrame:
    """Each higher neighbour of a name hung under the lowest one."""
    both = edges.union(edges.selectExpr("low", "high")).toDF("name", "beside")
    lowest = both.groupBy("name").agg({"beside": "min"}).toDF("name", "least")
    hung = both.where("beside > name").join(lowest, "name")
    return hung.selectExpr("beside high", "least(least, name) low").distinct()


def small_star(edges: DataFrame) -> DataFrame:
    """A name and its lower neighbours hung under the lowest of these."""
    lowest = edges.groupBy("high").agg({"low": "min"}).toDF("high", "least")
    hung = edges.join(lowest, "high").where("low > least").selectExpr("low high", "least low")
    return hung.union(lowest.toDF("high", "low")).distinct()


def sign(edges: DataFrame) -> tuple[int, int] | None:
    """What tells some pairs from others, in whatever order."""
    found = edges.selectExpr("count(*)", "coalesce(bit_xor(xxhash64(high, low)), 0)").first()
    return found and (found[0], found[1])
