import json
from pathlib import Path

import pytest

from eval import roles
from eval.parts import Part, Skipped


def test_roles_are_skipped_where_training_left_no_figures(tmp_path: Path) -> None:
    assert isinstance(roles.measure(tmp_path), Skipped)


def test_roles_are_those_of_the_training(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(roles, "CORPUS", tmp_path / "measured.json")
    figures = {"srl-dev": {"role: ARG0": 0.8, "role: sender": 0.7, "trigger": 0.6}}
    (tmp_path / "measured.json").write_text(json.dumps(figures), "utf-8")
    part = roles.measure(tmp_path)
    assert isinstance(part, Part)
    assert part.rows == {"ARG0": {"F1 of pieces": 0.8}}
