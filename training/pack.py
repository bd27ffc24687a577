"""`python -m training.pack WHEELS CHECKPOINT OUT` packs a trained model: OUT/reader.onnx and OUT/tokenizer.json.

Weights are cut to eight bits, a scale for each channel (one scale a matrix costs one to two points of F1), seven
of them used: so processors without VNNI, whose sums would overflow, give the same answers as those with it.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic

from training.heads import HEADS
from training.trunk import Reader, base_of, tokenizer_of


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("wheels", type=Path)
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("out", type=Path)
    arguments = parser.parse_args()
    arguments.out.mkdir(parents=True, exist_ok=True)
    base = base_of(arguments.wheels)
    model = Reader(base)
    model.load_state_dict(torch.load(arguments.checkpoint)["model"])
    pack(model, arguments.out / "reader.onnx")
    tokenizer_of(base).save(str(arguments.out / "tokenizer.json"), pretty=False)


def pack(model: Reader, out: Path) -> None:
    """The network as one file, with the labels of its heads in it."""
    model.eval()  # without this the export keeps the dropout
    pieces = torch.ones(2, 8, dtype=torch.long)
    names = [head.name for head in HEADS]
    shape = {0: "texts", 1: "pieces"}
    with tempfile.TemporaryDirectory() as folder:
        whole = Path(folder) / "whole.onnx"
        torch.onnx.export(
            model,
            (pieces, torch.ones_like(pieces)),
            str(whole),
            input_names=["pieces", "mask"],
            output_names=names,
            dynamic_axes=dict.fromkeys(("pieces", "mask", *names), shape),
            dynamo=False,
        )
        quantize_dynamic(whole, out, per_channel=True, reduce_range=True, weight_type=QuantType.QInt8)
    packed = onnx.load(out)
    labels = packed.metadata_props.add()
    labels.key, labels.value = "labels", json.dumps({head.name: head.labels for head in HEADS})
    onnx.save(packed, out)


if __name__ == "__main__":
    main()
