extension Column.Kind {
  /// The field type of Frictionless Table Schema.
  public var tableSchemaType: String {
    switch self {
    case .text: "string"
    case .year: "year"
    case .integer: "integer"
    case .number, .percent, .amount: "number"
    }
  }
}
