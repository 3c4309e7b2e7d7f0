import Spreadsheets

/// How to read the workbook.
struct NotesSheet {
  let context: WorkbookContext
  let names: [DefinedName]

  func worksheet() -> Worksheet {
    var sheet = Worksheet(name: context(WorkbookWording.notes))
    sheet.columns = [SheetColumn(width: 22), SheetColumn(width: 88)]
    sheet.rows = [
      SheetRow([SheetCell(.text(context(WorkbookWording.notes)), Palette.title)], height: 24),
      SheetRow([SheetCell(.text("\(context.title)　　\(context.amountUnit)"), Palette.subtitle)]),
    ]
    if context.dataset.isSynthetic { add(WorkbookNotes.synthetic, to: &sheet) }
    for note in WorkbookNotes.all { add(note, to: &sheet) }
    sheet.rows.append(SheetRow())
    sheet.rows.append(
      SheetRow([
        SheetCell(.text(context(WorkbookNotes.namesHeading)), Palette.section),
        SheetCell(.blank, Palette.section),
      ]))
    for name in names {
      sheet.rows.append(
        SheetRow([
          SheetCell(.text(name.name), Palette.text(Palette.prose)),
          SheetCell(.text(name.cells), Palette.text(Palette.prose)),
        ]))
    }
    sheet.print.isLandscape = false
    context.setEnds(of: &sheet.print)
    return sheet
  }

  private func add(_ note: WorkbookNotes.Note, to sheet: inout Worksheet) {
    let text = context(note.text)
    let lines = (text.displayWidth + 83) / 84
    let heading = Palette.with(Palette.prose) {
      $0.isBold = true; $0.ink = Palette.navy
    }
    sheet.rows.append(
      SheetRow(
        [SheetCell(.text(context(note.heading)), heading), SheetCell(.text(text), Palette.prose)],
        height: 15 * Double(lines) + 4))
  }
}
