"""Ids that every run agrees on."""

import hashlib
import json
from collections.abc import Mapping

ID_VERSION = "1"


def record_id(record: Mapping[str, object]) -> str:
    """Return the id that every run gives this record.

    ID_VERSION, then 16 bytes of SHA-256 over canonical JSON, in hex. Fields joined by
    a separator could collide ("a.b" + "c" and "a" + "b.c"); JSON cannot.
    """
    canonical = json.dumps(
        record, sort_keys=True, ensure_ascii=True, separators=(",", ":")
    )
    return ID_VERSION + hashlib.sha256(canonical.encode()).hexdigest()[:32]


def text_id(text: str) -> str:
    """Return the id of a document: the same words get the same id everywhere."""
    return record_id({"text": text})


def signal_id(document: str, start: int, end: int) -> str:
    """Return the id of the signal whose trigger is there: it survives a reread."""
    return record_id({"document": document, "at": [start, end]})


def actor_id(name: str, side: str) -> str:
    """Return the id of the actor of that name who acts for that side."""
    return record_id({"actor": name, "side": side})
