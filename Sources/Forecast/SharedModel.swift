/// A model that all lines of a panel share, for one target and basis.
protocol SharedModel: Sendable {
  /// The methods that it brings.
  var methods: [MethodName] { get }

  /// Whether the panel itself has taught it.
  var isMeasured: Bool { get }

  /// What a method of its own says today.
  func forecasts(_ method: MethodName) -> LineValues

  /// What the method would have said at the origin so many places before the newest whose outcome
  /// is known.
  func forecasts(_ method: MethodName, back: Int) -> LineValues

  /// What a line's forecast by its regression is made of; nil where the model cannot say it.
  func change(_ line: Int) -> PooledChange?

  /// The share of each method tried, its own among them.
  func shares(_ outcomes: [[Outcome]], _ methods: [MethodName]) -> [Double]

  /// How far a mixture with such shares is out; nil where that is not known.
  ///
  /// - Parameter share: That of its own methods together.
  func lineLimits(share: Double) -> (any LineLimits)?

  /// How much of what came such limits have held, or nil where that is not known.
  func coverage(share: Double) -> Coverage?
}

extension SharedModel {
  func change(_ line: Int) -> PooledChange? { nil }
}

/// The limits of lines' errors around their means.
protocol LineLimits: Sendable {
  /// In hundredths of the currency unit; nil for a line that it does not know.
  func limits(_ line: Int) -> Limits?
}
