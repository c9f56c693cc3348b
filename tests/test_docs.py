"""The documentation is checked like code."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path

import pytest
from typer.main import get_command
from typer.testing import CliRunner

from backchannel import cli
from backchannel.domain.signals import Act, Channel, SourceKind, Status
from backchannel.write.jsonl import document_line
from tests import fakes

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
CLI_PAGE = ROOT.joinpath("docs", "cli.md").read_text("utf-8")
COMMAND_PAGES = "".join(
    page.read_text("utf-8") for page in sorted(ROOT.glob("docs/*.md"))
)
COMMANDS = vars(get_command(cli.app))["commands"]
SIGNALS_PAGE = ROOT.joinpath("docs", "signals.md").read_text("utf-8")
PAGES = [README, ROOT / "CHANGELOG.md", *sorted(ROOT.glob("docs/*.md"))]
#: The example in the README: the command and what it prints first.
EXAMPLE = re.compile(r"(?<=```\n\$ )backchannel (read .+)\n([^`]*)(?=```)")
#: Lines of output that the README shows, up to the end of an entry.
SHOWN = 24


def help_examples(command: str) -> list[str]:
    helped = CliRunner().invoke(
        cli.app, [command, "--help"], env={"COLUMNS": "120", "TERMINAL_WIDTH": "120"}
    )
    return re.findall(rf"^ +(backchannel {command} .+)$", helped.stdout, re.MULTILINE)


@pytest.mark.parametrize("command", COMMANDS)
def test_examples_of_the_help_are_in_the_docs(command: str) -> None:
    examples = help_examples(command)
    assert examples
    for example in examples:
        assert f"$ {example}\n" in COMMAND_PAGES


def test_the_first_example_of_the_help_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    arguments = help_examples("read")[0].split()[1:]
    result = CliRunner().invoke(cli.app, arguments, obj=fakes.FakeReader())
    assert result.exit_code == 0, result.output


@pytest.mark.parametrize("command", COMMANDS)
def test_every_option_is_in_the_docs(command: str) -> None:
    for parameter in COMMANDS[command].params:
        for option in parameter.opts:
            assert not option.startswith("-") or re.search(
                rf"`(?:{command} )?{option}[` ]", COMMAND_PAGES
            ), option


def test_every_exit_status_is_in_the_docs() -> None:
    statuses = (
        cli.NONE_READ,
        cli.MISUSE,
        cli.SOME_FAILED,
        cli.INTERRUPTED,
        cli.PIPE_CLOSED,
    )
    for status in (0, *statuses):
        assert f"\n| {status} | " in CLI_PAGE


def keys(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        for key, child in value.items():
            yield key
            yield from keys(child)
    elif isinstance(value, list):
        for child in value:
            yield from keys(child)


def test_every_key_of_the_json_is_in_the_docs() -> None:
    written = [document_line(fakes.annotated(path)) for path in fakes.ANNOTATED[:4]]
    for key in {key for line in written for key in keys(json.loads(line))}:
        assert re.search(f'[`"]{key}[`"]', CLI_PAGE), key


def test_every_key_of_the_json_of_a_case_is_in_the_docs(tmp_path: Path) -> None:
    case = ["--case", str(tmp_path / "case.db")]

    def lines(*arguments: str) -> list[dict[str, object]]:
        result = CliRunner().invoke(
            cli.app, [*arguments, *case, "--json"], obj=fakes.FakeReader()
        )
        return [json.loads(line) for line in result.stdout.splitlines()]

    path = tmp_path / "a.txt"
    path.write_text("Russia warned Iran. Iran warned Russian.", "utf-8")
    written = lines("add", str(path))
    for command in (["signals"], ["documents"], ["actors"], ["stats"]):
        written += lines(*command)
    for command in (["signals"], ["documents"], ["actors"]):
        written += lines("show", str(lines(*command)[0]["id"]))
    written += lines("new", "--since", "2020-01-01")
    values = {"offices", "by", "confidence"}
    for line in written:
        for key in keys({k: v for k, v in line.items() if k not in values}):
            assert re.search(f'[`"]{key}[`"]', COMMAND_PAGES), key


def test_every_key_of_what_is_found_across_documents_is_in_the_docs(
    tmp_path: Path,
) -> None:
    case = ["--case", str(tmp_path / "case.db")]
    crisis = ROOT / "examples/clusters/kargil-1999.jsonl"
    assert CliRunner().invoke(cli.app, ["add", str(crisis), *case]).exit_code == 0

    def lines(*arguments: str) -> list[dict[str, object]]:
        result = CliRunner().invoke(cli.app, [*arguments, *case, "--json"])
        return [json.loads(line) for line in result.stdout.splitlines()]

    written = lines("exchanges")
    written += lines("compare", str(written[0]["id"]))
    for command in ("conflicts", "claims", "redlines", "forecasts", "escalation"):
        written += lines(command)
    written += [*lines("claims", "--all"), *lines("actions"), *lines("timeline")]
    assert len(written) > len(COMMANDS)
    for key in {key for line in written for key in keys(line)} - {"confidence"}:
        assert re.search(f'[`"]{key}[`"]', COMMAND_PAGES), key


@pytest.mark.parametrize("values", [Act, Status, Channel, SourceKind])
def test_every_value_of_a_field_is_explained(values: type[StrEnum]) -> None:
    for value in values:
        assert f"`{value}`" in SIGNALS_PAGE


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_between_pages_lead_somewhere(page: Path) -> None:
    for link in re.findall(r"\]\(([^)#:]+)\)", page.read_text("utf-8")):
        assert (page.parent / link).exists(), link


def test_targets_that_the_readme_names_exist() -> None:
    makefile = ROOT.joinpath("Makefile").read_text("utf-8")
    named = set(re.findall(r"\bmake (\w+)", README.read_text("utf-8")))
    assert {"demo", "test"} <= named
    assert named <= set(re.findall(r"^(\w+):", makefile, re.MULTILINE))


def test_readme_shows_what_the_command_prints(rewriting: bool) -> None:
    readme = README.read_text("utf-8")
    example = EXAMPLE.search(readme)
    assert example is not None
    printed = beginning(run(example.group(1).split()))
    shown = f"backchannel {example.group(1)}\n{printed}"
    if rewriting:
        README.write_text(EXAMPLE.sub(lambda _: shown, readme, count=1), "utf-8")
    else:
        assert example.group() == shown


@pytest.mark.parametrize("page", [README, ROOT / "docs" / "cases.md"])
def test_programs_of_the_docs_run(page: Path, tmp_path: Path) -> None:
    [program] = re.findall(r"```python\n(.+?)```", page.read_text("utf-8"), re.DOTALL)
    program = program.replace("examples/", f"{ROOT.as_posix()}/examples/")
    command = [sys.executable, "-W", "error", "-c", program]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True)


def run(arguments: list[str]) -> str:
    return subprocess.run(
        [sys.executable, "-m", "backchannel", *arguments],
        cwd=ROOT,
        env={**os.environ, "COLUMNS": "88"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    ).stdout


def beginning(printed: str) -> str:
    """Return the heading and the first sentences, cut where an entry ends."""
    lines = printed.splitlines()
    end = lines.index("", SHOWN) if "" in lines[SHOWN:] else len(lines)
    return "\n".join(lines[:end]) + "\n"
