/// The version of the program, which is part of every run's id.
enum Version {
  static let current = "0.1.0"
}
