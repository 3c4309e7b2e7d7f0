import Analytics
import Forecast
import Reports

/// How a target was reconciled, as the manifest has it.
enum CertificateText {
  static func json(_ certificate: ReconciliationCertificate) -> JSONValue {
    .object([
      ("stage", .string(certificate.stage.rawValue)), ("year", number(certificate.year.number)),
      ("horizon", number(certificate.horizon)), ("method", .string(certificate.method.rawValue)),
      ("least_squares", solver(certificate.leastSquares)), ("ceilings", number(certificate.rules)),
      ("held", number(certificate.held)), ("under_ceilings", solver(certificate.ceilings)),
      ("largest_rounding", decimal(certificate.largestRounding, 6)),
      ("moved_by_rounding", number(certificate.movedByRounding)),
      ("missed_by_rounding", number(certificate.missedByRounding)),
    ])
  }

  private static func solver(_ certificate: SolverCertificate) -> JSONValue {
    .object([
      ("newton_steps", number(certificate.steps)),
      ("gradient_iterations", number(certificate.iterations)),
      ("kkt_residual", decimal(certificate.residual, 16)),
    ])
  }

  private static func number(_ value: Int) -> JSONValue { .number(PrintedNumber(value)) }

  private static func decimal(_ value: Double, _ decimals: Int) -> JSONValue {
    let scaled = value * Double(Int64.powerOfTen(decimals))
    return Int64(exactly: scaled.rounded()).map {
      .number(PrintedNumber(mantissa: $0, decimals: decimals))
    } ?? .null
  }
}
