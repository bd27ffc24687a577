"""Where an export comes from, in the terms of PROV-O: which version made it, out of what, by which filters."""

from __future__ import annotations

import msgspec

from crosswire.export.asked import version
from crosswire.records import Record
from crosswire.store.answers import About, Asked

CONTEXT = {
    "prov": "http://www.w3.org/ns/prov#",
    "schema": "https://schema.org/",
    "crosswire": "urn:crosswire:",
}
PAGES = {"after", "limit"}  # which part of an answer is asked for, not what


class Run(Record, frozen=True):
    """What is exported: the form, the filters, and the store as it was."""

    form: str
    asked: Asked
    about: About


def provenance(run: Run, path: str) -> bytes:
    """A JSON-LD document. No clock is read: the same store and filters give the same bytes."""
    document = {
        "@context": CONTEXT,
        "@id": path,
        "@type": "prov:Entity",
        "crosswire:format": run.form,
        "prov:wasGeneratedBy": {
            "@type": "prov:Activity",
            "prov:wasAssociatedWith": {
                "@type": "prov:SoftwareAgent",
                "schema:name": "crosswire",
                "schema:softwareVersion": version(),
            },
            "crosswire:filters": filters(run.asked),
            "prov:used": {
                "@type": "prov:Entity",
                "prov:generatedAtTime": run.about.asof,
                "crosswire:about": run.about,
            },
        },
    }
    return msgspec.json.format(msgspec.json.encode(document), indent=2) + b"\n"


def filters(asked: Asked) -> dict[str, object]:
    """What was asked for, without what was not."""
    told = msgspec.structs.asdict(asked)
    return {name: value for name, value in told.items() if value is not None and name not in PAGES}
