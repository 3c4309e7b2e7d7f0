/// What speaks against a text that was read as GB18030, counted from its bytes.
///
/// Almost all text in Windows-1252 or Big5 is GB18030 too, but not text that anybody writes:
///
/// - In Windows-1252 an accented letter and the one after it make a Chinese character that stands
///   alone between Latin letters, with a letter for its second byte: `Z\u{fc}rich`, read as `Z黵ich`.
/// - In Big5 every third or fourth character becomes one that no Chinese text has: kana, Greek,
///   Cyrillic, Bopomofo, line drawing (rows 4 to 9), or none at all (the user-defined areas).
struct EncodingDoubt {
  enum Likely: String, Sendable {
    case windows1252 = "WINDOWS-1252"
    case big5 = "BIG5"
  }

  /// Characters of two bytes.
  private(set) var pairs = 0
  /// Of them, those that stand alone inside Latin words.
  private(set) var alone = 0
  /// Of them, those that are no Chinese characters.
  private(set) var foreign = 0

  /// The last byte of one character, and that before it.
  private var lead: UInt8?
  private var before: UInt8 = 0
  private var isInFour = false
  /// A pair with one byte each on both sides is looked at when the second of these is there.
  private var open: (before: UInt8, trail: UInt8)?

  /// Goes on to the next bytes of the text.
  mutating func read(_ bytes: some Sequence<UInt8>) {
    for byte in bytes { read(byte) }
  }

  /// What the text is likely to be instead.
  ///
  /// - Returns: Nil where at most half of the pairs stand in Latin words, and at most a tenth are no
  ///   Chinese characters, or two.
  var likely: Likely? {
    if alone * 2 > pairs { return .windows1252 }
    return foreign > 2 && foreign * 10 > pairs ? .big5 : nil
  }

  private mutating func read(_ byte: UInt8) {
    guard let lead else {
      close(after: byte)
      if byte > 0x80 { self.lead = byte } else { before = byte }
      return
    }
    if isInFour || (0x30...0x39).contains(byte) {  // four bytes: lead, digit, lead, digit
      if isInFour { before = 0xff }
      self.lead = isInFour && (0x30...0x39).contains(byte) ? nil : lead
      isInFour = self.lead != nil
      return
    }
    pairs += 1
    if EncodingDoubt.isForeign(lead, byte) { foreign += 1 }
    open = (before, byte)
    before = byte | 0x80
    self.lead = nil
  }

  /// Looks at the pair before a byte.
  private mutating func close(after next: UInt8) {
    guard let pair = open else { return }
    open = nil
    guard pair.before < 0x80, next < 0x80 else { return }
    let (left, right) = (EncodingDoubt.isLetter(pair.before), EncodingDoubt.isLetter(next))
    if EncodingDoubt.isLetter(pair.trail) ? left || right : left && right { alone += 1 }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x41...0x5a).contains(byte & 0xdf) && byte < 0x80
  }

  private static func isForeign(_ lead: UInt8, _ trail: UInt8) -> Bool {
    switch lead {
    case 0xa1...0xa3: trail < 0xa1
    case 0xa4...0xa7: true
    case 0xa8...0xa9: trail >= 0xa1
    case 0xaa...0xaf, 0xf8...0xfe: trail >= 0xa1
    default: false
    }
  }
}
