// The page reads without this script; it adds what HTML has no element for: the switch of
// languages, sorting, searching, and opening what a link leads to.
"use strict";

const root = document.documentElement;

function setLanguage(language) {
  root.lang = language;
  document.title = language === "en" ? root.dataset.titleEn : root.dataset.titleZh;
  for (const button of document.querySelectorAll("#languages button")) {
    button.setAttribute("aria-pressed", String(button.value === language));
  }
}

function addLanguages() {
  const bar = document.getElementById("languages");
  bar.hidden = false;
  bar.addEventListener("click", (event) => {
    if (event.target.value) setLanguage(event.target.value);
  });
  setLanguage(root.lang);
}

// What a cell says in the language that is shown; textContent has both.
function textOf(cell) {
  const hidden = root.lang === "en" ? "zh-Hans" : "en";
  const copy = cell.cloneNode(true);
  for (const element of copy.querySelectorAll(`span[lang="${hidden}"]`)) element.remove();
  return copy.textContent.trim();
}

function valueOf(row, column) {
  const text = textOf(row.cells[column]);
  const number = Number(text.replaceAll(",", "").replace(/%$/, ""));
  return { text, number, isBlank: text === "", isNumber: text !== "" && !Number.isNaN(number) };
}

// Blanks stay at the end whichever way the rest is sorted.
function compare(a, b, sign) {
  if (a.isBlank || b.isBlank) return Number(a.isBlank) - Number(b.isBlank);
  if (a.isNumber && b.isNumber) return sign * (a.number - b.number);
  return sign * a.text.localeCompare(b.text, root.lang);
}

function sortBy(table, heading, column) {
  const isRising = heading.getAttribute("aria-sort") === "ascending";
  for (const other of table.tHead.rows[0].cells) other.removeAttribute("aria-sort");
  heading.setAttribute("aria-sort", isRising ? "descending" : "ascending");
  const body = table.tBodies[0];
  const rows = Array.from(body.rows, (row) => ({ row, value: valueOf(row, column) }));
  rows.sort((a, b) => compare(a.value, b.value, isRising ? -1 : 1));
  body.append(...rows.map((entry) => entry.row));
}

function addSorting(table) {
  Array.from(table.tHead.rows[0].cells).forEach((heading, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...heading.childNodes);
    heading.append(button);
    button.addEventListener("click", () => sortBy(table, heading, column));
  });
}

function addSearch(place, items) {
  const tools = document.getElementById("tools").content.cloneNode(true);
  const input = tools.querySelector("input");
  const output = tools.querySelector("output");
  input.addEventListener("input", () => {
    const words = input.value.toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const item of items()) {
      const text = item.textContent.toLowerCase();
      item.hidden = !words.every((word) => text.includes(word));
      if (!item.hidden) shown += 1;
    }
    output.value = words.length ? `${shown} / ${items().length}` : "";
  });
  place.before(tools);
}

// Browsers that do not open a closed element for a link into it are helped here.
function openTarget() {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!target) return;
  const details = target.closest("details");
  if (!details) return;
  details.hidden = false;
  details.open = true;
  target.focus({ preventScroll: true });
  details.scrollIntoView();
}

addLanguages();
for (const table of document.querySelectorAll("table.long")) {
  addSorting(table);
  addSearch(table.closest(".scroll"), () => Array.from(table.tBodies[0].rows));
}
for (const list of document.querySelectorAll(".nodes")) {
  addSearch(list, () => Array.from(list.children));
}
window.addEventListener("hashchange", openTarget);
openTarget();
