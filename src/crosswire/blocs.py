"""Parties and their ties to blocs and to places on a sheet. The same ties give the same picture, in any order."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from crosswire.records import identity

Ties = Mapping[tuple[str, str], float]  # above 0 is with each other, below 0 against
ROUNDS = 20  # of moving parties between blocs; a few settle it
STEPS = 60  # of the layout


def blocs(names: Iterable[str], ties: Ties) -> dict[str, int]:
    """The bloc of each party: a group more with itself than with others. Bloc 0 is the largest.

    Groups are found by the positive ties; then each party goes where it has most friends and fewest enemies.
    """
    import networkx

    graph = networkx.Graph()
    graph.add_nodes_from(sorted(names))
    graph.add_weighted_edges_from((one, other, tie) for (one, other), tie in sorted(ties.items()) if tie > 0)
    found = networkx.community.louvain_communities(graph, seed=0)
    bloc = {name: number for number, members in enumerate(sorted(found, key=min)) for name in members}
    settle(bloc, sums(ties))
    return numbered(bloc)


def sums(ties: Ties) -> dict[str, dict[str, float]]:
    """The ties of each party, both directions added up."""
    found: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for (one, other), tie in ties.items():
        if one != other:
            found[one][other] += tie
            found[other][one] += tie
    return found


def settle(bloc: dict[str, int], ties: Mapping[str, Mapping[str, float]]) -> None:
    """Moves each party to the bloc that its ties speak for, or to one of its own, until none has reason to."""
    for _ in range(ROUNDS):
        moved = False
        for name in sorted(bloc):
            pull: dict[int, float] = defaultdict(float)
            for other, tie in ties.get(name, {}).items():
                pull[bloc[other]] += tie
            best = max([bloc[name], *sorted(pull)], key=lambda number: pull[number])
            if pull[best] < 0:
                best = max(bloc.values()) + 1
            if pull[best] > pull[bloc[name]]:
                bloc[name], moved = best, True
        if not moved:
            return


def numbered(bloc: Mapping[str, int]) -> dict[str, int]:
    """The same blocs, numbered from the largest on, those of one size by their first name."""
    members: dict[int, list[str]] = defaultdict(list)
    for name in sorted(bloc):
        members[bloc[name]].append(name)
    ordered = sorted(members.values(), key=lambda names: (-len(names), names[0]))
    return {name: number for number, names in enumerate(ordered) for name in names}


def layout(names: Iterable[str], ties: Ties) -> dict[str, tuple[float, float]]:
    """Places for parties, x and y in -1 to 1: those with each other near, those against each other apart."""
    import networkx

    ordered = sorted(names)
    if len(ordered) < 2:
        return dict.fromkeys(ordered, (0.0, 0.0))
    graph = networkx.Graph()
    graph.add_nodes_from(ordered)
    for (one, other), tie in sorted(ties.items()):
        if one != other and tie > 0:
            graph.add_edge(one, other, weight=tie)
    strongest = max((weight for _, _, weight in graph.edges.data("weight")), default=1.0)
    for _, _, values in graph.edges.data():
        values["weight"] = (values["weight"] / strongest) ** 0.5
    places = networkx.spring_layout(graph, pos={name: begin(name) for name in ordered}, iterations=STEPS, seed=0)
    return {name: (within(x), within(y)) for name, (x, y) in places.items()}


def begin(name: str) -> tuple[float, float]:
    """Where a party stands before the ties move it: a place its name alone gives."""
    code = int(identity("place", name), 16)
    return (code & 0xFFFF) / 0x8000 - 1, (code >> 16 & 0xFFFF) / 0x8000 - 1


def within(coordinate: float) -> float:
    return round(min(1.0, max(-1.0, float(coordinate))), 4)
