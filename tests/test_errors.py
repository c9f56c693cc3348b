"""The tree of errors is drawn as it grows."""

from collections.abc import Iterator

from backchannel.domain import errors


def draw(cls: type[Exception], indent: str = "") -> Iterator[str]:
    children = [
        child for child in cls.__subclasses__() if child.__module__ == errors.__name__
    ]
    for child in children:
        last = child is children[-1]
        yield f"{indent}{'└' if last else '├'}── {child.__name__}"
        yield from draw(child, indent + ("    " if last else "│   "))


def test_docstring_draws_the_error_tree() -> None:
    tree = "\n".join(["BackchannelError", *draw(errors.BackchannelError)])
    assert tree in (errors.__doc__ or "")
