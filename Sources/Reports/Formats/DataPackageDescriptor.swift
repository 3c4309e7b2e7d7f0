import Analytics

/// The `datapackage.json` of a run: a Frictionless Tabular Data Package that describes every CSV
/// table of it.
///
/// Keys may be blank where a level sums, so no `primaryKey` or `required` is claimed; the columns
/// that tell rows apart stand under `outturn.key`.
public struct DataPackageDescriptor: Sendable {
  /// Lower case letters, digits, `.`, `-` and `_`.
  public let name: String
  public let title: String
  public let language: Language
  public let tables: [Table]

  public init(name: String, title: String, language: Language, tables: [Table]) {
    self.name = name
    self.title = title
    self.language = language
    self.tables = tables
  }

  /// The descriptor's own text; rows are not read for it.
  public var text: String {
    JSONValue.object([
      ("profile", .string("tabular-data-package")),
      ("name", .string(name)),
      ("title", .string(title)),
      ("resources", .array(tables.map(resource))),
    ]).text
  }

  private func resource(_ table: Table) -> JSONValue {
    .object([
      ("profile", .string("tabular-data-resource")),
      // The standard allows no slash in a name.
      ("name", .string(String(table.name.map { $0 == "/" ? "." : $0 }))),
      ("path", .string(table.name + ".csv")),
      ("title", .string(table.title[language])),
      ("format", .string("csv")),
      ("mediatype", .string("text/csv")),
      ("encoding", .string("utf-8")),
      ("schema", schema(table)),
      ("outturn", .object([("key", .array(table.key.map(JSONValue.string)))])),
    ])
  }

  private func schema(_ table: Table) -> JSONValue {
    .object([
      ("fields", .array(table.columns.map(field))),
      ("missingValues", .array([.string("")])),
    ])
  }

  private func field(_ column: Column) -> JSONValue {
    .object([
      ("name", .string(column.name)),
      ("type", .string(column.kind.tableSchemaType)),
      ("title", .string(column.title[language])),
      ("description", .string(column.description)),
    ])
  }
}
