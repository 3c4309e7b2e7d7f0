import Analytics

/// What a draft is made from.
public struct DraftSources: Sendable {
  /// In the classification of the nodes.
  let dataset: Dataset
  let nodes: NodeTable
  let base: Normalisation
  let projection: Projection
  let changes: KnownChanges

  /// - Parameters:
  ///   - dataset: In the classification of the nodes.
  ///   - base: What does not recur.
  public init(
    dataset: Dataset, nodes: NodeTable, base: Normalisation, projection: Projection,
    changes: KnownChanges
  ) {
    self.dataset = dataset
    self.nodes = nodes
    self.base = base
    self.projection = projection
    self.changes = changes
  }
}
