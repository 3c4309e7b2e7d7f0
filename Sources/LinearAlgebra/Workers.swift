import Dispatch

/// How many threads share a piece of work. Results never depend on it.
public struct Workers: Hashable, Sendable {
  public let count: Int

  /// - Parameter count: At least 1.
  public init(_ count: Int) {
    precondition(count >= 1, "\(count) workers")
    self.count = count
  }

  public static let one = Workers(1)

  /// One value for each index from 0 up to `count`, in that order.
  ///
  /// - Parameter body: Called once for each index, on any thread and in any order.
  public func map<Value: Sendable>(
    _ count: Int, _ body: @Sendable (Int) -> Value
  ) -> [Value] {
    guard self.count > 1, count > 1 else { return (0..<count).map(body) }
    return [Value](unsafeUninitializedCapacity: count) { buffer, initialized in
      nonisolated(unsafe) let places = buffer
      let lanes = min(self.count, count)
      DispatchQueue.concurrentPerform(iterations: lanes) { lane in
        for index in stride(from: lane, to: count, by: lanes) {
          places.initializeElement(at: index, to: body(index))
        }
      }
      initialized = count
    }
  }
}
