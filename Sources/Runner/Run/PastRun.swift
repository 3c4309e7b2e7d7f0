import Analytics
import FoundationEssentials

/// A run in the output folder, as far as its manifest says what it was made of.
struct PastRun: Decodable {
  let id: String
  let dataset: String
  let amountUnit: String
  let currency: String?
  /// What the run would be called if no plan before it had been found; its id where it was told
  /// which to take.
  let work: String
  /// What is known in it: the inputs' contents, and up to which years they are used.
  let knowledge: String
  /// The run whose plan it was held against.
  let lastPlan: String?

  private enum CodingKeys: String, CodingKey {
    case id, dataset, currency, work, knowledge
    case amountUnit = "amount_unit"
    case lastPlan = "last_plan"
  }

  /// Nil where the folder has no such manifest.
  init?(folder: String) {
    guard
      let bytes = try? FileSource.contents(path: "\(folder)/manifest.json", name: "manifest.json"),
      let run = try? JSONDecoder().decode(PastRun.self, from: Data(bytes))
    else { return nil }
    self = run
  }

  /// Whether its amounts can be held against a dataset's.
  func isOf(_ dataset: Dataset) -> Bool {
    self.dataset == dataset.name && currency == dataset.currency
      && amountUnit == dataset.amountUnit.rawValue
  }
}
