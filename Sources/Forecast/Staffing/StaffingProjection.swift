import Analytics

/// What staff will cost: the forecasts of outturns that rest on people, told by step and by
/// category.
public struct StaffingProjection: Sendable {
  /// A line's forecast with what is known of it.
  public struct Entry: Sendable {
    public let prediction: Prediction
    public let plan: LinePlan
    /// How far the line's cost follows heads.
    let response: HeadcountResponse

    /// What its steps are made of, with what each item brings, in hundredths of the currency unit.
    public var items: [(item: LinePlan.Item, amount: Double)] {
      plan.counted(prediction.basis, response)
    }
  }

  public let model: StaffingModel
  /// By line and year.
  public let entries: [Entry]
  /// One in the last digit that forecasts are printed with.
  public let lastDigit: Money

  /// - Parameter projection: Made with the model.
  public init(_ model: StaffingModel, _ projection: Projection) {
    self.model = model
    lastDigit = model.dataset.lastForecastDigit
    let lines = model.nodes.panel.lines.count
    let calendar = PanelCalendar(model.nodes.panel)
    entries = projection.predictions.lazy.prefix { $0.node < lines }.compactMap { prediction in
      guard prediction.stage == .outturn, prediction.status == .staffing,
        let origin = calendar.year(prediction.horizon, before: prediction.year),
        let plan = model.plan(prediction.node, .outturn, from: origin, to: prediction.year)
      else { return nil }
      return Entry(
        prediction: prediction, plan: plan, response: projection.response(prediction))
    }
  }

  /// The categories of a line, where it has people.
  func staffedLine(_ entry: Entry) -> StaffedLine? { model.staffedLine(entry.plan.line) }
}
