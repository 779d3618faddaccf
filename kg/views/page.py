"""A network -> one HTML file that opens from disk and asks the net for nothing. The only module that imports pyvis.

pyvis's own template loads Bootstrap from the net in every mode and puts titles into the page as markup; the page uses
`template/` instead, with vis-network inlined from the pyvis package. A Content-Security-Policy names each inline script
and style by its hash, so that nothing an article says can run or load anything.
"""

import base64
import hashlib
import textwrap
import tomllib
from dataclasses import asdict
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

MARK = 24
"""Height of a node's mark: twice vis-network's node size in template/options.json."""
LINE, LETTER = 19, 7.7
"""Height of a line and mean width of a letter at the label size in template/options.json, in pixels."""
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
    labels = {node: _label(data["label"]) for node, data in network.graph.nodes(data=True)}
    places = positions(network.graph, {node: _size(label) for node, label in labels.items()})
    for node, data in network.graph.nodes(data=True):
        x, y = places[node]
        top = y - round(_size(labels[node])[1] / 2)
        drawing.add_node(node, label=labels[node], x=x, y=top + MARK // 2, **_thing(data))
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


def _label(name: str) -> str:
    return _wrapped(name, LABEL_WIDTH, LABEL_LINES) or "?"


def _relation_label(relations: tuple[str, ...]) -> str:
    shown = [_wrapped(relation, RELATION_WIDTH, 1) for relation in relations]
    if len(shown) > RELATION_LINES:
        shown[RELATION_LINES - 1 :] = [f"and {len(shown) - RELATION_LINES + 1} more"]
    return "\n".join(shown)


def _wrapped(words: str, width: int, lines: int) -> str:
    return "\n".join(textwrap.wrap(words, width, max_lines=lines, placeholder="…", break_on_hyphens=False))


def _size(label: str) -> tuple[float, float]:
    lines = label.split("\n")
    return max(MARK, LETTER * max(map(len, lines))), MARK + LINE * len(lines)


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
