/// What real budget lines look like: medians over thirteen public panels.
///
/// Measured on Bermuda, Cook County, A Coruña, Torrelodones, Chicago, Ukrainian cities, Taiwan,
/// Sacramento, Madrid, South African metros, Israel 1992–1995, Hong Kong programmes and New York
/// City; execution and budgets on the eight that have both stages. `docs/synthetic.md` has the
/// numbers panel by panel.
enum PanelFacts {
  /// A line's mean amount relative to the panel's median line, in ten thousandths. Roughly
  /// lognormal with σ = 2.4. The largest hundredth is cut, or one line would make the total.
  static let size = QuantileTable([
    (0, 4), (100, 40), (250, 99), (500, 158), (1_000, 362), (2_000, 1_136), (3_000, 2_878),
    (4_000, 5_595), (5_000, 10_000), (6_000, 18_269), (7_000, 34_007), (8_000, 64_817),
    (9_000, 177_638), (9_500, 425_853), (9_750, 998_024), (9_900, 2_441_421),
  ])

  /// Growth on the year before of values that changed, in thousandths. Symmetric on the
  /// logarithmic scale: falls to a third are as frequent as threefold rises.
  static let growth = QuantileTable([
    (100, -939), (250, -841), (500, -676), (1_000, -424), (2_000, -173), (3_000, -70),
    (4_000, -25), (5_000, 27), (6_000, 54), (7_000, 122), (8_000, 295), (9_000, 858),
    (9_500, 2_107), (9_750, 4_754), (9_900, 11_574),
  ])
  static let medianGrowth = 27
  /// What of `growth` is calm, in ten thousandths of probability; beyond it are jumps.
  static let calm = 2_000...8_000
  /// Jumps a year of small, middling and large lines, in ten thousandths. Each is followed by a
  /// return to the level before, which is a large change too. Changes outside `calm` are 56, 45
  /// and 24 % of all, and 2 j / (1 + j) of them come from jumps of probability j.
  static let jumpsBySize = [3_890, 2_890, 1_350]

  /// Small, middling and large lines: the median distance of growth from its median is 27.2, 18.2
  /// and 8.4 percentage points. Relative to the middle, in thousandths.
  static let volatilityBySize = [1_496, 1_000, 463]
  /// Where thirds of the lines lie, in the unit of `size`.
  static let thirdsOfSize = [3_700, 28_200]

  /// Outturn in thousandths of the budget, where both are positive and differ.
  static let execution = QuantileTable([
    (100, 38), (250, 102), (500, 182), (1_000, 389), (2_000, 624), (3_000, 769), (4_000, 854),
    (5_000, 916), (6_000, 966), (7_000, 1_002), (8_000, 1_024), (9_000, 1_246), (9_500, 2_050),
    (9_750, 3_160), (9_900, 6_925),
  ])
  /// The middle of `execution`, from 62 to 125 % of the budget, in ten thousandths of probability.
  static let usualExecution = 2_000...9_000
  /// The outturn is outside it in 52, 31 and 17 % of the years of small, middling and large lines.
  /// Jumps, which no budget knows, are 28, 22 and 12 % of the years, j / (1 + j); this is what is
  /// left for the others, in ten thousandths of them.
  static let unusualExecutionBySize = [3_390, 1_170, 530]
  /// Of outturns outside it two in three are below, one above; so are jumps, which their returns
  /// mirror.
  static let unusualBelow = 6_667

  // In ten thousandths a year.

  /// Outturns equal to their budget to the cent.
  static let executedExactly = 264
  /// Outturns equal to last year's.
  static let outturnUnchanged = 241
  /// Budgets equal to last year's: two kinds of panels, below 6 % and around 40 %.
  static let budgetUnchanged = 380
  /// Positive values followed by zero, and zeros followed by a value.
  static let toZero = 159
  static let fromZero = 2_858
  /// Lines that are there for the first time, and for the last.
  static let births = 340
  static let deaths = 281
  /// Blank years between a line's first and last.
  static let gaps = 225

  /// One line in so many is negative: 6 % of the lines of three panels, 1 % of one, none of the
  /// others; 1.6 % in the mean.
  static let linesPerNegative = 64
  /// One subject in so many is used by a unit: units × subjects are filled to 6.7 %.
  static let subjectsPerLine = 15
}
