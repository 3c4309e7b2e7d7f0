"""Solves the quadratic programmes of ceilings anew, with another program's solver.

Makes small random datasets with ceilings, has `outturn forecast` keep to them, and solves the same
programme with quadprog (Goldfarb and Idnani 1983): least squares of what lines move by, weighted by
the inverse square of their spread, under the ceilings and at zero or above. Spreads are computed
from the accounts as docs/reconciliation.md and docs/forecast.md have them. A line may differ by
less than one last digit, which is what rounding moves.

    python3 Tests/Oracles/reconciliation.py --binary .build/debug/outturn --random 20 --seed 1
"""
import argparse
import csv
import io
import json
import pathlib
import random
import subprocess
import sys
import tempfile

import numpy
import quadprog

YEARS = range(2018, 2025)


def accounts(rng):
    """Amounts in cents by unit and subject; subjects are under the classes 201 and 205."""
    units = [f"U{i}" for i in range(rng.randint(2, 5))]
    subjects = [f"{top}{i:02}" for top in ("201", "205") for i in range(rng.randint(2, 4))]
    panel = {}
    for unit in units:
        for subject in subjects:
            level = rng.randint(20_000, 900_000)
            panel[unit, subject] = [
                max(100, int(level * (1 + 0.02 * i + rng.uniform(-0.15, 0.15))))
                for i, _ in enumerate(YEARS)
            ]
    return panel


def members(panel, unit, subject):
    return [
        (u, s) for u, s in panel if (not unit or u == unit) and (not subject or s.startswith(subject))
    ]


def ceilings(rng, panel):
    """Rules that can be kept: each is around what a feasible point, the last year moved, comes to."""
    point = {key: values[-1] * rng.uniform(0.6, 1.3) for key, values in panel.items()}
    units, subjects = sorted({u for u, _ in panel}), sorted({s for _, s in panel})
    places = [("", ""), ("", "201"), ("", rng.choice(subjects)), (rng.choice(units), "")]
    places += [(rng.choice(units), "205"), (rng.choice(units), rng.choice(subjects))]
    rules = []
    for unit, subject in sorted(set(places)):
        value = sum(point[key] for key in members(panel, unit, subject))
        rule = rng.choice(["at_most", "at_least"])
        slack = rng.uniform(0, 0.1) * value
        rules.append((unit, subject, rule, round(value + (slack if rule == "at_most" else -slack))))
    return rules


def spread(values, usual):
    scale = sum(values[-4:]) / len(values[-4:])
    recent = values[-6:]
    moves = [abs(b - a) for a, b in zip(recent, recent[1:])]
    own = sum(moves) / len(moves) / scale
    return scale, ((len(moves) * own + 2 * usual) / (len(moves) + 2) + 0.003) * scale, min(3, own)


def solved(panel, rules):
    keys = sorted(panel)
    usual = sum(spread(panel[key], 0)[2] for key in keys) / len(keys)
    spreads = numpy.array([spread(panel[key], usual)[1] for key in keys])
    base = numpy.array([panel[key][-1] for key in keys], dtype=float)
    # In units of the spread, so that the solver's matrix is the identity.
    rows = [spreads * [key in members(panel, unit, subject) for key in keys] for unit, subject, *_ in rules]
    limits = [limit - base @ (row > 0) for row, (*_, limit) in zip(rows, rules)]
    signs = [-1 if rule == "at_most" else 1 for _, _, rule, _ in rules]
    left = [sign * row for sign, row in zip(signs, rows)] + list(numpy.diag(spreads))
    right = [sign * limit for sign, limit in zip(signs, limits)] + list(-base)
    size = numpy.abs(left).max(axis=1)
    moved = quadprog.solve_qp(
        numpy.eye(len(keys)), numpy.zeros(len(keys)), (numpy.array(left) / size[:, None]).T,
        numpy.array(right) / size,
    )[0]
    return dict(zip(keys, base + spreads * moved))


def write(folder, panel, rules):
    def table(name, header, rows):
        with open(folder / f"{name}.csv", "w", newline="") as file:
            csv.writer(file, lineterminator="\n").writerows([header, *rows])
        return {"name": name, "path": f"{name}.csv"}

    money = lambda cents: f"{cents // 100}.{cents % 100:02}"
    resources = [
        table("accounts", ["year", "unit", "subject", "budget"], [
            [year, unit, subject, money(values[i])]
            for (unit, subject), values in sorted(panel.items()) for i, year in enumerate(YEARS)
        ]),
        table("ceilings", ["year", "unit", "subject", "rule", "amount"], [
            [YEARS[-1] + 1, unit, subject, rule, money(limit)] for unit, subject, rule, limit in rules
        ]),
    ]
    descriptor = {
        "name": "ceilings", "resources": resources,
        "outturn": {"subjectLevels": [3, 5], "decimals": 2, "amountUnit": "unit"},
    }
    (folder / "datapackage.json").write_text(json.dumps(descriptor))


def forecast(binary, folder):
    command = [binary, "forecast", str(folder), "--reconcile", "bottom-up", "--method", "naive"]
    text = subprocess.run(
        [*command, "--level", "line", "--format", "csv"], check=True, capture_output=True, text=True
    ).stdout
    cents = lambda amount: int(amount.replace(".", ""))
    return {(row["unit"], row["subject"]): cents(row["mean"]) for row in csv.DictReader(io.StringIO(text))}


def compare(binary, seed):
    rng = random.Random(seed)
    panel = accounts(rng)
    rules = ceilings(rng, panel)
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        write(folder, panel, rules)
        found = forecast(binary, folder)
    expected = solved(panel, rules)
    worst = max(expected, key=lambda key: abs(found[key] - expected[key]))
    distance = abs(found[worst] - expected[worst])
    for unit, subject, rule, limit in rules:
        total = sum(found[key] for key in members(panel, unit, subject))
        if (total > limit) if rule == "at_most" else (total < limit):
            sys.exit(f"seed {seed}: {unit} {subject} {rule} {limit} cents, and is {total}")
    if distance >= 1 + 1e-3:
        sys.exit(f"seed {seed}: {worst} is {found[worst]} cents, quadprog has {expected[worst]:.3f}")
    return distance


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--binary", required=True)
    parser.add_argument("--random", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    seeds = range(options.seed, options.seed + options.random)
    worst = max(compare(options.binary, seed) for seed in seeds)
    print(f"reconciliation: {len(seeds)} programmes agree; lines are {worst:.3f} cents apart at most")
