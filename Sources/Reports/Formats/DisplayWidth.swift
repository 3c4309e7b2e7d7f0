extension StringProtocol {
  /// How many columns of a terminal the text takes, by Unicode's East Asian Width (UAX #11).
  ///
  /// Wide and full-width characters and emoji take two, combining marks none, and those of
  /// ambiguous width one. Control characters count as nothing.
  var displayWidth: Int {
    if utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) { return utf8.count }
    var width = 0
    for scalar in unicodeScalars {
      guard let own = scalar.plainWidth else { return reduce(0) { $0 + $1.displayWidth } }
      width += own
    }
    return width
  }
}

extension Character {
  /// An emoji takes two columns however many scalars it is joined from.
  fileprivate var displayWidth: Int {
    let first = unicodeScalars[unicodeScalars.startIndex]
    if first.isWideEmoji || unicodeScalars.contains(emojiSelector) { return 2 }
    return unicodeScalars.reduce(0) { $0 + $1.displayWidth }
  }
}

/// Variation selector 16: what stands before it is drawn as an emoji.
private let emojiSelector: Unicode.Scalar = "\u{FE0F}"

extension Unicode.Scalar {
  /// The width of a character that is not joined to those beside it and needs no looking up: of
  /// most of what budgets are named with. Nil for others.
  fileprivate var plainWidth: Int? {
    switch value {
    case 0x20..<0x7F, 0xC0...0x2AF, 0x391...0x3C9, 0x410...0x44F, 0x5D0...0x5EA: 1
    case 0x4E00...0x9FFF, 0x3001...0x3020, 0xFF01...0xFF60: 2
    default: nil
    }
  }

  fileprivate var isWideEmoji: Bool { value >= 0x231A && properties.isEmojiPresentation }

  fileprivate var displayWidth: Int {
    if (0x4E00...0x9FFF).contains(value) { return 2 }  // most of all Chinese text
    if isZeroWidth { return 0 }
    return wideRanges.contains { $0.contains(value) } ? 2 : 1
  }

  private var isZeroWidth: Bool {
    switch properties.generalCategory {
    case .control, .nonspacingMark, .enclosingMark: true
    case .format: value != 0xAD  // a soft hyphen is seen
    // Vowels and finals that join the Hangul syllable before them.
    default: (0x1160...0x11FF).contains(value) || (0xD7B0...0xD7FF).contains(value)
    }
  }
}

/// The ranges that EastAsianWidth.txt of Unicode 16 calls W or F, emoji apart. Gaps that are not
/// assigned yet are filled, as they are in the ideographic planes.
private let wideRanges: [ClosedRange<UInt32>] = [
  0x1100...0x115F,  // Hangul Jamo
  0x2329...0x232A,  // angle brackets
  0x2E80...0x303E,  // radicals, CJK punctuation
  0x3041...0x3247,  // kana, bopomofo, compatibility Jamo, enclosed
  0x3250...0x4DFF,  // enclosed, compatibility, extension A, hexagrams
  0x4E00...0xA4CF,  // unified ideographs, Yi
  0xA960...0xA97C,  // Hangul Jamo extended A
  0xAC00...0xD7A3,  // Hangul syllables
  0xF900...0xFAFF,  // compatibility ideographs
  0xFE10...0xFE19, 0xFE30...0xFE6B,  // vertical, compatibility and small forms
  0xFF01...0xFF60, 0xFFE0...0xFFE6,  // full-width forms
  0x16FE0...0x18DFF, 0x1AFF0...0x1B2FF,  // Tangut, Khitan, Nushu, kana extended
  0x1D300...0x1D376,  // Tai Xuan Jing, counting rods
  0x1F200...0x1F265,  // enclosed ideographs
  0x20000...0x3FFFD,  // ideographic planes
]
