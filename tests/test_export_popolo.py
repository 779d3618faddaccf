"""Popolo JSON: of the form that its schemas ask for, read by a foreign library, telling what the graph tells."""

import json
import re

import pytest
import validators
from click.testing import CliRunner

from kg.cli import main

DATA = "https://w3id.org/govkg/id/"
WHY_NOT = validators.why_no("popolo_data")
DATE = re.compile(r"[0-9]{4}(-[0-9]{2}){0,2}")
TEXTS = ["id", "name", "label", "role", "classification", "identifier", "location", "status", "url", "note"]
IDS = {
    "person_id": "persons",
    "organization_id": "organizations",
    "post_id": "posts",
    "area_id": "areas",
    "parent_id": None,
}
# The fields that Popolo's schemas define for each class, as far as they are used; `status` is this project's own.
FIELDS = {
    "persons": "id name other_names identifiers sources",
    "organizations": "id name other_names classification parent_id area_id identifiers",
    "memberships": "id label role person_id organization_id post_id start_date end_date status sources",
    "posts": "id label role organization_id area_id",
    "areas": "id name identifier classification parent_id",
    "events": "id name classification start_date end_date location organization_id attendees sources",
}
NEWS = [
    {
        "id": "a",
        "lang": "en",
        "date": "2025-10-05",
        "url": "https://example.org/a",
        "text": "Comrade Nguyen Van An, Secretary of the Lang Son Provincial Party Committee, chaired the conference.\n"
        "Comrade Tran Van Binh, former Chairman of the Lang Son Provincial People's Committee, spoke.\n",
    }
]
READ = """
import json, sys
from popolo_data.importer import Popolo
popolo = Popolo(json.load(open(sys.argv[1], encoding="utf-8")))
for membership in popolo.memberships:
    print(membership.person.name, membership.role, membership.organization.name, membership.post.label, sep="|")
print(len(popolo.persons), len(popolo.organizations), len(popolo.posts), len(popolo.areas), len(popolo.events))
"""


def exported(graph, output):
    done = CliRunner().invoke(main, ["export", "popolo", str(graph), "-o", str(output)])
    assert done.exit_code == 0, done.output
    return output


@pytest.fixture(scope="module")
def seeds(seeds_graph, tmp_path_factory):
    return exported(seeds_graph, tmp_path_factory.mktemp("popolo") / "seeds.json")


@pytest.fixture(scope="module")
def news(tmp_path_factory):
    folder = tmp_path_factory.mktemp("news")
    (folder / "news.jsonl").write_text("\n".join(map(json.dumps, NEWS)), encoding="utf-8")
    graph = folder / "graph.ttl"
    assert CliRunner().invoke(main, ["build", str(folder / "news.jsonl"), "-o", str(graph)]).exit_code == 0
    return exported(graph, folder / "news.json")


@pytest.fixture(scope="module", params=["seeds", "news"])
def data(request):
    return json.loads(request.getfixturevalue(request.param).read_text(encoding="utf-8"))


def test_items_have_only_the_fields_of_their_class(data):
    assert list(data) == list(FIELDS)
    for name, items in data.items():
        assert {field for item in items for field in item} <= set(FIELDS[name].split())
        assert len({item["id"] for item in items}) == len(items)


def test_values_are_of_the_form_that_the_schemas_ask_for(data):
    for item in (item for items in data.values() for item in items):
        assert all(isinstance(item[field], str) for field in TEXTS if field in item)
        assert all(DATE.fullmatch(item[field]) for field in ("start_date", "end_date") if field in item)
        assert all(set(other) == {"name"} for other in item.get("other_names", []))
        for source in item.get("sources", []):
            assert source["url"].startswith("https://")
            assert source["note"]


def test_ids_lead_to_items(data):
    for name, items in data.items():
        for item in items:
            for field, other in IDS.items():
                assert field not in item or item[field] in {one["id"] for one in data[other or name]}


def test_memberships_rest_on_quotes(data):
    assert data["memberships"]
    assert all(item["sources"] for item in data["memberships"])


def test_a_membership_tells_post_status_and_source(news):
    data = json.loads(news.read_text(encoding="utf-8"))
    an, binh = data["memberships"]
    assert an == {
        "id": DATA + "tenure/nguyen-van-an_lang-son~secretary~province-lang-son_party-committee~current",
        "label": "Secretary of the Lang Son Provincial Party Committee",
        "role": "Secretary",
        "person_id": DATA + "person/nguyen-van-an_lang-son",
        "organization_id": DATA + "body/province-lang-son_party-committee",
        "post_id": DATA + "body/province-lang-son_party-committee#secretary",
        "status": "current",
        "sources": [
            {
                "url": "https://example.org/a",
                "note": "Nguyen Van An, Secretary of the Lang Son Provincial Party Committee",
            }
        ],
    }
    assert (binh["status"], binh["role"]) == ("former", "Chair")
    (event,) = data["events"]
    assert [person["name"] for person in event["attendees"]] == ["Nguyen Van An", "Tran Van Binh"]


@pytest.mark.skipif(bool(WHY_NOT), reason=str(WHY_NOT))
def test_a_foreign_library_follows_the_memberships(news):
    done = validators.python("-c", READ, news)
    assert done.stderr == ""
    assert done.stdout.splitlines() == [
        "Nguyen Van An|Secretary|Lạng Sơn Provincial Party Committee|Secretary, Lạng Sơn Provincial Party Committee",
        "Tran Van Binh|Chair|People's Committee of Lạng Sơn Province|Chair, People's Committee of Lạng Sơn Province",
        "2 2 2 2 1",
    ]
