/// By how much measured correlations are shrunk towards none: λ in *λ I* + (1 − *λ*) *Z Z'* / *T*.
///
/// λ is the sum of the correlations' variances over the sum of their squares. With *T* origins and
/// many series both come from the *T* × *T* products of origins, and no correlation is ever formed.
///
/// Source: Schäfer and Strimmer (2005), Statistical Applications in Genetics and Molecular Biology
/// 4, article 32, target D, for errors whose mean is 0.
struct CorrelationShrinkage {
  /// From 0 to 1; 1 where correlations cannot be told from chance.
  let intensity: Double

  /// - Parameter deviations: By origin, the errors of all series per standard deviation; a series
  ///   without an error has 0.
  init(_ deviations: [[Double]]) {
    let count = deviations.count
    guard count >= 3, let series = deviations.first?.indices else {
      intensity = 1
      return
    }
    var products = 0.0  // Σ over pairs of series of (Σ over origins of z z')²
    for a in deviations {
      for b in deviations {
        let product = SumSystem.dot(a, b)
        products += product * product
      }
    }
    var fourth = 0.0  // Σ over origins and pairs of series of (z z')²
    for origin in deviations {
      let square = SumSystem.dot(origin, origin)
      fourth += square * square
    }
    for place in series {  // a series is no pair with itself
      var (sum, squares) = (0.0, 0.0)
      for origin in deviations {
        let square = origin[place] * origin[place]
        sum += square
        squares += square * square
      }
      products -= sum * sum
      fourth -= squares
    }
    let t = Double(count)
    let correlations = products / (t * t)
    let variances = (fourth - products / t) / (t * (t - 1))
    intensity = correlations > 0 ? max(0, min(1, variances / correlations)) : 1
  }
}
