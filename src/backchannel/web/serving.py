"""A case served at an address: who may be served where, and the server."""

import ipaddress
import logging
import re
import socket

import uvicorn

from backchannel.domain.errors import SettingsError
from backchannel.web.app import make_app
from backchannel.web.guard import LOOPBACK

#: Characters of the shortest token: of random ones, more than can be tried.
SHORTEST = 16
_TOKEN = re.compile(r"[A-Za-z0-9._~-]+")


def check_address(host: str, token: str | None) -> None:
    """Make sure that only those are served who are meant to be.

    Raises:
        SettingsError: others than this machine could reach the case without a token,
            or the token is too weak for them.
    """
    if token is None:
        if host.lower() not in LOOPBACK:
            remedy = "others could read the case there; give a token with --token"
            raise SettingsError("host", host, remedy)
    elif not _TOKEN.fullmatch(token) or len(token) < SHORTEST:
        remedy = f"take at least {SHORTEST} letters and digits, such as of `uuidgen`"
        # The token itself is nobody's business, least of all a log's.
        raise SettingsError("token", "…", remedy)


def names_of(host: str) -> frozenset[str]:
    """Return the names that a server at `host` answers to."""
    if host.lower() in LOOPBACK:
        return LOOPBACK
    names = {host.lower()}
    if _is_everywhere(host):
        names |= {socket.gethostname().lower(), socket.getfqdn().lower()}
    return LOOPBACK | names


def serve(case: str, *, host: str, port: int, token: str | None) -> None:
    """Serve a case until it is interrupted.

    Raises:
        SettingsError: as `check_address`; or the address is taken, or none of this
            machine's.
    """
    check_address(host, token)
    app = make_app(case, hosts=names_of(host), token=token)
    logging.getLogger("uvicorn.error").setLevel(logging.WARNING)
    with _listen(host, port) as listening:
        config = uvicorn.Config(
            app,
            # An address may hold the token: no log of addresses.
            access_log=False,
            log_config=None,
            server_header=False,
            ws="none",
            lifespan="off",
            proxy_headers=False,
        )
        uvicorn.Server(config).run(sockets=[listening])


def _listen(host: str, port: int) -> socket.socket:
    # Bound here, so that a port that is taken is told as any other problem is.
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family)
    except OSError as error:
        remedy = f"cannot be used: {error.strerror}; try another --port or --host"
        raise SettingsError("address", f"{host}:{port}", remedy) from error


def _is_everywhere(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_unspecified
    except ValueError:
        return False
