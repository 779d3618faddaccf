import base64
import hashlib
import json
import os
import random
import re
import shutil
import subprocess
import sys
from html import unescape
from pathlib import Path

import networkx as nx
import pytest
from click.testing import CliRunner
from pyoxigraph import RdfFormat, Store, parse, serialize

from kg.cli import main
from kg.errors import KgError
from kg.graph.store import Graph, opened
from kg.views.catalogue import view, views
from kg.views.evidence import article, fact, label, passage
from kg.views.kinds import looks
from kg.views.layout import positions
from kg.views.network import network
from kg.views.page import SCRIPTS, TEMPLATE, page
from kg.views.regions import plan
from kg.views.words import page_words, view_summary, view_title
from kg.views.write import write_page, write_pages

SAMPLE = Path(__file__).parent / "data" / "sample.ttl"
NAMES = [each.name for each in views()]
ENGLISH = 1
ESLINT = Path(__file__).parent / "js" / "node_modules" / "eslint" / "bin" / "eslint.js"


@pytest.fixture(scope="module")
def sample():
    return opened(SAMPLE)


def links(graph, name, about="", assignments=()):
    """Return a view's links as readable rows, in English."""
    found = network(graph, view(name, about, assignments)).graph
    labels = {node: words[ENGLISH] for node, words in found.nodes(data="label")}
    return {
        (labels[source], *(said(*each) for each in relations), labels[target])
        for source, target, relations in found.edges(data="relations")
    }


def said(words, former):
    return words[ENGLISH] + (" (former)" if former else "")


# ---------------------------------------------------------------- what the views select


def test_officials_links_people_by_their_posts_to_bodies_and_bodies_to_places(sample):
    rows = links(sample, "officials")
    assert ("Doan Thu Ha", "deputy secretary", "Lạng Sơn Provincial Party Committee") in rows
    assert ("Hoang Van Mau", "secretary (former)", "Party Committee of Lộc Bình Commune") in rows
    assert ("Hoang Van Mau", "appointed", "head", "Office of the Lạng Sơn Provincial Party Committee") in rows
    assert ("Lạng Sơn Provincial Party Committee", "in", "Tỉnh Lạng Sơn") in rows


def test_bodies_leads_from_a_body_to_the_country(sample):
    rows = links(sample, "bodies")
    cao_bang = "Cao Bằng Provincial Party Committee"
    assert ("Executive Committee of the Cao Bằng Provincial Party Organization", "part of", cao_bang) in rows
    assert (cao_bang, "in", "Tỉnh Cao Bằng") in rows
    assert ("Tỉnh Cao Bằng", "within", "Việt Nam") in rows


def test_directives_links_issuers_documents_addressees_and_meetings(sample):
    rows = links(sample, "directives")
    assert ("Party Central Committee", "issues", "Resolution 18-NQ/TW") in rows
    assert ("Decision 2701-QD/TU", "amends", "Decision 2583-QD/TU") in rows
    assert ("Decision 2701-QD/TU", "to be carried out by", "Lạng Sơn Department of Finance") in rows
    assert ("Doan Thu Ha", "requests", "Working Group No. 4") in rows
    asked = ("Doan Thu Ha", "asks for it from: партийные комитеты и власти коммун", "Notice 176-TB/VPTU")
    assert asked in rows
    reviews = {row for row in rows if row[1] == "assessed"}
    assert {row[2] for row in reviews} == {"Resolution 18-NQ/TW", "Decision 2583-QD/TU"}


def test_meetings_tells_parts_hosts_places_and_what_was_reviewed(sample):
    rows = links(sample, "meetings")
    session = "Working session of the Lào Cai Provincial Party Committee"
    assert ("Trinh Xuan Truong", "concludes", session) in rows
    assert (session, "held by", "Lào Cai Provincial Party Committee") in rows
    assert (session, "at", "Xã Chế Tạo") in rows
    conference = "Conference of the Executive Committee of the Cao Bằng Provincial Party Organization"
    assert (conference, "approved", "Regulaminu pracy Komitetu Wojewódzkiego Partii") in rows


def test_a_thing_without_links_is_shown_all_the_same():
    store = Store()
    store.load(b"<https://e.org/b> a <https://w3id.org/govkg/ontology#Body> .", format=RdfFormat.TURTLE)
    assert list(network(Graph(store), view("bodies")).graph) == ["https://e.org/b"]


@pytest.mark.parametrize("name", NAMES)
def test_every_fact_of_a_link_is_told_with_its_quotes(sample, name):
    shown = network(sample, view(name))
    for _, _, data in shown.graph.edges(data=True):
        for told in data["facts"]:
            quotes = shown.evidence.facts[told].passages
            assert quotes
            assert all(shown.evidence.passages[quote].article in shown.evidence.articles for quote in quotes)


@pytest.mark.parametrize("name", NAMES)
def test_every_kind_that_a_view_shows_has_a_look_of_its_own(sample, name):
    shown = {kind for _, kind in network(sample, view(name)).graph.nodes(data="kind")}
    assert shown <= set(looks()) - {"Thing"}


def test_looks_differ_in_shape_and_stand_out_from_the_page():
    assert len({look.shape for look in looks().values()}) == len(looks())
    for look in looks().values():
        assert contrast(look.light, "#fbfaf7") >= 3
        assert contrast(look.dark, "#14171c") >= 3


def contrast(one, other):
    """Return the contrast of two colours as WCAG 2 defines it."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour):
    shares = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


# ---------------------------------------------------------------- evidence


def first(store, query):
    return next(iter(store.query("PREFIX gov: <https://w3id.org/govkg/ontology#> " + query)))[0]


def test_a_fact_is_told_in_words(sample):
    told = fact(sample.store, first(sample.store, "SELECT ?t { ?t a gov:Tenure ; gov:status gov:former }"))
    assert (told.type, told.rule) == ("Tenure", "title-with-name")
    says = {statement.property: statement.value[ENGLISH] for statement in told.says}
    assert says["org:role"] == "secretary"
    assert says["org:organization"] == "Party Committee of Lộc Bình Commune"
    assert says["gov:status"] == "former"
    assert says["gov:until"] == "2025-10"


def test_a_passage_and_its_article_are_told_with_place_and_link(sample):
    store = sample.store
    node = first(
        store, "SELECT ?p { ?t gov:status gov:former ; <http://www.w3.org/ns/prov#wasDerivedFrom> ?p } ORDER BY ?p"
    )
    quote = passage(store, node)
    assert (quote.start, quote.end) == (316, 395)
    assert len(quote.exact) == quote.end - quote.start
    source = article(store, first(store, f"SELECT ?a {{ <{node.value}> gov:inArticle ?a }}"))
    assert source.title == "Lang Son has a new chief of the Party Committee's Office"
    assert (source.date, source.language) == ("2025-11-05", "en")
    assert source.url == "https://example.org/2025/11/05/lang-son-party-office.html"


@pytest.mark.parametrize(
    ("labels", "shown"),
    [
        ('"Tỉnh ủy"@vi, "Committee"@en, "Комитет"@ru', ("Tỉnh ủy", "Committee", "Committee", "Комитет", "Committee")),
        ('"Доан Тху Ха"@vi-Cyrl, "Doan Thu Ha"', ("Doan Thu Ha",) * 5),
        ('"Комитет"@ru, "Tỉnh ủy"@vi', ("Tỉnh ủy", "Tỉnh ủy", "Tỉnh ủy", "Комитет", "Tỉnh ủy")),
        ('"Комитет"@ru, "Komitet"@pl', ("Komitet", "Komitet", "Komitet", "Комитет", "Komitet")),
    ],
)
def test_a_language_without_a_label_takes_the_english_then_the_untagged_then_the_vietnamese(labels, shown):
    store = Store()
    text = f"<https://e.org/x> <http://www.w3.org/2000/01/rdf-schema#label> {labels} ."
    store.load(text.encode(), format=RdfFormat.TURTLE)
    assert label(store, first(store, "SELECT ?s { ?s ?p ?o }")) == shown


# ---------------------------------------------------------------- layout


def test_boxes_do_not_overlap():
    graph = nx.DiGraph(nx.barabasi_albert_graph(120, 2, seed=3).edges)
    graph = nx.relabel_nodes(graph, str)
    graph.add_nodes_from(f"alone-{number}" for number in range(9))
    sizes = {node: (40 + len(node) * 20, 30 + 25 * (number % 3)) for number, node in enumerate(graph)}
    placed = positions(graph, sizes)
    assert set(placed) == set(graph)
    for number, one in enumerate(graph):
        for other in list(graph)[number + 1 :]:
            apart_x = abs(placed[one][0] - placed[other][0]) - (sizes[one][0] + sizes[other][0]) / 2
            apart_y = abs(placed[one][1] - placed[other][1]) - (sizes[one][1] + sizes[other][1]) / 2
            assert max(apart_x, apart_y) >= 0


def test_linked_things_stand_nearer_than_others():
    graph = nx.relabel_nodes(nx.DiGraph(nx.balanced_tree(3, 3).edges), str)
    placed = positions(graph, dict.fromkeys(graph, (60, 40)))

    def mean(pairs):
        distances = [((placed[a][0] - placed[b][0]) ** 2 + (placed[a][1] - placed[b][1]) ** 2) ** 0.5 for a, b in pairs]
        return sum(distances) / len(distances)

    others = [(a, b) for a in graph for b in graph if a < b and not graph.has_edge(a, b) and not graph.has_edge(b, a)]
    assert mean(graph.edges) < mean(others) / 2


def test_positions_do_not_depend_on_the_order_of_nodes_and_links():
    graph = nx.relabel_nodes(nx.DiGraph(nx.barabasi_albert_graph(40, 2, seed=5).edges), str)
    turned = nx.DiGraph()
    turned.add_nodes_from(reversed(list(graph)))
    turned.add_edges_from(reversed(list(graph.edges)))
    sizes = dict.fromkeys(graph, (100, 50))
    assert positions(graph, sizes) == positions(turned, sizes)


# ---------------------------------------------------------------- the page as a file


@pytest.fixture(scope="module")
def officials(sample):
    return page(network(sample, view("officials")))


def test_the_page_refers_to_no_file_and_no_address(officials):
    markup = re.sub(r"<(script|style)[^>]*>.*?</\1>", "", officials, flags=re.DOTALL)
    assert not re.search(r"<link|<iframe|<img|\bsrc\s*=|\bhref\s*=|https?:", markup)
    assert "@import" not in officials
    assert "bootstrap" not in officials.lower()


def test_the_policy_allows_exactly_the_scripts_and_the_style_of_the_page(officials):
    policy = unescape(re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', officials)[1])
    inline = re.findall(r"<(?:script|style)>(.*?)</(?:script|style)>", officials, flags=re.DOTALL)
    hashes = {base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() for text in inline}
    assert len(inline) == 3
    assert "connect-src" not in policy
    assert set(re.findall(r"'sha256-([^']*)'", policy)) == hashes
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy


def test_no_text_of_the_graph_can_end_the_data_block(sample):
    store = Store()
    store.extend(sample.store)
    text = '<https://e.org/p> <http://www.w3.org/2000/01/rdf-schema#label> "</script><script>1<!--" ;'
    text += " a <https://w3id.org/govkg/ontology#Meeting> ."
    store.load(text.encode(), format=RdfFormat.TURTLE)
    html = page(network(Graph(store), view("meetings")))
    block = re.search(r'<script id="data" type="application/json">(.*?)</script>', html, flags=re.DOTALL)[1]
    assert "<" not in block
    assert "</script><script>1<!--" in json.loads(block)["content"]["texts"]


def test_the_page_is_the_same_for_shuffled_triples_and_other_hash_seeds(officials, tmp_path):
    triples = list(parse(path=SAMPLE, format=RdfFormat.TURTLE))
    random.Random(7).shuffle(triples)
    shuffled = tmp_path / "shuffled.ttl"
    shuffled.write_bytes(serialize(triples, format=RdfFormat.TURTLE))
    for seed in ("0", "4711"):
        out = tmp_path / f"{seed}.html"
        run_kg(["view", "--graph", str(shuffled), "-o", str(out)], PYTHONHASHSEED=seed)
        assert out.read_text(encoding="utf-8") == officials


def run_kg(arguments, **environment):
    code = "from kg.cli import main; main()"
    subprocess.run([sys.executable, "-c", code, *arguments], env={**os.environ, **environment}, check=True)


def test_the_page_is_written_as_utf8_in_the_c_locale(officials, tmp_path):
    out = tmp_path / "page.html"
    run_kg(["view", "--graph", str(SAMPLE), "-o", str(out)], LC_ALL="C", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0")
    assert out.read_bytes() == officials.encode()


def test_long_labels_are_whole_in_the_data():
    store = Store()
    text = f'<https://e.org/b> <http://www.w3.org/2000/01/rdf-schema#label> "{"W" * 10_000}" ;'
    store.load(f"{text} a <https://w3id.org/govkg/ontology#Body> .".encode(), format=RdfFormat.TURTLE)
    html = page(network(Graph(store), view("bodies")))
    data = json.loads(re.search(r'<script id="data" type="application/json">(.*?)</script>', html, flags=re.DOTALL)[1])
    assert data["content"]["texts"][data["content"]["things"][0]["label"]] == "W" * 10_000


# ---------------------------------------------------------------- pages on disk and the command


def test_all_views_are_written(tmp_path):
    written = write_pages(SAMPLE, tmp_path / "new")
    assert [path.name for path in written] == [*(f"{name}.html" for name in NAMES), "index.html"]
    assert all(path.read_text(encoding="utf-8").rstrip().endswith("</html>") for path in written)
    assert sorted(tmp_path.joinpath("new").iterdir()) == sorted(written)


def test_an_empty_graph_gives_pages_that_say_so(tmp_path):
    empty = tmp_path / "empty.ttl"
    empty.write_text("", encoding="utf-8")
    for path in write_pages(empty, tmp_path)[:-1]:
        assert "Nothing to show" in path.read_text(encoding="utf-8")


def test_a_folder_that_cannot_be_made_is_told(tmp_path):
    tmp_path.joinpath("file").write_text("", encoding="utf-8")
    with pytest.raises(KgError, match="cannot make the folder"):
        write_pages(SAMPLE, tmp_path / "file" / "pages")


def test_an_older_page_stays_when_writing_fails(tmp_path, monkeypatch):
    out = tmp_path / "officials.html"
    out.write_text("old", encoding="utf-8")

    def refuse(_self, _target):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(KgError, match=r"officials\.html: cannot write the page \(Permission denied\)"):
        write_page(view("officials"), SAMPLE, out)
    assert [path.name for path in tmp_path.iterdir()] == ["officials.html"]
    assert out.read_text(encoding="utf-8") == "old"


def kg(*arguments):
    return CliRunner().invoke(main, ["view", *map(str, arguments)])


def test_the_command_writes_officials_when_no_name_is_given(tmp_path, officials):
    result = kg("--graph", SAMPLE, "-o", tmp_path / "page.html")
    assert (result.exit_code, result.stdout) == (0, "")
    assert (tmp_path / "page.html").read_text(encoding="utf-8") == officials


def test_the_command_writes_to_standard_output(officials):
    assert kg("officials", "--graph", SAMPLE, "-o", "-").stdout == officials


def test_the_command_lists_the_views():
    lines = kg("--list").stdout.splitlines()
    first = [line.split("  ")[0] for line in lines]
    needing = ["article ARTICLE", "person PERSON", "place PLACE", "query NAME"]
    assert sorted(first) == sorted([*NAMES, *needing, "index"])
    assert all(len(line.split()) > 3 for line in lines)


@pytest.mark.parametrize(
    ("arguments", "status", "says"),
    [
        (["officials"], 2, "Missing option '-o'"),
        (["nobody", "-o", "x.html"], 2, "'officials'"),
        (["officials", "--graph", "none.ttl", "-o", "x.html"], 1, "none.ttl: no such graph"),
        (["officials", "--graph", SAMPLE, "-o", "none/x.html"], 1, "none/x.html: cannot write the page"),
    ],
)
def test_bad_use_is_told_in_a_line_and_writes_nothing(arguments, status, says, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    result = kg(*arguments)
    assert result.exit_code == status
    assert says in result.stderr
    assert not list(tmp_path.iterdir())


def test_the_command_module_imports_nothing_heavy():
    code = (
        "import sys, kg.commands.view; print(sorted({'pyvis', 'networkx', 'pyoxigraph', 'rdflib'} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"


def test_open_writes_beside_the_graph_and_opens_the_page(tmp_path, monkeypatch):
    opened_addresses = []
    monkeypatch.setattr("click.launch", opened_addresses.append)
    graph = tmp_path / "my.ttl"
    graph.write_bytes(SAMPLE.read_bytes())
    assert kg("person", "Doan Thu Ha", "--graph", graph, "--open").exit_code == 0
    assert opened_addresses == [(tmp_path / "person.html").as_uri()]
    assert "Doan Thu Ha" in (tmp_path / "person.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["person", "-o", "x.html"], "view person needs person"),
        (["officials", "Lạng Sơn", "-o", "x.html"], "view officials takes no 'Lạng Sơn'"),
        (["query", "-o", "x.html"], "needs the name of a saved query"),
        (["query", "officials", "-o", "x.html"], "query officials answers with rows"),
        (["query", "nothing", "-o", "x.html"], "no query 'nothing'"),
        (["officials", "-p", "nothing=1", "-o", "x.html"], "has no parameter 'nothing'"),
        (["officials", "--open", "-o", "-"], "--open needs a file"),
        (["index", "-o", "-"], "view index takes a file only"),
        (["index", "graphs", "-o", "index.html"], "view index takes a file only"),
    ],
)
def test_wrong_usage_says_what_is_wanted(arguments, says, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    result = kg(*arguments)
    assert result.exit_code == 2
    assert says in result.stderr
    assert not list(tmp_path.iterdir())


def test_an_unknown_person_is_told_with_close_names():
    result = kg("person", "Doan Thu", "--graph", SAMPLE, "-o", "-")
    assert result.exit_code == 1
    assert "Doan Thu Ha" in result.stderr


# ---------------------------------------------------------------- views about one thing


def test_a_person_s_page_tells_posts_meetings_and_the_places_of_bodies(sample):
    rows = links(sample, "person", "Trinh Xuan Truong")
    assert ("Trinh Xuan Truong", "secretary", "Lào Cai Provincial Party Committee") in rows
    assert ("Trinh Xuan Truong", "concludes", "Working session of the Lào Cai Provincial Party Committee") in rows
    assert ("Lào Cai Provincial Party Committee", "in", "Tỉnh Lào Cai") in rows
    assert not any("Doan Thu Ha" in row for row in rows)


def test_a_place_s_page_tells_of_everything_within_it_and_of_nothing_else(sample):
    rows = links(sample, "place", "Lang Son")
    assert ("Party Committee of Lộc Bình Commune", "in", "Xã Lộc Bình") in rows
    assert ("Xã Lộc Bình", "within", "Tỉnh Lạng Sơn") in rows
    assert ("Hoang Van Mau", "secretary (former)", "Party Committee of Lộc Bình Commune") in rows
    assert not any("Lào Cai" in end for row in rows for end in row)


def test_an_article_s_page_tells_what_the_article_states_only(sample):
    rows = links(sample, "article", "extra")
    assert ("Hoang Van Mau", "secretary (former)", "Party Committee of Lộc Bình Commune") in rows
    assert not any("Trinh Xuan Truong" in row for row in rows)


def test_a_page_s_title_tells_what_it_is_narrowed_to(sample):
    html = page(network(sample, view("officials", "", ["place=Lào Cai"])))
    assert "<title>Officials: Lào Cai</title>" in html


def test_officials_of_a_place(sample):
    rows = links(sample, "officials", assignments=["place=Lào Cai"])
    assert ("Hang A Ky", "secretary", "Party Committee of Chế Tạo Commune") in rows
    assert not any("Doan Thu Ha" in row for row in rows)


def test_a_saved_query_s_triples_are_links_with_the_facts_that_state_them(sample):
    found = network(sample, view("query", "network"))
    rows = links(sample, "query", "network")
    assert any(row[0] == "Doan Thu Ha" and row[-1] == "Lạng Sơn Provincial Party Committee" for row in rows)
    stated = [facts for _, _, facts in found.graph.edges(data="facts") if facts]
    assert len(stated) > found.graph.number_of_edges() / 2


# ---------------------------------------------------------------- facets and regions


def test_what_has_no_level_or_place_has_those_of_what_it_is_linked_with(sample):
    found = network(sample, view("officials"))
    ky = next(node for node in found.graph if "hang-a-ky" in node)
    assert [found.facets.called[level][ENGLISH] for level in found.facets.levels[ky]] == ["commune"]
    zones = {found.facets.called[zone][0] for zone in found.facets.zones[ky]}
    assert zones == {"Xã Chế Tạo", "Tỉnh Lào Cai"}
    assert found.facets.regions[ky].endswith("province-lao-cai-15")


def test_what_is_of_the_country_belongs_to_no_province(sample):
    found = network(sample, view("bodies"))
    central = next(node for node in found.graph if node.endswith("body/central-committee"))
    assert found.facets.regions[central] == ""
    assert found.facets.zones[central] == ()


def provinces(count, size):
    """Return a network of people around a body in each of some provinces, bodies linked in a ring, and the homes."""
    graph, homes = nx.DiGraph(), {}
    for province in range(count):
        for person in range(size):
            graph.add_edge(f"{province}-{person}", f"{province}-body")
        graph.add_edge(f"{province}-body", f"{(province + 1) % count}-body")
    homes = {node: f"p{node.split('-')[0]}" for node in graph}
    return graph, homes


def test_a_big_network_is_laid_out_province_by_province_with_guests():
    graph, homes = provinces(6, 60)
    found = plan(graph, homes, dict.fromkeys(graph, (100, 40)))
    assert [region.zone for region in found.regions] == [f"p{number}" for number in range(6)]
    assert found.regions[2].guests.keys() == {"1-body", "3-body"}
    assert set(found.places) == set(graph)
    boxes = {}
    for node, (x, y) in found.places.items():
        boxes.setdefault(homes[node], []).append((x, y))
    spans = [(min(xs), max(xs), min(ys), max(ys)) for xs, ys in (zip(*box, strict=True) for box in boxes.values())]
    for number, one in enumerate(spans):
        for other in spans[number + 1 :]:
            assert one[1] < other[0] or other[1] < one[0] or one[3] < other[2] or other[3] < one[2]


def test_a_small_network_is_shown_at_once():
    graph, homes = provinces(6, 3)
    assert plan(graph, homes, dict.fromkeys(graph, (100, 40))).regions == ()


# ---------------------------------------------------------------- the index


def test_the_index_learns_of_a_page_that_is_written_beside_it(tmp_path):
    write_pages(SAMPLE, tmp_path)
    before = (tmp_path / "index.html").read_text(encoding="utf-8")
    kg("person", "Doan Thu Ha", "--graph", SAMPLE, "-o", tmp_path / "ha.html")
    after = (tmp_path / "index.html").read_text(encoding="utf-8")
    assert "Person: Doan Thu Ha" not in before
    assert 'href="ha.html"' in after
    assert "Person: Doan Thu Ha" in after


def test_the_index_passes_over_other_files(tmp_path):
    (tmp_path / "notes.html").write_text("<p>hello", encoding="utf-8")
    assert kg("index", "-o", tmp_path / "index.html").exit_code == 0
    assert "notes" not in (tmp_path / "index.html").read_text(encoding="utf-8")
    assert "No network page lies in this folder" in (tmp_path / "index.html").read_text(encoding="utf-8")


def test_a_page_that_the_index_cannot_read_is_named(tmp_path):
    head = '<meta name="generator" content="govkg"><script id="card" type="application/json">{}</script>'
    (tmp_path / "old.html").write_text(head, encoding="utf-8")
    result = kg("index", "-o", tmp_path / "index.html")
    assert result.exit_code == 1
    assert "old.html: not a page of this version" in result.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["old.html"]


# ---------------------------------------------------------------- the page's words


def test_every_word_of_the_page_is_there_in_all_languages():
    for key, said in page_words().items():
        assert all(said), key
        fields = {tuple(sorted(re.findall(r"\{(\w+)\}", each))) for each in said}
        assert len(fields) == 1, key


def test_a_view_that_is_only_a_new_file_is_called_by_its_name():
    assert view_title("budgets") == ("Budgets",) * 5
    assert view_summary("budgets") is None


def test_scripts_and_markup_ask_for_words_that_exist_and_all_words_are_used():
    sources = "".join(path.read_text(encoding="utf-8") for path in TEMPLATE.iterdir())
    asked = set(re.findall(r'\bsay\("(\w+)"', sources)) | set(re.findall(r'data-(?:say|name)="(\w+)"', sources))
    composed = ("one", "many", "column_", "caption_")
    rest = {key for key in page_words() if not key.startswith(composed)} - {"country"}
    named_elsewhere = {"hintRegions", "hint", "told", "attested", "post"}
    assert asked <= set(page_words())
    assert rest - asked <= named_elsewhere


def test_the_page_takes_every_script_of_the_template():
    assert sorted(SCRIPTS) == sorted(path.name for path in TEMPLATE.glob("*.js"))


@pytest.mark.skipif(not shutil.which("node"), reason="no node on this machine")
@pytest.mark.parametrize("name", SCRIPTS)
def test_each_script_of_the_page_is_javascript_by_itself(name):
    checked = subprocess.run(["node", "--check", str(TEMPLATE / name)], capture_output=True, text=True, check=False)
    assert checked.stderr == ""


def test_the_scripts_stay_readable():
    for path in TEMPLATE.glob("*.js"):
        lines = path.read_text(encoding="utf-8").splitlines()
        assert lines[0] == '"use strict";', path.name
        assert lines[1].startswith("// "), path.name
        assert len(lines) < 300, path.name
        assert not [line for line in lines if re.search(r"innerHTML|insertAdjacentHTML|document\.write|\beval\b", line)]


@pytest.mark.skipif(not ESLINT.exists(), reason="no eslint: npm install --prefix tests/js")
def test_the_scripts_together_have_no_fault_that_eslint_finds():
    together = "".join((TEMPLATE / name).read_text(encoding="utf-8") for name in SCRIPTS)
    command = ["node", str(ESLINT), "--stdin", "--stdin-filename", "page.js"]
    found = subprocess.run(command, cwd=ESLINT.parents[3], input=together, capture_output=True, text=True, check=False)
    assert (found.stdout, found.returncode) == ("", 0)
