import Analytics
import Forecast

/// The costs of categories that a table leaves blank, by their places among all.
struct HiddenCosts {
  private let places: Set<Int>

  /// Of few heads, and where one alone is hidden of a line and year, of the next fewest, or the
  /// difference would tell.
  init(_ costs: [StaffingCost], _ privacy: Privacy) {
    guard privacy != .none else {
      places = []
      return
    }
    let byCell = Dictionary(grouping: costs.indices) { place in
      [costs[place].line, costs[place].year.number]
    }
    places = byCell.values.reduce(into: []) { hidden, places in
      let people = places.filter { costs[$0].category != nil && costs[$0].personYears != .zero }
      var few = people.filter { privacy.hides(costs[$0].heads) }
      if few.count == 1,
        let next = people.filter({ !few.contains($0) }).min(by: { a, b in
          (costs[a].heads, a) < (costs[b].heads, b)
        })
      {
        few.append(next)
      }
      hidden.formUnion(few)
    }
  }

  func contains(_ place: Int) -> Bool { places.contains(place) }
}
