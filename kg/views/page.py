"""A network -> one HTML file that opens from disk and asks the net for nothing. The only module that imports pyvis.

pyvis's own template loads Bootstrap from the net in every mode and puts titles into the page as markup; the page uses
`template/` instead, with vis-network inlined from the pyvis package. A Content-Security-Policy names each inline script
and style by its hash, so that nothing an article says can run or load anything.
"""

import base64
import hashlib
from dataclasses import replace
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import pyvis.network

from kg.views.card import Card, card
from kg.views.content import content
from kg.views.kinds import kind_of, looks
from kg.views.marks import Mark, mark
from kg.views.network import Network
from kg.views.regions import Plan, plan
from kg.views.words import ENGLISH, Words, same, view_summary, view_title

TEMPLATE = Path(__file__).parent / "template"
# In the order of the page: each uses what stands before it; start.js sets all going.
SCRIPTS = (
    "dom.js",
    "content.js",
    "state.js",
    "walks.js",
    "filters.js",
    "shapes.js",
    "drawing.js",
    "labels.js",
    "paint.js",
    "picture.js",
    "pointer.js",
    "export.js",
    "evidence.js",
    "career.js",
    "panel.js",
    "search.js",
    "legend.js",
    "timeline.js",
    "tables.js",
    "start.js",
)
LIBRARY = "templates/lib/vis-9.1.2/vis-network.min.js"


def page(network: Network) -> str:
    """The page's HTML, the same text for the same network."""
    title, summary = _title(network), _summary(network)
    marks = {node: mark(data["label"], network.graph.degree(node)) for node, data in network.graph.nodes(data=True)}
    found = plan(network.graph, network.facets.regions, {node: each.size for node, each in marks.items()})
    placed = _settled(found, marks)
    drawing = pyvis.network.Network(directed=True, heading=title[ENGLISH], cdn_resources="in_line")
    drawing.set_template_dir(str(TEMPLATE), "page.html")
    drawing.set_options(asset(TEMPLATE / "options.json"))
    _draw(network, placed, marks, drawing)
    drawing.templateEnv.policies["json.dumps_kwargs"] = _JSON
    drawing.templateEnv.globals.update(_surroundings(network, placed, title, summary))
    html: str = drawing.generate_html()
    return html


_JSON = {"sort_keys": True, "ensure_ascii": False, "separators": (",", ":")}


def _title(network: Network) -> Words:
    """What the page is called: its view, and what it is about."""
    title = view_title(network.view.name)
    if network.view.is_query:
        return tuple(f"{each}: {network.view.selection.name}" for each in title)
    about = network.subject.name if network.subject else same(", ".join(network.view.values.values()))
    return tuple(f"{each}: {name}" if name else each for each, name in zip(title, about, strict=True))


def _summary(network: Network) -> Words:
    return view_summary(network.view.selection.name) or same(network.view.summary)


def _settled(found: Plan, marks: dict[str, Mark]) -> Plan:
    """The plan with the centres of marks instead of those of whole boxes."""

    def settle(places: dict[str, tuple[int, int]]) -> dict[str, tuple[int, int]]:
        return {node: (x, marks[node].top(y)) for node, (x, y) in places.items()}

    regions = tuple(replace(region, guests=settle(region.guests)) for region in found.regions)
    return Plan(settle(found.places), regions)


def _draw(network: Network, placed: Plan, marks: dict[str, Mark], drawing: Any) -> None:  # noqa: ANN401 - untyped
    numbers = {node: number for number, node in enumerate(network.graph)}
    for node, kind in network.graph.nodes(data="kind"):
        x, y = placed.places[node]
        look = looks()[kind_of(kind)]
        drawing.add_node(numbers[node], x=x, y=y, size=marks[node].radius, shape=look.shape, group=kind_of(kind))
    for source, target in network.graph.edges:
        drawing.add_edge(numbers[source], numbers[target])


# ---------------------------------------------------------------- what stands around the drawing


def _surroundings(network: Network, placed: Plan, title: Words, summary: Words) -> dict[str, object]:
    used = {kind_of(kind) for _, kind in network.graph.nodes(data="kind")}
    style, library, script = page_style(), _library(), "".join(asset(TEMPLATE / name) for name in SCRIPTS)
    return {
        "summary": summary[ENGLISH],
        "kinds": [look.as_data(kind) for kind, look in looks().items() if kind in used],
        "content": content(network, placed, title, summary),
        "card": thumbnail(network, placed, title, summary).as_data(),
        "style": style,
        "library": library,
        "script": script,
        "policy": policy(style, library, script),
    }


def thumbnail(network: Network, placed: Plan, title: Words, summary: Words) -> Card:
    """What the index says of the page."""
    kinds = {node: kind_of(kind) for node, kind in network.graph.nodes(data="kind")}
    return card(title[ENGLISH], summary[ENGLISH], kinds, placed.places, network.graph.edges)


def page_style() -> str:
    """The colours of the kinds, light and dark, and the page's own style sheet."""
    light = "".join(f" --{kind}: {look.light};" for kind, look in looks().items())
    dark = "".join(f" --{kind}: {look.dark};" for kind, look in looks().items())
    night = f'@media (prefers-color-scheme: dark) {{ :root:not([data-theme="light"]) {{{dark} }} }}'
    classes = "".join(f".{kind} {{ fill: var(--{kind}); }}\n" for kind in looks())
    colours = f':root {{{light} }}\n{night}\n:root[data-theme="dark"] {{{dark} }}\n{classes}'
    return colours + asset(TEMPLATE / "page.css")


def policy(style: str, *scripts: str) -> str:
    """A Content-Security-Policy that lets these inline texts stand and nothing else."""
    allowed = " ".join(_hash(script) for script in scripts) or "'none'"
    return f"default-src 'none'; script-src {allowed}; style-src {_hash(style)}; base-uri 'none'; form-action 'none'"


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


@cache
def asset(path: Path) -> str:
    """A file of the template as text."""
    return _text(path.read_bytes())


@cache
def _library() -> str:
    return _text(files("pyvis").joinpath(LIBRARY).read_bytes())


def _text(data: bytes) -> str:
    """Text with the line ends that a browser sees when it checks a script against its hash."""
    return data.decode("utf-8").replace("\r\n", "\n").replace("\r", "\n")
