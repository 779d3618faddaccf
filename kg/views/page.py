"""A network -> one HTML file that opens from disk and asks the net for nothing. The only module that imports pyvis.

pyvis's own template loads Bootstrap from the net in every mode and puts titles into the page as markup; the page uses
`template/` instead, with vis-network inlined from the pyvis package. A Content-Security-Policy names each inline script
and style by its hash, so that nothing an article says can run or load anything.
"""

import base64
import hashlib
import textwrap
import tomllib
from dataclasses import asdict, dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import pyvis.network

from kg.views.layout import positions
from kg.views.network import Network

TEMPLATE = Path(__file__).parent / "template"
SCRIPTS = ("panel.js", "picture.js")
LIBRARY = "templates/lib/vis-9.1.2/vis-network.min.js"
OTHER = "Thing"

MARK, FONT, LINE, LETTER = 24, 16, 19, 8.6
"""In pixels: height of a node's mark, of its label's letters and lines, and the mean width of a letter."""
ORDINARY, LARGEST = 4, 3
"""A thing with more links than is ordinary is drawn larger, so that a large network can be read from afar."""
LABEL_WIDTH, LABEL_LINES = 24, 3
RELATION_WIDTH, RELATION_LINES = 30, 3


@cache
def kinds() -> dict[str, dict[str, str]]:
    """How each kind of thing looks and is called, from kinds.toml."""
    return tomllib.loads((Path(__file__).parent / "kinds.toml").read_text(encoding="utf-8"))


def page(network: Network) -> str:
    """The page's HTML, the same text for the same network."""
    title = network.view.name.capitalize()
    drawing = pyvis.network.Network(directed=True, heading=title, cdn_resources="in_line")
    drawing.set_template_dir(str(TEMPLATE), "page.html")
    drawing.set_options(_asset("options.json"))
    _draw(network, drawing)
    drawing.templateEnv.policies["json.dumps_kwargs"] = {"sort_keys": True, "ensure_ascii": False}
    drawing.templateEnv.globals.update(_surroundings(network))
    html: str = drawing.generate_html()
    return html


def _draw(network: Network, drawing: Any) -> None:  # noqa: ANN401 - pyvis has no types
    marks = {node: _mark(data["label"], network.graph.degree(node)) for node, data in network.graph.nodes(data=True)}
    places = positions(network.graph, {node: mark.size for node, mark in marks.items()})
    for node, data in network.graph.nodes(data=True):
        x, y = places[node]
        drawing.add_node(node, x=x, y=marks[node].top(y), **marks[node].look(), **_thing(data))
    for number, (source, target, data) in enumerate(network.graph.edges(data=True)):
        both_ways = network.graph.has_edge(target, source) and source != target
        drawing.add_edge(source, target, id=f"link-{number}", **_link(data, both_ways=both_ways))


def _thing(data: dict[str, Any]) -> dict[str, Any]:
    group = _kind(data)
    return {
        "group": group,
        "shape": kinds()[group]["shape"],
        "name": data["label"],
        "names": data["names"],
        "says": [asdict(statement) for statement in data["says"]],
        "told": data["facts"],
        "passages": data["passages"],
    }


def _link(data: dict[str, Any], *, both_ways: bool) -> dict[str, Any]:
    curve = {"smooth": {"enabled": True, "type": "curvedCW", "roundness": 0.2}} if both_ways else {}
    return {
        "label": _relation_label(data["relations"]),
        "relations": data["relations"],
        "facts": data["facts"],
        "dashes": data["former"],
        **curve,
    }


def _kind(data: dict[str, Any]) -> str:
    return data["kind"] if data["kind"] in kinds() else OTHER


# ---------------------------------------------------------------- labels


@dataclass(frozen=True, slots=True)
class Mark:
    """A node as it is drawn: its label in lines, and how much larger than others it is."""

    label: str
    scale: float

    @property
    def size(self) -> tuple[float, float]:
        """Width and height of the mark with its label below."""
        lines = self.label.split("\n")
        return self.scale * max(MARK, LETTER * max(map(len, lines))), self.scale * (MARK + LINE * len(lines))

    def top(self, middle: int) -> int:
        """Where the mark's own centre is when the whole box has its centre at this height."""
        return middle + round((self.scale * MARK - self.size[1]) / 2)

    def look(self) -> dict[str, Any]:
        """The properties that vis-network draws it by."""
        radius, letters = round(self.scale * MARK / 2), round(self.scale * FONT)
        return {"label": self.label, "size": radius, "font": {"size": letters}}


def _mark(name: str, links: int) -> Mark:
    scale = min(LARGEST, 1 + max(0, links - ORDINARY) / 8)
    return Mark(_wrapped(name, LABEL_WIDTH, LABEL_LINES) or "?", scale)


def _relation_label(relations: tuple[str, ...]) -> str:
    shown = [_wrapped(relation, RELATION_WIDTH, 1) for relation in relations]
    if len(shown) > RELATION_LINES:
        shown[RELATION_LINES - 1 :] = [f"and {len(shown) - RELATION_LINES + 1} more"]
    return "\n".join(shown)


def _wrapped(words: str, width: int, lines: int) -> str:
    return "\n".join(textwrap.wrap(words, width, max_lines=lines, placeholder="…", break_on_hyphens=False))


# ---------------------------------------------------------------- what stands around the drawing


def _surroundings(network: Network) -> dict[str, object]:
    used = {_kind(data) for _, data in network.graph.nodes(data=True)}
    shown = [{"kind": kind, **look} for kind, look in kinds().items() if kind in used]
    style, library, script = _style(), _library(), "".join(map(_asset, SCRIPTS))
    return {
        "summary": network.view.summary,
        "kinds": shown,
        "evidence": asdict(network.evidence),
        "style": style,
        "library": library,
        "script": script,
        "policy": _policy(style, library, script),
    }


def _style() -> str:
    light = "".join(f" --{kind}: {look['light']};" for kind, look in kinds().items())
    dark = "".join(f" --{kind}: {look['dark']};" for kind, look in kinds().items())
    colours = f":root {{{light} }}\n@media (prefers-color-scheme: dark) {{ :root {{{dark} }} }}\n"
    return colours + _asset("page.css")


def _policy(style: str, *scripts: str) -> str:
    allowed = " ".join(_hash(script) for script in scripts)
    return f"default-src 'none'; script-src {allowed}; style-src {_hash(style)}; base-uri 'none'; form-action 'none'"


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


@cache
def _asset(name: str) -> str:
    return _text((TEMPLATE / name).read_bytes())


@cache
def _library() -> str:
    return _text(files("pyvis").joinpath(LIBRARY).read_bytes())


def _text(data: bytes) -> str:
    """Text with the line ends that a browser sees when it checks a script against its hash."""
    return data.decode("utf-8").replace("\r\n", "\n").replace("\r", "\n")
