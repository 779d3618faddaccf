"""What axe-core, a checker of accessibility rules, finds on the pages; WCAG contrast among its rules."""

from pathlib import Path

import pytest

pytest.importorskip("selenium", reason="selenium is not installed: pip install 'govkg[test]'")

from browser import CHROMIUM, DRIVER, Page, chromium

from kg.views.catalogue import view
from kg.views.write import write_page, write_pages

AXE = Path(__file__).parent / "js" / "node_modules" / "axe-core" / "axe.min.js"
pytestmark = [
    pytest.mark.skipif(not (CHROMIUM and DRIVER), reason="no chromium and chromedriver on this machine"),
    pytest.mark.skipif(not AXE.exists(), reason="no axe-core: npm install --prefix tests/js"),
]

SAMPLE = Path(__file__).parent / "data" / "sample.ttl"
STATES = {
    "opened": "",
    "everything open": "byId('more').open = true; update({tables: 'links', chosen: links[0].key})",
    "a person": "update({chosen: things.find(t => t.kind === 'Person').id, tables: 'things', lang: 'vi'})",
    "found": "byId('search').value = 'a'; listFound()",
    "a path": "update({start: links[0].key.split('~')[0], end: links[0].key.split('~')[1]})",
    "a neighbourhood": "update({around: things[0].id, lang: 'ru'})",
}
WORST = """
const done = arguments[0];
axe.run(document, {resultTypes: ['violations']}).then(({violations}) => done(violations
  .filter(({impact}) => impact === 'serious' || impact === 'critical')
  .map(({id, help, nodes}) => `${id}: ${help}: ${nodes.map(({html}) => html.slice(0, 150)).join(' | ')}`)));
"""


@pytest.fixture(scope="module")
def driver():
    with chromium() as browser:
        yield browser


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    folder = tmp_path_factory.mktemp("pages")
    write_pages(SAMPLE, folder)
    write_page(view("person", "Hoang Van Mau"), SAMPLE, folder / "person.html")
    return folder


def faults(driver, path, state="", *, width=1300, dark=False):
    Page(driver, path, width=width, height=800, dark=dark)
    driver.execute_script(state)
    # The page's policy holds for what the page runs, not for what the driver runs in it.
    driver.execute_script(AXE.read_text(encoding="utf-8"))
    return driver.execute_async_script(WORST)


@pytest.mark.parametrize("state", STATES.values(), ids=STATES)
def test_a_page_has_no_serious_fault_in_any_state(driver, pages, state):
    assert faults(driver, pages / "directives.html", state) == []


@pytest.mark.parametrize("state", ["everything open", "a person", "a path"])
def test_a_dark_page_has_no_serious_fault(driver, pages, state):
    assert faults(driver, pages / "directives.html", STATES[state], dark=True) == []


@pytest.mark.parametrize("name", ["bodies", "meetings", "officials", "person", "index"])
def test_no_page_has_a_serious_fault(driver, pages, name):
    assert faults(driver, pages / f"{name}.html") == []


def test_a_small_page_has_no_serious_fault(driver, pages):
    assert faults(driver, pages / "officials.html", STATES["everything open"], width=360) == []


def test_a_fault_would_be_found(driver, pages):
    spoilt = "byId('search').removeAttribute('aria-label'); byId('search').removeAttribute('placeholder')"
    assert faults(driver, pages / "officials.html", spoilt)
