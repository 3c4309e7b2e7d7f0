/// The heads of one unit, month by month, and what moved them.
struct StaffRoster: Sendable {
  struct Movement: Sendable {
    let year: Int
    let month: Int
    let category: StaffCategory
    let delta: Int
    let reason: String
    let status: String
  }

  /// One category: its establishment, and heads by year number and month.
  struct Staff: Sendable {
    let category: StaffCategory
    /// Nil where there is none.
    var establishment: Int?
    /// At the start of the first year; then after each year.
    var closings: [Int]
    /// Heads times months of each year.
    var months: [Int] = []
    /// Heads times months after the medical subsidy's month of change, of each year.
    var laterMonths: [Int] = []

    func opening(_ year: Int) -> Int { closings[year] }
    func closing(_ year: Int) -> Int { closings[year + 1] }
  }

  private(set) var staff: [Staff]
  private(set) var movements: [Movement] = []
  private var random: SplitMix64
  private let closedYears: Int

  /// - Parameters:
  ///   - years: Closed years; the year after is planned.
  ///   - lends: The number of the year in which one head goes to another part of the bureau.
  ///   - takes: The same for the part that the head comes to.
  init(
    _ form: SyntheticUnit.Form, years: Int, lends: Int?, takes: Int?, random: SplitMix64
  ) {
    self.random = random
    closedYears = years
    staff = []
    for (index, category) in StaffCategory.active(form).enumerated() {
      let heads = self.random.from(index == 0 ? 12...40 : 3...10)
      let spare = self.random.from(1...3)
      staff.append(
        Staff(category: category, establishment: heads + spare, closings: [heads]))
    }
    staff.append(
      Staff(category: .retired, establishment: nil, closings: [self.random.from(4...24)]))
    for year in 0...years {
      addYear(year, leaves: lends == year, joins: takes == year)
    }
  }

  private mutating func addYear(_ year: Int, leaves: Bool, joins: Bool) {
    let first = movements.count
    for place in staff.indices.dropLast() { moveActive(place, year) }
    if year < closedYears && random.happens(2_500) {
      add(year, random.from(1...12), staff[staff.count - 1].category, -1, "death")
    }
    if leaves { add(year, 5, staff[0].category, -1, "transfer_out") }
    if joins { add(year, 5, staff[0].category, 1, "transfer_in") }
    for place in staff.indices { close(place, year, movements[first...]) }
  }

  private mutating func moveActive(_ place: Int, _ year: Int) {
    let one = staff[place]
    if random.happens(4_500) && one.closings[year] > 3 {
      add(year, random.from(1...12), one.category, -1, "retire")
    }
    if year < closedYears && random.happens(1_200) && one.closings[year] > 3 {
      add(year, random.from(1...12), one.category, -1, "resign")
    }
    let vacancies = one.establishment! - one.closings[year]
    if vacancies > 0 && random.happens(6_000) {
      add(
        year, random.from(1...12), one.category, 1, random.below(3) == 0 ? "transfer_in" : "recruit"
      )
    }
  }

  private mutating func add(
    _ year: Int, _ month: Int, _ category: StaffCategory, _ delta: Int, _ reason: String
  ) {
    let status = year < closedYears ? "actual" : (reason == "retire" ? "planned" : "approved")
    movements.append(
      Movement(
        year: year, month: month, category: category, delta: delta, reason: reason,
        status: status))
  }

  /// Counts a year's months. Who comes or is transferred counts from the first of the month, who
  /// retires, resigns or dies to its end; a retirement adds a retiree.
  private mutating func close(_ place: Int, _ year: Int, _ moved: ArraySlice<Movement>) {
    let isRetired = staff[place].category.code == StaffCategory.retired.code
    var (heads, months, later) = (staff[place].closings[year], 0, 0)
    let opening = heads
    months = opening * 12
    later = opening * (13 - StaffRates.medicalSubsidyFrom)
    for movement in moved {
      let retires = isRetired && movement.reason == "retire"
      guard retires || movement.category.code == staff[place].category.code else { continue }
      let delta = retires ? 1 : movement.delta
      let lastsToTheEnd = ["retire", "resign", "death"].contains(movement.reason)
      let start = lastsToTheEnd ? movement.month + 1 : movement.month
      heads += delta
      months += delta * (13 - start)
      later += delta * (13 - max(start, StaffRates.medicalSubsidyFrom))
    }
    staff[place].closings.append(heads)
    staff[place].months.append(months)
    staff[place].laterMonths.append(later)
  }

  var active: [Staff] { Array(staff.dropLast()) }
  var retired: Staff { staff.last! }

  func deaths(_ year: Int) -> Int {
    movements.count { $0.year == year && $0.reason == "death" }
  }
}
