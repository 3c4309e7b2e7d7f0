#!/usr/bin/env python3
"""An independent answer to trends/trend.csv, trends/series.csv and restated year_on_year.csv.

Reads datasets with a crosswalk and adjustments. Fractions throughout, 60 digits where there are
roots; the nodes and their amounts come from comparison.py. README.md beside it says more.
"""

import argparse
import csv
import hashlib
import io
import json
import random
import subprocess
import sys
import tempfile
from collections import defaultdict
from contextlib import contextmanager
from decimal import Decimal, getcontext
from fractions import Fraction
from functools import cache
from pathlib import Path

import comparison
from comparison import ALL, STAGES, Undetermined, csv_text, number, number_text, printed

getcontext().prec = 60
NEAR_HALF = Fraction(1, 10**9)
CENTS = {"元": 100, "万元": 10**6, "亿元": 10**10, "unit": 100, "thousand": 10**5, "million": 10**8}
KEY = ("year", "unit", "subject", *comparison.DIMENSIONS)

TREND = (
    "level unit subject stage first_year last_year observations mean cagr_pct slope slope_lo95"
    " slope_hi95 volatility_pct break_year outlier_years streak"
).split()
SERIES = "level unit subject stage year amount normalised fitted flag".split()
WIDTHS = {"trend": 4, "series": 5, "year_on_year": 5}
COLUMNS = {"trend": TREND, "series": SERIES, "year_on_year": comparison.YEAR_ON_YEAR}


# Restating


class Package:
    """The tables of a data package that the comparison and the trends need, as rows."""

    def __init__(self, path):
        path = Path(path)
        self.descriptor = json.loads((path / "datapackage.json").read_text(encoding="utf-8"))
        self.settings = self.descriptor.get("outturn", {})
        self.tables = {
            resource["name"]: comparison.read_rows(path / resource["path"])
            for resource in self.descriptor["resources"]
        }
        self.cents = CENTS[self.settings.get("amountUnit", "unit")]
        self.cells = {}
        for row in self.tables["accounts"]:
            key = tuple("" if (row.get(name) or "all") == "all" else row[name] for name in KEY)
            for stage in STAGES:
                if row.get(stage):
                    self.cells[stage, *key] = Fraction(number_text(row[stage]))
        codes = {"unit": {key[2] for key in self.cells}, "subject": {key[3] for key in self.cells}}
        for rule in self.tables.get("crosswalk", []):
            for name, found in codes.items():
                found |= {rule.get(f"from_{name}"), rule.get(f"to_{name}")}
        levels = self.settings.get("subjectLevels", ())
        self.trees = {
            "unit": comparison.tree_of(
                self.tables.get("units", []), "unit", codes["unit"] - {"", None}),
            "subject": comparison.tree_of(
                self.tables.get("subjects", []), "code", codes["subject"] - {"", None}, levels),
        }

    def restate(self):
        """Every amount of a code before the year in which it was replaced to its successors."""
        steps = defaultdict(list)
        for rule in self.tables.get("crosswalk", []):
            for name in ("subject", "unit"):
                if rule.get(f"from_{name}"):
                    weight = Fraction(rule.get("weight") or "1")
                    steps[int(rule["from_year"]), name, rule[f"from_{name}"]].append(
                        (rule[f"to_{name}"], weight))
        for (from_year, name, code), successors in sorted(steps.items()):
            together = {(year, other) for year, name_of, other in steps if name_of == name}
            if any((from_year, to) in together for to, _ in successors):
                raise Undetermined("a code is replaced in the year in which it comes")
            if (from_year, "unit" if name == "subject" else "subject") in {
                    step[:2] for step in steps}:
                raise Undetermined("units and subjects are replaced in one year")
            successors.sort(key=lambda successor: comparison.bytes_of(successor[0]))
            self.replace(from_year, KEY.index(name) + 1, name, code, successors)

    def replace(self, from_year, place, name, code, successors):
        moved = {
            key: amount for key, amount in self.cells.items()
            if key[place] == code and int(key[1].rstrip("年")) < from_year
        }
        tree = self.trees[name]
        for key in moved:
            del self.cells[key]
        for key, amount in moved.items():
            rest = amount
            for index, (to, weight) in enumerate(successors):
                if index < len(successors) - 1:
                    part = Fraction(amount * weight * self.cents // 1, self.cents)
                else:
                    part = rest
                rest -= part
                target = key[:place] + (to,) + key[place + 1 :]
                self.cells[target] = self.cells.get(target, 0) + part
        for key in moved:
            for total in list(self.cells):
                if self.is_above(total, key, place, code, successors) and not self.is_whole(
                        total, place, tree, code, successors, moved):
                    del self.cells[total]

    def is_above(self, total, key, place, code, successors):
        """Whether a cell is a total that holds the one moved or one it moved to."""
        if total[:2] != key[:2]:
            return False
        for old in [code] + [to for to, _ in successors]:
            part = key[:place] + (old,) + key[place + 1 :]
            if total[2:4] != part[2:4] and all(
                self.trees[name].within(part[column] or ALL, total[column] or ALL)
                for column, name in ((2, "unit"), (3, "subject"))
            ):
                return True
        return False

    def is_whole(self, total, place, tree, code, successors, moved):
        """Whether a total holds in the new classification what it held in the old."""
        codes = [to for to, _ in successors]
        if total[place] in codes and total[:place] + (code,) + total[place + 1 :] in moved:
            return True  # the old code's own total moved along
        at = total[place] or ALL
        return len({tree.within(old, at) for old in [code, *codes]}) == 1

    def leave_out_whole(self):
        """Cells of all units: checked against the units, and of no further use."""
        for key in [key for key in self.cells if not key[2]]:
            parts = [
                amount for other, amount in self.cells.items()
                if other[:2] == key[:2] and other[3:] == key[3:] and other[2]
                and self.trees["unit"].parents[other[2]] is ALL
            ]
            if not parts or sum(parts) != self.cells[key]:
                raise Undetermined(f"a total of all units that is not their sum: {key}")
            del self.cells[key]

    def write(self, folder):
        rows = defaultdict(dict)
        for (stage, *key), amount in self.cells.items():
            rows[tuple(key)][stage] = amount
        accounts = [[*KEY, *STAGES]]
        for key in sorted(rows):
            accounts.append([*key, *(exact_text(rows[key].get(stage)) for stage in STAGES)])
        tables = {"accounts": accounts}
        for name in ("units", "subjects", "economics"):
            if self.tables.get(name):
                header = list(self.tables[name][0])
                tables[name] = [header] + [
                    [row[column] for column in header] for row in self.tables[name]]
        comparison.write_package(folder, self.settings, tables)


def exact_text(amount):
    """A number of the accounts, which has few decimals, in full."""
    if amount is None:
        return ""
    text = f"{Decimal(amount.numerator) / Decimal(amount.denominator):f}"
    if Fraction(text) != amount:
        raise ValueError(f"{amount} has too many decimals")
    return text


@contextmanager
def restated(path):
    """The dataset as its newest classification would have it: its panel, and what adjusts it."""
    if not Path(path).is_dir():
        yield comparison.Panel(comparison.read_dataset(path)), []
        return
    package = Package(path)
    decimals = comparison.read_dataset(path).decimals
    package.settings = {**package.settings, "decimals": decimals}
    with tempfile.TemporaryDirectory() as scratch:
        if any(not key[2] for key in package.cells):
            package.leave_out_whole()
            path = Path(scratch) / "units"
            package.write(path)
        if package.tables.get("crosswalk"):
            before = comparison.Panel(comparison.read_dataset(path))
            package.restate()
            path = Path(scratch) / "restated"
            package.write(path)
        panel = comparison.Panel(comparison.read_dataset(path))
        if package.tables.get("crosswalk"):
            same_money(before, panel)
        yield panel, adjustments_of(package)


def same_money(before, after):
    """A crosswalk moves money and makes none: where totals of one code meet details of another,
    the cells added up tell less than both."""
    for stage in STAGES:
        for year in before.years:
            sums = [panel.amount(panel.total, stage, year) for panel in (before, after)]
            if sums[0] != sums[1]:
                raise Undetermined(f"restating makes {sums[0]} of {stage} {year} {sums[1]}")


# Normalisation


class Adjustment:
    def __init__(self, row):
        self.year, self.stage = int(row["year"]), row["stage"]
        self.unit = row.get("unit") or ALL
        self.subject = row.get("subject") or ALL
        kinds = row["kind"].split("+")
        recurs = row.get("recurs") or "unknown"
        one_time = any(kind in ("one_off", "irregular", "timing") for kind in kinds)
        self.leaves = row["against"] == "level" and (
            recurs in ("no", "part") or recurs == "unknown" and one_time)
        self.to_year = int(row["for_year"]) if "timing" in kinds and row.get("for_year") else None
        self.is_interval = not row.get("amount")
        if not self.is_interval:
            self.amount = Fraction(number_text(row["amount"]))
        elif row.get("amount_hi"):
            low = number_text(row.get("amount_lo") or "0")
            self.amount = (Fraction(low) + Fraction(number_text(row["amount_hi"]))) / 2
        else:
            self.amount = None


def adjustments_of(package):
    replaced = {
        (name, rule.get(f"from_{name}")): int(rule["from_year"])
        for rule in package.tables.get("crosswalk", []) for name in ("unit", "subject")
    }
    found = []
    for row in package.tables.get("adjustments", []):
        adjustment = Adjustment(row)
        if not adjustment.leaves or adjustment.amount is None:
            continue
        for name in ("unit", "subject"):
            if adjustment.year < replaced.get((name, row.get(name) or None), 0):
                raise Undetermined("an adjustment of a code that was replaced")
        found.append(adjustment)
    return found


def changes_of(panel, adjustments):
    """What is taken from (node, stage, year), and whether some of it is an interval's middle."""
    changes = {}
    trees = panel.data
    for adjustment in adjustments:
        meant = {
            line for line in panel.lines
            if trees.units.within(line[0], adjustment.unit)
            and trees.subjects.within(line[2], adjustment.subject)
        }
        for node in panel.nodes if meant else ():
            if not meant <= set(node.lines) or node.level == "line" and len(meant) > 1:
                continue
            moves = [(adjustment.year, -adjustment.amount)]
            if adjustment.to_year is not None:
                moves.append((adjustment.to_year, adjustment.amount))
            for year, amount in moves:
                if panel.amount(node, adjustment.stage, year) is not None:
                    place = (id(node), adjustment.stage, year)
                    before, was_interval = changes.get(place, (Fraction(0), False))
                    changes[place] = (before + amount, was_interval or adjustment.is_interval)
    return changes


# Statistics, exact but for roots


def median(values):
    ordered = sorted(values)
    middle = len(ordered) // 2
    return ordered[middle] if len(ordered) % 2 else (ordered[middle - 1] + ordered[middle]) / 2


def deviation(values):
    centre = median(values)
    return Fraction(14826, 10000) * median([abs(value - centre) for value in values])


def least_squares(years, amounts):
    """Slope, fitted values, and the standard error's square, of Σ(y − a − b t)² at its least."""
    n = len(years)
    t, y = Fraction(sum(years)), sum(amounts)
    tt = sum(Fraction(year) ** 2 for year in years)
    ty = sum(year * amount for year, amount in zip(years, amounts))
    slope = (n * ty - t * y) / (n * tt - t * t)
    start = (y - slope * t) / n
    fitted = [start + slope * year for year in years]
    if n < 3:
        return slope, fitted, None
    left = sum((amount - value) ** 2 for amount, value in zip(amounts, fitted))
    return slope, fitted, left / (n - 2) / (tt - t * t / n)


def decimal(fraction):
    return Decimal(fraction.numerator) / Decimal(fraction.denominator)


@cache
def pi():
    """Machin: π = 16 arctan 1/5 − 4 arctan 1/239."""
    def inverse(x):
        term, total, k = 1 / Decimal(x), Decimal(0), 0
        while abs(term) > Decimal(10) ** -70:
            total += term / (2 * k + 1) * (-1) ** k
            term /= x * x
            k += 1
        return total
    return 4 * (4 * inverse(5) - inverse(239))


def sine(angle):
    term, total, k = angle, Decimal(0), 1
    while abs(term) > Decimal(10) ** -70:
        total += term
        term *= -angle * angle / ((k + 1) * (k + 2))
        k += 2
    return total


def student_within(freedom, angle):
    """P(|T| < √ν tan θ), Abramowitz and Stegun 26.7.3 and 26.7.4."""
    sin = sine(angle)
    cos = (1 - sin * sin).sqrt()
    if freedom == 1:
        return 2 * angle / pi()
    term = cos if freedom % 2 else Decimal(1)
    total = Decimal(0)
    for k in range(freedom % 2, freedom - 1, 2):
        total += term
        term *= cos * cos * (k + 1) / (k + 2)
    return 2 / pi() * (angle + sin * total) if freedom % 2 else sin * total


@cache
def student_quantile(freedom):
    """The t that |T| stays below with 95 %, by halving the angle's interval."""
    low, high = Decimal(0), pi() / 2
    for _ in range(180):
        middle = (low + high) / 2
        if student_within(freedom, middle) < Decimal("0.95"):
            low = middle
        else:
            high = middle
    sin = sine(low)
    return Decimal(freedom).sqrt() * sin / (1 - sin * sin).sqrt()


def growth_a_year(first, last, years):
    """In per cent, to 60 digits; nothing where an end is not positive."""
    if first <= 0 or last <= 0 or years == 0:
        return None
    ratio = last / first
    return Fraction((decimal(ratio) ** (1 / Decimal(years)) - 1) * 100)


def volatility(years, amounts):
    growths = [
        (amounts[i] - amounts[i - 1]) / abs(amounts[i - 1])
        for i in range(1, len(years)) if years[i] == years[i - 1] + 1 and amounts[i - 1]
    ]
    return deviation(growths) * 100 if len(growths) > 1 else None


def spread(values):
    return sum(abs(value - median(values)) for value in values)


def robust_residuals(years, amounts):
    """From Sen's line: the median of the slopes of all pairs, then of what is left."""
    slope = median([
        (amounts[j] - amounts[i]) / (years[j] - years[i])
        for i in range(len(years)) for j in range(i + 1, len(years))
    ])
    left = [amount - slope * year for year, amount in zip(years, amounts)]
    return [value - median(left) for value in left]


def break_place(years, amounts):
    if len(amounts) < 6:
        return None
    spreads = {i: spread(amounts[:i]) + spread(amounts[i:]) for i in range(2, len(amounts) - 1)}
    least = min(spreads.values())
    limit = min(spread(amounts), sum(map(abs, robust_residuals(years, amounts)))) / 2
    if limit == 0 or least > limit:
        return None
    return min(i for i in spreads if spreads[i] == least)


def outlier_places(years, amounts, step):
    if len(amounts) < 5:
        return []
    if step is None:
        residuals = robust_residuals(years, amounts)
    else:
        residuals = [
            amount - median(amounts[:step] if i < step else amounts[step:])
            for i, amount in enumerate(amounts)
        ]
    limit = max(3 * deviation(residuals), median(list(map(abs, amounts))) / 10)
    return [i for i, residual in enumerate(residuals) if abs(residual) > limit]


def streak(amounts):
    directions = [(b > a) - (b < a) for a, b in zip(amounts, amounts[1:])][::-1]
    count = 0
    for direction in directions:
        if direction == 0 or direction != directions[0]:
            break
        count += direction
    return count


# Tables


class Printer:
    """Prints numbers, and keeps those that stand on or beside a half of the last digit."""

    def __init__(self):
        self.near = []

    def __call__(self, key, column, value, decimals):
        if value is not None:
            scaled = abs(Fraction(value)) * 10**decimals
            if abs(scaled - int(scaled) - Fraction(1, 2)) <= NEAR_HALF:
                self.near.append((key, column, float(scaled - int(scaled) - Fraction(1, 2))))
        return printed(value, decimals)


def trends(panel, adjustments):
    """The rows of trend.csv and of series.csv, and the cells near a half."""
    changes = changes_of(panel, adjustments)
    decimals = panel.data.decimals
    finer = max(2, decimals)
    summary, points = [], []
    show = Printer()
    for node in panel.nodes:
        for stage in STAGES:
            amounts = {year: panel.amount(node, stage, year) for year in panel.years}
            years = [year for year in panel.years if amounts[year] is not None]
            if not years:
                continue
            taken = [changes.get((id(node), stage, year)) for year in years]
            base = [Fraction(amounts[year]) + (change[0] if change else 0)
                    for year, change in zip(years, taken)]
            key = (node.level, node.unit, node.subject, stage)
            slope, fitted, square = None, [None] * len(years), None
            if len(years) > 1:
                slope, fitted, square = least_squares(years, base)
            ends = (None, None)
            if square is not None:
                reach = student_quantile(len(years) - 2) * decimal(square).sqrt()
                ends = (slope - Fraction(reach), slope + Fraction(reach))
            step = break_place(years, base)
            outliers = outlier_places(years, base, step)

            def cell(column, value, places=finer, key=key):
                return show(key, column, value, places)

            summary.append([
                *key, str(years[0]), str(years[-1]), str(len(years)),
                cell("mean", sum(base) / len(base)),
                cell("cagr_pct", growth_a_year(base[0], base[-1], years[-1] - years[0]), 2),
                cell("slope", slope), cell("slope_lo95", ends[0]), cell("slope_hi95", ends[1]),
                cell("volatility_pct", volatility(years, base), 2),
                "" if step is None else str(years[step]),
                ";".join(str(years[i]) for i in outliers), str(streak(base)),
            ])
            for i, year in enumerate(years):
                flags = {"break": i == step, "outlier": i in outliers,
                         "adjusted": taken[i] and taken[i][0], "interval": taken[i] and taken[i][1]}
                points.append([
                    *key, str(year), printed(amounts[year], decimals),
                    show((*key, str(year)), "normalised", base[i], decimals),
                    show((*key, str(year)), "fitted", fitted[i], finer),
                    "+".join(flag for flag, is_set in flags.items() if is_set),
                ])
    return summary, points, show.near


class Answer:
    def __init__(self, path):
        with restated(path) as (panel, adjustments):
            summary, points, self.near = trends(panel, adjustments)
            self.tables = {
                "trend": [TREND, *summary],
                "series": [SERIES, *points],
                "year_on_year": [
                    comparison.YEAR_ON_YEAR, *comparison.year_on_year(panel)],
            }


# Against the program


def program_table(binary, path, name):
    command = "compare" if name == "year_on_year" else "trend"
    result = subprocess.run(
        [binary, command, path, "--table", name, "--format", "csv"], capture_output=True)
    if result.returncode != 0:
        errors = result.stderr.decode("utf-8", "replace")
        raise ValueError(f"exit {result.returncode}: {errors}")
    rows = list(csv.reader(io.StringIO(result.stdout.decode("utf-8"), newline="")))
    places = [rows[0].index(column) for column in COLUMNS[name]]
    return [[row[place] for place in places] for row in rows]


def differences(binary, path, answer=None):
    """Each cell that differs, as (table, key, column, expected, found)."""
    answer = answer or Answer(path)
    found = []
    for name, expected in answer.tables.items():
        program = program_table(binary, path, name)
        width = WIDTHS[name]
        ours, theirs = (
            {tuple(row[:width]): row for row in rows[1:]} for rows in (expected, program))
        for key in ours.keys() | theirs.keys():
            if key not in theirs or key not in ours:
                found.append((name, key, "row", *(
                    ",".join(rows[key][width:]) if key in rows else "no row"
                    for rows in (ours, theirs))))
                continue
            found += [
                (name, key, column, a, b)
                for column, a, b in zip(expected[0], ours[key], theirs[key]) if a != b]
        if not found and expected != program:
            found.append((name, (), "order", "sorted", "otherwise"))
    return sorted(found)


# Random datasets


def random_dataset(seed):
    """Few lines over many years: ties, gaps, halves and adjustments; a crosswalk in some."""
    choose = random.Random(seed)
    years = sorted(choose.sample(range(2010, 2025), choose.choice((1, 2, 3, 5, 6, 7, 9, 12))))
    stages = [stage for stage in STAGES if choose.random() < 0.5] or ["outturn"]
    units = ["A", "B", "C"][: choose.randint(1, 3)]
    subjects = ["11", "12", "13", "21"][: choose.randint(1, 4)]
    size = choose.choice((3, 30, 1000, 10**6, 10**11))
    low = choose.choice((0, 0, 1, -size))
    crosswalk = [["from_subject", "to_subject", "from_unit", "to_unit", "from_year", "weight"]]
    replaced = {}
    if choose.random() < 0.5:
        year = choose.choice(years)
        weight = choose.choice(("0.3", "0.5", "0.6", "0.333"))
        crosswalk += [["19", "11", "", "", str(year), weight],
                      ["19", "12", "", "", str(year), str(1 - Decimal(weight))]]
        subjects.append("19")
        replaced["19"] = year
    if choose.random() < 0.3:
        year = choose.choice(years)
        crosswalk.append(["", "", "Z", "A", str(year), "1"])
        units.append("Z")
        replaced["Z"] = year
    rows = [["year", "unit", "subject", *stages]]
    for unit in units:
        for code in subjects:
            sparse = choose.choice((0, 0, 0.1, 0.4))
            for year in years:
                if year >= min(replaced.get(unit, 9999), replaced.get(code, 9999)):
                    continue
                texts = ["" if choose.random() < sparse else
                         printed(Fraction(choose.randint(low, size), 100), 2) for _ in stages]
                if any(texts):
                    rows.append([str(year), unit, code, *texts])
    adjustments = ["year unit subject stage amount amount_lo amount_hi kind against for_year"
                   " recurs".split()]
    for _ in range(choose.choice((0, 0, 1, 3, 8))):
        exact = choose.random() < 0.6
        amount = printed(Fraction(choose.randint(-size, size), 100), 2)
        ends = [printed(Fraction(2 * end, 100), 2)
                for end in sorted(choose.sample(range(-size, size + 1), 2))]
        adjustments.append([
            str(choose.choice(years)), choose.choice(["", *units]),
            choose.choice(["", "1", "2", *subjects]), choose.choice(stages),
            amount if exact else "", *(["", ""] if exact else ends),
            choose.choice(("one_off", "timing", "policy", "timing+policy", "irregular")),
            choose.choice(("level", "level", "level", "budget", "previous")),
            choose.choice(("", *map(str, years))),
            choose.choice(("", "yes", "no", "part", "unknown"))])
    settings = {"amountUnit": "unit", "decimals": 2, "amounts": "exact", "language": "en",
                "subjectLevels": [1, 2]}
    tables = {"accounts": rows}
    tables |= {"adjustments": adjustments} if len(adjustments) > 1 else {}
    tables |= {"crosswalk": crosswalk} if len(crosswalk) > 1 else {}
    return settings, tables


def smallest(settings, tables, folder, fails):
    """Leaves out rows of every table for as long as the dataset still fails."""
    def attempt(trial):
        comparison.write_package(folder, settings, trial)
        try:
            return bool(fails())
        except (Undetermined, ValueError):
            return False

    shrunk = True
    while shrunk:
        shrunk = False
        for name in list(tables):
            for index in range(len(tables[name]) - 1, 0, -1):
                rows = tables[name][:index] + tables[name][index + 1 :]
                trial = {**tables, name: rows}
                if len(rows) == 1 and name == "accounts":
                    continue
                if len(rows) == 1:
                    del trial[name]
                if attempt(trial):
                    tables, shrunk = trial, True
                    if name not in tables:
                        break
    attempt(tables)
    return tables


def compare_random(binary, count, seed, shrink):
    compared = undetermined = failed = halves = 0
    with tempfile.TemporaryDirectory() as scratch:
        for number_of in range(seed, seed + count):
            settings, tables = random_dataset(number_of)
            if len(tables["accounts"]) == 1:
                continue
            folder = Path(scratch) / str(number_of)
            comparison.write_package(folder, settings, tables)
            try:
                answer = Answer(folder)
                found = differences(binary, folder, answer)
            except Undetermined:
                undetermined += 1
                continue
            except ValueError as error:
                found = [("program", (), str(error), "", "")]
                answer = None
            compared += 1
            halves += len(answer.near) if answer else 0
            if not found:
                continue
            failed += 1
            print(f"seed {number_of}: {len(found)} cells differ")
            if shrink and answer:
                tables = smallest(
                    settings, tables, folder, lambda: differences(binary, folder))
                for name, rows in tables.items():
                    print(name, csv_text(rows[0], rows[1:]), sep="\n", end="")
                answer = Answer(folder)
                found = differences(binary, folder, answer)
            show(found[:10], answer)
    print(f"{compared} datasets compared, {failed} differ; {halves} cells on or beside a half;"
          f" {undetermined} left out, where the contract gives no answer")
    return failed


def show(found, answer):
    near = {(key, column): off for key, column, off in answer.near} if answer else {}
    for table, key, column, expected, program in found:
        half = near.get((key, column))
        note = "" if half is None else f" ({half:g} from a half)"
        print(f"  {table} {','.join(key)} {column}: oracle {expected!r}, program {program!r}{note}")


# The command


def digests(rows):
    """Of each level's rows as CSV without a header, in the order of the levels."""
    levels = defaultdict(list)
    for row in rows[1:]:
        levels[row[0]].append(row)
    for level, members in levels.items():
        text = csv_text(members[0], members[1:])
        yield level, len(members), hashlib.sha256(text.encode("utf-8")).hexdigest()


def write_expected(dataset, folder):
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    tables = Answer(dataset).tables
    trend = tables["trend"]
    (folder / "trend.csv").write_text(csv_text(trend[0], trend[1:]), encoding="utf-8")
    rows = [
        [name, level, str(count), digest]
        for name in ("year_on_year", "series")
        for level, count, digest in digests(tables[name])
    ]
    text = csv_text(["table", "level", "rows", "sha256"], rows)
    (folder / "digests.csv").write_text(text, encoding="utf-8")


def write_small(folder):
    """The trend tables of each dataset in a folder, where the contract gives an answer."""
    for path, dataset in comparison.datasets_in(folder):
        answer = Answer(dataset)
        for name in ("trend", "series"):
            rows = answer.tables[name]
            target = path / "expected" / f"{name}.csv"
            target.write_text(csv_text(rows[0], rows[1:]), encoding="utf-8")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("datasets", nargs="*", help="datasets to compare on")
    parser.add_argument("--binary", help="the program to compare with")
    parser.add_argument("--random", type=int, default=0, help="how many random datasets")
    parser.add_argument("--seed", type=int, default=1, help="the seed of the first")
    parser.add_argument("--shrink", action="store_true", help="reduce what differs")
    parser.add_argument("--write", metavar="FOLDER", help="write what is expected of its datasets")
    parser.add_argument("--digest", nargs=2, metavar=("DATASET", "FOLDER"),
                        help="write the trends and the digests of what is expected of one dataset")
    options = parser.parse_args()
    if (options.datasets or options.random) and not options.binary:
        parser.error("--binary is needed to compare")
    failed = 0
    if options.write:
        write_small(options.write)
    if options.digest:
        write_expected(*options.digest)
    for path in options.datasets:
        try:
            answer = Answer(path)
            found = differences(options.binary, path, answer)
        except (Undetermined, ValueError) as error:
            failed += 1
            print(f"{path}: {type(error).__name__}: {error}")
            continue
        failed += bool(found)
        print(f"{path}: {len(found)} cells differ; {len(answer.near)} on or beside a half")
        show(found, answer)
    if options.random:
        failed += compare_random(options.binary, options.random, options.seed, options.shrink)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
