internal import CBLAS

/// The library that multiplies and factorises: how it is held to one thread, and what it is.
public enum BLASRuntime {
  /// Set once, on first use, by the first thread that comes by.
  private static let oneThread: Void = {
    openblas_set_num_threads(1)
    outturn_blas_end_threads()
  }()

  /// Keeps BLAS on the calling thread, for good. Everything here that calls BLAS begins with it.
  ///
  /// The threads that OpenBLAS has started when it was loaded are ended: each would spin for tens
  /// of milliseconds before it sleeps, half the processor time of a small run.
  ///
  /// On two threads OpenBLAS 0.3.21 gives other last digits and makes tall products slower; the
  /// parallelism is ours, over blocks and series.
  public static func useOneThread() { oneThread }

  /// How many threads BLAS uses: 1.
  public static var threads: Int {
    useOneThread()
    return Int(openblas_get_num_threads())
  }

  /// What the library says about itself, as in `OpenBLAS 0.3.21 NO_LAPACK DYNAMIC_ARCH`.
  public static var configuration: String { String(cString: openblas_get_config()) }

  /// The library's name, as in `OpenBLAS`.
  public static var name: String { word(0) ?? "unknown" }

  /// The library's version, as in `0.3.21`.
  public static var version: String { word(1) ?? "unknown" }

  /// The processor type whose kernels are in use, as in `Zen` or `Haswell`.
  public static var core: String { String(cString: openblas_get_corename()) }

  private static func word(_ index: Int) -> String? {
    configuration.split(separator: " ").dropFirst(index).first.map(String.init)
  }
}
