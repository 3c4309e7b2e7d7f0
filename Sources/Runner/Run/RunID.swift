/// The id of a run: a digest of the inputs' contents, the options and the version, so that the
/// same work has the same id.
enum RunID {
  static func make(inputs: [InputFile], options: [(name: String, value: String)]) -> String {
    let digest = Digest()
    digest.add("outturn \(Version.current)\n")
    for option in options { digest.add("option \(option.name)=\(option.value)\n") }
    for (place, input) in inputs.enumerated() { digest.add("input \(place) \(input.sha256)\n") }
    return String(digest.finish().prefix(16))
  }
}
