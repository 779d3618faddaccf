"""Time and size of network pages on made-up networks, beside a plain pyvis page of the same network.

For each size: the layout against those of other libraries (where installed), the size of the page, and in a headless
Chromium without network the time from opening to the first picture, and the frames a second while the mouse drags the
whole picture about.

python benchmarks/pages.py 1500x2000 5000x8000
"""

import importlib
import importlib.util
import os
import signal
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import networkx as nx
import pyvis.network

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from browser import CHROMIUM, DRIVER, chromium
from selenium.common.exceptions import WebDriverException
from selenium.webdriver.chrome.webdriver import WebDriver
from urllib3.exceptions import HTTPError

from kg.views.catalogue import view
from kg.views.evidence import ArticleDetail, Evidence, FactDetail, PassageDetail, Statement
from kg.views.facets import Facets
from kg.views.layout import positions
from kg.views.network import Network
from kg.views.page import page
from kg.views.words import same

PROVINCES = 34
BOX = (150.0, 62.0)
SLOW = 1_600
"""Above this many nodes networkx's layouts take minutes."""
PATIENCE = 90
"""Seconds to wait for a plain pyvis page to come to rest."""
QUOTE = "Comrade {} of place {} has been Secretary of the Party Committee of the commune since the congress of 2025"


# ---------------------------------------------------------------- a made-up network


def officials(things: int, links: int) -> Network:
    """Provinces, bodies and people as the officials view has them, each link with a fact and a quote; no randomness."""
    graph: nx.DiGraph[str] = nx.DiGraph()
    bodies = things // 3
    for number in range(things):
        kind = "Place" if number < PROVINCES else "Body" if number < PROVINCES + bodies else "Person"
        name = same(f"{kind} of the made-up place {number}")
        graph.add_node(f"n{number}", kind=kind, label=name, names=name[:1], says=(), facts=(), passages=())
    evidence = Evidence({}, {}, articles(things // 10))
    for body in range(PROVINCES, PROVINCES + bodies):
        link(graph, body, body % PROVINCES, "in", None)
    people, number = things - PROVINCES - bodies, 0
    while graph.number_of_edges() < links:
        person, turn = number % people, number // people
        home = (person * 7 + turn * 3) % bodies if turn % 4 else person % bodies
        link(graph, PROVINCES + bodies + person, PROVINCES + home, "secretary", evidence)
        number += 1
    return Network(view("officials"), graph, evidence, facets(graph, bodies), None)


def articles(count: int) -> dict[str, ArticleDetail]:
    return {
        f"a{number}": ArticleDetail(
            id=f"a{number}", title=f"Headline number {number} of a made-up newspaper", language="en",
            date=f"2025-{number % 12 + 1:02}-{number % 28 + 1:02}", publisher="example.org",
            url=f"https://example.org/2025/news-about-cadres-{number}.html", story=f"a{number}",
        )
        for number in range(count)
    }  # fmt: skip


def link(graph: "nx.DiGraph[str]", source: int, target: int, relation: str, evidence: Evidence | None) -> None:
    facts = ()
    if evidence is not None:
        fact, quote = f"f{len(evidence.facts)}", f"q{len(evidence.facts)}"
        says = (Statement("org:role", same(relation)), Statement("org:member", graph.nodes[f"n{source}"]["label"]))
        evidence.facts[fact] = FactDetail("Tenure", "title-with-name", says, (quote,))
        words, article = QUOTE.format(source, target), f"a{len(evidence.facts) % len(evidence.articles)}"
        evidence.passages[quote] = PassageDetail(words, "words before it, ", " and words after it", 90, 190, article)
        facts = (fact,)
    relations = ((same(relation), False),)
    graph.add_edge(f"n{source}", f"n{target}", relations=relations, former=False, facts=facts, roles=())


def facets(graph: "nx.DiGraph[str]", bodies: int) -> Facets:
    homes = {f"n{number}": f"n{number % PROVINCES}" for number in range(PROVINCES + bodies)}
    for node in graph:
        homes.setdefault(node, homes.get(next(iter(graph.successors(node)), ""), "n0"))
    called = {f"n{number}": graph.nodes[f"n{number}"]["label"] for number in range(PROVINCES)}
    zones = {node: (home,) for node, home in homes.items()}
    return Facets({}, zones, {}, {}, homes, called, dict.fromkeys(called, ""))


# ---------------------------------------------------------------- layouts


def report(name: str, work: Callable[[], object]) -> None:
    begin = time.perf_counter()
    work()
    print(f"  {name:40} {time.perf_counter() - begin:8.2f} s")


def layouts(graph: "nx.DiGraph[str]") -> None:
    report("layout of kg, in one piece", lambda: positions(graph, dict.fromkeys(graph, BOX)))
    installed = {name for name in ("numpy", "scipy", "igraph", "rustworkx") if importlib.util.find_spec(name)}
    if {"numpy", "scipy"} <= installed and len(graph) <= SLOW:
        report("networkx spring_layout", lambda: nx.spring_layout(graph, seed=1))
    if "igraph" in installed:  # GPL: for comparison only
        other = importlib.import_module("igraph").Graph.from_networkx(graph.to_undirected())
        report("igraph Fruchterman-Reingold", other.layout_fruchterman_reingold)
    if "rustworkx" in installed:
        rustworkx = importlib.import_module("rustworkx")
        converted = rustworkx.networkx_converter(graph.to_undirected())
        report("rustworkx spring_layout, 100 rounds", lambda: rustworkx.spring_layout(converted, num_iter=100, seed=1))


# ---------------------------------------------------------------- pages in a browser

FIRST_PICTURE = """
const done = arguments[0];
requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now())));
"""
COUNT_FRAMES = """
window.frames_seen = 0; window.counting = true;
(function count() { frames_seen += 1; if (counting) requestAnimationFrame(count); })();
"""


def usable(driver: WebDriver, path: Path, fragment: str = "") -> str:
    """Seconds from opening to the first picture."""
    driver.get("about:blank")
    driver.get(path.as_uri() + fragment)
    return f"{driver.execute_async_script(FIRST_PICTURE) / 1000:8.2f} s"


def frames(driver: WebDriver) -> float:
    """Frames a second while the mouse drags the picture about for two seconds or so."""

    def mouse(kind: str, x: float, y: float, buttons: int = 1) -> None:
        event = {"type": kind, "x": x, "y": y, "button": "left", "buttons": buttons, "clickCount": 1}
        driver.execute_cdp_cmd("Input.dispatchMouseEvent", event)

    free = "const b = document.querySelector('canvas').getBoundingClientRect(); return [b.x + 6, b.y + b.height - 80]"
    left, low = driver.execute_script(free)
    mouse("mousePressed", left, low)
    driver.execute_script(COUNT_FRAMES)
    begin = time.perf_counter()
    step = 0
    while time.perf_counter() - begin < 2:
        step += 1
        mouse("mouseMoved", left + step % 60 * 5, low - step % 40 * 5)
    seen = driver.execute_script("counting = false; return frames_seen")
    passed = time.perf_counter() - begin
    mouse("mouseReleased", left, low, 0)
    return seen / passed


def at_rest(driver: WebDriver) -> str:
    """Seconds until a plain pyvis page's physics have come to rest, from opening it."""
    begin = time.perf_counter()
    while time.perf_counter() - begin < PATIENCE:
        if driver.execute_script("return network.physics.stabilized || !network.physics.physicsEnabled"):
            return f"{driver.execute_script('return performance.now()') / 1000:8.2f} s"
        time.sleep(0.5)
    return f"not within {PATIENCE} s"


def plain(graph: "nx.DiGraph[str]") -> str:
    """The page that pyvis makes of the network by itself."""
    drawing = pyvis.network.Network(directed=True, cdn_resources="in_line")
    for node, label in graph.nodes(data="label"):
        drawing.add_node(node, label=label[1])
    for source, target in graph.edges:
        drawing.add_edge(source, target, title="secretary")
    return drawing.generate_html()


def in_browser(folder: Path) -> None:
    if not (CHROMIUM and DRIVER):
        print("  no chromium and chromedriver: nothing measured in a browser")
        return
    with chromium() as driver:
        driver.set_window_size(1400, 900)
        for name, fragment in (("kg, by province", ""), ("kg, everything at once", "#region=all")):
            print(f"  {name + ': first picture':40} {usable(driver, folder / 'kg.html', fragment)}")
            print(f"  {name + ': dragging':40} {frames(driver):8.1f} frames/s")
    # a page that keeps the browser busy for minutes answers no command, not even the one to close
    with suppress(WebDriverException, HTTPError), chromium() as driver:
        plain_in_browser(driver, folder / "plain.html")


def plain_in_browser(driver: WebDriver, path: Path) -> None:
    driver.set_window_size(1400, 900)
    driver.command_executor.client_config.timeout = PATIENCE
    try:
        print(f"  {'plain pyvis: first picture':40} {usable(driver, path)}")
        print(f"  {'plain pyvis: at rest':40} {at_rest(driver)}")
        print(f"  {'plain pyvis: dragging':40} {frames(driver):8.1f} frames/s")
    except (WebDriverException, HTTPError):
        print(f"  {'plain pyvis':40} not within {PATIENCE} s")
        os.kill(driver.capabilities["goog:processID"], signal.SIGKILL)


def measure(things: int, links: int) -> None:
    network = officials(things, links)
    print(f"{things} things, {network.graph.number_of_edges()} links")
    layouts(network.graph)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        report("page of kg", lambda: (folder / "kg.html").write_text(page(network), encoding="utf-8"))
        report("plain pyvis page", lambda: (folder / "plain.html").write_text(plain(network.graph), encoding="utf-8"))
        for file in ("kg", "plain"):
            print(f"  {'size of ' + file + '.html':40} {(folder / f'{file}.html').stat().st_size / 1e6:8.2f} MB")
        in_browser(folder)


if __name__ == "__main__":
    for size in sys.argv[1:] or ["1500x2000", "5000x8000"]:
        measure(*map(int, size.split("x")))
