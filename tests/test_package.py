"""The wheel works away from the checkout: nothing it reads stays behind."""

import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "src" / "backchannel"
#: What tools leave in the tree.
CACHE = re.compile(r"(^|/)(\.|__pycache__/)")
READ = """
import backchannel
from backchannel.write.page import render_page
(reading,) = backchannel.read(["a.txt"])
print(len(render_page((reading,))) > 1000, len(reading.signals) > 0)
print(backchannel.__file__)
"""
REPORT = "On Sunday Iran warned the United States that it would answer any attack.\n"


def pip(*arguments: str) -> None:
    subprocess.run(
        [sys.executable, "-m", "pip", "--quiet", *arguments],
        check=True,
        capture_output=True,
    )


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    options = "--no-deps", "--no-build-isolation", "--no-index"
    pip("wheel", *options, "--wheel-dir", str(folder), str(ROOT))
    [built] = folder.glob("*.whl")
    return built


def test_wheel_holds_every_file_of_the_package(wheel: Path) -> None:
    packed = set(zipfile.ZipFile(wheel).namelist())
    needed = (path for path in PACKAGE.rglob("*") if path.is_file())
    for path in needed:
        name = path.relative_to(PACKAGE.parent).as_posix()
        assert name in packed or CACHE.search(name), name
    for name in ("py.typed", "write/templates/page.css", "resolve/tables/states.csv"):
        assert f"backchannel/{name}" in packed


def test_wheel_works_outside_the_checkout(wheel: Path, tmp_path: Path) -> None:
    installed = tmp_path / "installed"
    pip("install", "--no-deps", "--no-index", "--target", str(installed), str(wheel))
    (tmp_path / "a.txt").write_text(REPORT, "utf-8")
    rendered = subprocess.run(
        [sys.executable, "-c", READ],
        cwd=tmp_path,
        env={"PYTHONPATH": str(installed)},
        capture_output=True,
        text=True,
        check=True,
    ).stdout.splitlines()
    assert rendered[0] == "True True"
    assert Path(rendered[1]).is_relative_to(installed)
