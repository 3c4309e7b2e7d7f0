/// What one row says in cents at each stage, `Accounts.absent` where it says nothing.
///
/// In place and not in an array, because reading makes one for every row.
struct StageAmounts {
  private var cents = InlineArray<3, Int64>(repeating: Accounts.absent)

  subscript(stage: Stage) -> Int64 {
    get { cents[stage.index] }
    set { cents[stage.index] = newValue }
  }
}
