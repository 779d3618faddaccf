"""The pages in a headless Chromium with the network off: what a reader sees, clicks and types."""

import json
import re
from pathlib import Path

import pytest

pytest.importorskip("selenium", reason="selenium is not installed: pip install 'govkg[test]'")

from browser import CHROMIUM, DRIVER, Page, chromium
from pyoxigraph import RdfFormat, Store
from selenium.webdriver.common.keys import Keys

from kg.graph.store import Graph
from kg.views.catalogue import view, views
from kg.views.network import network
from kg.views.page import page
from kg.views.write import write_page, write_pages

pytestmark = pytest.mark.skipif(not (CHROMIUM and DRIVER), reason="no chromium and chromedriver on this machine")

TESTS = Path(__file__).parent
SAMPLE = TESTS / "data" / "sample.ttl"
NAMES = [each.name for each in views()]
MAU, DOAN = "id:person/hoang-van-mau_lang-son", "id:person/doan-thu-ha_lang-son"
LOC_BINH = "id:body/commune-lang-son-loc-binh_party-committee"
LANG_SON = "id:body/province-lang-son_party-committee"
HEADLINE = "Lang Son has a new chief of the Party Committee's Office"
SHOWN = "return [...shown.things].map(n => [things[n].kind, nameOf(things[n])])"


@pytest.fixture(scope="module")
def driver():
    with chromium() as browser:
        yield browser


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    folder = tmp_path_factory.mktemp("pages")
    write_pages(SAMPLE, folder)
    return folder


@pytest.fixture(scope="module")
def big(tmp_path_factory):
    """Pages of the graph of all annotated articles, the largest that a clone has."""
    from kg.pipeline import Options, build

    folder = tmp_path_factory.mktemp("big")
    build([TESTS / "gold"], folder / "gold.ttl", Options(), lambda _: None)
    write_pages(folder / "gold.ttl", folder)
    return folder


@pytest.fixture
def opened_at(driver):
    def at(path, *, width=1300, height=850, dark=False, fragment=""):
        return Page(driver, path, width=width, height=height, dark=dark, fragment=fragment)

    return at


@pytest.fixture
def shown(opened_at, pages):
    """The officials of the sample graph, opened afresh."""
    return opened_at(pages / "officials.html")


@pytest.fixture(scope="module")
def dated(pages):
    """The officials of the sample graph with one more article dated."""
    undated = 'dct:identifier "004_ce7c1f1e563d1f0d" ;'
    text = SAMPLE.read_text(encoding="utf-8")
    assert undated in text
    store = Store()
    more = f'{undated} schema:datePublished "2025-10-30"^^xsd:date ;'
    store.load(text.replace(undated, more).encode(), format=RdfFormat.TURTLE)
    (pages / "dated.html").write_text(page(network(Graph(store), view("officials"))), encoding="utf-8")
    return pages / "dated.html"


def remaining(page):
    """Return the names that the picture shows, by kind."""
    found = {}
    for kind, name in page.run(SHOWN):
        found.setdefault(kind, set()).add(name)
    return found


def select(page, name, value):
    """Choose an option of a select by its value, as a reader does."""
    if not page.run("return byId('more').open"):
        page.find("#more summary")[0].click()
    option = page.find(f"#{name} option[value='{value}']")
    assert option, f"{name} has no option {value}"
    option[0].click()


# ---------------------------------------------------------------- nothing but the file


def walk_through(page):
    """Use every part of a page once."""
    page.run("choose(links[0].key); choose(things[0].id); choose('')")
    page.run("update({tables: 'things'}); update({tables: 'links'}); update({lang: 'vi', theme: 'dark'})")
    page.run("update({around: things[0].id}); update({around: ''}); pictureAsSvg(); pictureAsCanvas()")


@pytest.mark.parametrize("name", NAMES)
def test_a_page_asks_for_nothing_but_itself_and_reports_no_error(opened_at, pages, name):
    page = opened_at(pages / f"{name}.html")
    walk_through(page)
    assert page.requests() == [page.url]
    assert page.complaints() == []
    assert page.run("return marks.length") > 10


@pytest.mark.parametrize("name", NAMES)
def test_so_does_a_page_of_a_larger_graph(opened_at, big, name):
    page = opened_at(big / f"{name}.html")
    walk_through(page)
    assert page.requests() == [page.url]
    assert page.complaints() == []
    assert page.run("return things.length") > 150


@pytest.mark.parametrize(
    ("name", "about", "of_all"),
    [
        ("person", "Doan Thu Ha", "Lạng Sơn Provincial Party Committee"),
        ("place", "Lạng Sơn", "Doan Thu Ha"),
        ("article", "001_7d3e6099bcdf4a18", "Doan Thu Ha"),
        ("query", "network", "Doan Thu Ha"),
    ],
)
def test_so_does_a_page_about_one_thing(opened_at, pages, name, about, of_all):
    out = pages / f"{name}-page.html"
    write_page(view(name, about), SAMPLE, out)
    page = opened_at(out)
    walk_through(page)
    assert page.requests() == [page.url]
    assert page.complaints() == []
    assert of_all in page.run("return things.map(t => textIn('en', t.label))")


def test_a_request_would_be_noticed(shown):
    shown.run("const image = new Image(); image.src = 'https://example.org/spy.png'; document.body.append(image)")
    shown.driver.execute_async_script("setTimeout(arguments[0], 300)")
    assert "Content Security Policy" in " ".join(shown.complaints())


def test_the_index_shows_each_page_with_a_picture_and_leads_to_it(opened_at, pages):
    index = opened_at(pages / "index.html")
    assert index.complaints() == []
    assert index.requests() == [index.url]
    cards = index.find("li")
    assert [card.find_element("css selector", "h2").text for card in cards][:4] == [
        "Bodies", "Directives", "Meetings", "Officials",
    ]  # fmt: skip
    officials = next(card for card in cards if card.find_element("css selector", "h2").text == "Officials")
    assert re.search(r"\d+ people", officials.text)
    assert len(officials.find_elements("css selector", "svg circle")) > 10
    officials.find_element("css selector", "a").click()
    assert index.text("h1") == "Officials"


# ---------------------------------------------------------------- choosing in the picture


def test_a_click_on_a_link_shows_its_passage_and_article(shown):
    shown.click_edge(MAU, LOC_BINH)
    shown.wait_for("secretary (former)", "#details h2")
    quotes = [quote.text for quote in shown.find("#details blockquote")]
    assert "Mr Hoang Van Mau had been secretary of Loc Binh from July 2025 to October 2025." in quotes
    assert shown.find("#details blockquote")[0].get_attribute("lang") == "en"
    link = shown.find("#details .source a")[0]
    assert link.text == HEADLINE
    assert link.get_attribute("href") == "https://example.org/2025/11/05/lang-son-party-office.html"
    assert "2025-11-05" in shown.text("#details .source")
    assert "title-with-name" in shown.text("#details .rule")


def test_a_click_on_a_thing_shows_spellings_links_and_quotes_in_their_languages(shown):
    shown.click_node(DOAN)
    shown.wait_for("Doan Thu Ha", "#details h2")
    assert "Доан Тху Ха" in shown.text("#details .spellings")
    assert "deputy secretary → Lạng Sơn Provincial Party Committee" in shown.text("#details details summary")
    languages = {quote.get_attribute("lang") for quote in shown.find("#details blockquote")}
    assert languages == {"ru"}


def test_a_neighbour_in_the_panel_leads_on(shown):
    shown.click_node(DOAN)
    shown.wait_for("Doan Thu Ha", "#details h2")
    next(each for each in shown.find("#details details button") if "Lạng Sơn Provincial" in each.text).click()
    shown.wait_for("Lạng Sơn Provincial Party Committee", "#details h2")


def test_a_click_beside_everything_shows_the_hint_again(shown):
    hint = shown.text("#details")
    shown.click_node(DOAN)
    shown.wait_for("Doan Thu Ha", "#details h2")
    shown.click_canvas(3, 3)
    shown.wait_for(hint)


def test_the_pointer_on_a_link_shows_what_it_is(shown):
    shown.hover_edge(MAU, LOC_BINH)
    shown.wait_for("Hoang Van Mau → Party Committee of Lộc Bình Commune", "#tip")
    assert "secretary (former)" in shown.text("#tip")


def test_no_words_of_a_link_lie_on_a_name_or_a_mark(opened_at, big):
    page = opened_at(big / "officials.html", fragment="region=all")
    for scale in (0.5, 1, 2):
        boxes = page.run(
            """const {names, relations} = placedLabels(current, arguments[0]);
            const marks = current.marks.map(m => around(m.x, m.y, 2 * m.radius, 2 * m.radius));
            const clash = relations.filter(({box}) => [...names.map(n => n.box), ...marks].some(o => overlap(box, o)));
            const doubled = names.filter(({box}, n) => names.slice(n + 1).some(o => overlap(box, o.box)));
            return [relations.length, names.length, clash.length, doubled.length]""",
            scale,
        )
        assert boxes[0] > 20
        assert boxes[1] > 100
        assert boxes[2:] == [0, 0]


def test_all_names_have_room_at_the_drawing_s_own_size(shown):
    missing = "return current.marks.length - placedLabels(current, 1).names.length"
    assert shown.run(missing) <= 1


# ---------------------------------------------------------------- search


@pytest.mark.parametrize("typed", ["doan thu", "Đoàn Thu Hà", "Доан Тху", "DOANTHUHA"])
def test_the_search_finds_any_spelling(shown, typed):
    shown.find("#search")[0].send_keys(typed)
    assert [entry.text.split("\n")[0] for entry in shown.find("#found li")] == ["Doan Thu Ha"]
    shown.find("#search")[0].send_keys(Keys.ENTER)
    shown.wait_for("Doan Thu Ha", "#details h2")
    assert shown.run("return state.chosen") == DOAN


@pytest.mark.parametrize("typed", ["ланг шон", "tỉnh lạng sơn", "LANG SON", "Langson"])
def test_the_search_knows_places_in_cyrillic_that_no_article_writes(opened_at, pages, typed):
    page = opened_at(pages / "bodies.html")
    page.find("#search")[0].send_keys(typed)
    assert any(entry.text.startswith("Tỉnh Lạng Sơn") for entry in page.find("#found li"))


def test_the_search_reads_labels_of_every_language(shown):
    shown.find("#search")[0].send_keys("партийный комитет провинции lang")
    assert shown.find("#found li")[0].text.startswith("Lạng Sơn Provincial Party Committee")


def test_a_search_without_result_says_so(shown):
    shown.find("#search")[0].send_keys("nobody of this name")
    assert shown.text("#foundCount") == "Nothing of that name here"


def test_choosing_what_a_filter_hides_lifts_the_filter(shown):
    shown.find("#legend [value=Person]")[0].click()
    shown.find("#search")[0].send_keys("Doan Thu", Keys.ENTER)
    assert shown.find("#legend [value=Person]")[0].is_selected()
    assert "Doan Thu Ha" in remaining(shown)["Person"]


# ---------------------------------------------------------------- filters


def test_the_legend_hides_and_shows_a_kind_and_says_how_much_remains(shown):
    whole = shown.text("#remains")
    counts = shown.run("return [things.length, things.length, links.length, links.length]")
    assert whole == "{} of {} things, {} of {} links".format(*counts)
    shown.find("#legend [value=Place]")[0].click()
    assert set(remaining(shown)) == {"Person", "Body"}
    assert "Place" not in shown.run("return current.marks.map(m => m.kind)")
    left = shown.run("return [shown.things.size, things.length, shown.links.size, links.length]")
    assert shown.text("#remains") == "{} of {} things, {} of {} links".format(*left)
    assert left[0] < left[1]
    assert left[2] < left[3]
    shown.find("#legend [value=Place]")[0].click()
    assert shown.text("#remains") == whole


@pytest.mark.parametrize(
    ("name", "value", "stays", "goes"),
    [
        ("place", "Tỉnh Lào Cai", "Trinh Xuan Truong", "Doan Thu Ha"),
        ("level", "commune", "Hang A Ky", "Doan Thu Ha"),
        ("role", "chair", "Be Thanh Tinh", "Doan Thu Ha"),
        ("source", "ru", "Doan Thu Ha", "Trinh Xuan Truong"),
    ],
)
def test_a_filter_leaves_what_it_asks_for(shown, name, value, stays, goes):
    select(shown, name, value)
    people = remaining(shown)["Person"]
    assert stays in people
    assert goes not in people
    assert shown.text("#remains").startswith(f"{shown.run('return shown.things.size')} of ")
    shown.find("#reset")[0].click()
    assert goes in remaining(shown)["Person"]


def test_a_document_type_leaves_documents_of_that_type_and_what_they_are_linked_with(opened_at, pages):
    page = opened_at(pages / "directives.html")
    select(page, "type", "notice")
    left = remaining(page)
    assert left["Document"] == {"Notice 176-TB/VPTU"}
    assert "Doan Thu Ha" in left["Person"]


def test_dates_leave_what_articles_of_these_days_attest(opened_at, dated):
    shown = opened_at(dated)
    shown.find("#more summary")[0].click()
    dates = shown.run("return attestedDates")
    shown.run("byId('from').value = arguments[0]; byId('from').dispatchEvent(new Event('change'))", dates[-1])
    left = shown.run("return [...shown.things].map(n => things[n].evidence.dates)")
    assert left
    assert all(dates[-1] in each for each in left)
    undated = shown.run("return things.filter(t => !t.evidence.dates.length).length")
    shown.find("#undated")[0].click()
    assert len(shown.run("return [...shown.things]")) == len(left) + undated


def test_a_number_of_stories_leaves_what_as_many_tell(shown):
    shown.find("#more summary")[0].click()
    field = shown.find("#stories")[0]
    field.send_keys(Keys.BACKSPACE, "2", Keys.TAB)
    counts = shown.run("return [...shown.things].map(n => things[n].evidence.stories.size)")
    assert counts
    assert min(counts) >= 2
    assert len(counts) < shown.run("return things.length")


def test_versions_of_a_story_count_once(opened_at, pages):
    text = SAMPLE.read_text(encoding="utf-8")
    ids = re.findall(r"^<(https://w3id.org/govkg/id/article/[^>]*)> a ", text, flags=re.MULTILINE)
    linked = text + "".join(f"<{a}> <https://w3id.org/govkg/ontology#sameStory> <{ids[0]}> .\n" for a in ids[1:])
    store = Store()
    store.load(linked.encode(), format=RdfFormat.TURTLE)
    out = pages / "one-story.html"
    out.write_text(page(network(Graph(store), view("officials"))), encoding="utf-8")
    found = opened_at(out)
    assert found.run("return Math.max(...things.map(t => t.evidence.stories.size))") == 1
    assert found.run("return Math.max(...things.map(t => t.evidence.languages.size))") > 1


def test_the_slider_shows_what_was_told_by_a_date(opened_at, dated):
    shown = opened_at(dated)
    dates = shown.run("return attestedDates")
    assert dates == ["2025-10-30", "2025-11-05"]
    slider = shown.find("#slider")[0]
    slider.send_keys(Keys.HOME)
    assert shown.run("return state.until") == dates[0]
    left = shown.run("return [...shown.things].map(n => things[n].evidence.dates[0])")
    assert left
    assert set(left) == {dates[0]}
    assert slider.get_attribute("aria-valuetext") in shown.text("#sliderDate")
    slider.send_keys(Keys.END)
    assert shown.run("return shown.things.size === things.length")


def test_filters_that_leave_nothing_say_so(shown):
    for kind in ("Person", "Body", "Place"):
        shown.find(f"#legend [value={kind}]")[0].click()
    assert shown.text("#nothing") == "Nothing is left under these filters."


# ---------------------------------------------------------------- neighbourhood and path


def test_the_neighbourhood_of_a_thing_can_be_seen_alone_and_widened(shown):
    shown.run("choose(arguments[0])", DOAN)
    next(each for each in shown.find("#details .tools button") if "neighbourhood" in each.text).click()
    assert remaining(shown) == {"Person": {"Doan Thu Ha"}, "Body": {"Lạng Sơn Provincial Party Committee"}}
    shown.find("#focus button")[0].click()
    assert "Tỉnh Lạng Sơn" in remaining(shown)["Place"]
    shown.find("#focus button")[1].click()
    assert shown.run("return shown.things.size === things.length")


def test_a_path_between_two_things_is_shown_step_by_step(shown):
    shown.run("choose(arguments[0])", MAU)
    next(each for each in shown.find("#details .tools button") if each.text == "Path from here").click()
    shown.find("#search")[0].send_keys("Trinh Tien Dong", Keys.ENTER)
    next(each for each in shown.find("#details .tools button") if "to here" in each.text).click()
    steps = [step.text for step in shown.find("#details .path li")]
    assert len(steps) == 2
    assert "Hoang Van Mau → secretary (former) → Party Committee of Lộc Bình Commune" in steps[0]
    assert "Trinh Tien Dong → secretary → Party Committee of Lộc Bình Commune" in steps[1]
    assert sorted(shown.run("return [...emphasis().marks].map(n => things[n].id)")) == sorted(
        [MAU, LOC_BINH, shown.run("return state.end")]
    )


def test_a_path_that_does_not_exist_is_told(shown):
    shown.run("update({start: arguments[0], end: things.find(t => nameOf(t) === 'Trinh Xuan Truong').id})", MAU)
    assert "Nothing of what is shown joins the two" in shown.text("#details")


# ---------------------------------------------------------------- address, language, colours


def test_the_address_holds_the_state_and_brings_it_back(opened_at, pages, shown):
    shown.find("#legend [value=Place]")[0].click()
    select(shown, "role", "deputy secretary")
    shown.run("choose(arguments[0])", DOAN)
    select(shown, "lang", "pl")
    fragment = shown.run("return location.hash.slice(1)")
    again = opened_at(pages / "officials.html", fragment=fragment)
    assert again.text("#details h2") == "Doan Thu Ha"
    assert again.run("return [state.role, state.hidden, state.lang]") == ["deputy secretary", ["Place"], "pl"]
    assert not again.find("#legend [value=Place]")[0].is_selected()
    assert again.text("#title") == "Funkcjonariusze"
    assert again.run("return document.documentElement.lang") == "pl"


def test_an_address_of_something_unknown_opens_the_page_all_the_same(opened_at, pages):
    page = opened_at(
        pages / "officials.html", fragment="chosen=id:nobody&around=x&lang=xx&steps=many&hidden=&region=none"
    )
    assert page.complaints() == []
    assert page.run("return shown.things.size === things.length")


@pytest.mark.parametrize(
    ("language", "body", "relation"),
    [
        ("vi", "Tỉnh ủy Lạng Sơn", "phó bí thư"),
        ("en", "Lạng Sơn Provincial Party Committee", "deputy secretary"),
        ("id", "Komite Partai Provinsi Lạng Sơn", "wakil sekretaris"),
        ("ru", "Партийный комитет провинции Lạng Sơn", "заместитель секретаря"),
        ("pl", "Komitet Partii Prowincji Lạng Sơn", "zastępca sekretarza"),
    ],
)
def test_names_and_relations_speak_the_chosen_language(shown, language, body, relation):
    select(shown, "lang", language)
    named = shown.run("return current.marks.find(m => m.thing.id === arguments[0]).label", LANG_SON)
    assert named.lower() == body.lower()
    words = "return relationsOf(links.find(l => things[l.from].id === arguments[0])).join()"
    assert relation in shown.run(words, DOAN).lower()
    untranslated = "return [...document.querySelectorAll('[data-say]')].filter(e => !e.textContent).length"
    assert shown.run(untranslated) == 0


def test_a_dark_page_draws_in_other_colours_and_the_switch_turns_them(opened_at, pages):
    look = "return [colours.page, colours.Person, getComputedStyle(document.body).backgroundColor]"
    light, dark = (opened_at(pages / "officials.html", dark=each).run(look) for each in (False, True))
    assert all(one != other for one, other in zip(light, dark, strict=True))
    page = opened_at(pages / "officials.html", dark=True)
    page.find("#theme")[0].click()
    assert page.run(look) == light


# ---------------------------------------------------------------- files


@pytest.fixture
def downloads(driver, tmp_path):
    driver.execute_cdp_cmd("Browser.setDownloadBehavior", {"behavior": "allow", "downloadPath": str(tmp_path)})
    return tmp_path


def test_the_picture_is_saved_as_png(shown, downloads):
    shown.find("#png")[0].click()
    saved = downloads / "officials.png"
    shown.wait(saved.exists, "no PNG was saved")
    shown.wait(lambda: saved.stat().st_size > 10_000, "the PNG is empty")
    assert saved.read_bytes()[:8] == b"\x89PNG\r\n\x1a\n"
    coloured = """const canvas = pictureAsCanvas(), ctx = canvas.getContext('2d');
        const pixels = ctx.getImageData(0, 0, canvas.width, canvas.height).data, found = new Set();
        for (let n = 0; n < pixels.length; n += 4) found.add(pixels.slice(n, n + 3).join());
        return [canvas.width, found.has('11,107,184'), found.has('184,80,11')]"""
    width, person, body = shown.run(coloured)
    assert width > 1000
    assert person
    assert body


def test_the_picture_is_saved_as_svg_that_holds_every_name(shown, downloads):
    from xml.etree import ElementTree as ET

    shown.find("#svg")[0].click()
    saved = downloads / "officials.svg"
    shown.wait(saved.exists, "no SVG was saved")
    root = ET.parse(saved).getroot()
    texts = " ".join("".join(each.itertext()) for each in root.iter("{http://www.w3.org/2000/svg}text"))
    for name in ("Doan Thu Ha", "Hoang Van Mau", "Tỉnh Lạng Sơn", "Deputy Secretary", "Officials"):
        assert name.lower() in texts.lower()
    assert not list(root.iter("{http://www.w3.org/2000/svg}script"))


# ---------------------------------------------------------------- tables and keyboard


def test_the_table_of_links_holds_every_link_sorts_and_leads_to_articles(shown):
    shown.find("#linksTab")[0].click()
    rows = shown.find("#linksTable tbody tr")
    assert len(rows) == shown.run("return links.length")
    column = "return [...document.querySelectorAll('#linksTable tbody tr')].map(r => r.children[2].textContent)"
    before = shown.run(column)
    shown.find("#linksTable thead button")[2].click()
    after = shown.run(column)
    assert after != before
    assert after == sorted(after, key=after.index)
    assert shown.find("#linksTable thead th")[2].get_attribute("aria-sort") == "ascending"
    shown.find("#linksTable thead button")[2].click()
    assert shown.run(column)[0] == after[-1]
    addresses = {link.get_attribute("href") for link in shown.find("#linksTable tbody a")}
    assert "https://example.org/2025/11/05/lang-son-party-office.html" in addresses


def test_the_table_of_things_is_in_step_with_the_picture(shown):
    shown.find("#thingsTab")[0].click()
    select(shown, "place", "Tỉnh Lào Cai")
    named = {row.text.split("\n")[0].strip() for row in shown.find("#thingsTable tbody th")}
    assert named == {name for names in remaining(shown).values() for name in names}
    next(each for each in shown.find("#thingsTable tbody th button") if each.text == "Hang A Ky").click()
    shown.wait_for("Hang A Ky", "#details h2")
    assert shown.text("#thingsTable tr.chosen th").strip() == "Hang A Ky"


def test_search_table_and_panel_are_walked_with_the_keyboard_alone(shown):
    def key(*keys):
        for each in keys:
            shown.driver.switch_to.active_element.send_keys(each)

    def focused():
        return shown.run("return document.activeElement.id || document.activeElement.textContent")

    shown.run("byId('search').focus()")
    key("lang son", Keys.ARROW_DOWN, Keys.ARROW_DOWN, Keys.ENTER)
    chosen = shown.run("return state.chosen")
    assert chosen
    shown.run("byId('linksTab').focus()")
    key(Keys.ENTER, Keys.TAB)
    assert focused() == "tables"
    key(Keys.TAB)
    assert focused().startswith("From")
    key(Keys.ENTER)
    assert shown.find("#linksTable thead th")[0].get_attribute("aria-sort") == "descending"
    while not shown.run("return Boolean(document.activeElement.closest('tbody'))"):
        key(Keys.TAB)
    key(Keys.TAB, Keys.ENTER)
    assert shown.run("return state.chosen") != chosen
    assert shown.run("return Boolean(document.activeElement.closest('tbody'))")
    assert shown.text("#details h2") == shown.run("return byId('announced').textContent")
    shown.run("byId('panel').focus()")
    key(Keys.TAB)
    assert shown.run("return Boolean(document.activeElement.closest('#details'))")
    outline = shown.run("return getComputedStyle(document.activeElement).outlineStyle")
    assert outline == "solid"
    key(Keys.ENTER)
    assert focused() == "panel"
    assert thing_or_link(shown)


def thing_or_link(page):
    """Return whether the panel shows something that is chosen."""
    return page.run("return thingById.has(state.chosen) || linkByKey.has(state.chosen)")


def test_every_control_has_a_visible_focus_and_a_name(shown):
    nameless = """return [...document.querySelectorAll('button, input, select, a')].filter(e => e.checkVisibility())
        .filter(e => !(e.getAttribute('aria-label') || e.textContent.trim() || e.closest('label')
            || document.querySelector(`label[for="${e.id}"]`))).map(e => e.outerHTML)"""
    assert shown.run(nameless) == []


# ---------------------------------------------------------------- a person's career


def test_a_person_s_posts_stand_in_the_order_of_time(opened_at, pages):
    out = pages / "mau.html"
    write_page(view("person", "Hoang Van Mau"), SAMPLE, out)
    page = opened_at(out)
    assert page.text("#details h2") == "Hoang Van Mau"
    rows = [row.text for row in page.find("table.career tbody tr")]
    assert rows[0].startswith("2025-07 – 2025-10")
    assert "secretary, Party Committee of Lộc Bình Commune (former)" in rows[0]
    assert any("appointed" in row for row in rows[1:])


# ---------------------------------------------------------------- big networks


def test_a_big_network_opens_with_its_provinces_and_a_click_opens_one(opened_at, big):
    page = opened_at(big / "officials.html")
    assert page.run("return current.key") == "overview"
    assert page.run("return current.marks.length") < 40
    place = page.run("return network.canvasToDOM(current.marks.find(m => m.label.includes('Cao Bằng')))")
    page.click_canvas(place["x"], place["y"])
    page.wait_for("Tỉnh Cao Bằng", "#details h2")
    shown = page.run("return current.marks.map(m => m.label)")
    assert "Cao Bằng Provincial Party Committee" in shown
    assert len(shown) < 150
    assert page.run("return byId('region').value") == "Tỉnh Cao Bằng"


def test_a_thing_found_in_a_big_network_opens_its_province_with_all_its_links(opened_at, big):
    page = opened_at(big / "officials.html")
    page.find("#search")[0].send_keys("Doan Thu Ha", Keys.ENTER)
    page.wait_for("Doan Thu Ha", "#details h2")
    assert page.run("return thingById.get(state.chosen).links.every(l => markById.has(l.from) && markById.has(l.to))")
    assert page.run("return state.region")


def test_all_of_a_big_network_can_be_shown_at_once(opened_at, big):
    page = opened_at(big / "officials.html")
    page.find("#region option[value=all]")[0].click()
    assert page.run("return current.marks.length === things.length")
    overlapping = """return current.marks.filter((m, n) => current.marks.slice(n + 1)
        .some(o => Math.hypot(m.x - o.x, m.y - o.y) < m.radius + o.radius)).length"""
    assert page.run(overlapping) == 0


# ---------------------------------------------------------------- small screens


@pytest.mark.parametrize("name", NAMES)
def test_a_small_screen_shows_everything_without_sideways_scrolling(opened_at, pages, name):
    page = opened_at(pages / f"{name}.html", width=360, height=740)
    page.find("#more summary")[0].click()
    page.find("#linksTab")[0].click()
    page.run("choose(links[0].key)")
    assert page.run("return document.documentElement.scrollWidth") <= 360
    assert page.run("return byId('picture').clientHeight") > 300
    outside = """return [...document.querySelectorAll('header *, .filters *, #panel *')]
        .filter(e => e.checkVisibility())
        .filter(e => e.getBoundingClientRect().right > 361).length"""
    assert page.run(outside) == 0


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
            schema:inLanguage "{literal}" ;
            schema:datePublished "{literal}" ; schema:publisher "{literal}" ; schema:url <javascript:window.hacked=1> .
        """.encode(),
        format=RdfFormat.TURTLE,
    )
    return Graph(store)


def test_hostile_text_stays_text(opened_at, pages):
    (pages / "hostile.html").write_text(page(network(hostile_graph(), view("officials"))), encoding="utf-8")
    found = opened_at(pages / "hostile.html", width=1000)
    found.click_edge("https://e.org/p", "https://e.org/b")
    found.wait_for("read by rule")
    assert found.run("return document.querySelector('#details blockquote').childNodes[1].data") == EVIL
    assert found.find("#details img, #details script, #details a") == []
    found.find("#search")[0].send_keys("onerror", Keys.ENTER)
    found.click_node("https://e.org/p")
    found.wait_for("Person", "#details .kind")
    found.run(
        "update({tables: 'things'}); update({tables: 'links', around: things[0].id}); update({start: things[0].id})"
    )
    walk_through(found)
    assert "<img" not in found.run("return pictureAsSvg()")
    assert found.run("return window.hacked") is None
    assert found.run("return document.documentElement.scrollWidth") <= 1000
    assert found.requests() == [found.url]
    assert found.complaints() == []


def test_an_index_of_hostile_pages_stays_text(opened_at, tmp_path):
    from kg.views.write import write_index

    (tmp_path / "a'\"<b>&.html").write_text(page(network(hostile_graph(), view("officials"))), encoding="utf-8")
    forged = {"title": EVIL, "summary": EVIL, "things": 1, "links": 1, "kinds": {EVIL: 1}, "points": [[1, 1, EVIL]]}
    card = json.dumps({**forged, "lines": []}).replace("<", "\\u003c")
    head = '<meta name="generator" content="govkg"><script id="card" type="application/json">'
    (tmp_path / "forged.html").write_text(f"{head}{card}</script>", encoding="utf-8")
    write_index(tmp_path / "index.html")
    found = opened_at(tmp_path / "index.html", width=1000)
    assert len(found.find("li")) == 2
    assert found.find("h2")[1].text == EVIL.strip() or EVIL[:20] in found.find("li")[1].text
    assert found.run("return window.hacked") is None
    assert found.run("return document.documentElement.scrollWidth") <= 1000
    assert found.complaints() == []


def test_a_view_without_a_node_opens_and_says_so(opened_at, pages):
    (pages / "empty.html").write_text(page(network(Graph(Store()), view("officials"))), encoding="utf-8")
    found = opened_at(pages / "empty.html")
    assert "Nothing to show" in found.text("#empty")
    assert found.complaints() == []
