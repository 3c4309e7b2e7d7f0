import Analytics
import Reports

/// A table of the columns `unit` (text), `year` and `amount`.
func amounts(_ rows: [(String?, Int?, PrintedNumber?)]) -> Table {
  Table(
    name: "comparison/amounts", title: Bilingual(zh: "金额表", en: "Amounts"),
    columns: [
      Column("unit", .text, title: Bilingual(zh: "单位", en: "Unit"), description: "Its code."),
      Column("year", .year, title: Bilingual(zh: "年度", en: "Year"), description: "The year."),
      Column("amount", .amount, title: Bilingual(zh: "金额", en: "Amount"), description: "万元."),
    ],
    key: ["unit", "year"], rows: rows.map { [Cell($0), Cell($1), Cell($2)] })
}

/// A table of one text column.
func texts(_ texts: String...) -> Table {
  Table(
    name: "texts", title: Bilingual(zh: "文字", en: "Texts"),
    columns: [
      Column("text", .text, title: Bilingual(zh: "文字", en: "Text"), description: "Any text.")
    ],
    key: ["text"], rows: texts.map { [.text($0)] })
}

/// A number with two decimals: `cents(-5)` is −0.05.
func cents(_ mantissa: Int64) -> PrintedNumber { PrintedNumber(mantissa: mantissa, decimals: 2) }
