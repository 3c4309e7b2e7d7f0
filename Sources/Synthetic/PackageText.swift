/// The `datapackage.json` and the `SOURCE.md` of a synthetic dataset.
enum PackageText {
  static func source(_ plan: SyntheticPlan) -> String {
    """
    # 合成数据 · Synthetic data

    本数据集由程序生成，不是任何政府的数据；单位、人员与金额均为虚构，科目代码取自公开的支出功能分类。

    A program made this dataset. It is no government's data: units, people and amounts are made up; \
    functional codes are those of the public classification.

    ```
    \(command(plan)) DIR
    ```

    """
  }

  private static func command(_ plan: SyntheticPlan) -> String {
    "outturn generate --units \(plan.units) --subjects \(plan.subjects) --years \(plan.years) "
      + "--seed \(plan.seed)" + (plan.linesOnly ? " --lines-only" : "")
      + (plan.ceilings > 0 ? " --ceilings \(plan.ceilings)" : "")
  }

  static func descriptor(_ plan: SyntheticPlan) -> String {
    let isDemo = plan == .demoCity
    let title = "示例市部门预决算（合成数据，synthetic）"
    let description =
      "合成数据：由 \(command(plan)) 生成，单位、人员与金额均为虚构。 Synthetic data: no government's."
    var text = """
      {
        "profile": "tabular-data-package",
        "name": "\(isDemo ? "demo-city" : "synthetic-city")",
        "title": "\(title)",
        "description": "\(description)",
        "licenses": [
          {
            "name": "Apache-2.0",
            "path": "https://www.apache.org/licenses/LICENSE-2.0"
          }
        ],
        "outturn": {
          "synthetic": true,
          "amountUnit": "元",
          "currency": "CNY",
          "decimals": 2,
          "amounts": "exact",
          "fiscalYearStart": "01-01",
          "language": "zh-Hans",
          "subjectLevels": [3, 5, 7]
        },
        "resources": [

      """
    let resources = SyntheticTable.all(plan).map { resource($0, plan) }
    text += resources.joined(separator: ",\n") + "\n  ]\n}\n"
    return text
  }

  private static func resource(_ table: SyntheticTable, _ plan: SyntheticPlan) -> String {
    let fields = table.fields(plan).map { field in
      let constraint = field.isRequired ? #", "constraints": { "required": true }"# : ""
      return #"          { "name": "\#(field.name)", "type": "\#(field.type)"\#(constraint) }"#
    }
    var schema = "        \"fields\": [\n" + fields.joined(separator: ",\n") + "\n        ]"
    schema += ",\n        \"missingValues\": [\"\"]"
    let key = table.key(plan).map { "\"\($0)\"" }
    if !key.isEmpty {
      schema += ",\n        \"primaryKey\": [\(key.joined(separator: ", "))]"
    }
    let references = table.references(plan).map {
      "          { \"fields\": [\"\($0.field)\"], "
        + "\"reference\": { \"resource\": \"\($0.table)\", \"fields\": [\"\($0.key)\"] } }"
    }
    if !references.isEmpty {
      schema +=
        ",\n        \"foreignKeys\": [\n" + references.joined(separator: ",\n") + "\n        ]"
    }
    return """
          {
            "name": "\(table.rawValue)",
            "title": "\(table.title)",
            "path": "\(table.path)",
            "profile": "tabular-data-resource",
            "format": "csv",
            "mediatype": "text/csv",
            "encoding": "utf-8",
            "schema": {
      \(schema)
            }
          }
      """
  }
}
