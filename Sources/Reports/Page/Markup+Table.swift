extension Markup {
  /// A table that reads without a script; the script adds search and sorting to long ones.
  mutating func table(_ view: TableView) {
    element("div", ["class": "scroll", "tabindex": "0", "role": "group"]) { markup in
      markup.element("table", ["class": view.isSearched && view.count > 8 ? "long" : nil]) {
        markup in
        markup.element("caption", words: view.caption)
        markup.element("thead") { markup in
          markup.element("tr") { markup in
            for column in view.columns {
              markup.element(
                "th", ["scope": "col", "class": column.isNumeric ? "n" : nil],
                words: column.title)
            }
          }
        }
        markup.element("tbody") { markup in
          for row in 0..<view.count { markup.row(row, of: view) }
        }
      }
    }
    if let rest = view.rest {
      element("p", ["class": "rest"], words: rest)
    }
    newLine()
  }

  /// Numbers need no class: they are most of what a table has.
  private mutating func cell(_ content: TableView.Content, isNumeric: Bool) {
    switch content {
    case .blank, .link: element("td") { _ in }
    case .text(let text): element("td", ["class": isNumeric ? nil : "t"], text: text)
    case .words(let words): element("td", ["class": "w"], words: words)
    }
  }

  private mutating func row(_ row: Int, of view: TableView) {
    newLine()
    element("tr") { markup in
      for column in view.columns {
        let content = column.cell(row)
        if case .link(let name, let id, let depth) = content {
          markup.element("th", ["scope": "row", "class": "d\(min(depth, 4))"]) {
            $0.element("a", ["href": "#\(id)"], words: name)
          }
        } else {
          markup.cell(content, isNumeric: column.isNumeric)
        }
      }
    }
  }
}
