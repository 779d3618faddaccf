"""docs/ontology.html is what pyLODE makes of the ontology."""

from pathlib import Path

import pytest
import validators

from kg.graph.terms import GOV
from kg.graph.vocabulary import is_code, vocabulary

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "ontology.html"
SCRIPT = ROOT / "scripts" / "ontology_page.py"
WHY_NOT = validators.why_no("pylode")


@pytest.mark.skipif(bool(WHY_NOT), reason=str(WHY_NOT))
def test_the_page_is_made_of_the_ontology_as_it_is(tmp_path):
    made = tmp_path / "ontology.html"
    done = validators.python(SCRIPT, made)
    assert done.returncode == 0, done.stderr
    same = made.read_bytes() == PAGE.read_bytes()
    assert same, "run: .venv-validators/bin/python scripts/ontology_page.py docs/ontology.html"


def test_the_page_has_every_class_and_property():
    text = PAGE.read_text(encoding="utf-8")
    terms = [term for term in vocabulary().by_subject if term.value.startswith(GOV) and not is_code(term)]
    assert [term for term in terms if f"<code>{term.value}</code>" not in text] == []
