extension Prior {
  /// The prior that comes with the program, as JSON: learned from public panels that it names, and
  /// made anew by `Benchmarks/learn-prior.sh`.
  public static var shippedJSON: [UInt8] { PackageResources.shipped_prior_json }
}
