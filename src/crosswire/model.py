"""The models of our own training in data/models, each an encoder with a head a question. Loaded on first use.

Two of them: `glance` asks the smaller. To the reader model an article is shown once, in windows of whole paragraphs,
and every head's numbers are kept while it is read; what they say is asked in `sight`.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from functools import cache
from hashlib import blake2b, sha256
from importlib import resources
from importlib.resources.abc import Traversable
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from onnxruntime import InferenceSession
    from tokenizers import Tokenizer

LONGEST = 128  # word pieces of a window
READER, GLANCE, TOKENIZER = "reader.onnx", "glance.onnx", "tokenizer.json"
FILES = (READER, GLANCE, TOKENIZER)
SUMS = "SHA256SUMS"  # of the files, as sha256sum writes and checks them
SMALL, CAPITAL, CAPITALS, MARK = range(4)  # how a piece is written: the vocabulary knows lower case only
NOWHERE = -1

Piece = tuple[int, int, int, int, bool]  # its number, how it is written, where it starts and stops, if it begins a word
Stretch = tuple[int, int]


class Window(NamedTuple):
    """What is read at once: for every piece its number, its writing, its place in the text, whether it begins a word.

    The first piece and one after each paragraph are marks, and stand nowhere.
    """

    pieces: tuple[int, ...]
    cases: tuple[int, ...]
    starts: tuple[int, ...]
    stops: tuple[int, ...]
    begins: tuple[bool, ...]


class Model(NamedTuple):
    session: InferenceSession
    tokenizer: Tokenizer
    labels: dict[str, list[str]]


class Seen(NamedTuple):
    """A window and what each head says of its pieces."""

    window: Window
    numbers: dict[str, NDArray[Any]]


class Sight(NamedTuple):
    """All windows of a text in reading order, and the labels of the heads."""

    seen: tuple[Seen, ...]
    labels: dict[str, list[str]]


def look(text: str, paragraphs: Iterable[Stretch], model: Model | None = None) -> Sight | None:
    """What the model sees in the paragraphs of a text; None where there is no model."""
    model = model or shipped()
    if model is None:
        return None
    return Sight(tuple(numbered(each, model) for each in windows(text, paragraphs, model.tokenizer)), model.labels)


@cache
def shipped(name: str = READER) -> Model | None:
    """A model in data/models, or None where the files are not there: crosswire then goes by its rules alone.

    Raises OSError where a file is not the one that ships.
    """
    folder = resources.files("crosswire.data") / "models"
    return checked(folder, name) if all((folder / each).is_file() for each in FILES) else None


@cache
def shipped_name() -> str:
    """What tells the models in data/models from any other ones."""
    folder = resources.files("crosswire.data") / "models"
    if not all((folder / name).is_file() for name in FILES):
        return "rules alone"
    return blake2b((folder / SUMS).read_bytes(), digest_size=6).hexdigest()


def checked(folder: Traversable, name: str = READER) -> Model:
    """A model in a folder whose files have the hashes that stand beside them. Raises OSError."""
    for line in (folder / SUMS).read_text("utf-8").splitlines():
        told, file = line.split()
        if file in {name, TOKENIZER} and sha256((folder / file).read_bytes()).hexdigest() != told:
            raise OSError(f"the model file {file} was altered or damaged; install crosswire again")
    return opened(folder, name)


def opened(folder: Traversable, name: str = READER) -> Model:
    """The model whose files lie in a folder."""
    from onnxruntime import InferenceSession, SessionOptions

    options = SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1  # processes share the work; one order of sums
    session = InferenceSession(
        (folder / name).read_bytes(),
        options,
        providers=["CPUExecutionProvider"],
        disabled_optimizers=["SkipLayerNormFusion"],  # on a processor the fused norm takes five times its two parts
    )
    tokenizer = tokenizer_of((folder / TOKENIZER).read_text(encoding="utf-8"))
    return Model(session, tokenizer, json.loads(session.get_modelmeta().custom_metadata_map["labels"]))


@cache
def tokenizer_of(written: str) -> Tokenizer:
    """One for all models that read with it."""
    from tokenizers import Tokenizer

    return Tokenizer.from_str(written)


def windows(text: str, paragraphs: Iterable[Stretch], tokenizer: Tokenizer) -> list[Window]:
    """Paragraphs packed in order, as many to a window as it holds."""
    first, mark = ((tokenizer.token_to_id(name) or 0, MARK, NOWHERE, NOWHERE, False) for name in ("[CLS]", "[SEP]"))
    packed: list[list[Piece]] = []
    for part in parts(text, paragraphs, tokenizer):
        if not packed or len(packed[-1]) + len(part) + 1 > LONGEST:
            packed.append([first])
        packed[-1] += [*part, mark]
    return [Window(*map(tuple, zip(*pieces, strict=True))) for pieces in packed]


def parts(text: str, paragraphs: Iterable[Stretch], tokenizer: Tokenizer) -> Iterator[list[Piece]]:
    """The pieces of each paragraph; one that is too long is cut after a full stop where there is one."""
    stretches = list(paragraphs)
    encodings = tokenizer.encode_batch([text[start:stop] for start, stop in stretches], add_special_tokens=False)
    room = LONGEST - 2
    for (offset, _), encoding in zip(stretches, encodings, strict=True):
        words = encoding.word_ids
        pieces = [
            (
                number,
                case(text[offset + start : offset + stop]),
                offset + start,
                offset + stop,
                at == 0 or words[at] != words[at - 1],
            )
            for at, (number, (start, stop)) in enumerate(zip(encoding.ids, encoding.offsets, strict=True))
        ]
        while len(pieces) > room:
            ends = [at + 1 for at in range(room // 2, room) if text[slice(*pieces[at][2:4])] == "."]
            cut = ends[-1] if ends else room
            yield pieces[:cut]
            pieces = pieces[cut:]
        if pieces:
            yield pieces


def case(words: str) -> int:
    if words[:1].isupper():
        return CAPITALS if len(words) > 1 and words.isupper() else CAPITAL
    return SMALL


def numbered(window: Window, model: Model) -> Seen:
    """A window with the heads' numbers. Run alone: these hang on no other window, and nothing is spent on filling."""
    import numpy

    pieces, cases = (numpy.array([each], numpy.int64) for each in (window.pieces, window.cases))
    inputs = {"pieces": pieces, "cases": cases, "mask": numpy.ones_like(pieces)}
    numbers = model.session.run(list(model.labels), inputs)
    return Seen(window, {head: each[0] for head, each in zip(model.labels, numbers, strict=True)})
