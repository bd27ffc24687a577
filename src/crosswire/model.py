"""The reader model: an encoder of our own training with a head a question, in data/models. Loaded on first use."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from onnxruntime import InferenceSession
    from tokenizers import Encoding, Tokenizer

TEXTS = 8  # in one run of the network
FILES = ("reader.onnx", "tokenizer.json")


class Asked(NamedTuple):
    """A text, and the words in it that are asked about: half-open code points."""

    text: str
    start: int
    stop: int


class Model(NamedTuple):
    session: InferenceSession
    tokenizer: Tokenizer
    labels: dict[str, list[str]]


def judged(head: str, asked: Sequence[Asked], model: Model | None = None) -> tuple[dict[str, float], ...]:
    """For each of the words asked about, the labels of a head with their probabilities; none without a model.

    Words beyond the pieces the model reads at once have no labels either.
    """
    model = model or shipped()
    if model is None or not asked:
        return ({},) * len(asked)
    texts = list(dict.fromkeys(each.text for each in asked))
    seen = dict(look(model, head, texts))
    return tuple(labels_of(model.labels[head], *seen[each.text], each) for each in asked)


@cache
def shipped() -> Model | None:
    """The model in data/models, or None where its files are not there: crosswire then goes by its rules alone."""
    folder = resources.files("crosswire.data") / "models"
    return opened(folder) if all((folder / name).is_file() for name in FILES) else None


def opened(folder: Traversable) -> Model:
    """The model whose files lie in a folder."""
    from onnxruntime import InferenceSession, SessionOptions
    from tokenizers import Tokenizer

    options = SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1  # processes share the work; one order of sums
    session = InferenceSession((folder / FILES[0]).read_bytes(), options, providers=["CPUExecutionProvider"])
    tokenizer = Tokenizer.from_str((folder / FILES[1]).read_text(encoding="utf-8"))
    return Model(session, tokenizer, json.loads(session.get_modelmeta().custom_metadata_map["labels"]))


def look(model: Model, head: str, texts: Sequence[str]) -> Iterator[tuple[str, tuple[Encoding, Any]]]:
    """Each text with its pieces and the head's numbers for them, texts of like length run together."""
    import numpy

    encodings = model.tokenizer.encode_batch(list(texts))
    order = sorted(range(len(texts)), key=lambda i: (len(encodings[i].ids), i))
    for at in range(0, len(order), TEXTS):
        group = order[at : at + TEXTS]
        longest = max(len(encodings[i].ids) for i in group)
        pieces = numpy.zeros((len(group), longest), numpy.int64)
        mask = numpy.zeros_like(pieces)
        for row, i in enumerate(group):
            pieces[row, : len(encodings[i].ids)] = encodings[i].ids
            mask[row, : len(encodings[i].ids)] = 1
        (numbers,) = model.session.run([head], {"pieces": pieces, "mask": mask})
        yield from ((texts[i], (encodings[i], numbers[row])) for row, i in enumerate(group))


def labels_of(labels: Sequence[str], encoding: Encoding, numbers: Any, asked: Asked) -> dict[str, float]:
    """The softmax of the mean over the pieces of the words asked about."""
    import numpy

    pieces = [i for i, (start, stop) in enumerate(encoding.offsets) if start < asked.stop and asked.start < stop]
    if not pieces:
        return {}
    mean = numpy.asarray(numbers[pieces], numpy.float64).mean(axis=0)
    shares = numpy.exp(mean - mean.max())
    return dict(zip(labels, (shares / shares.sum()).tolist(), strict=True))
