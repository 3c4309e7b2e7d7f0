import Analytics
import Testing

@Suite("A printed number")
struct PrintedNumberTests {
  @Test(
    "is written with all its decimals, and is as long as it says",
    arguments: [
      (0, 0, "0"), (7, 0, "7"), (10, 0, "10"), (-305, 0, "-305"), (1_000, 0, "1000"),
      (0, 2, "0.00"), (5, 2, "0.05"), (-5, 2, "-0.05"), (99, 2, "0.99"), (100, 2, "1.00"),
      (88_483, 2, "884.83"),
      (-1, 18, "-0.000000000000000001"), (.max, 0, "9223372036854775807"),
      (.min, 18, "-9.223372036854775808"), (.min, 1, "-922337203685477580.8"),
    ] as [(Int64, Int, String)])
  func written(mantissa: Int64, decimals: Int, text: String) {
    let number = PrintedNumber(mantissa: mantissa, decimals: decimals)
    #expect(number.description == text)
    #expect(number.length == text.utf8.count)
    #expect(number.length <= PrintedNumber.longest)
  }

  @Test("is written behind what is there")
  func appended() {
    var bytes = Array("a,".utf8)
    PrintedNumber(mantissa: -1_250, decimals: 2).write(to: &bytes)
    #expect(String(decoding: bytes, as: UTF8.self) == "a,-12.50")
  }
}
