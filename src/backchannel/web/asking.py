"""What every screen takes from a request: the case, the pages, the place in a list."""

from collections.abc import Iterator
from functools import partial
from typing import Annotated

from fastapi import APIRouter, Depends, Query
from starlette.requests import Request

from backchannel.case import open_case
from backchannel.case.case import Case
from backchannel.web.rendering import Pages


def _open(request: Request) -> Iterator[Case]:
    # One for each request: a case may be asked by one thread at a time.
    with open_case(request.app.state.case) as case:
        yield case


def _pages(request: Request) -> Pages:
    pages: Pages = request.app.state.pages
    return pages


CaseHere = Annotated[Case, Depends(_open)]
PagesHere = Annotated[Pages, Depends(_pages)]
Words = Annotated[str, Query(max_length=2000)]
PageNumber = Annotated[int, Query(ge=1, le=10**6)]

router = APIRouter()
#: Makes a function answer at a path.
at = partial(router.api_route, methods=["GET", "HEAD"], response_model=None)
