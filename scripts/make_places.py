"""Write kg/data/places.tsv, places-old.tsv.gz and syllables.tsv from the PyPI package vietnamadminunits.

The package is no dependency of the project. To run this again:

    python -m venv .places && .places/bin/pip install vietnamadminunits==1.0.4
    python scripts/make_places.py .places/lib/python3.*/site-packages/vietnamadminunits/data
"""

import gzip
import json
import sqlite3
import sys
from collections import Counter, defaultdict
from pathlib import Path

from kg.names.spelling import fold, slug

DATA = Path(__file__).parent.parent / "kg" / "data"
DISSOLVED = "2025-07-01"
HEAD = """\
# Administrative units of Viet Nam{what}.
# Source: PyPI package vietnamadminunits 1.0.4 by Hieu Tran, MIT licence
# (https://github.com/tranngocminhhieu/vietnamadminunits).
# As of: the map in force since 2025-07-01. Written by scripts/make_places.py; do not edit.
# successors: official codes of the units in force that took over its land, the main one first
# (provinces for a province, communes for a district or commune).
level	code	type	name	province	parent	dissolved	successors
"""
SYLLABLES = """\
# How often each syllable (ASCII) stands in the names of Vietnamese provinces, districts and communes, old and new.
# Source and licence: as places.tsv. Written by scripts/make_places.py; do not edit.
"""
Row = tuple[str, str, str, str, str, str, str, str]


def rows_of(folder: Path, table: str) -> list[sqlite3.Row]:
    """All rows of a table of the package's database."""
    connection = sqlite3.connect(folder / "dataset.db")
    connection.row_factory = sqlite3.Row
    return connection.execute(f"select * from {table}").fetchall()  # noqa: S608


def split_type(name: str) -> tuple[str, str]:
    """'Thành phố Huế' -> ('Thành phố', 'Huế')."""
    for kind in ("Thành phố", "Tỉnh"):
        if name.startswith(kind + " "):
            return kind, name.removeprefix(kind + " ")
    raise ValueError(name)


def in_force(new: list[sqlite3.Row]) -> list[Row]:
    """The provinces and communes of today."""
    provinces = {row["provinceCode"]: split_type(row["province"]) for row in new}
    rows: list[Row] = [("province", code, *provinces[code], "", "", "", "") for code in sorted(provinces)]
    rows += [
        (
            "commune",
            row["wardCode"],
            row["wardType"],
            row["wardShort"],
            slug(row["provinceShort"]),
            row["provinceCode"],
            "",
            "",
        )
        for row in sorted(new, key=lambda row: row["wardCode"])
    ]
    return rows


def old_provinces(
    new: list[sqlite3.Row], old: list[sqlite3.Row], convert: dict[str, dict[str, list[str]]]
) -> list[Row]:
    """The provinces whose names went out of use."""
    names = {row["provinceKey"]: (row["provinceCode"], *split_type(row["province"])) for row in old}
    codes = {row["provinceKey"]: row["provinceCode"] for row in new}
    today = {row["provinceShort"] for row in new}
    return sorted(
        ("province", *names[gone], "", "", DISSOLVED, codes[heir])
        for heir, parts in convert["DICT_PROVINCE"].items()
        for gone in parts
        if names[gone][2] not in today
    )


def heirs_of_communes(
    new: list[sqlite3.Row], convert: dict[str, dict[str, dict[str, list[object]]]]
) -> dict[str, list[str]]:
    """Key of an old commune -> codes of the communes that took over its land, the main one first."""
    codes = {(row["provinceKey"], row["wardKey"]): row["wardCode"] for row in new}
    heirs: dict[str, list[str]] = defaultdict(list)
    for province, communes in convert["DICT_PROVINCE_WARD_NO_DIVIDED"].items():
        for commune, parts in communes.items():
            for part in parts:
                heirs[str(part)].append(codes[province, commune])
    for province, parts_of in convert["DICT_PROVINCE_WARD_DIVIDED"].items():
        for part, pieces in parts_of.items():
            ordered = sorted(
                pieces, key=lambda piece: (not piece["isDefaultNewWard"], codes[province, piece["newWardKey"]])
            )
            heirs[part] += [codes[province, piece["newWardKey"]] for piece in ordered]
    return heirs


def old_units(
    new: list[sqlite3.Row], old: list[sqlite3.Row], heirs: dict[str, list[str]]
) -> tuple[list[Row], list[Row]]:
    """The districts, and the communes without those that live on unchanged."""
    today = {row["wardCode"]: (row["wardType"], row["wardShort"]) for row in new}
    parts = Counter(code for after in heirs.values() for code in set(after))
    by_name = {row["wardShort"]: row["wardCode"] for row in new if row["wardType"] == "Đặc khu"}
    districts: dict[str, sqlite3.Row] = {}
    district_heirs: dict[str, Counter[str]] = defaultdict(Counter)
    communes: list[Row] = []
    for row in old:
        districts[row["districtCode"]] = row
        province = slug(row["provinceShort"])
        if row["ward"] is None:  # an island district had no communes; it is a special zone now
            district_heirs[row["districtCode"]][by_name[row["districtShort"]]] += 1
            continue
        after = list(dict.fromkeys(heirs[f"{row['provinceKey']}_{row['districtKey']}_{row['wardKey']}"]))
        district_heirs[row["districtCode"]].update(after)
        unchanged = after == [row["wardCode"]] and parts[after[0]] == 1
        if not unchanged or today[after[0]] != (row["wardType"], row["wardShort"]):
            unit = (
                "commune",
                row["wardCode"],
                row["wardType"],
                row["wardShort"],
                province,
                row["districtCode"],
                DISSOLVED,
            )
            communes.append((*unit, " ".join(after)))
    gone: list[Row] = []
    for code, row in sorted(districts.items()):
        ordered = sorted(district_heirs[code], key=lambda heir: (-district_heirs[code][heir], heir))
        unit = (
            "district",
            code,
            row["districtType"],
            row["districtShort"],
            slug(row["provinceShort"]),
            row["provinceCode"],
        )
        gone.append((*unit, DISSOLVED, " ".join(ordered)))
    return gone, sorted(communes, key=lambda row: (row[1], row[3]))


def table(what: str, rows: list[Row]) -> bytes:
    """The file's bytes."""
    return (HEAD.format(what=what) + "".join("\t".join(row) + "\n" for row in rows)).encode()


def syllables(new: list[sqlite3.Row], old: list[sqlite3.Row]) -> bytes:
    """The syllable counts of all names."""
    names = [row["wardShort"] for row in (*new, *old) if row["wardShort"]]
    names += sorted({row[column] for row in old for column in ("provinceShort", "districtShort")})
    words = Counter(word for name in names for word in fold(name).lower().split() if word.isalpha())
    lines = [f"{word}\t{count}\n" for word, count in sorted(words.items(), key=lambda item: (-item[1], item[0]))]
    return (SYLLABLES + "".join(lines)).encode()


def main(folder: Path) -> None:
    """Write the three files from the package's data folder."""
    new, old = rows_of(folder, "admin_units"), rows_of(folder, "admin_units_legacy")
    convert = json.loads((folder / "converter_2025.json").read_text(encoding="utf-8"))
    districts, communes = old_units(new, old, heirs_of_communes(new, convert))
    today = in_force(new) + old_provinces(new, old, convert) + districts
    (DATA / "places.tsv").write_bytes(table(": those in force, and the provinces and districts dissolved", today))
    packed = gzip.compress(table(": communes dissolved", communes), compresslevel=9, mtime=0)
    (DATA / "places-old.tsv.gz").write_bytes(packed)
    (DATA / "syllables.tsv").write_bytes(syllables(new, old))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
