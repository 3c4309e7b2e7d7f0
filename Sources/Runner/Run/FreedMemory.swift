import CMalloc

/// Memory that the program has let go of, and the C library keeps for later.
enum FreedMemory {
  /// Hands it back to the system. Forecasts leave a third of all memory behind, in blocks too
  /// scattered for what is written after them.
  static func giveBack() { malloc_trim(0) }
}
