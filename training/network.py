"""The frame parser: one encoder, and heads that read everything from it.

In: windows of word pieces. Out: scores of tags per piece, and per trigger the scores
of roles over the pieces near it and of classes. Shapes use B windows of T pieces,
N triggers, M = `NEAR` pieces around each, K classes, D hidden units.

Sources: BERT (Devlin et al., NAACL 2019) as distilled in MiniLM (Wang et al., NeurIPS
2020); the scorer follows the biaffine heads of Dozat and Manning (ICLR 2017), reduced
to a product of projections.
"""

from collections.abc import Sequence

import torch
from torch import Tensor, nn
from torch.nn import functional

from backchannel.label.heads import TAGS
from backchannel.label.places import DISTANCES
from backchannel.label.tokens import SHAPES

D, LAYERS, HEADS, INNER, POSITIONS, VOCABULARY = 384, 6, 12, 1536, 512, 30522
#: Units of the trigger-piece product, and of the features the roles are read from.
PAIR, FEATURES = 256, 192
#: Heads and inner units of the layer in which the pieces near a trigger see each other.
FRAME_HEADS, FRAME_INNER = 6, 384


class Layer(nn.Module):
    """One transformer layer, normalised after each block as in BERT."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.query, self.key, self.value = (nn.Linear(D, D) for _ in range(3))
        self.out = nn.Linear(D, D)
        self.norm_attention = nn.LayerNorm(D, eps=1e-12)
        self.up, self.down = nn.Linear(D, INNER), nn.Linear(INNER, D)
        self.norm = nn.LayerNorm(D, eps=1e-12)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """Return (B, T, D); `mask` (B, 1, 1, T) is added to the attention scores."""
        b, t, _ = x.shape
        query, key, value = (
            part(x).view(b, t, HEADS, D // HEADS).transpose(1, 2)
            for part in (self.query, self.key, self.value)
        )  # (B, H, T, D/H)
        mixed = functional.scaled_dot_product_attention(
            query, key, value, attn_mask=mask.to(query.dtype)
        )  # (B, H, T, D/H)
        mixed = mixed.transpose(1, 2).reshape(b, t, D)
        x = self.norm_attention(x + self.dropout(self.out(mixed)))
        return self.norm(x + self.dropout(self.down(functional.gelu(self.up(x)))))


class Encoder(nn.Module):
    """Word pieces to hidden states and tag scores."""

    def __init__(self, dropout: float = 0.1) -> None:
        super().__init__()
        self.words = nn.Embedding(VOCABULARY, D)
        self.positions = nn.Embedding(POSITIONS, D)
        self.shapes = nn.Embedding(SHAPES, D)
        self.norm = nn.LayerNorm(D, eps=1e-12)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(LAYERS))
        columns = sum(1 + 2 * len(labels) for labels in TAGS.values())
        self.tags = nn.Linear(D, columns)
        self.dropout = nn.Dropout(dropout)

    def forward(
        self, ids: Tensor, shapes: Tensor, mask: Tensor
    ) -> tuple[Tensor, Tensor]:
        """Return hidden states (B, T, D) and tag scores (B, T, columns).

        `ids` and `shapes` are (B, T); `mask` (B, T) is 1 for pieces, 0 for padding.
        """
        positions = torch.arange(ids.shape[1], device=ids.device)
        x = self.words(ids) + self.positions(positions) + self.shapes(shapes)
        x = self.dropout(self.norm(x))
        added = (1.0 - mask.to(x.dtype))[:, None, None, :] * -1e4
        for layer in self.layers:
            x = layer(x, added)
        return x, self.tags(self.dropout(x))


class FrameLayer(nn.Module):
    """The pieces near one trigger see each other; normalised before each block."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.norm_mixed = nn.LayerNorm(FEATURES, eps=1e-12)
        self.norm = nn.LayerNorm(FEATURES, eps=1e-12)
        self.query, self.key, self.value, self.out = (
            nn.Linear(FEATURES, FEATURES) for _ in range(4)
        )
        self.up = nn.Linear(FEATURES, FRAME_INNER)
        self.down = nn.Linear(FRAME_INNER, FEATURES)
        #: Drops a unit at all pieces of a frame: cheaper, and as good.
        self.dropout = nn.Dropout1d(dropout)

    def forward(self, x: Tensor, there: Tensor) -> Tensor:
        """Return (N, M, FEATURES); `there` (N, M, 1) is 1 for pieces, 0 for none."""
        n, m, _ = x.shape
        normal = self.norm_mixed(x)
        query, key, value = (
            part(normal).view(n, m, FRAME_HEADS, -1).transpose(1, 2)
            for part in (self.query, self.key, self.value)
        )  # (N, H, M, FEATURES / H)
        away = (there.transpose(1, 2)[:, None] - 1.0) * 1e4  # (N, 1, 1, M)
        mixed = functional.scaled_dot_product_attention(
            query, key, value, attn_mask=away.to(query.dtype)
        )
        x = x + self._drop(self.out(mixed.transpose(1, 2).reshape(n, m, FEATURES)))
        return x + self._drop(self.down(torch.relu(self.up(self.norm(x)))))

    def _drop(self, x: Tensor) -> Tensor:
        dropped: Tensor = self.dropout(x.transpose(1, 2)).transpose(1, 2)
        return dropped


class FrameHead(nn.Module):
    """Triggers and the pieces near them to roles and classes."""

    def __init__(
        self, roles: int, classes: Sequence[int], dropout: float = 0.1
    ) -> None:
        """Make the head for that many roles, and classes with that many values."""
        super().__init__()
        self.trigger_add, self.trigger_times = nn.Linear(D, PAIR), nn.Linear(D, PAIR)
        self.piece_add, self.piece_times = nn.Linear(D, PAIR), nn.Linear(D, PAIR)
        self.distance = nn.Embedding(DISTANCES, PAIR)
        self.features = nn.Linear(PAIR, FEATURES)
        self.neighbours = nn.Conv1d(FEATURES, FEATURES, kernel_size=5, padding=2)
        self.layer = FrameLayer(dropout)
        self.roles = nn.Linear(FEATURES, 2 * roles)
        #: Each class looks at pieces of its own: channels stand elsewhere than acts.
        self.attention = nn.Linear(FEATURES, len(classes))
        self.trigger, self.context = nn.Linear(D, PAIR), nn.Linear(FEATURES, PAIR)
        self.classes = nn.Linear(3 * PAIR, sum(classes))
        self.register_buffer("owned", owned_values(classes), persistent=False)
        self.dropout = nn.Dropout(dropout)
        #: Drops a unit at all pieces of a frame: cheaper, and as good.
        self.same_dropout = nn.Dropout1d(dropout)

    def forward(
        self, hidden: Tensor, trigger: Tensor, near: Tensor, distance: Tensor
    ) -> tuple[Tensor, Tensor]:
        """Score N triggers of one flat run of pieces.

        Args:
            hidden: (P, D), the hidden states of all pieces.
            trigger: (N, P), the share of each piece in the trigger, rows sum to 1.
            near: (N, M) indices of the pieces near each trigger; -1 is none.
            distance: (N, M) buckets from `distance_buckets`.

        Returns:
            (N, M, 2 * roles) and (N, values of all classes), not normalised.
        """
        hidden = self.dropout(hidden)
        mean = trigger @ hidden  # (N, D)
        there = (near >= 0).to(hidden.dtype)[:, :, None]  # (N, M, 1)
        at = near.clamp(min=0)
        pair = torch.relu(
            functional.embedding(at, self.piece_add(hidden))
            + self.trigger_add(mean)[:, None]
            + functional.embedding(at, self.piece_times(hidden))
            * self.trigger_times(mean)[:, None]
            + self.distance(distance)
        )  # (N, M, PAIR)
        features = (
            self.features(self.same_dropout(pair.transpose(1, 2)).transpose(1, 2))
            * there
        )  # (N, M, FEATURES)
        around = self.neighbours(torch.relu(features).transpose(1, 2)).transpose(1, 2)
        features = self.layer(torch.relu(features + around), there)
        weights = self.attention(features) + (there - 1.0) * 1e4  # (N, M, K)
        pooled = weights.softmax(dim=1).transpose(1, 2) @ features  # (N, K, FEATURES)
        context = self.context(pooled)  # (N, K, PAIR)
        own = torch.relu(self.trigger(mean))[:, None].expand_as(context)
        joined = torch.cat([own, context, own * context], dim=2)  # (N, K, 3 * PAIR)
        values = self.classes(self.dropout(joined)) * self.owned  # (N, K, values)
        return self.roles(features), values.sum(dim=1)


def owned_values(classes: Sequence[int]) -> Tensor:
    """Return (K, values): 1 where a value is of the class, for K classes of sizes."""
    return torch.block_diag(*(torch.ones(1, size) for size in classes))


class Parser(nn.Module):
    """Encoder and frame head, trained together."""

    def __init__(
        self, roles: int, classes: Sequence[int], dropout: float = 0.1
    ) -> None:
        super().__init__()
        self.encoder = Encoder(dropout)
        self.frames = FrameHead(roles, classes, dropout)

    def load_base(self, weights: dict[str, Tensor]) -> None:
        """Take the encoder's weights from a BERT checkpoint; shapes start at zero."""
        state = {
            "words.weight": weights["embeddings.word_embeddings.weight"],
            "positions.weight": weights["embeddings.position_embeddings.weight"]
            + weights["embeddings.token_type_embeddings.weight"][0],
            "norm.weight": weights["embeddings.LayerNorm.weight"],
            "norm.bias": weights["embeddings.LayerNorm.bias"],
        }
        for number in range(LAYERS):
            for ours, theirs in BASE_NAMES.items():
                for kind in ("weight", "bias"):
                    name = f"encoder.layer.{number}.{theirs}.{kind}"
                    state[f"layers.{number}.{ours}.{kind}"] = weights[name]
        missing, unexpected = self.encoder.load_state_dict(state, strict=False)
        own = {"shapes.weight", "tags.weight", "tags.bias"}
        if unexpected or set(missing) != own:
            raise ValueError(f"not the expected base encoder: {missing} {unexpected}")
        nn.init.zeros_(self.encoder.shapes.weight)


#: Our names of a layer's parts -> BERT's.
BASE_NAMES = {
    "query": "attention.self.query",
    "key": "attention.self.key",
    "value": "attention.self.value",
    "out": "attention.output.dense",
    "norm_attention": "attention.output.LayerNorm",
    "up": "intermediate.dense",
    "down": "output.dense",
    "norm": "output.LayerNorm",
}
