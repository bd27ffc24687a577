"""`python -m training.pack WHEELS CHECKPOINT OUT` packs a trained model, reader.pt to reader.onnx, glance.pt likewise.

Beside it go tokenizer.json and the hashes of all. Weights of the encoder are cut to eight bits, a scale for each
channel (one scale a matrix costs one to two points of F1), seven of them used: so processors without VNNI, whose sums
would overflow, give the same answers as those with it. So are those by which
the reader's heads read the encoder, a tenth of the work: .999 of their labels stay. What comes after them stays in 32.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from collections.abc import Mapping, Sequence
from hashlib import sha256
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor

from crosswire.model import FILES, GLANCE, READER, SUMS, TOKENIZER
from training.fused import fused
from training.glance import LABELS, Glance
from training.heads import HEADS
from training.trunk import Reader, base_of, tokenizer_of

READING = (".1/MatMul", "/ask/MatMul", "/answer/MatMul")  # products of the reader's heads with what its encoder sees


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("wheels", type=Path)
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("out", type=Path)
    arguments = parser.parse_args()
    base = base_of(arguments.wheels)
    made, packed = (Glance, pack_glance) if arguments.checkpoint.stem == "glance" else (Reader, pack)
    model = made(base)
    model.load_state_dict(torch.load(arguments.checkpoint)["model"])
    packed(model, base, arguments.out)


def pack(model: Reader, base: Path, out: Path, *, whole: bool = False) -> None:
    """Writes the reader with the labels of its heads in it, and the tokenizer; `whole` leaves it in 32 bits."""
    shapes: dict[str, Mapping[int, str]] = {name: {0: "texts", 1: "pieces"} for name in ("pieces", "cases", "mask")}
    outputs = {h.name: {0: "texts", 1: "pieces"} | ({2: "pieces"} if h.kind == "links" else {}) for h in HEADS}
    pieces = torch.ones(2, 8, dtype=torch.long)
    given = (pieces, torch.zeros_like(pieces), torch.ones_like(pieces))
    write(
        model,
        given,
        shapes,
        outputs,
        {head.name: head.outputs for head in HEADS},
        out / READER,
        whole=whole,
        cut=READING,
    )
    beside(base, out)


def pack_glance(model: Glance, base: Path, out: Path, *, whole: bool = False) -> None:
    """Writes the second model, and the tokenizer."""
    shapes: dict[str, Mapping[int, str]] = {"pieces": {0: "texts", 1: "pieces"}, "meant": {0: "texts", 2: "pieces"}}
    given = (torch.ones(2, 8, dtype=torch.long), torch.ones(2, 3, 8))
    write(model, given, shapes, {name: {0: "texts"} for name in LABELS}, LABELS, out / GLANCE, whole=whole)
    beside(base, out)


def write(
    model: Reader | Glance,
    given: tuple[Tensor, ...],
    inputs: Mapping[str, Mapping[int, str]],
    outputs: Mapping[str, Mapping[int, str]],
    labels: Mapping[str, Sequence[str]],
    out: Path,
    *,
    whole: bool,
    cut: tuple[str, ...] = (),
) -> None:
    """Writes a network, its inputs and outputs with the names of the axes that may have any length.

    Unless it stays `whole`, the products of the encoder are cut to eight bits, and those whose names end as in `cut`.
    """
    out.parent.mkdir(parents=True, exist_ok=True)
    model.eval()  # without this the export keeps the dropout
    with tempfile.TemporaryDirectory() as folder:
        exported = Path(folder) / "whole.onnx"
        torch.onnx.export(
            model,
            given,
            str(exported),
            input_names=list(inputs),
            output_names=list(outputs),
            dynamic_axes={**inputs, **outputs},
            dynamo=False,
        )
        if not whole:
            packed = Path(folder) / "packed.onnx"
            kept = [
                node.name
                for node in onnx.load(exported).graph.node
                if not node.name.startswith("/encoder/") and not node.name.endswith(cut)
            ]
            quantize_dynamic(
                exported,
                packed,
                per_channel=True,
                reduce_range=True,
                weight_type=QuantType.QInt8,
                nodes_to_exclude=kept,
            )
            exported = packed
        network = fused(onnx.load(exported), model.encoder.config.num_attention_heads)
    told = network.metadata_props.add()
    told.key, told.value = "labels", json.dumps(labels)
    onnx.save(network, out)


def beside(base: Path, out: Path) -> None:
    """Writes the tokenizer and the hashes of what is there."""
    tokenizer_of(base).save(str(out / TOKENIZER), pretty=False)
    sums = (f"{sha256((out / name).read_bytes()).hexdigest()}  {name}\n" for name in FILES if (out / name).exists())
    (out / SUMS).write_text("".join(sums), "utf-8")


if __name__ == "__main__":
    main()
