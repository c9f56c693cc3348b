"""What the model is asked: the label sets, in training order.

Shared by training and inference. The order is part of the model file: a model whose
`LABELS` differ is refused (`backchannel.domain.errors.ModelMismatch`).
"""

from backchannel.domain.signals import Act, Channel, SourceKind, Status

#: Per token: head -> labels. A head over L labels has 1 + 2L columns: outside, then
#: "begins" and "continues" of each label (IOB2).
TAGS: dict[str, tuple[str, ...]] = {
    "trigger": ("trigger",),
    "name": ("PER", "LOC", "ORG"),
    "cue": ("cue",),
    "source": ("source",),
    "content": ("content",),
}

#: Per trigger and token: each role has two columns, "inside" and "begins". The last one
#: is asked of mentions instead of triggers: the names that one repeats.
ROLES: tuple[str, ...] = (
    "sender",
    "recipient",
    "intermediary",
    "content",
    "condition",
    "consequence",
    "time",
    "source",
    "antecedent",
)

#: Per trigger: one value of each; "kind" is asked of a source instead of a trigger.
CLASSES: dict[str, tuple[str, ...]] = {
    "act": tuple(Act),
    "status": tuple(Status),
    "channel": tuple(Channel),
    "kind": tuple(SourceKind),
}
#: The classes of a trigger.
TRIGGER_CLASSES = ("act", "status", "channel")

#: The longest window, in pieces, begin and end mark included.
WINDOW = 512
#: Pieces before and after the core of a window, read for context only.
BEFORE, AFTER = 112, 48
#: Pieces around a trigger or mention in which its roles are sought.
NEAR = 160


def tag_columns() -> dict[str, slice]:
    """Return the columns of the token scores that belong to each head."""
    columns, start = {}, 0
    for head, labels in TAGS.items():
        columns[head] = slice(start, start + 1 + 2 * len(labels))
        start += 1 + 2 * len(labels)
    return columns


def class_columns() -> dict[str, slice]:
    """Return the columns of the class scores that belong to each class."""
    columns, start = {}, 0
    for head, labels in CLASSES.items():
        columns[head] = slice(start, start + len(labels))
        start += len(labels)
    return columns


#: What a model file must have been trained for.
LABELS = {
    "tags": {head: list(labels) for head, labels in TAGS.items()},
    "roles": list(ROLES),
    "classes": {
        head: [str(label) for label in labels] for head, labels in CLASSES.items()
    },
    "window": [WINDOW, BEFORE, AFTER, NEAR],
}
