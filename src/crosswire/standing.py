"""How a finding stands among the reports: contradicted, drifted, said by all, by some, by one, or not borne out."""

from __future__ import annotations

from crosswire.records import Comparison, Drift, Finding, Record


class Standing(Record, frozen=True):
    """A name, the title of its group, the sign that goes with its colour, and what it means."""

    name: str
    title: str
    sign: str
    meaning: str


STANDINGS = (
    Standing("contradicted", "Contradicted", "≠", "reports, or parts of one report, cannot both be right"),
    Standing("drifted", "Drifted", "≈", "the same thing in words, speaker, source or status that changed on the way"),
    Standing("all", "Said by all", "●", "every report says it"),
    Standing("some", "Said by some", "◐", "more than one report says it, not all"),
    Standing("one", "Said by one", "○", "a single report says it"),
    Standing("unsupported", "Not borne out", "⚠", "a summary or title says it, the report’s own body does not"),
)
CONTRADICTIONS = ("contradiction", "contradiction within", "lead against body")
DRIFTS = (
    "speaker changed",
    "attribution dropped",
    "quote altered",
    "quote trimmed",
    "quote to paraphrase",
    "status changed",
    "differs",
    "cue changed",
    "hedge dropped",
)
SEVERITY = (*CONTRADICTIONS, "unsupported", *DRIFTS, "wording", "only in", "same quote")
NO_DIFFERENCE = {"only in", "same quote"}


def standing(finding: Finding, comparison: Comparison) -> str:
    """The name of a finding's standing: what is disputed comes before how many say it."""
    return _standing(finding, {drift.kind for drift in comparison.drifts if concerns(drift, finding)}, comparison)


def by_standing(comparison: Comparison) -> tuple[tuple[Standing, tuple[Finding, ...]], ...]:
    """Findings in groups, most disputed first; a group without findings is left out."""
    groups: dict[str, list[Finding]] = {each.name: [] for each in STANDINGS}
    for finding in comparison.findings:
        groups[standing(finding, comparison)].append(finding)
    return tuple((each, tuple(groups[each.name])) for each in STANDINGS if groups[each.name])


def concerns(drift: Drift, finding: Finding) -> bool:
    """Whether a difference is about a finding: it says so, or it is about the words that alone make the finding."""
    return drift.finding == finding.id or (drift.finding is None and finding.excerpts == (drift.before,))


def differences(comparison: Comparison) -> tuple[Drift, ...]:
    """Drifts that are differences, gravest first; what stands in one report only is told elsewhere."""
    found = [drift for drift in comparison.drifts if drift.kind not in NO_DIFFERENCE]
    return tuple(sorted(found, key=lambda drift: _severity(drift.kind)))


def reach(finding: Finding, comparison: Comparison) -> str:
    """ "all", "some" or "one": how many of the reports say it."""
    told = len(finding.reports)
    if told <= 1:
        return "one"
    return "all" if told >= len(comparison.readings) else "some"


def _standing(finding: Finding, kinds: set[str], comparison: Comparison) -> str:
    if kinds.intersection(CONTRADICTIONS):
        return "contradicted"
    if "unsupported" in kinds:
        return "unsupported"
    return "drifted" if kinds.intersection(DRIFTS) else reach(finding, comparison)


def _severity(kind: str) -> int:
    return SEVERITY.index(kind) if kind in SEVERITY else len(DRIFTS)
