import Analytics
import FoundationEssentials
import LinearAlgebra
import Reports

/// `manifest.json`: what a run was made of and what it cost. Only this file tells the time.
struct Manifest {
  let id: String
  let started: Date
  let options: [(name: String, value: String)]
  let inputs: [InputFile]
  let analysis: Analysis
  let timings: [StageTiming]
  /// The run's id, but for an earlier plan that was found.
  let work: String
  /// What is known: the inputs' contents, and up to which years they are used.
  let knowledge: String
  /// The run, or the folder, whose plan this one was held against.
  let lastPlan: String?

  var text: String {
    let dataset = analysis.dataset
    return JSONValue.object([
      ("id", .string(id)), ("version", .string(Version.current)),
      ("started", .string(started.formatted(.iso8601))),
      ("finished", .string(Date().formatted(.iso8601))),
      ("dataset", .string(dataset.name)), ("title", .string(dataset.title)),
      ("synthetic", .bool(dataset.isSynthetic)),
      ("amount_unit", .string(dataset.amountUnit.rawValue)),
      ("currency", dataset.currency.map(JSONValue.string) ?? .null),
      ("decimals", number(dataset.decimals)), ("amounts", .string(dataset.precision.rawValue)),
      ("work", .string(work)), ("knowledge", .string(knowledge)),
      ("last_plan", lastPlan.map(JSONValue.string) ?? .null),
      ("options", optionValues),
      ("inputs", .array(inputs.map(input))),
      ("lines", number(analysis.panel.lines.count)), ("series_by_length", seriesByLength),
      ("findings", findings), ("reconciliation", reconciliation),
      ("timings_ms", .array(timings.map(timing))),
      ("peak_memory_kib", number(Usage.peakMemory)), ("blas", blas),
    ]).text
  }

  /// By name; what was given more than once has a list.
  private var optionValues: JSONValue {
    var names: [String] = []
    var values: [String: [JSONValue]] = [:]
    for option in options {
      if values[option.name] == nil { names.append(option.name) }
      values[option.name, default: []].append(.string(option.value))
    }
    return .object(
      names.map { name in
        let given = values[name]!
        return (name, given.count == 1 ? given[0] : .array(given))
      })
  }

  private func number(_ value: Int) -> JSONValue { .number(PrintedNumber(value)) }

  private func milliseconds(_ value: Double) -> JSONValue {
    .number(PrintedNumber(mantissa: Int64((value * 1000).rounded()), decimals: 3))
  }

  private func input(_ file: InputFile) -> JSONValue {
    let table = analysis.dataset.inputs.first { $0.path == file.name }
    return .object([
      ("path", .string(file.name)), ("table", table.map { .string($0.table) } ?? .null),
      ("bytes", number(file.bytes)),
      ("encoding", table.map { .string($0.encoding) } ?? .null),
      ("rows", table.map { number($0.rows) } ?? .null), ("sha256", .string(file.sha256)),
    ])
  }

  /// How many lines have how many observations, by stage.
  private var seriesByLength: JSONValue {
    let panel = analysis.panel
    return .object(
      panel.stages.map { stage in
        var counts: [Int: Int] = [:]
        for line in panel.lines.indices {
          let length = panel.years.count { year in
            panel.plane(stage, year).map { panel[line, $0].money != nil } ?? false
          }
          if length > 0 { counts[length, default: 0] += 1 }
        }
        let members = counts.sorted { $0.key < $1.key }.map {
          (name: "\($0.key)", value: number($0.value))
        }
        return (stage.rawValue, .object(members))
      })
  }

  private var findings: JSONValue {
    .object(Finding.Severity.allCases.map { ($0.rawValue, number(analysis.count($0))) })
  }

  private var reconciliation: JSONValue {
    .array((analysis.projection?.certificates ?? []).map(CertificateText.json))
  }

  private func timing(_ timing: StageTiming) -> JSONValue {
    .object([
      ("stage", .string(timing.stage)), ("wall", milliseconds(timing.usage.wall)),
      ("cpu", milliseconds(timing.usage.processor)),
    ])
  }

  private var blas: JSONValue {
    .object([
      ("library", .string(BLASRuntime.configuration)), ("core", .string(BLASRuntime.core)),
    ])
  }
}
