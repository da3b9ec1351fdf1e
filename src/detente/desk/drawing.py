"""View models into HTML or Markdown.

Autoescape is on for HTML, and the Markdown filter escapes every sign that Markdown or HTML reads: words from articles are
words. The page carries a policy that allows nothing but its own style sheet, named by its hash.
"""

from __future__ import annotations

import base64
import hashlib
import re
from functools import cache
from importlib import resources

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from detente.desk import wording
from detente.desk.views import Brief

_MARKDOWN = re.compile(r"([\\`*_{}\[\]<>#|~$^])")
_LINE_START = re.compile(r"^(\s*)(?:([-+=])|(\d+)([.)]))")


@cache
def _stylesheet() -> str:
    """The style sheet without comments and indentation."""
    css = resources.files("detente.desk").joinpath("static", "brief.css").read_text("utf-8")
    css = re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)
    return "\n".join(line.strip() for line in css.splitlines() if line.strip())


def policy(stylesheet: str) -> str:
    """A Content-Security-Policy under which nothing loads and no script runs."""
    digest = base64.b64encode(hashlib.sha256(stylesheet.encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


def html(view: Brief) -> str:
    """The brief as one HTML file that loads nothing."""
    css = _stylesheet()
    return (
        _environment(autoescape=True)
        .get_template("brief.html.j2")
        .render(
            brief=view,
            stylesheet=Markup(css),
            policy=Markup(policy(css)),
        )
    )


def markdown(view: Brief) -> str:
    """The brief as Markdown, each citation a footnote with its sentence."""
    text = _environment(autoescape=False).get_template("brief.md.j2").render(brief=view)
    return re.sub(r"\n{3,}", "\n\n", text).strip() + "\n"


def escaped(text: str) -> str:
    r"""Text that Markdown shows as it is.

    >>> print(escaped("[x](y) <b>"), escaped("1. no list"))
    \[x\](y) \<b\> 1\. no list
    """
    safe = _MARKDOWN.sub(r"\\\1", " ".join(text.split())).replace("&", "&amp;")
    return _LINE_START.sub(lambda m: f"{m[1]}\\{m[2]}" if m[2] else f"{m[1]}{m[3]}\\{m[4]}", safe)


@cache
def _environment(*, autoescape: bool) -> Environment:
    environment = Environment(
        loader=PackageLoader("detente.desk"),
        autoescape=autoescape,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters.update({"md": escaped, "capitalize_first": wording.capitalized})  # pyright: ignore[reportUnknownMemberType]
    return environment
