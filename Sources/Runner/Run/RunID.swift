/// The id of a run: a digest of the inputs' names and contents, the options and the version, so
/// that the same work has the same id. Names count because reports show them, places do not.
enum RunID {
  static func make(inputs: [InputFile], options: [(name: String, value: String)]) -> String {
    let digest = Digest()
    digest.add("outturn \(Version.current)\n")
    for option in options { digest.add("option \(option.name)=\(option.value)\n") }
    for (place, input) in inputs.enumerated() {
      digest.add("input \(place) \(input.sha256) \(input.name)\n")
    }
    return String(digest.finish().prefix(16))
  }
}
