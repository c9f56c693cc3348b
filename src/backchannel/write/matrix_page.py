"""A comparison of accounts as one page: the matrix, its reasons, its quotes.

A comparison in, HTML out. The page is whole in itself and runs nothing: no script, no
request, and its content security policy holds it to that.
"""

import base64
import hashlib
from functools import cache
from importlib.resources import files
from typing import TextIO

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from backchannel.domain.comparisons import Comparison
from backchannel.write import matrix_words, phrases
from backchannel.write.visible import make_visible


def write_matrix_page(comparison: Comparison, stream: TextIO) -> None:
    """Write the page of a comparison."""
    stream.write(render_matrix(comparison))


def render_matrix(comparison: Comparison) -> str:
    """Return the page; every text of a document in it is escaped."""
    # Safe unescaped: it is our own file, and holds no "</".
    templates = files("backchannel.write").joinpath("templates")
    style = Markup(templates.joinpath("matrix.css").read_text("utf-8"))
    # What a content security policy knows an inline style by (CSP 3, 2.3.1).
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return (
        _environment()
        .get_template("matrix.html.jinja")
        .render(
            comparison=comparison,
            columns=comparison.columns[: comparison.compared],
            style=style,
            policy=(
                f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:;"
                " base-uri 'none'; form-action 'none'"
            ),
        )
    )


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("backchannel.write"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_finalize,
    )
    environment.globals.update(words=matrix_words, phrases=phrases)
    environment.tests["web_address"] = _is_web_address
    return environment


def _finalize(value: object) -> object:
    if isinstance(value, str) and not isinstance(value, Markup):
        return make_visible(value)
    return value


def _is_web_address(url: str | None) -> bool:
    # A link may lead to the web and nowhere else: "javascript:" would run.
    return url is not None and url.startswith(("https://", "http://"))
