#!/usr/bin/env python3
"""Writes a synthetic dataset of people: units with a pay line each, heads by category at the end of
every year, and the movements between them.

    staffing.py FOLDER UNITS CATEGORIES YEARS

The same arguments give the same bytes: all chance comes from `random()`, whose sequence Python
keeps from version to version.
"""

import csv
import json
import pathlib
import random
import sys

FIRST_YEAR = 2014
MOVED = 0.15  # of the heads of a category, in how many of the years one comes or goes
GROWTH = 1.03
NOISE = 0.01


def whole(chance: random.Random, low: int, high: int) -> int:
    """One of the whole numbers from low to high."""
    return low + int(chance.random() * (high - low + 1))


def noise(chance: random.Random) -> float:
    """Nearly normal, with variance 1."""
    return sum(chance.random() for _ in range(12)) - 6


class Unit:
    def __init__(self, chance: random.Random, code: str, categories: int):
        self.chance = chance
        self.code = code
        self.heads = [whole(chance, 2, 20) for _ in range(categories)]

    def year(self, year: int) -> tuple[list, list, float]:
        """The year's headcount, its movements, and what the unit pays."""
        headcount, movements, pay = [], [], 0.0
        for category, heads in enumerate(self.heads):
            months = heads * 12
            if self.chance.random() < MOVED:
                month = whole(self.chance, 1, 12)
                joins = heads < 2 or self.chance.random() < 0.5
                delta, reason = (1, "recruit") if joins else (-1, "transfer_out")
                movements.append([f"{year}-{month:02d}", self.code, f"c{category}", delta, reason])
                months += delta * (13 - month)
                self.heads[category] += delta
            headcount.append([year, self.code, f"c{category}", 25, self.heads[category]])
            pay += months / 12 * (80 + 10 * category)
        grown = pay * GROWTH ** (year - FIRST_YEAR)
        return headcount, movements, grown * (1 + NOISE * noise(self.chance))


def main() -> int:
    folder = pathlib.Path(sys.argv[1])
    units, categories, years = (int(argument) for argument in sys.argv[2:5])
    chance = random.Random(1)
    tables = {
        "accounts": [["year", "unit", "subject", "outturn"]],
        "headcount": [["year", "unit", "category", "establishment", "in_post"]],
        "movements": [["date", "unit", "category", "delta", "reason"]],
        "subjects": [["code", "staffing"], ["pay", "*"]],
    }
    for number in range(units):
        unit = Unit(chance, f"u{number}", categories)
        for year in range(FIRST_YEAR, FIRST_YEAR + years):
            headcount, movements, pay = unit.year(year)
            tables["headcount"] += headcount
            tables["movements"] += movements
            tables["accounts"].append([year, unit.code, "pay", f"{pay:.2f}"])
    folder.mkdir(parents=True, exist_ok=True)
    for name, rows in tables.items():
        with open(folder / f"{name}.csv", "w", encoding="utf-8", newline="") as file:
            csv.writer(file, lineterminator="\n").writerows(rows)
    descriptor = {
        "name": "people",
        "title": "People",
        "outturn": {"decimals": 2, "language": "en", "synthetic": True},
        "resources": [{"name": name, "path": f"{name}.csv"} for name in tables],
    }
    (folder / "datapackage.json").write_text(json.dumps(descriptor, indent=2) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
