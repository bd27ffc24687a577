"""Attention as one operation of onnxruntime where the export has twenty: a tenth of the time of reading less.

What it gives differs by roundings, which the cut to eight bits makes visible, and no figure shows.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from onnx import ModelProto, NodeProto
from onnx.helper import make_node, make_opsetid

SEEN = "/attention/self/Reshape_3_output_0"  # what a layer's attention gives, as the export names it
ASKED = ("query", "key", "value")
MAKER = "com.microsoft"


def fused(network: ModelProto, heads: int) -> ModelProto:
    """The network with each layer's attention in one node. It heeds no mask: a window is run alone, nothing fills it.

    Raises ValueError where the network has no attention by the names of the export.
    """
    nodes = [attention(node.output[0], heads) if node.output[0].endswith(SEEN) else node for node in network.graph.node]
    if not any(node.domain == MAKER for node in nodes):
        raise ValueError(f"the network has nothing that ends in {SEEN}: the export names its nodes otherwise now")
    kept = needed(nodes, [output.name for output in network.graph.output])
    found = ModelProto()
    found.CopyFrom(network)
    del found.graph.node[:]
    found.graph.node.extend(kept)
    found.opset_import.append(make_opsetid(MAKER, 1))
    return found


def attention(seen: str, heads: int) -> NodeProto:
    layer = seen.removesuffix("/Reshape_3_output_0")
    asked = [f"{layer}/{each}/Add_output_0" for each in ASKED]
    return make_node("MultiHeadAttention", asked, [seen], name=f"{layer}/fused", domain=MAKER, num_heads=heads)


def needed(nodes: Sequence[NodeProto], outputs: Iterable[str]) -> list[NodeProto]:
    """The nodes that any output hangs on, in their order."""
    wanted = set(outputs)
    kept = []
    for node in reversed(nodes):
        if wanted & set(node.output):
            kept.append(node)
            wanted |= set(node.input)
    return kept[::-1]
