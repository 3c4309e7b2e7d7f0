/// The normal equations of least squares under sums, *K x* = *r* with one unknown a node:
///
///     K = V + S W S' + F F'
///
/// *S* adds lines up to nodes, *W* and *V* are the error variances of lines and nodes, and the few
/// columns of *F* are errors that they share. Nothing is stored but these: a product passes over
/// lines and nodes once, and conjugate gradients solve, preconditioned by the exact solution in
/// each family of nested sets alone (Hestenes and Stiefel 1952, Journal of Research of the National
/// Bureau of Standards 49, 409–436). All sums are in a fixed order: the same bits everywhere.
struct SumSystem {
  let hierarchy: Hierarchy
  /// *W*, one a line.
  let lineVariances: [Double]
  /// *V*, one a node; infinite where the node takes no part, and its unknown is 0.
  let nodeVariances: [Double]
  /// *F*, one number a node each; 0 where the node takes no part.
  var shared: [[Double]] = []
  /// What the lines that hang on a node itself vary by, in its own family.
  private let ownMasses: [Double]

  init(
    _ hierarchy: Hierarchy, lineVariances: [Double], nodeVariances: [Double],
    shared: [[Double]] = []
  ) {
    self.hierarchy = hierarchy
    self.lineVariances = lineVariances
    self.nodeVariances = nodeVariances
    self.shared = shared
    ownMasses = hierarchy.ownSums(lineVariances)
  }

  /// *K x*
  func product(_ x: [Double]) -> [Double] {
    var lines = hierarchy.spread(x)
    for line in lines.indices { lines[line] *= lineVariances[line] }
    var result = hierarchy.sums(lines)
    for node in x.indices {
      result[node] = isFree(node) ? result[node] + nodeVariances[node] * x[node] : 0
    }
    for column in shared {
      let size = Self.dot(column, x)
      for node in x.indices { result[node] += column[node] * size }
    }
    return result
  }

  private func isFree(_ node: Int) -> Bool { nodeVariances[node] < .infinity }

  /// The exact solution where no line is of two families and *F* is 0.
  ///
  /// A node's lines see the unknowns above it as one number *c*. From the leaves up, what they add
  /// to *r* is *α c* + *β*; from the roots down, *x* follows.
  func solvedByFamily(_ r: [Double]) -> [Double] {
    var masses = ownMasses
    var loads = [Double](repeating: 0, count: r.count)
    for node in r.indices {
      let (mass, load, parent) = (masses[node], loads[node], Int(hierarchy.parents[node]))
      guard parent >= 0 else { continue }
      let variance = nodeVariances[node]
      let sum = variance + mass
      if variance == .infinity || sum == 0 {
        masses[parent] += mass
        loads[parent] += load
      } else {
        masses[parent] += variance * mass / sum
        loads[parent] += (mass * r[node] + variance * load) / sum
      }
    }
    var x = [Double](repeating: 0, count: r.count)
    var paths = x
    for node in r.indices.reversed() {
      let parent = Int(hierarchy.parents[node])
      let above = parent >= 0 ? paths[parent] : 0
      let sum = nodeVariances[node] + masses[node]
      if sum < .infinity && sum > 0 {
        x[node] = (r[node] - loads[node] - masses[node] * above) / sum
      }
      paths[node] = above + x[node]
    }
    return x
  }

  struct Solution {
    let x: [Double]
    let iterations: Int
  }

  /// - Parameter tolerance: By what part the norm of the remainder is brought down.
  func solve(_ r: [Double], tolerance: Double = 1e-12, most: Int = 400) -> Solution {
    var x = [Double](repeating: 0, count: r.count)
    var rest = r
    var z = solvedByFamily(rest)
    var direction = z
    var size = Self.dot(rest, z)
    let enough = size * tolerance * tolerance
    var iterations = 0
    while size > enough && size > 0 && iterations < most {
      let image = product(direction)
      let curvature = Self.dot(direction, image)
      guard curvature > 0 else { break }
      let step = size / curvature
      for node in x.indices {
        x[node] += step * direction[node]
        rest[node] -= step * image[node]
      }
      z = solvedByFamily(rest)
      let next = Self.dot(rest, z)
      let ratio = next / size
      for node in x.indices { direction[node] = z[node] + ratio * direction[node] }
      size = next
      iterations += 1
    }
    return Solution(x: x, iterations: iterations)
  }

  static func dot(_ a: [Double], _ b: [Double]) -> Double {
    var sum = 0.0
    for index in a.indices { sum += a[index] * b[index] }
    return sum
  }
}
