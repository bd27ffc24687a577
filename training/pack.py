"""`python -m training.pack WHEELS CHECKPOINT OUT` packs a trained model: reader.onnx, tokenizer.json, their hashes.

Weights of the encoder are cut to eight bits, a scale for each channel (one scale a matrix costs one to two points of
F1), seven of them used: so processors without VNNI, whose sums would overflow, give the same answers as those with it.
The heads, a twentieth of the work, stay in 32.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from hashlib import sha256
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic

from crosswire.model import FILES, SUMS
from training.fused import fused
from training.heads import HEADS
from training.trunk import Reader, base_of, tokenizer_of


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("wheels", type=Path)
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("out", type=Path)
    arguments = parser.parse_args()
    base = base_of(arguments.wheels)
    model = Reader(base)
    model.load_state_dict(torch.load(arguments.checkpoint)["model"])
    pack(model, base, arguments.out)


def pack(model: Reader, base: Path, out: Path, *, whole: bool = False) -> None:
    """Writes the network with the labels of its heads in it, and the tokenizer; `whole` leaves it in 32 bits."""
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        exported = Path(folder) / "whole.onnx"
        export(model, exported)
        if not whole:
            packed = Path(folder) / "packed.onnx"
            kept = [node.name for node in onnx.load(exported).graph.node if not node.name.startswith("/encoder/")]
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
    labels = network.metadata_props.add()
    labels.key, labels.value = "labels", json.dumps({head.name: head.outputs for head in HEADS})
    onnx.save(network, out / "reader.onnx")
    tokenizer_of(base).save(str(out / "tokenizer.json"), pretty=False)
    sums = (f"{sha256((out / name).read_bytes()).hexdigest()}  {name}\n" for name in FILES)
    (out / SUMS).write_text("".join(sums), "utf-8")


def export(model: Reader, out: Path) -> None:
    model.eval()  # without this the export keeps the dropout
    pieces = torch.ones(2, 8, dtype=torch.long)
    shape = {0: "texts", 1: "pieces"}
    shapes = dict.fromkeys(("pieces", "cases", "mask"), shape)
    shapes |= {head.name: shape | {2: "pieces"} if head.kind == "links" else shape for head in HEADS}
    torch.onnx.export(
        model,
        (pieces, torch.zeros_like(pieces), torch.ones_like(pieces)),
        str(out),
        input_names=["pieces", "cases", "mask"],
        output_names=[head.name for head in HEADS],
        dynamic_axes=shapes,
        dynamo=False,
    )


if __name__ == "__main__":
    main()
