"""A comparison of accounts as one page: the matrix, its reasons, its quotes.

A comparison in, HTML out. The page is whole in itself and runs nothing: no script, no
request, and its content security policy holds it to that.
"""

from functools import cache
from typing import TextIO

from jinja2 import Environment

from backchannel.domain.comparisons import Comparison
from backchannel.write import matrix_words, phrases
from backchannel.write.templating import digest_of, page_environment, read_asset


def write_matrix_page(comparison: Comparison, stream: TextIO) -> None:
    """Write the page of a comparison."""
    stream.write(render_matrix(comparison))


def render_matrix(comparison: Comparison) -> str:
    """Return the page; every text of a document in it is escaped."""
    style = read_asset("matrix.css")
    return (
        _environment()
        .get_template("matrix.html.jinja")
        .render(
            comparison=comparison,
            columns=comparison.columns[: comparison.compared],
            style=style,
            policy=(
                f"default-src 'none'; style-src '{digest_of(style)}'; img-src data:;"
                " base-uri 'none'; form-action 'none'"
            ),
        )
    )


@cache
def _environment() -> Environment:
    environment = page_environment()
    environment.globals.update(words=matrix_words, phrases=phrases)
    return environment
