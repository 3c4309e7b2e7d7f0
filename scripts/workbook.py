"""Reads workbooks with openpyxl: what a planner relies on is there, and every formula's cached
value is what LibreOffice makes of it.

    workbook.py edit WRITTEN                    changes one number in a copy, NAME-edited.xlsx
    workbook.py compare WRITTEN RECALCULATED    exits with 1 and says what differs
"""

import sys
import zipfile
from pathlib import Path

from openpyxl import load_workbook

EDITED = "demo-city"
ADDED = 1000
# Names of the sheets that follow the trees of units and subjects.
TREES = {"预算执行", "与上年对比", "预决算衔接", "历年与趋势", "预测", "预算草案"}

problems = []


def complain(text):
    problems.append(text)
    if len(problems) <= 40:
        print(f"workbook: {text}", file=sys.stderr)


def heading_row(sheet):
    return int(sheet.auto_filter.ref.split(":")[0].lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ"))


def first_line(sheet, column):
    """The first row whose cell in a column is a number of its own."""
    for row in range(heading_row(sheet) + 1, sheet.max_row + 1):
        if isinstance(sheet.cell(row, column).value, (int, float)):
            return row
    raise SystemExit("workbook: no line to edit")


def outturn_column(sheet):
    headings = [cell.value for cell in sheet[heading_row(sheet)]]
    return headings.index("决算数") + 1


def edit(folder):
    book = load_workbook(folder / f"{EDITED}.xlsx")
    sheet = book["预算执行"]
    column = outturn_column(sheet)
    sheet.cell(first_line(sheet, column), column).value += ADDED
    book.save(folder / f"{EDITED}-edited.xlsx")


def same(a, b):
    if a in (None, "") and b in (None, ""):
        return True
    if isinstance(a, (int, float)) and isinstance(b, (int, float)):
        # A ten-thousandth of the last printed digit: what doubles leave of sums and differences.
        return abs(a - b) <= max(1e-6, 1e-12 * abs(a))
    return a == b


def compare_values(name, written, recalculated):
    cached = load_workbook(written, data_only=True)
    formulas = load_workbook(written)
    fresh = load_workbook(recalculated, data_only=True)
    if cached.sheetnames != fresh.sheetnames:
        complain(f"{name}: sheets {cached.sheetnames} became {fresh.sheetnames}")
    count = 0
    for sheet in cached:
        for row in sheet.iter_rows():
            for cell in row:
                formula = formulas[sheet.title][cell.coordinate]
                other = fresh[sheet.title][cell.coordinate].value
                if formula.data_type == "f":
                    count += 1
                    if cell.value is None and not isinstance(other, (str, type(None))):
                        complain(f"{name} {sheet.title}!{cell.coordinate}: no cached value")
                if not same(cell.value, other):
                    complain(
                        f"{name} {sheet.title}!{cell.coordinate} {formula.value!r}: "
                        f"{cell.value!r} in the file, {other!r} recalculated"
                    )
    return count


def check_tree(name, sheet):
    if sheet.freeze_panes is None:
        complain(f"{name} {sheet.title}: headings are not frozen")
    if not sheet.auto_filter.ref:
        complain(f"{name} {sheet.title}: no filter")
    if not any(sheet.row_dimensions[r].outlineLevel for r in range(1, sheet.max_row + 1)):
        complain(f"{name} {sheet.title}: no outline")
    page = sheet.page_setup
    if page.orientation != "landscape" or sheet.print_title_rows is None or page.fitToHeight != 0:
        complain(f"{name} {sheet.title}: not set up for printing")
    formats = {c.number_format for row in sheet.iter_rows() for c in row if c.data_type in "nf"}
    if not any(f.startswith("#,##0.00") for f in formats):
        complain(f"{name} {sheet.title}: no number format, only {formats}")


def check_draft(name, sheet):
    rules = sheet.data_validations.dataValidation
    if not any(rule.type == "decimal" for rule in rules):
        complain(f"{name} {sheet.title}: nothing says what may be typed")
    if len(sheet.conditional_formatting) == 0:
        complain(f"{name} {sheet.title}: a draft above its ceiling does not stand out")


def check_structure(name, path):
    book = load_workbook(path)
    for sheet in book:
        if sheet.title in TREES:
            check_tree(name, sheet)
        if sheet.title in {"预算草案", "Draft"}:
            check_draft(name, sheet)
    charts = sum(len(sheet._charts) for sheet in book)
    if charts < 3:
        complain(f"{name}: {charts} charts")
    if "outturn_total" not in book.defined_names:
        complain(f"{name}: the name outturn_total is not defined")
    stamps = {entry.date_time for entry in zipfile.ZipFile(path).infolist()}
    if len(stamps) != 1:
        complain(f"{name}: the archive tells the time: {stamps}")


def check_hostile(path):
    texts = {}
    for sheet in load_workbook(path):
        for row in sheet.iter_rows():
            for cell in row:
                if isinstance(cell.value, str):
                    texts.setdefault(cell.value, set()).add(cell.data_type)
    for text in ["=1+1", '=HYPERLINK("http://example.com")', "+2", "-3", "@SUM(A1)", "_x0041_",
                 "<b>&amp;</b>", "007"]:
        if texts.get(text) != {"s"}:
            complain(f"hostile: {text!r} is {texts.get(text)}")


def check_edit(written, recalculated):
    """A number that a planner changes runs through to the total and to the summary."""
    before = load_workbook(written / f"{EDITED}.xlsx", data_only=True)
    after = load_workbook(recalculated / f"{EDITED}-edited.xlsx", data_only=True)
    sheet = before["预算执行"]
    column, total = outturn_column(sheet), heading_row(sheet) + 1
    change = after["预算执行"].cell(total, column).value - sheet.cell(total, column).value
    if abs(change - ADDED) > 1e-6:
        complain(f"{ADDED} more in a line makes {change} more in the total")
    follows = any(
        cell.value != after["摘要"][cell.coordinate].value
        for row in before["摘要"].iter_rows() for cell in row
    )
    if not follows:
        complain("the summary does not follow a change")


def compare(written, recalculated):
    for path in sorted(written.glob("*.xlsx")):
        name = path.stem
        if name.endswith("-edited"):
            continue
        count = compare_values(name, path, recalculated / path.name)
        check_structure(name, path)
        print(f"workbook: {name}: {count} formulas recalculated")
    check_hostile(written / "hostile.xlsx")
    check_hostile(recalculated / "hostile.xlsx")
    check_edit(written, recalculated)
    if problems:
        raise SystemExit(f"workbook: {len(problems)} problems")


if sys.argv[1] == "edit":
    edit(Path(sys.argv[2]))
else:
    compare(Path(sys.argv[2]), Path(sys.argv[3]))
