import Reports
import Testing

@Suite("datapackage.json of a run")
struct DataPackageDescriptorTests {
  @Test("describes every column of every table, and claims no primary key")
  func text() {
    let descriptor = DataPackageDescriptor(
      name: "outturn-1", title: "决算 \"2023\"", language: .chinese, tables: [amounts([])])
    #expect(
      descriptor.text == """
        {
          "profile": "tabular-data-package",
          "name": "outturn-1",
          "title": "决算 \\"2023\\"",
          "resources": [
            {
              "profile": "tabular-data-resource",
              "name": "comparison.amounts",
              "path": "comparison/amounts.csv",
              "title": "金额表",
              "format": "csv",
              "mediatype": "text/csv",
              "encoding": "utf-8",
              "schema": {
                "fields": [
                  {
                    "name": "unit",
                    "type": "string",
                    "title": "单位",
                    "description": "Its code."
                  },
                  {
                    "name": "year",
                    "type": "year",
                    "title": "年度",
                    "description": "The year."
                  },
                  {
                    "name": "amount",
                    "type": "number",
                    "title": "金额",
                    "description": "万元."
                  }
                ],
                "missingValues": [
                  ""
                ]
              },
              "outturn": {
                "key": [
                  "unit",
                  "year"
                ]
              }
            }
          ]
        }

        """)
  }
}
