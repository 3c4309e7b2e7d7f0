/// A column of a table of which each distinct value is kept once, and its place row by row.
public struct CodedColumn<Value: Sendable>: Sendable {
  /// What a row without a value has for a code.
  static var blank: Int32 { -1 }

  /// By row: the place of its value in `values`, or `blank`.
  let codes: [Int32]
  let values: [Value]

  /// - Precondition: Codes are places in `values`, or `blank`.
  init(codes: [Int32], values: [Value]) {
    self.codes = codes
    self.values = values
  }

  /// A column in which no row has a value.
  init(blankRows count: Int) {
    self.init(codes: Array(repeating: Self.blank, count: count), values: [])
  }

  subscript(row: Int) -> Value? {
    let code = codes[row]
    return code == Self.blank ? nil : values[Int(code)]
  }

  /// Each value as something else; rows of a value that is nothing else are blank.
  func compactMap<Other>(_ transform: (Value) -> Other?) -> CodedColumn<Other> {
    var places: [Int32] = []
    var others: [Other] = []
    for value in values {
      let other = transform(value)
      places.append(other == nil ? Self.blank : Int32(others.count))
      if let other { others.append(other) }
    }
    if others.count == values.count { return CodedColumn<Other>(codes: codes, values: others) }
    return CodedColumn<Other>(
      codes: codes.map { $0 == Self.blank ? $0 : places[Int($0)] }, values: others)
  }

  /// The column with other values in some rows.
  func replacing(_ rows: [(row: Int, value: Value)]) -> CodedColumn where Value: Hashable {
    var (codes, values) = (codes, values)
    var places = Dictionary(zip(values, values.indices), uniquingKeysWith: { first, _ in first })
    for (row, value) in rows {
      if places[value] == nil {
        places[value] = values.count
        values.append(value)
      }
      codes[row] = Int32(places[value]!)
    }
    return CodedColumn(codes: codes, values: values).keeping(Array(codes.indices))
  }

  /// Some of the rows, with those values that they have.
  func keeping(_ rows: [Int]) -> CodedColumn {
    var places = [Int32](repeating: Self.blank, count: values.count)
    var kept: [Value] = []
    let codes = rows.map { row -> Int32 in
      let code = self.codes[row]
      guard code != Self.blank else { return code }
      if places[Int(code)] == Self.blank {
        places[Int(code)] = Int32(kept.count)
        kept.append(values[Int(code)])
      }
      return places[Int(code)]
    }
    return CodedColumn(codes: codes, values: kept)
  }
}
