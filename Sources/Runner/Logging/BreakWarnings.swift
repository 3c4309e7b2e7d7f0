import Forecast
import Logging

extension Logger {
  /// Says which years forecasts do not learn from, and why.
  func warn(of breaks: [PanelBreaks.Break]) {
    for it in breaks {
      let stage = it.stage.map { "\($0.rawValue)s of " } ?? ""
      let reason =
        switch it.kind {
        case .reorganised:
          "most amounts are others than the year before, as after a new chart of accounts; "
            + "a crosswalk would join the years"
        case .rolledOver: "nearly all are those of the year before"
        case .partYear: "nearly all are far below the year before; --until leaves such a year out"
        }
      warning("forecasts do not learn from \(stage)\(it.year): \(reason)")
    }
  }
}
