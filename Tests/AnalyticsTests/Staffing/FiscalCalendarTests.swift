import Testing

@testable import Analytics

@Suite("A fiscal year that begins in another month")
struct FiscalCalendarTests {
  private func dataset(_ settings: DatasetDescriptor.Settings) throws -> Dataset {
    let tables = [
      "accounts": "year,unit,subject,outturn\n2023,A,pay,1\n2024,A,pay,1\n",
      "headcount": "year,unit,category,in_post\n2023,A,c,4\n",
      "movements": "date,unit,category,delta\n2024-07,A,c,1\n",
    ]
    let resources = tables.keys.sorted().map {
      DatasetDescriptor.Resource(name: $0, path: "\($0).csv")
    }
    let descriptor = DatasetDescriptor(
      name: "t", title: "T", resources: resources, outturn: settings)
    return try DatasetReader.read(descriptor, file: "datapackage.json", options: ReadingOptions()) {
      path in MemorySource(name: path, text: tables[String(path.dropLast(4))]!)
    }
  }

  private func settings(_ start: String?, _ named: String? = nil) -> DatasetDescriptor.Settings {
    var settings = DatasetDescriptor.Settings()
    settings.fiscalYearStart = start
    settings.fiscalYearNamed = named
    return settings
  }

  /// Four heads all year, and one more who comes in July 2024.
  @Test(
    "counts the months of who comes in July by it",
    arguments: [
      (nil, nil, 2024, "4.50"), ("01-01", nil, 2024, "4.50"),
      ("04-01", nil, 2024, "4.75"),  // 2024 is April 2024 to March 2025: nine months
      ("07-01", nil, 2024, "5.00"),
      ("10-01", nil, 2023, "3.25"),  // three at first, one for three months
      ("07-01", "end", 2025, "5.00"), ("10-01", "end", 2024, "4.25"),
    ] as [(String?, String?, Int, String)])
  func months(start: String?, named: String?, year: Int, personYears: String) throws {
    let roster = Roster(try dataset(settings(start, named)))
    let row = try #require(roster.rows.first { $0.joiners > 0 })
    #expect(row.year == FiscalYear(year))
    #expect(row.personYears.printed.description == personYears)
  }

  @Test("moves rates with it, to the day")
  func moments() {
    let july = FiscalCalendar(firstMonth: 7, named: .end)
    #expect(july.moment(Moment("2024-07")) == Moment("2025-01"))
    #expect(july.moment(Moment("2024-06", isEnd: true)) == Moment("2024-12", isEnd: true))
    #expect(FiscalCalendar.january.moment(Moment("2024-07-15")) == Moment("2024-07-15"))
    #expect(july.month(6, of: FiscalYear(9999)).year == FiscalYear(9999))
    #expect(july.month(12, of: FiscalYear(9999)).year == FiscalYear(9999))
  }

  @Test("is refused where it is no first of a month", arguments: ["13-45", "07-02", "7-1", "July"])
  func wrong(start: String) {
    #expect(throws: SourceErrors.self) { try dataset(settings(start)) }
  }
}
