import Testing

@testable import Analytics

@Suite("The numbers of a table")
struct NumberBoundsTests {
  private func errors(_ table: String, _ text: String) -> [String] {
    do {
      _ = try TestDataset.package([
        "accounts": "year,unit,subject,outturn\n2023,A,pay,1\n", table: text,
      ])
      return []
    } catch let errors as SourceErrors {
      return errors.errors.map { "\($0.position) \($0.message)" }
    } catch {
      return ["\(error)"]
    }
  }

  @Test(
    "are refused beyond what their quantity can be, with what it can",
    arguments: [
      (
        "headcount", "year,unit,category,in_post\n2023,A,c,-1\n",
        "headcount.csv:2:10 '-1' is not a number of heads; write one from 0 to 1000000000"
      ),
      (
        "headcount", "year,unit,category,establishment\n2023,A,c,1000000000000\n",
        "headcount.csv:2:10 '1000000000000' is not a number of heads; write one from 0 to 1000000000"
      ),
      (
        "movements", "date,unit,category,delta\n2023-03,A,c,-99999999999999\n",
        "movements.csv:2:13 '-99999999999999' is not a change of heads; write one from -1000000000 "
          + "to 1000000000"
      ),
      (
        "assumptions", "year,growth_pct\n2026,100000000000\n",
        "assumptions.csv:2:6 '100000000000' is not a growth in per cent; write one from -100 to 1000"
      ),
      (
        "categories", "category,progression_pct\nc,1500000\n",
        "categories.csv:2:3 '1500000' is not a progression in per cent a year; write one from -100 to "
          + "100"
      ),
      (
        "ceilings", "year,rule,of_last\n2024,at_most,99999999999999\n",
        "ceilings.csv:2:14 '99999999999999' is not a ratio such as 1.05; write one from 0 to 100"
      ),
      (
        "rates", "subject,from,basis,value\npay,2023-01,per_head_year,-0.01\n",
        "rates.csv:2:27 '-0.01' is not a rate; write one from 0 to 1000000000000"
      ),
      (
        "rates", "subject,from,basis,value\npay,2023-01,percent_of:pay,1000.01\n",
        "rates.csv:2:28 '1000.01' is not a percentage; write one from 0 to 1000"
      ),
    ])
  func beyond(table: String, text: String, message: String) {
    #expect(errors(table, text) == [message])
  }

  @Test("are taken up to their bounds, with decimals")
  func upToBounds() {
    #expect(errors("assumptions", "year,growth_pct\n2026,1000.00\n2027,-100.0\n").isEmpty)
    #expect(errors("headcount", "year,unit,category,in_post\n2023,A,c,999999999.999\n").isEmpty)
  }

  @Test("are refused together where a sum of them in months may overflow")
  func together() {
    let rows = (1...101).map { "2023,A,c\($0),1000000000\n" }.joined()
    #expect(
      errors("headcount", "year,unit,category,in_post\n" + rows) == [
        "headcount.csv:102:13 with what stands before it, in_post would add up to more than "
          + "100000000000 heads"
      ])
  }

  @Test("are refused as growth that year upon year leads beyond a ledger")
  func growth() {
    let rows = (2024...2049).map { "\($0),1000\n" }.joined()
    #expect(
      errors("assumptions", "year,growth_pct\n" + rows) == [
        // 1.00 times 11 to the power of 16 is more than 20 quadrillion.
        "assumptions.csv:17:6 with the growth of the years before, the accounts would come to more "
          + "than 20 quadrillion currency units"
      ])
  }

  @Test("are refused as rates that for all heads lead beyond a ledger")
  func costs() throws {
    func found(heads: String, rate: String) -> [String] {
      do {
        _ = try TestDataset.package([
          "accounts": "year,unit,subject,outturn\n2023,A,pay,1\n",
          "headcount": "year,unit,category,in_post\n2023,A,c,\(heads)\n2023,B,c,\(heads)\n",
          "rates": "subject,from,basis,value\npay,2023-01,per_head_year,\(rate)\n",
        ])
        return []
      } catch { return (error as? SourceErrors)?.errors.map(\.message) ?? ["\(error)"] }
    }
    // Twice ten million heads at a thousand million units each are 20 quadrillion.
    #expect(found(heads: "10000000", rate: "1000000000").isEmpty)
    #expect(
      found(heads: "10000001", rate: "1000000000") == [
        "for all heads of a year this would come to more than 20 quadrillion currency units"
      ])
  }

  @Test("tell years that end before they begin, and codes that change places")
  func order() {
    #expect(
      errors("subjects", "code,from_year,to_year\npay,2023,2020\n")
        == ["subjects.csv:2:10 2020 is before from_year, 2023"])
    #expect(
      errors("crosswalk", "from_subject,to_subject,from_year\na,b,2023\nb,a,2023\n") == [
        "crosswalk.csv:2:3 'a' to 'b' and back in 2023 is a circle, in which the two are added up; "
          + "rename one of them by way of a third code, a year earlier"
      ])
    #expect(
      errors("crosswalk", "from_subject,to_subject,from_year\na,b,2022\nb,a,2023\n").isEmpty)
  }
}
