import Analytics

/// `report.html`: a run in one file that needs nothing else, for a screen and for paper.
public struct Page {
  private let data: PageData
  private let sections: [Section]

  public init(_ contents: RunContents) {
    data = PageData(contents)
    sections = Section.all(data)
  }

  /// The charts at the head of sections as SVG files: their names, such as `bridge`, and bytes.
  /// Those of synthetic data say so.
  public func charts(_ language: Language) -> [(name: String, svg: [UInt8])] {
    let note = data.dataset.isSynthetic ? PageWording.synthetic : nil
    return sections.flatMap(\.charts).map {
      ($0.name, $0.chart.file(title: $0.title, note: note, language))
    }
  }

  /// Writes the page.
  ///
  /// - Parameter hash: The SHA-256 of bytes in base64. The page's policy names its own script and
  ///   style sheet by theirs, so that a browser runs nothing else.
  public func write(to sink: inout some ByteSink, hash: ([UInt8]) -> String) throws {
    let style = ChartStyle.sheet + PackageResources.page_css
    let script = PackageResources.page_js
    let language = data.dataset.language
    var markup = Markup(language: nil)
    markup.trusted(Array("<!DOCTYPE html>\n".utf8))
    markup.open(
      "html",
      [
        "lang": language.rawValue, "data-title-zh": title(.chinese),
        "data-title-en": title(.english),
      ])
    head(style, script, hash, &markup)
    markup.open("body")
    top(&markup)
    markup.open("main", ["id": "main"])
    try sink.write(markup.bytes)
    for section in sections {
      var markup = Markup(language: nil)
      markup.section(section)
      try sink.write(markup.bytes)
    }
    try sink.write(end(script))
  }

  private func head(
    _ style: [UInt8], _ script: [UInt8], _ hash: ([UInt8]) -> String, _ markup: inout Markup
  ) {
    let policy =
      "default-src 'none'; style-src 'sha256-\(hash(style))'; "
      + "script-src 'sha256-\(hash(script))'; img-src data:; base-uri 'none'; form-action 'none'"
    markup.element("head") { markup in
      markup.empty("meta", ["charset": "utf-8"])
      markup.empty("meta", ["http-equiv": "Content-Security-Policy", "content": policy])
      markup.empty(
        "meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"])
      markup.empty("meta", ["name": "color-scheme", "content": "light dark"])
      markup.empty("link", ["rel": "icon", "href": "data:,"])
      markup.element("title", text: title(data.dataset.language))
      markup.element("style") { $0.trusted(style) }
    }
    markup.newLine()
  }

  private func title(_ language: Language) -> String {
    "\(data.dataset.title) – \(PageWording.report[language])"
  }

  /// The skip link, the heading, the switch of languages and the contents.
  private func top(_ markup: inout Markup) {
    markup.element("a", ["class": "skip", "href": "#main"], words: PageWording.skip)
    markup.element("svg", ["class": "chart unseen", "aria-hidden": "true"]) {
      ChartStyle.patterns(&$0)
    }
    markup.element("header") { markup in
      markup.element("h1", text: data.dataset.title)
      if data.dataset.isSynthetic {
        markup.element("p", ["class": "synthetic"], words: PageWording.synthetic)
      }
      markup.element("p", ["class": "scope"], words: scope)
      markup.element("div", ["class": "tools", "id": "languages", "hidden": ""]) { markup in
        markup.element(
          "button", ["type": "button", "value": "zh-Hans", "lang": "zh-Hans"], text: "中文")
        markup.element("button", ["type": "button", "value": "en", "lang": "en"], text: "English")
      }
    }
    markup.element("nav") { markup in
      markup.element("ul") { markup in
        for section in sections {
          markup.element("li") {
            $0.element("a", ["href": "#\(section.id)"], words: section.title)
          }
        }
      }
    }
    markup.newLine()
  }

  /// Years, how many of what there are, and the unit of amounts.
  private var scope: Bilingual {
    PageWording.scope(PanelScope(data.contents.nodes.panel), unit: data.style([0]).unit)
  }

  private func end(_ script: [UInt8]) -> [UInt8] {
    var markup = Markup(language: nil)
    markup.close("main")
    markup.element("footer") { markup in
      if data.dataset.isSynthetic {
        markup.element("p", ["class": "synthetic"], words: PageWording.synthetic)
      }
      markup.element("p", words: PageWording.footer)
    }
    markup.element("template", ["id": "tools"]) { markup in
      markup.element("div", ["class": "tools"]) { markup in
        markup.element("label") { markup in
          markup.words(PageWording.search)
          markup.text(" ")
          markup.empty("input", ["type": "search"])
        }
        markup.element("output", ["aria-live": "polite"], text: "")
      }
    }
    markup.element("script") { $0.trusted(script) }
    markup.close("body")
    markup.close("html")
    markup.newLine()
    return markup.bytes
  }
}
