"""Reads a page as people do. Takes the folder of report.html and of charts/*.svg."""

import base64
import importlib.resources
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree
from contextlib import contextmanager

from selenium import webdriver
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

folder = pathlib.Path(sys.argv[1]).resolve()
address = (folder / "report.html").as_uri()
axe = (importlib.resources.files("axe_core_python") / "axe.min.js").read_text()


@contextmanager
def browser(width=1280, height=1000, scheme="light"):
    options = webdriver.ChromeOptions()
    for argument in ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"]:
        options.add_argument(argument)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    driver = webdriver.Chrome(options=options, service=Service(shutil.which("chromedriver")))
    try:
        driver.execute_cdp_cmd(
            "Emulation.setDeviceMetricsOverride",
            {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600},
        )
        driver.execute_cdp_cmd(
            "Emulation.setEmulatedMedia",
            {"features": [{"name": "prefers-color-scheme", "value": scheme}]},
        )
        driver.get(address)
        yield driver
    finally:
        driver.quit()


def first_table(driver):
    return driver.find_element(By.CSS_SELECTOR, "#execution table.long")


def shown_texts(driver, table, column):
    script = """return Array.from(arguments[0].tBodies[0].rows).filter((row) => !row.hidden)
      .map((row) => row.cells[arguments[1]].innerText.trim())"""
    return driver.execute_script(script, table, column)


def loads_alone_and_in_silence():
    with browser() as driver:
        complaints = [e for e in driver.get_log("browser") if e["level"] != "INFO"]
        assert not complaints, complaints
        messages = [json.loads(e["message"])["message"] for e in driver.get_log("performance")]
        urls = [
            message["params"]["request"]["url"]
            for message in messages
            if message["method"] == "Network.requestWillBeSent"
        ]
        foreign = [url for url in urls if url != address and not url.startswith("data:")]
        assert not foreign, foreign


def runs_no_script_but_its_own():
    with browser() as driver:
        driver.execute_script(
            """const script = document.createElement("script");
            script.textContent = "window.intruder = true";
            document.body.append(script);"""
        )
        assert driver.execute_script("return window.intruder") is None


def sorts_by_keyboard():
    with browser() as driver:
        table = first_table(driver)
        heading = table.find_elements(By.CSS_SELECTOR, "thead th")[3]
        for direction in ["ascending", "descending"]:
            heading.find_element(By.TAG_NAME, "button").send_keys(Keys.ENTER)
            assert heading.get_attribute("aria-sort") == direction
            texts = shown_texts(driver, table, 3)
            filled = [float(text.replace(",", "")) for text in texts if text]
            assert texts[len(filled) :] == [""] * (len(texts) - len(filled)), "blanks come last"
            assert filled == sorted(filled, reverse=direction == "descending"), filled


def searches_by_keyboard():
    with browser() as driver:
        table = first_table(driver)
        before = shown_texts(driver, table, 0)
        tools = driver.find_element(By.CSS_SELECTOR, "#execution .tools")
        word = before[-1].split()[-1]  # a code may be found in amounts too
        tools.find_element(By.TAG_NAME, "input").send_keys(word)
        after = shown_texts(driver, table, 0)
        assert after == [name for name in before if word in name], after
        count = tools.find_element(By.TAG_NAME, "output").text
        assert count == f"{len(after)} / {len(before)}", count


def opens_a_line_from_a_table():
    with browser() as driver:
        link = first_table(driver).find_elements(By.CSS_SELECTOR, "tbody a")[-1]
        target = link.get_attribute("href").split("#")[1]
        link.send_keys(Keys.ENTER)
        node = driver.find_element(By.ID, target)
        assert node.is_displayed()
        captions = [caption.text for caption in node.find_elements(By.TAG_NAME, "caption")]
        assert "历年数" in captions and "预测" in captions, captions
        assert node.find_element(By.TAG_NAME, "svg").is_displayed()


def switches_language():
    with browser() as driver:
        driver.find_element(By.CSS_SELECTOR, "#languages button[value=en]").send_keys(Keys.ENTER)
        assert driver.execute_script("return document.documentElement.lang") == "en"
        assert driver.title.endswith("report"), driver.title
        heading = driver.find_element(By.ID, "execution-h").text
        assert heading == "Budget against outturn", heading
        legend = driver.find_elements(By.CSS_SELECTOR, "#execution svg text[lang=en]")
        assert legend and all(text.is_displayed() for text in legend)
        hidden = driver.find_elements(By.CSS_SELECTOR, "#execution [lang=zh-Hans]")
        assert hidden and not any(text.is_displayed() for text in hidden)


def fits_a_phone():
    with browser(width=390, height=844) as driver:
        widths = driver.execute_script(
            "return [document.documentElement.scrollWidth, window.innerWidth]"
        )
        assert widths[0] <= widths[1], widths


def prints_whole_tables():
    with browser() as driver:
        heading = first_table(driver).find_element(By.CSS_SELECTOR, "thead th button").text
        names = shown_texts(driver, first_table(driver), 0)
        pdf = driver.execute_cdp_cmd("Page.printToPDF", {"preferCSSPageSize": True})["data"]
    with tempfile.TemporaryDirectory() as scratch:
        path = pathlib.Path(scratch) / "page.pdf"
        path.write_bytes(base64.b64decode(pdf))
        boxes = subprocess.run(
            ["pdftotext", "-bbox", path, "-"], capture_output=True, text=True, check=True
        ).stdout
    pages = re.findall(r'<page width="([\d.]+)" height="([\d.]+)">(.*?)</page>', boxes, re.S)
    assert pages
    for width, height, body in pages:
        for box in re.findall(r'xMin="(\S+)" yMin="(\S+)" xMax="(\S+)" yMax="(\S+)"', body):
            left, top, right, bottom = map(float, box)
            assert 0 < left and right < float(width), "a word runs off the page"
            assert 0 < top and bottom < float(height), "a line is cut"
    texts = [re.sub(r"<[^>]*>|\s", "", body) for _, _, body in pages]
    rows = [re.sub(r"\s", "", name) for name in names]
    with_rows = [text for text in texts if sum(row in text for row in rows) > 9]
    assert with_rows
    for text in with_rows:
        assert heading in text, "headings are not repeated"


def shuts_nobody_out():
    script = """const done = arguments[arguments.length - 1];
      axe.run(document, { resultTypes: ["violations"] }).then((found) => done(
        found.violations.map((it) => [it.id, it.impact, it.help, it.nodes[0].html])));"""
    # More of the same rows and lines would only take longer.
    shorten = """const more = ".nodes details:nth-child(n + 4), tbody tr:nth-child(n + 7)";
      for (const it of document.querySelectorAll(more)) it.remove();
      for (const it of document.querySelectorAll("details")) it.open = true;"""
    for scheme in ["light", "dark"]:
        with browser(scheme=scheme) as driver:
            driver.set_script_timeout(120)
            driver.execute_script(shorten)
            driver.execute_script(axe)
            grave = [it for it in driver.execute_async_script(script)
                     if it[1] in ("serious", "critical")]
            assert not grave, (scheme, grave)


def draws_charts_that_xml_readers_take():
    files = sorted((folder / "charts").glob("*.svg"))
    assert files
    for file in files:
        root = xml.etree.ElementTree.parse(file).getroot()
        assert root.find("{http://www.w3.org/2000/svg}title").text, file


tests = [
    loads_alone_and_in_silence,
    runs_no_script_but_its_own,
    sorts_by_keyboard,
    searches_by_keyboard,
    opens_a_line_from_a_table,
    switches_language,
    fits_a_phone,
    prints_whole_tables,
    shuts_nobody_out,
    draws_charts_that_xml_readers_take,
]

failed = 0
for test in tests:
    name = test.__name__.replace("_", " ")
    try:
        test()
        print(f"browser: the page {name}")
    except Exception as error:  # one failure must not hide the others
        failed += 1
        print(f"browser: FAILED: the page {name}: {error!r}")
print(f"{len(tests) - failed} passed, {failed} failed")
sys.exit(1 if failed else 0)
