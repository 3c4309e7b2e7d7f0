import Analytics

/// The years that lags and horizons count: those in which some line has a value, and calendar
/// years after the last of them.
public struct PanelCalendar: Hashable, Sendable {
  public let years: [FiscalYear]

  public init(_ panel: Panel) { years = panel.years }

  public var lastPlace: Int { years.count - 1 }

  /// The year at a place; places beyond the last panel year are calendar years. Nil beyond 9999.
  public func year(at place: Int) -> FiscalYear? {
    if place < years.count { return years[place] }
    let number = years[lastPlace].number + place - lastPlace
    return number <= 9999 ? FiscalYear(number) : nil
  }

  /// The year so many places before another; nil before the first.
  func year(_ places: Int, before year: FiscalYear) -> FiscalYear? {
    guard let last = years.last else { return nil }
    let place = (years.firstIndex(of: year) ?? lastPlace + year.number - last.number) - places
    return place < 0 ? nil : self.year(at: place)
  }
}
