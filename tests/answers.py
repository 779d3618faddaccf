"""The graphs on which the saved queries are tried, the values that they need there, and the files with their rows."""

from pathlib import Path

DATA = Path(__file__).parent / "data"
ANSWERS = DATA / "answers"
SAMPLE = DATA / "sample.ttl"
AFFAIRS = DATA / "affairs.ttl"
SPAN = {"from": "2017-01-01", "until": "2026-01-31"}

# graph -> query -> values for the parameters that must be given
NEEDED = {
    "sample": {
        "career": {"person": "Hoang Van Mau"},
        "changes": SPAN,
        "circle": {"node": "Doan Thu Ha"},
        "comparison": {"place": "Lào Cai", "other": "Cao Bằng"},
        "evidence": {"fact": "18-NQ/TW"},
        "holders": {"date": "2025-11-05"},
        "leaders": {"place": "Cao Bằng"},
        "person": {"person": "Hoang Van Mau"},
        "quotes": {"text": "lang son"},
        "ranking": {"indicator": "budget-revenue"},
        "spellings": {"node": "Doan Thu Ha"},
    },
    "affairs": {
        "career": {"person": "Tran Thi Binh"},
        "changes": SPAN,
        "circle": {"node": "Nguyễn Văn An"},
        "comparison": {"place": "Lào Cai", "other": "Cao Bằng"},
        "evidence": {"fact": "99-QD/TU"},
        "holders": {"date": "2025-12-01"},
        "leaders": {"place": "Lào Cai"},
        "person": {"person": "Tran Thi Binh"},
        "quotes": {"text": "Decision 99"},
        "ranking": {"indicator": "budget-revenue"},
        "spellings": {"node": "Чан Тхи Бинь"},
    },
    "seeds": {
        "career": {"person": "Trinh Xuan Truong"},
        "changes": SPAN,
        "circle": {"node": "Hang A Ky"},
        "comparison": {"place": "Huế", "other": "Cao Bằng"},
        "evidence": {"fact": "2583-QD/TU"},
        "holders": {"date": "2025-12-05"},
        "leaders": {"place": "Cao Bằng"},
        "person": {"person": "Doan Thu Ha"},
        "quotes": {"text": "Cao Bang"},
        "ranking": {"indicator": "budget-revenue"},
        "spellings": {"node": "Doan Thu Ha"},
    },
}


def needed(graph, name):
    """The values for the parameters that a query must be given on a graph."""
    return NEEDED[graph].get(name, {})


def answer_file(graph, name, *, rows):
    """The file with the rows, or triples, of a query on a graph."""
    return ANSWERS / graph / f"{name}.{'csv' if rows else 'ttl'}"
