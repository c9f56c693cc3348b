"""How pages are made: templates that escape, our own assets, and their digests."""

import base64
import hashlib
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from backchannel.write.visible import make_visible


def page_environment() -> Environment:
    """Return an environment that escapes every text and tells web addresses."""
    environment = Environment(
        loader=PackageLoader("backchannel.write"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_finalize,
    )
    environment.tests["web_address"] = _is_web_address
    return environment


def read_asset(name: str) -> Markup:
    """Return a style or script of ours, to stand in a page as it is."""
    # Safe unescaped: they are our own files, and hold no "</".
    return Markup(
        files("backchannel.write").joinpath("templates", name).read_text("utf-8")
    )


def digest_of(asset: str) -> str:
    """Return what a content security policy knows an inline asset by (CSP 3, 2.3.1)."""
    digest = hashlib.sha256(asset.encode()).digest()
    return "sha256-" + base64.b64encode(digest).decode()


def _finalize(value: object) -> object:
    if isinstance(value, str) and not isinstance(value, Markup):
        return make_visible(value)
    return value


def _is_web_address(url: str | None) -> bool:
    # A link may lead to the web and nowhere else: "javascript:" would run.
    return url is not None and url.startswith(("https://", "http://"))
