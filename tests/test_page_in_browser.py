from pathlib import Path

import pytest

pytest.importorskip("selenium", reason="selenium is not installed: pip install 'govkg[test]'")

from browser import CHROMIUM, DRIVER, Page, chromium
from pyoxigraph import RdfFormat, Store

from kg.graph.terms import DATA
from kg.views.catalogue import names, view
from kg.views.network import network
from kg.views.page import page
from kg.views.write import write_pages

pytestmark = pytest.mark.skipif(not (CHROMIUM and DRIVER), reason="no chromium and chromedriver on this machine")

SAMPLE = Path(__file__).parent / "data" / "sample.ttl"
MAU, DOAN = DATA + "person/hoang-van-mau_lang-son", DATA + "person/doan-thu-ha_lang-son"
LOC_BINH = DATA + "body/commune-lang-son-loc-binh_party-committee"
HEADLINE = "Lang Son has a new chief of the Party Committee's Office"


@pytest.fixture(scope="module")
def driver():
    with chromium() as browser:
        yield browser


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    folder = tmp_path_factory.mktemp("pages")
    write_pages(SAMPLE, folder)
    return folder


@pytest.fixture
def opened(driver, pages):
    def at(path, *, width=1300, height=850, dark=False):
        return Page(driver, pages / path, width=width, height=height, dark=dark)

    return at


@pytest.mark.parametrize("name", names())
def test_a_page_asks_for_nothing_but_itself_and_reports_no_error(opened, name):
    shown = opened(f"{name}.html")
    shown.run("choose(data.edges[0].id); choose(data.nodes[0].id); choose(null)")
    shown.run("byId('list').open = true")
    assert shown.requests() == [shown.url]
    assert shown.complaints() == []
    assert shown.run("return network.body.nodeIndices.length") > 10


def test_a_request_would_be_noticed(opened):
    shown = opened("officials.html")
    shown.run("const image = new Image(); image.src = 'https://example.org/spy.png'; document.body.append(image)")
    shown.driver.execute_async_script("setTimeout(arguments[0], 300)")
    assert "Content Security Policy" in " ".join(shown.complaints())


def test_a_click_on_a_link_shows_its_passage_and_article(opened):
    shown = opened("officials.html")
    shown.click_edge(MAU, LOC_BINH)
    shown.wait_for("secretary (former)", "#details h2")
    quotes = [quote.text for quote in shown.find("#details blockquote")]
    assert "Mr Hoang Van Mau had been secretary of Loc Binh from July 2025 to October 2025." in quotes
    link = shown.find("#details .source a")[0]
    assert link.text == HEADLINE
    assert link.get_attribute("href") == "https://example.org/2025/11/05/lang-son-party-office.html"
    assert "2025-11-05" in shown.text("#details .source")
    assert "title-with-name" in shown.text("#details .rule")


def test_a_click_on_a_thing_shows_its_spellings_and_links_with_quotes(opened):
    shown = opened("officials.html")
    shown.click_node(DOAN)
    shown.wait_for("Doan Thu Ha", "#details h2")
    assert "Доан Тху Ха" in shown.text("#details")
    assert "deputy secretary → Lạng Sơn Provincial Party Committee" in shown.text("#details")
    assert len(shown.find("#details blockquote")) == 2


def test_a_click_beside_everything_shows_the_hint_again(opened):
    shown = opened("officials.html")
    hint = shown.text("#details")
    shown.click_node(DOAN)
    shown.wait_for("Doan Thu Ha", "#details h2")
    shown.click_canvas(3, 3)
    shown.wait_for(hint)


def test_the_legend_hides_and_shows_a_kind(opened):
    shown = opened("officials.html")
    hidden = "return [drawn.nodes.get({filter: n => n.hidden}), drawn.edges.get({filter: e => e.hidden})]"
    box = shown.find("#legend [value=Place]")[0]
    assert shown.run(hidden) == [[], []]
    box.click()
    nodes, edges = shown.run(hidden)
    assert {node["group"] for node in nodes} == {"Place"}
    assert {edge["label"] for edge in edges} == {"in"}
    box.click()
    assert shown.run(hidden) == [[], []]


@pytest.mark.parametrize("typed", ["doan thu", "Đoàn Thu Hà", "Доан Тху"])
def test_the_search_finds_any_spelling(opened, typed):
    shown = opened("officials.html")
    search = shown.find("#search")[0]
    search.send_keys(typed)
    assert [entry.text for entry in shown.find("#found button")] == ["Doan Thu Ha"]
    search.send_keys("\ue007")
    shown.wait_for("Doan Thu Ha", "#details h2")
    assert shown.run("return network.getSelectedNodes()") == [DOAN]


def test_a_search_without_result_says_so(opened):
    shown = opened("officials.html")
    shown.find("#search")[0].send_keys("nobody of this name")
    assert shown.text("#found") == "Nothing of that name here"


def test_choosing_a_hidden_thing_shows_its_kind_again(opened):
    shown = opened("officials.html")
    shown.find("#legend [value=Person]")[0].click()
    shown.run("choose(arguments[0])", DOAN)
    assert shown.find("#legend [value=Person]")[0].is_selected()


def test_every_link_can_be_reached_by_keyboard(opened):
    shown = opened("officials.html")
    summary = shown.find("#list summary")[0]
    summary.send_keys("\ue007")
    shown.wait(lambda: bool(shown.find("#list table")), "the list never opened")
    rows = shown.find("#list tbody tr")
    assert len(rows) == shown.run("return data.edges.length")
    row = next(row for row in rows if "former" in row.text)
    row.find_elements("css selector", "button")[1].send_keys("\ue007")
    shown.wait_for("secretary (former)", "#details h2")


def test_a_dark_page_draws_in_other_colours(opened):
    colour = "return [colour('page'), drawn.nodes.get(arguments[0]).color.background]"
    light, dark = (opened("officials.html", dark=dark).run(colour, DOAN) for dark in (False, True))
    assert light[0] != dark[0]
    assert light[1] != dark[1]


def test_a_small_screen_shows_picture_and_panel_without_sideways_scrolling(opened):
    shown = opened("meetings.html", width=360, height=740)
    assert shown.run("return document.documentElement.scrollWidth") <= 360
    heights = shown.run("return ['#picture', 'aside'].map(s => document.querySelector(s).clientHeight)")
    assert min(heights) > 200
    meeting = shown.run("return data.nodes.find(n => n.group === 'Meeting').id")
    shown.run("choose(arguments[0])", meeting)
    shown.click_node(meeting)
    shown.wait_for("Meeting", "#details .kind")


# ---------------------------------------------------------------- text that means harm

EVIL = (
    "<img src=x onerror='window.hacked=1'>\"&quot;</script><script>window.hacked=1</script><!--\u202eabc\u2066"
    + "W" * 10_000
)


def hostile_graph():
    """Return one official whose every text is hostile."""
    literal = EVIL.replace("\\", "\\\\").replace('"', '\\"')
    store = Store()
    store.load(
        f"""
        @prefix gov: <https://w3id.org/govkg/ontology#> . @prefix org: <http://www.w3.org/ns/org#> .
        @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> . @prefix oa: <http://www.w3.org/ns/oa#> .
        @prefix prov: <http://www.w3.org/ns/prov#> . @prefix schema: <https://schema.org/> .
        @prefix dct: <http://purl.org/dc/terms/> . @prefix role: <https://w3id.org/govkg/code/role/> .
        <https://e.org/p> a gov:Person ; rdfs:label "{literal}" .
        <https://e.org/b> a gov:Body ; rdfs:label "{literal}"@en .
        <https://e.org/t> a gov:Tenure ; org:member <https://e.org/p> ; org:organization <https://e.org/b> ;
            org:role role:other ; gov:title "{literal}" ; gov:status gov:current ; gov:rule "{literal}" ;
            prov:wasDerivedFrom <https://e.org/q> .
        <https://e.org/q> oa:exact "{literal}" ; oa:prefix "{literal}" ; oa:start 0 ; oa:end 9 ;
            gov:inArticle <https://e.org/a> .
        <https://e.org/a> a gov:Article ; dct:identifier "a" ; schema:headline "{literal}" ;
            schema:publisher "{literal}" ; schema:url <javascript:window.hacked=1> .
        """.encode(),
        format=RdfFormat.TURTLE,
    )
    return store


def test_hostile_text_stays_text(opened, pages):
    (pages / "hostile.html").write_text(page(network(hostile_graph(), view("officials"))), encoding="utf-8")
    shown = opened("hostile.html", width=1000)
    shown.click_edge("https://e.org/p", "https://e.org/b")
    shown.wait_for("read by rule")
    assert shown.run("return document.querySelector('#details blockquote').childNodes[1].data") == EVIL
    assert shown.find("#details img, #details script, #details a") == []
    shown.find("#search")[0].send_keys("onerror")
    shown.click_node("https://e.org/p")
    shown.wait_for("Person", "#details .kind")
    assert shown.run("return window.hacked") is None
    assert shown.run("return document.documentElement.scrollWidth") <= 1000
    assert shown.requests() == [shown.url]
    assert shown.complaints() == []


def test_a_view_without_a_node_opens_and_says_so(opened, pages):
    (pages / "empty.html").write_text(page(network(Store(), view("officials"))), encoding="utf-8")
    shown = opened("empty.html")
    assert "Nothing to show" in shown.text("#empty")
    assert shown.complaints() == []
