"""Run by a Python that has grlc, in a folder with grlc's config.ini: lists the queries and calls some.

Reads from standard input, as JSON, pairs of a query's name and its parameters; writes what grlc lists and answers.
"""

import contextlib
import json
import sys

with contextlib.redirect_stdout(sys.stderr):  # grlc greets
    from grlc.server import app

client = app.test_client()
listing = client.get("/api-local/swagger").get_json()
answers = [
    client.get(f"/api-local/{name}", query_string=values, headers={"Accept": "text/csv"}).get_data(as_text=True)
    for name, values in json.load(sys.stdin)
]
json.dump({"listing": listing, "answers": answers}, sys.stdout)
