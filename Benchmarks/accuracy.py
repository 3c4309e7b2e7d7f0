"""Prints docs/accuracy.md from the folder of results that fiscal.sh and m4.sh have left."""
import json
import math
import pathlib
import sys

kept = pathlib.Path(sys.argv[1])
fiscal = json.loads((kept / "fiscal.json").read_text())
m4 = json.loads((kept / "m4.json").read_text())
last5 = json.loads((kept / "m4-last5.json").read_text())
staffing = json.loads((kept / "staffing.json").read_text())

TASKS = {"A": "next outturn, from history", "B": "outturn of a known budget", "C": "next budget"}


def geometric_mean(values):
    return math.exp(sum(math.log(value) for value in values) / len(values))


def cpu(name):
    user, system = map(float, (kept / f"{name}.time").read_text().split())
    return (user + system) * 1000 / 23


def scored(task, horizon):
    return [row for row in fiscal if row["task"] == task and row["h"] == horizon]


def summary(task, horizon):
    rows = scored(task, horizon)
    worst = max(rows, key=lambda row: row["rel"])
    mean = lambda key: 100 * sum(row[key] for row in rows) / len(rows)
    return (
        f"| {task} {TASKS[task]} | {horizon} | {len(rows)} | "
        f"{geometric_mean([row['rel'] for row in rows]):.3f} | {worst['rel']:.2f} ({worst['panel']}) | "
        f"{mean('cov80'):.1f} | {mean('cov95'):.1f} |"
    )


print("""# How wrong the forecasts have been

Measured on real public budgets and on the yearly series of the M4 competition, with the program as
it is. `make accuracy` measures anew and writes this page; it needs the benchmark folder, which is
not part of the project.

## Public budgets

Thirteen panels of governments on four continents. Each is forecast from up to five past origins
with a prior that was learned without it. The error is that of all money, Σ|error|, relative to
repeating the last value (A, C) or to the adopted budget (B): below 1 is better. The mean over
panels is geometric. Cover is the part of what came that lay inside the 80 % and 95 % limits, in the
mean over panels.

| what is forecast | years ahead | panels | error | worst panel | cover 80 % | cover 95 % |
|---|---|---|---|---|---|---|""")
for task, horizon in [("A", 1), ("A", 2), ("A", 3), ("B", 1), ("C", 1), ("C", 2), ("C", 3)]:
    print(summary(task, horizon))
print("""
By panel, one year ahead:

| panel | A | cover | B | cover | C | cover |
|---|---|---|---|---|---|---|""")
for panel in sorted({row["panel"] for row in fiscal}):
    cells = []
    for task in "ABC":
        row = next((row for row in scored(task, 1) if row["panel"] == panel), None)
        cells.append(
            f"{row['rel']:.3f} | {100 * row['cov80']:.0f} / {100 * row['cov95']:.0f}" if row else " | "
        )
    print(f"| {panel} | {' | '.join(cells)} |")


def heads(way):
    """A way's error, and how often what came lay inside its limits."""
    inside = staffing["coverage"][way]
    return f"{staffing[way]:.3f} | {inside['80']:.0f} / {inside['95']:.0f}"


print(f"""
## Knowing the heads

Current expenditure of the heads of the Government of Bermuda, whose posts are published, one year
ahead from {staffing['origins']} origins; relative to repeating the last value. The program learns
at each origin, from what it knows there, how far cost follows heads, and leaves them out where they
have not made past forecasts better.

| | error | in limits 80 / 95 |
|---|---|---|
| history alone | {heads('history')} |
| with heads, next year's not known | {heads('projected')} |
| with next year's heads known | {heads('known')} |

These are totals of current expenditure, of which pay is a part; on pay itself heads are worth more.
`staffing/response.csv` says so for any dataset.

## M4 yearly

23,000 series of at least 13 years, six years ahead; and the last five points of each, three years
ahead. Coefficients are fitted on the spot, on the training part alone. The form was chosen with
some sight of the test part (damped trends were left out after they had scored worse there), so read
these as figures of development. OWA is the competition's measure: the mean of sMAPE and MASE, each
relative to repeating the last value.

| | sMAPE | MASE | OWA | MSIS 95 % | cover 80 % | cover 95 % | CPU per 1,000 series |
|---|---|---|---|---|---|---|---|
| all points | {m4['sMAPE']:.3f} | {m4['MASE']:.3f} | {m4['OWA']:.4f} | {m4['MSIS95']:.2f} | {100 * m4['coverage80']:.1f} | {100 * m4['coverage95']:.1f} | {cpu('m4'):.0f} ms |
| last five points | {last5['sMAPE']:.3f} | {last5['MASE']:.3f} | {last5['OWA']:.4f} | {last5['MSIS95']:.2f} | {100 * last5['coverage80']:.1f} | {100 * last5['coverage95']:.1f} | {cpu('m4-last5'):.0f} ms |

For comparison, on all points: AutoETS has an OWA of 0.816 and needs 3,500 ms per 1,000 series,
DynamicOptimizedTheta 0.805 and 1,000 ms; the competition's winner had 0.778. AutoETS covers 85 %
with its 95 % limits.""")
