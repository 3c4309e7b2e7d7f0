/// A name that a data package may have: lower-case letters, digits, `-`, `_` and `.`.
enum PackageName {
  static func make(_ name: String) -> String {
    let file = name.split(separator: "/").last.map(String.init) ?? name
    let allowed = file.lowercased().map { character in
      character.isASCII && (character.isLetter || character.isNumber || "-_.".contains(character))
        ? character : "-"
    }
    let trimmed = String(allowed).split(separator: "-").joined(separator: "-")
    return trimmed.isEmpty ? "accounts" : trimmed
  }
}
