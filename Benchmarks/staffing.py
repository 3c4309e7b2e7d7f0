"""Scores next outturns of a panel with headcount: with next year's heads known, with them unknown,
and by history alone; and how often what came lay inside the limits. Takes the panel, a work folder, the first and last origin, the program, and
the file of results."""
import csv
import json
import pathlib
import subprocess
import sys

panel, work, first, last, binary, output = sys.argv[1:]
work = pathlib.Path(work)
ways = {"history": (False, 0), "projected": (True, 0), "known": (True, 1)}

rows = [row for row in csv.DictReader(open(panel, encoding="utf-8")) if row["subject_code"] == "CUR"]


def total(column):
    sums = {}
    for row in rows:
        if row[column]:
            key = (row["unit_code"], int(row["year"]))
            sums[key] = sums.get(key, 0) + float(row[column])
    return sums


spent, heads = total("actual"), total("headcount")
years = sorted({year for _, year in spent})


def write(folder, origin, has_people, ahead):
    folder.mkdir(parents=True, exist_ok=True)
    tables = {
        "accounts": [("year", "unit", "subject", "outturn")]
        + [(year, unit, "CUR", value) for (unit, year), value in sorted(spent.items()) if year <= origin]
    }
    if has_people:
        until = years[min(years.index(origin) + ahead, len(years) - 1)]
        tables["headcount"] = [("year", "unit", "category", "in_post")] + [
            (year, unit, "posts", value) for (unit, year), value in sorted(heads.items()) if year <= until
        ]
        tables["subjects"] = [("code", "staffing"), ("CUR", "*")]
    for name, table in tables.items():
        with open(folder / f"{name}.csv", "w", newline="") as file:
            csv.writer(file, lineterminator="\n").writerows(table)
    resources = [{"name": name, "path": f"{name}.csv"} for name in tables]
    settings = {"amountUnit": "thousand", "decimals": 0, "language": "en"}
    descriptor = {"name": "heads", "title": "Heads", "outturn": settings, "resources": resources}
    (folder / "datapackage.json").write_text(json.dumps(descriptor))


def forecasts(folder, year):
    command = [binary, "forecast", str(folder), "--level", "line", "--year", str(year), "--format", "csv"]
    text = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    columns = ("mean", "lo80", "hi80", "lo95", "hi95")
    return {
        row["unit"]: {column: float(row[column]) for column in columns}
        for row in csv.DictReader(text.splitlines())
    }


origins = [year for year in years if int(first) <= year <= int(last) and year != years[-1]]
errors = {way: 0.0 for way in ways}
naive = 0.0
by_origin = {}
inside = {way: {"80": 0, "95": 0} for way in ways}
width = {way: 0.0 for way in ways}
counted = 0
for origin in origins:
    year = years[years.index(origin) + 1]
    if year != origin + 1:
        continue
    said = {}
    for way, (has_people, ahead) in ways.items():
        folder = work / f"{origin}-{way}"
        write(folder, origin, has_people, ahead)
        said[way] = forecasts(folder, year)
    scored = [
        unit
        for unit in said["history"]
        if (unit, year) in spent and (unit, origin) in spent
        and (unit, year) in heads and (unit, origin) in heads
    ]
    base = sum(abs(spent[unit, year] - spent[unit, origin]) for unit in scored)
    own = {
        way: sum(abs(spent[unit, year] - said[way][unit]["mean"]) for unit in scored) for way in ways
    }
    naive += base
    by_origin[origin] = {way: own[way] / base for way in ways}
    counted += len(scored)
    for way in ways:
        errors[way] += own[way]
        for unit in scored:
            it = said[way][unit]
            width[way] += it["hi80"] - it["lo80"]
            for level in inside[way]:
                inside[way][level] += it[f"lo{level}"] <= spent[unit, year] <= it[f"hi{level}"]
result = {way: errors[way] / naive for way in ways}
result["coverage"] = {
    way: {level: round(100 * count / counted, 1) for level, count in inside[way].items()}
    for way in ways
}
result["width80"] = {way: width[way] / width["history"] for way in ways}
result |= {"origins": len(by_origin), "byOrigin": by_origin}
pathlib.Path(output).write_text(json.dumps(result, indent=1))
print(json.dumps({key: value for key, value in result.items() if key != "byOrigin"}))
