import Analytics

/// A table as a page shows it: a selection of columns, headings in words, and a note that names
/// the file with the rest.
struct TableView {
  struct Column {
    let title: Bilingual
    let isNumeric: Bool
    let cell: (Int) -> Content
  }

  enum Content {
    case blank
    case text(String)
    case words(Bilingual)
    /// A name, indented by the depth of its place in a tree, that leads to what is said of it.
    case link(Bilingual, to: String, depth: Int)
  }

  let caption: Bilingual
  let count: Int
  let columns: [Column]
  /// Which rows these are, and where the others stand; nil where the table is complete.
  var rest: Bilingual?
  /// Whether the script lets readers sort and search it.
  var isSearched = true
}

extension TableView {
  /// How many rows of a table that is not of nodes a page has room for.
  static let rowLimit = 100

  /// Columns of a table, as they stand in it; columns without any value are left out.
  init(
    _ table: Table, caption: Bilingual? = nil, columns names: [String]? = nil, limit: Int = rowLimit
  ) {
    let records = table.first(limit + 1)
    self.init(
      Array(records.prefix(limit)), table.columns, caption: caption ?? table.title, names: names,
      rest: records.count > limit ? PageWording.first(limit, in: "\(table.name).csv") : nil)
  }

  /// - Parameters:
  ///   - records: Rows of one table.
  ///   - columns: All columns of that table.
  ///   - names: The columns that are shown, if not all.
  init(
    _ records: [Record], _ columns: [Reports.Column], caption: Bilingual,
    names: [String]? = nil, rest: Bilingual? = nil
  ) {
    let named = names.map { names in
      names.compactMap { name in columns.firstIndex { $0.name == name } }
    }
    let shown = (named ?? Array(columns.indices)).filter { place in
      records.contains { $0[place: place] != .blank }
    }
    self.init(
      caption: caption, count: records.count,
      columns: shown.map { place in
        let column = columns[place]
        return Column(title: column.title, isNumeric: column.kind.isNumeric) { row in
          TableView.content(records[row][place: place], column)
        }
      }, rest: rest)
  }

  /// A cell as people read it: grouped digits, and words for the codes of this program.
  static func content(_ cell: Cell, _ column: Reports.Column) -> Content {
    switch cell {
    case .blank: .blank
    case .integer(let integer):
      .text(column.kind == .year ? "\(integer)" : PrintedNumber(integer).grouped)
    case .number(let number): .text(number.grouped)
    case .text(let text):
      words(text, of: column.name).map(Content.words) ?? .text(text)
    }
  }
}

extension TableView {
  private static func words(_ code: String, of column: String) -> Bilingual? {
    let words = CodeWording.words(code, of: column)
    return column == "severity" ? words.map { PageWording.marked($0, code) } : words
  }
}

extension TableView {
  /// One row for each of some nodes, its name first.
  ///
  /// - Parameter record: A node's row; nodes without one are left out.
  init(
    _ indices: [Int], _ data: PageData, _ columns: [Reports.Column], names: [String],
    caption: Bilingual, rest: Bilingual?, record: (Int) -> Record?
  ) {
    let rows = indices.compactMap { node in record(node).map { (node: node, record: $0) } }
    let nodes = data.nodes.nodes
    let name = Column(title: PageWording.name, isNumeric: false) { row in
      let node = nodes[rows[row].node]
      return .link(node.name, to: NodeDetail.id(rows[row].node), depth: node.depth)
    }
    let plain = TableView(rows.map(\.record), columns, caption: caption, names: names)
    self.init(caption: caption, count: rows.count, columns: [name] + plain.columns, rest: rest)
  }
}

extension TableView {
  /// Without the columns of codes whose names stand beside them.
  var withoutCodes: TableView {
    let codes = [Reports.Column.unit.title, Reports.Column.subject.title]
    let names = [Reports.Column.unitName.title, Reports.Column.subjectName.title]
    let titles = columns.map(\.title)
    let dropped = Set(zip(codes, names).filter { titles.contains($1) }.map(\.0))
    return TableView(
      caption: caption, count: count, columns: columns.filter { !dropped.contains($0.title) },
      rest: rest)
  }
}
