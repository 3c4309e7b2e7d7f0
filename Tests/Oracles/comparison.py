#!/usr/bin/env python3
"""An independent answer to comparison/year_on_year.csv and comparison/execution.csv.

Written from the contract and not from the program, with fractions and no rounding but the last.
README.md beside it says how it is used and what it takes the contract to mean.
"""

import argparse
import csv
import io
import json
import os
import random
import subprocess
import sys
import tempfile
import unicodedata
from collections import defaultdict
from fractions import Fraction
from pathlib import Path

STAGES = ("budget", "revised", "outturn")
HEADINGS = {
    "年度": "year", "单位": "unit", "科目": "subject", "年初预算数": "budget", "决算数": "outturn"
}
DIMENSIONS = ("economic", "kind", "fund", "project")
KINDS = {"personnel": "basic", "operating": "basic"}
ALL = None

YEAR_ON_YEAR = (
    "level unit subject stage year amount previous change growth_pct share_pct share_change_pp"
    " contribution_pp"
).split()
EXECUTION = (
    "level unit subject year budget revised outturn deviation execution_pct execution_revised_pct"
    " in_year_change in_year_change_pct unspent"
).split()


class Undetermined(Exception):
    """The contract does not say what the answer is."""


class Tree:
    """Codes and their parents; the root is ALL."""

    def __init__(self, parents):
        self.parents = dict(parents)
        self.children = defaultdict(list)
        for code in sorted(self.parents, key=bytes_of):
            self.children[self.parents[code]].append(code)

    def path(self, code):
        """The code, what it is part of, and so on up to ALL."""
        found = [code]
        while code is not ALL:
            code = self.parents[code]
            found.append(code)
        return found

    def within(self, code, node):
        return node in self.path(code)


def bytes_of(text):
    return text.encode("utf-8")


# Reading


class Dataset:
    """Published cells by (stage, year), unit and subject, and the trees they stand in."""

    def __init__(self, decimals, exact, units, subjects, cells, summed):
        self.decimals = decimals
        self.exact = exact
        self.units = units
        self.subjects = subjects
        self.cells = cells
        self.summed = summed  # those of them that are sums of a finer cut


def read_rows(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    columns = [HEADINGS.get(heading, heading) for heading in rows[0]]
    return [dict(zip(columns, row)) for row in rows[1:]]


def number_text(text):
    """Full-width digits, thousands separators, brackets and a trailing minus made plain."""
    text = unicodedata.normalize("NFKC", text).replace(",", "")
    if text.startswith("(") and text.endswith(")"):
        return "-" + text[1:-1]
    return "-" + text[:-1] if text.endswith("-") else text


def tree_of(rows, key, codes, levels=()):
    parents = {row[key]: row.get("parent") or ALL for row in rows}
    pending = [code for code in codes if code not in parents]
    while pending:
        code = pending.pop()
        shorter = [length for length in levels if length < len(code)]
        parent = code[: max(shorter)] if shorter else ALL
        parents[code] = parent
        if parent is not ALL and parent not in parents:
            pending.append(parent)
    return Tree(parents)


def read_dataset(path):
    path = Path(path)
    tables, settings = {}, {}
    package = path.is_dir()
    if package:
        descriptor = json.loads((path / "datapackage.json").read_text(encoding="utf-8"))
        settings = descriptor.get("outturn", {})
        for resource in descriptor["resources"]:
            tables[resource["name"]] = read_rows(path / resource["path"])
    else:
        tables["accounts"] = read_rows(path)

    accounts = tables["accounts"]
    texts = [number_text(row[stage]) for row in accounts for stage in STAGES if row.get(stage)]
    printed = max((len(text.partition(".")[2]) for text in texts), default=0)
    raw = defaultdict(dict)
    codes = set()
    for row in accounts:
        subject = row.get("subject") or ""
        if package and subject in ("", "all"):
            subject = ALL
        codes.add(subject)
        cut = tuple(
            None if (row.get(name) or "all") == "all" else row[name] for name in DIMENSIONS
        )
        for stage in STAGES:
            if row.get(stage):
                cells = raw[stage, int(row["year"].rstrip("年"))]
                key = (row["unit"], subject, cut)
                amount = Fraction(number_text(row[stage]))
                if cells.setdefault(key, amount) != amount:
                    raise ValueError(f"two amounts for {key}")

    units = tree_of(tables.get("units", []), "unit", {row["unit"] for row in accounts})
    levels = settings.get("subjectLevels", ())
    subjects = tree_of(tables.get("subjects", []), "code", codes - {ALL}, levels)
    economics = {row["code"]: row.get("parent") or None for row in tables.get("economics", [])}
    panel = {time: panel_of(cells, economics) for time, cells in raw.items()}
    summed = {
        (time, unit, subject)
        for time, cells in raw.items()
        for unit, subject, _ in cells
        if (unit, subject, (None,) * len(DIMENSIONS)) not in cells
    }
    return Dataset(
        settings.get("decimals", printed), settings.get("amounts") == "exact", units, subjects,
        panel, summed)


# Cuts


def panel_of(cells, economics):
    """Unit × subject: as published, else the sum of the finest complete cut."""
    grouped = defaultdict(dict)
    for (unit, subject, cut), amount in cells.items():
        grouped[unit, subject][cut] = amount
    panel = defaultdict(dict)
    for (unit, subject), cuts in grouped.items():
        panel[unit][subject] = cut_total(cuts, (None,) * len(DIMENSIONS), economics)
    return panel


def cut_total(cuts, at, economics):
    """The amount at one place of the cuts: its own, or that of the parts one column gives it."""
    if at in cuts:
        return cuts[at]
    answers = {}
    for column, name in enumerate(DIMENSIONS):
        if at[column] is not None:
            continue
        parents = KINDS if name == "kind" else economics if name == "economic" else {}
        members = {
            cut[column]
            for cut in cuts
            if cut[column] is not None
            and all(a is None or c == a for a, c in zip(at, cut) if a is not None)
        }
        for member in list(members):
            while parents.get(member):
                member = parents[member]
                members.add(member)
        if members:
            tops = [member for member in members if parents.get(member) not in members]
            answers[name] = sum(
                member_total(cuts, at, column, member, parents, members, economics)
                for member in tops
            )
    # A column that covers a part only gives less; where two differ otherwise, nobody can tell.
    found = set(answers.values())
    if not found:
        raise Undetermined("a cut without parts")
    if len(found) > 1:
        if any(amount < 0 for amount in cuts.values()):
            raise Undetermined("cuts that disagree")
        return max(found)
    return found.pop()


def member_total(cuts, at, column, member, parents, members, economics):
    place = at[:column] + (member,) + at[column + 1 :]
    if place in cuts:
        return cuts[place]
    below = [code for code in members if parents.get(code) == member]
    if below:
        return sum(
            member_total(cuts, at, column, code, parents, members, economics) for code in below)
    return cut_total(cuts, place, economics)


# Lines: a line is (unit, is the unit's rest, subject, is the subject's rest)


def published_lines(data, time):
    """What stands for a stage and year once published totals have given way to their parts."""

    panel = data.cells[time]

    def terms(unit, subject):
        """The fewest printed numbers that add up to unit × subject."""
        if subject in panel.get(unit, {}):
            return 1
        if data.units.children[unit]:
            return sum(terms(child, subject) for child in data.units.children[unit])
        return sum(terms(unit, child) for child in data.subjects.children[subject])

    def some(unit, subject):
        """Whether anything of unit × subject is published."""
        return any(
            data.units.within(other, unit) and data.subjects.within(code, subject)
            for other, cells in panel.items() for code in cells)

    def every(unit, subject):
        """Whether unit × subject has a value: its own, or one for every part."""
        parts = [(unit, child) for child in data.subjects.children[subject]]
        offices = [(child, subject) for child in data.units.children[unit]]
        return subject in panel.get(unit, {}) or any(
            split and all(every(*part) for part in split) for split in (parts, offices))

    def within_bound(rest, fewest, most):
        if data.exact or rest == 0:
            return rest == 0
        half = Fraction(1, 2 * 10**data.decimals)
        low, high = (abs(rest) <= (1 + count) * half for count in (fewest, most))
        if low != high:
            raise Undetermined("a rest inside one bound and outside another")
        return low

    def amount(at, unit, subject):
        """Unit × subject at another time: as published, or what stands below it."""
        cells = data.cells[at].get(unit, {})
        if subject in cells:
            return cells[subject]
        for below in ([(unit, child) for child in data.subjects.children[subject]],
                      [(child, subject) for child in data.units.children[unit]]):
            known = [value for part in below if (value := amount(at, *part)) is not None]
            if known:
                return sum(known)
        return None

    def overshoots(total, rest, missing):
        """Whether the parts are more than their total, and no refunds among the missing ones can
        be the reason: then there is no rest."""
        refunds = any(
            sum(amount(at, *part) or 0 for part in missing) < 0 for at in data.cells)
        return rest < 0 <= total and not refunds

    def lines_of(unit):
        below = {child: lines_of(child) for child in data.units.children[unit]}
        lines = {line: amount for part in below.values() for line, amount in part.items()}
        own = panel.get(unit, {})

        def settle(subject):
            for child in data.subjects.children[subject]:
                settle(child)
            if subject not in own:
                return
            above = data.subjects.path(subject)[1:]
            if any(line[2] in above for line in lines if line[0] != unit):
                raise Undetermined("a part is published at a higher subject than its total")
            lower = {
                line: amount
                for line, amount in lines.items()
                if data.subjects.within(line[2], subject)
            }
            if not lower:
                lines[unit, False, subject, False] = own[subject]
                return
            rest = own[subject] - sum(lower.values())
            if rest and (time, unit, subject) in data.summed:
                raise Undetermined("a sum of a finer cut above published cells")
            parts = data.subjects.children[subject]
            have_units = [child for child in below if some(child, subject)]
            have_subjects = [
                part for part in parts
                if any(data.subjects.within(code, part) for code in own if code is not ALL)
            ]
            all_units = all(every(child, subject) for child in below)
            all_subjects = all(every(unit, part) for part in parts)
            if not have_units:
                fewest = sum(terms(unit, part) for part in have_subjects)
                missing = [(unit, part) for part in parts if not some(unit, part)]
                if overshoots(own[subject], rest, missing):
                    return
                if not all_subjects and not within_bound(rest, fewest, len(lower)):
                    lines[unit, False, subject, True] = rest
            elif not have_subjects:
                fewest = sum(terms(child, subject) for child in have_units)
                if all_units or within_bound(rest, fewest, len(lower)):
                    return
                if len(have_units) == len(below):
                    raise Undetermined("every office has something there, and not all of it")
                missing = [(child, subject) for child in below if not some(child, subject)]
                if overshoots(own[subject], rest, missing):
                    return
                lines[unit, True, subject, False] = rest
            elif not (all_units and all_subjects) and not within_bound(rest, 1, len(lower)):
                raise Undetermined("a rest of units and of subjects")

        settle(ALL)
        return lines

    lines = {}
    for unit in data.units.children[ALL]:
        lines.update(lines_of(unit))
    return lines


def one_code_each(tables):
    """A line that is a rest in some stage or year has the code of a rest in all of them."""
    every = {line for lines in tables.values() for line in lines}
    unit_rests = {(unit, subject) for unit, rest, subject, _ in every if rest}
    subject_rests = {(unit, subject) for unit, _, subject, rest in every if rest}
    if unit_rests & subject_rests:
        raise Undetermined("a rest of units in one year and of subjects in another")

    def coded(line):
        unit, _, subject, _ = line
        return (unit, (unit, subject) in unit_rests, subject, (unit, subject) in subject_rests)

    return {
        time: {coded(line): amount for line, amount in lines.items()}
        for time, lines in tables.items()
    }


# Levels


class Node:
    """A row's place: its codes, its lines, and the unit whose total it is a share of."""

    def __init__(self, level, unit, subject, lines, base):
        self.level = level
        self.unit = unit
        self.subject = subject
        self.lines = lines
        self.base = base


def unit_code(unit, rest):
    return f"{unit}:other" if rest else unit


def subject_code(subject, rest):
    code = "all" if subject is ALL else subject
    return f"{code}:other" if rest else code


def nodes_of(data, lines):
    units, subjects = data.units, data.subjects
    nodes = []
    groups = defaultdict(list)
    with_parts = {above for line in lines for above in units.path(line[0]) if above != line[0]}
    for line in lines:
        unit, rest, subject, subject_rest = line
        nodes.append(
            Node("line", unit_code(unit, rest), subject_code(subject, subject_rest), [line], unit))
        beside = rest or unit in with_parts
        for code in subjects.path(subject):
            if code is ALL:
                continue
            if subjects.children[code]:
                groups["class", unit_code(unit, beside), code, unit].append(line)
            groups["subject", "", code, ALL].append(line)
        if subject_rest or subject is ALL:
            groups["subject", "", subject_code(subject, subject_rest), ALL].append(line)
        for code in units.path(unit):
            if code is not ALL:
                groups["unit", code, "", ALL].append(line)
        if beside:
            groups["unit", unit_code(unit, True), "", ALL].append(line)
        groups["total", "", "", ALL].append(line)
    nodes += [Node(level, unit, subject, members, base)
              for (level, unit, subject, base), members in groups.items()]
    order = ("line", "class", "unit", "subject", "total")
    return sorted(
        nodes, key=lambda node: (order.index(node.level), bytes_of(node.unit),
                                 bytes_of(node.subject)))


class Panel:
    """The amount of every node, and what its blanks mean."""

    def __init__(self, data):
        self.data = data
        self.tables = one_code_each(
            {time: published_lines(data, time) for time in data.cells})
        self.lines = {line for lines in self.tables.values() for line in lines}
        self.nodes = nodes_of(data, self.lines)
        self.years = sorted({year for _, year in self.tables})
        self.states = {
            (id(node), time): self.state(node, time) for node in self.nodes for time in self.tables
        }
        self.unit_nodes = {node.unit: node for node in self.nodes if node.level == "unit"}
        self.total = next((node for node in self.nodes if node.level == "total"), None)
        self.places = {(node.level, node.unit, node.subject): node for node in self.nodes}

    def is_rest(self, line):
        return line[1] or line[3]

    def is_cover(self, line):
        """Whether the line's code has parts: its amount may hold those of other lines."""
        unit, _, subject, _ = line
        return bool(self.data.units.children[unit] or self.data.subjects.children[subject])

    def covers(self, line, other):
        return (
            line != other
            and (self.is_rest(line) or self.is_cover(line))
            and self.data.units.within(other[0], line[0])
            and self.data.subjects.within(other[2], line[2])
        )

    def hiders(self, line, time):
        lines = self.tables[time]
        return [] if line in lines else [other for other in lines if self.covers(other, line)]

    def publishes(self, unit, time):
        return bool(self.data.cells[time].get(unit))

    def is_none(self, line, time):
        """Whether a blank is a line without appropriation, and so counts 0."""
        lines = self.tables[time]
        return (
            line not in lines
            and not self.is_rest(line)
            and self.publishes(line[0], time)
            and not self.hiders(line, time)
            and not any(self.covers(line, other) for other in lines)
        )

    def state(self, node, time):
        """A number; 0 in changes ("none"); or not published (None)."""
        lines = self.tables[time]
        if node.level == "line":
            line = node.lines[0]
            return lines.get(line, "none" if self.is_none(line, time) else None)
        if node.level != "total":
            inside = set(node.lines)
            for line in node.lines:
                hiders = self.hiders(line, time)
                if hiders and not inside.intersection(hiders):
                    return None
        amounts = [lines[line] for line in node.lines if line in lines]
        if amounts:
            return sum(amounts)
        if node.unit.endswith(":other") and any(map(self.is_rest, node.lines)):
            return None
        return "none" if any(self.is_none(line, time) for line in node.lines) else None

    def at(self, node, stage, year):
        return self.states.get((id(node), (stage, year)))

    def amount(self, node, stage, year):
        return number(self.at(node, stage, year))

    def is_comparable(self, node, stage, year):
        """Whether the same parts stand outside a unit's rest in the year and the one before."""
        if node.level not in ("line", "class", "unit") or not node.unit.endswith(":other"):
            return True
        parts = self.data.units.children.get(node.unit[: -len(":other")], [])
        for part in parts:
            place = self.places.get((node.level, part, node.subject))
            if place and (self.at(place, stage, year) is None) != (
                    self.at(place, stage, year - 1) is None):
                return False
        return True

    def whole(self, node, stage, year):
        of = self.unit_nodes[node.base] if node.level in ("line", "class") else self.total
        return self.amount(of, stage, year)


# Arithmetic on cells: a number, "none" or None


def number(cell):
    return None if cell == "none" else cell


def difference(cell, other):
    if cell is None or other is None:
        return None
    return (0 if cell == "none" else cell) - (0 if other == "none" else other)


def percent(part, whole):
    return None if part is None or not whole else part / whole * 100


def change_percent(cell, base):
    cell, base = number(cell), number(base)
    return None if cell is None or not base else (cell - base) / abs(base) * 100


def printed(value, decimals):
    """Decimal digits, halves away from zero; a blank for nothing."""
    if value is None:
        return ""
    scaled = abs(Fraction(value)) * 10**decimals
    whole = int(scaled + Fraction(1, 2))
    sign = "-" if value < 0 and whole else ""
    digits = str(whole).rjust(decimals + 1, "0")
    return sign + (f"{digits[:-decimals]}.{digits[-decimals:]}" if decimals else digits)


# Tables


def year_on_year(panel):
    decimals = panel.data.decimals
    for node in panel.nodes:
        for stage in STAGES:
            for year in panel.years:
                cell, before = (panel.at(node, stage, year - back) for back in (0, 1))
                amount, previous = number(cell), number(before)
                if amount is None and (previous is None or cell is None):
                    continue
                comparable = panel.is_comparable(node, stage, year)
                change = difference(cell, before) if comparable else None
                growth = change_percent(cell, before) if comparable else None
                whole, whole_before = (panel.whole(node, stage, year - back) for back in (0, 1))
                share, share_before = percent(amount, whole), percent(previous, whole_before)
                moved = None
                if comparable and share is not None and share_before is not None:
                    moved = share - share_before
                contribution = percent(change, whole_before and abs(whole_before))
                yield [node.level, node.unit, node.subject, stage, str(year)] + [
                    printed(value, decimals) for value in (amount, previous, change)
                ] + [
                    printed(value, 2)
                    for value in (growth, share, moved, contribution)
                ]


def execution(panel):
    decimals = panel.data.decimals
    for node in panel.nodes:
        for year in panel.years:
            cells = [panel.at(node, stage, year) for stage in STAGES]
            budget, revised, outturn = cells
            amounts = [number(cell) for cell in cells]
            if all(amount is None for amount in amounts):
                continue
            yield [node.level, node.unit, node.subject, str(year)] + [
                printed(amount, decimals) for amount in amounts
            ] + [
                printed(difference(outturn, budget), decimals),
                printed(percent(amounts[2], amounts[0]), 2),
                printed(percent(amounts[2], amounts[1]), 2),
                printed(difference(revised, budget), decimals),
                printed(change_percent(revised, budget), 2),
                printed(difference(revised, outturn), decimals),
            ]


def csv_text(columns, rows):
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows(rows)
    return text.getvalue()


def tables_of(path):
    panel = Panel(read_dataset(path))
    return {
        "year_on_year": [YEAR_ON_YEAR, *year_on_year(panel)],
        "execution": [EXECUTION, *execution(panel)],
    }


# Against the program


def descriptor(name, settings, tables):
    def kind(column):
        return "year" if column == "year" else "number" if column in STAGES else "string"

    return {
        "profile": "tabular-data-package",
        "name": name,
        "outturn": settings,
        "resources": [
            {
                "name": table,
                "path": f"{table}.csv",
                "profile": "tabular-data-resource",
                "encoding": "utf-8",
                "schema": {
                    "fields": [{"name": column, "type": kind(column)} for column in rows[0]],
                    "missingValues": [""],
                },
            }
            for table, rows in tables.items()
        ],
    }


def write_package(folder, settings, tables):
    """Writes tables, each a header and rows, as a data package."""
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    for name, rows in tables.items():
        (folder / f"{name}.csv").write_text(csv_text(rows[0], rows[1:]), encoding="utf-8")
    text = json.dumps(descriptor(folder.name, settings, tables), ensure_ascii=False, indent=2)
    (folder / "datapackage.json").write_text(text + "\n", encoding="utf-8")


def program_table(binary, path, name):
    """A table as the program prints it: the columns that the oracle has too."""
    result = subprocess.run(
        [binary, "compare", path, "--table", name, "--format", "csv"], capture_output=True)
    if result.returncode != 0:
        errors = result.stderr.decode("utf-8", "replace")
        raise ValueError(f"exit {result.returncode}: {errors}")
    rows = list(csv.reader(io.StringIO(result.stdout.decode("utf-8"), newline="")))
    columns = {"year_on_year": YEAR_ON_YEAR, "execution": EXECUTION}[name]
    places = [rows[0].index(column) for column in columns]
    return [[row[place] for place in places] for row in rows]


def differences(binary, path):
    """Each cell that differs, as (table, key, column, expected, found)."""
    found = []
    for name, expected in tables_of(path).items():
        width = 4 if name == "execution" else 5
        program = program_table(binary, path, name)
        columns = expected[0]
        ours, theirs = ({tuple(row[:width]): row for row in rows[1:]} for rows in (expected, program))
        for key in ours.keys() | theirs.keys():
            if key not in theirs:
                found.append((name, key, "row", ",".join(ours[key][width:]), "no row"))
            elif key not in ours:
                found.append((name, key, "row", "no row", ",".join(theirs[key][width:])))
            else:
                found += [
                    (name, key, column, a, b)
                    for column, a, b in zip(columns, ours[key], theirs[key]) if a != b
                ]
        if not found and expected != program:
            found.append((name, (), "order", "sorted", "otherwise"))
    return sorted(found)


# Random datasets


def random_amount(choose):
    return choose.choice((
        lambda: choose.randint(1, 40) * 100,
        lambda: choose.randint(-500, 3000),
        lambda: choose.choice((0, 1, -1, 200, 20000, 20001, -20001)),
        lambda: choose.choice((0, 0, choose.randint(1, 10**9), choose.randint(-(10**12), 10**12))),
    ))()


def random_dataset(seed):
    """A few published tables of a true one, with cells withheld and totals rounded."""
    choose = random.Random(seed)
    years = sorted(choose.sample(range(2018, 2024), choose.randint(1, 4)))
    stages = [stage for stage in STAGES if choose.random() < 0.6] or ["outturn"]
    depth = choose.choice((1, 1, 2, 2, 3))
    subjects = [""]
    for level in range(depth):
        subjects += [
            code + digit for code in subjects if len(code) == level
            for digit in "1234"[: choose.randint(1, 3)] if level == 0 or choose.random() < 0.8
        ]
    leaves = [code for code in subjects[1:] if not any(
        other.startswith(code) and other != code for other in subjects)]
    units = {}
    for top in "ABC"[: choose.randint(1, 3)]:
        units[top] = ""
        if choose.random() < 0.5:
            units.update({top + part: top for part in "xyz"[: choose.randint(1, 3)]})
    offices = [unit for unit in units if unit not in units.values()]
    withheld, totals, whole = choose.random() * 0.4, choose.random() * 0.5, choose.random() * 0.4
    exact = choose.random() < 0.3
    cells = {}
    for stage in stages:
        for year in years:
            truth = {(unit, code): random_amount(choose) for unit in offices for code in leaves
                     if choose.random() < 0.8}
            for unit in units:
                if choose.random() < 0.1:
                    continue
                for code in subjects:
                    below = [amount for (office, leaf), amount in truth.items()
                             if unit in (office, units[office]) and leaf.startswith(code)]
                    single = unit in offices and code in leaves
                    rate = 1 - withheld if single else whole if unit not in offices else totals
                    if below and choose.random() < rate:
                        slip = choose.choice((0, 0, 0, 0, 1, -1, 2, 500))
                        cells[year, unit, code, stage] = sum(below) + (0 if single else slip)
    rows, header = [], ["year", "unit", "subject", "kind", *stages]

    def row(year, unit, code, kind, amounts):
        texts = [printed(Fraction(amount, 100), 2) if amount is not None else ""
                 for amount in amounts]
        rows.append([str(year), unit, code, kind, *texts])

    for year in years:
        for unit in units:
            for code in subjects:
                amounts = [cells.get((year, unit, code, stage)) for stage in stages]
                if all(amount is None for amount in amounts):
                    continue
                style = choose.random()
                if style < 0.1:
                    kinds = choose.choice((("basic", "project"), ("personnel", "operating"),
                                           ("personnel", "operating", "project")))
                    left = list(amounts)
                    for kind in kinds[1:]:
                        part = [None if amount is None else random_amount(choose)
                                for amount in amounts]
                        row(year, unit, code, kind, part)
                        left = [None if a is None else a - b for a, b in zip(left, part)]
                    row(year, unit, code, kinds[0], left)
                if style < 0.05 or style >= 0.1:
                    row(year, unit, code, "", amounts)
    settings = {"amountUnit": "unit", "decimals": 2, "amounts": "exact" if exact else "printed",
                "language": "en", "subjectLevels": [1, 2, 3]}
    tables = {"units": [["unit", "name", "parent"]] + [[unit, "", units[unit]] for unit in units],
              "accounts": [header, *rows]}
    return settings, tables


def smallest(settings, tables, folder, fails):
    """Leaves out rows and cells for as long as the dataset still fails."""
    accounts = tables["accounts"]

    def attempt(rows):
        write_package(folder, settings, {**tables, "accounts": rows})
        try:
            return bool(fails())
        except (Undetermined, ValueError):
            return False

    shrunk = True
    while shrunk:
        shrunk = False
        for index in range(len(accounts) - 1, 0, -1):
            rows = accounts[:index] + accounts[index + 1 :]
            if len(rows) > 1 and attempt(rows):
                accounts, shrunk = rows, True
        for index in range(1, len(accounts)):
            for column in range(4, len(accounts[0])):
                if accounts[index][column]:
                    rows = [list(line) for line in accounts]
                    rows[index][column] = ""
                    if attempt(rows):
                        accounts, shrunk = rows, True
    attempt(accounts)
    return accounts


def compare_random(binary, count, seed, shrink):
    compared = undetermined = failed = 0
    with tempfile.TemporaryDirectory() as scratch:
        folder = os.path.join(scratch, "random")
        for number_of in range(seed, seed + count):
            settings, tables = random_dataset(number_of)
            if len(tables["accounts"]) == 1:
                continue
            write_package(folder, settings, tables)
            try:
                found = differences(binary, folder)
            except Undetermined:
                undetermined += 1
                continue
            compared += 1
            if found:
                failed += 1
                print(f"seed {number_of}: {len(found)} cells differ")
                if shrink:
                    rows = smallest(settings, tables, folder, lambda: differences(binary, folder))
                    print(json.dumps(settings, ensure_ascii=False))
                    print(csv_text(rows[0], rows[1:]), end="")
                    found = differences(binary, folder)
                show(found[:10])
    print(f"{compared} datasets compared, {failed} differ; {undetermined} left out, where the "
          "contract gives no answer")
    return failed


def show(found):
    for table, key, column, expected, program in found:
        print(f"  {table} {','.join(key)} {column}: oracle {expected!r}, program {program!r}")


# The command


def datasets_in(folder):
    """The folders in a folder, each with what stands in it to be read."""
    for path in sorted(Path(folder).iterdir()):
        if path.is_dir():
            package = (path / "datapackage.json").exists()
            yield path, path if package else path / "accounts.csv"


def write_expected(folder):
    for path, dataset in datasets_in(folder):
        target = path / "expected"
        target.mkdir(exist_ok=True)
        for name, rows in tables_of(dataset).items():
            (target / f"{name}.csv").write_text(csv_text(rows[0], rows[1:]), encoding="utf-8")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("datasets", nargs="*", help="datasets to compare on")
    parser.add_argument("--binary", help="the program to compare with")
    parser.add_argument("--random", type=int, default=0, help="how many random datasets")
    parser.add_argument("--seed", type=int, default=1, help="the seed of the first")
    parser.add_argument("--shrink", action="store_true", help="reduce what differs")
    parser.add_argument("--write", metavar="FOLDER", help="write what is expected of its datasets")
    options = parser.parse_args()
    failed = 0
    if options.write:
        write_expected(options.write)
    if (options.datasets or options.random) and not options.binary:
        parser.error("--binary is needed to compare")
    for path in options.datasets:
        try:
            found = differences(options.binary, path)
        except ValueError as error:
            found = []
            failed += 1
            print(f"{path}: {error}")
        else:
            print(f"{path}: {len(found)} cells differ")
        show(found)
        failed += bool(found)
    if options.random:
        failed += compare_random(options.binary, options.random, options.seed, options.shrink)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
