import Analytics

/// A section of a page, before it is written.
struct Section {
  /// Its place in the page's address; also what its charts' files begin with.
  let id: String
  let title: Bilingual
  var blocks: [Block]

  enum Block {
    case paragraph(Bilingual)
    case sentences([Bilingual])
    case cards([Card])
    case chart(NamedChart)
    case table(TableView)
    case details(Bilingual, [Block])
    case nodes([NodeDetail])
    case terms([(term: Bilingual, meaning: Bilingual)])
  }

  /// A figure that a reader looks for first.
  struct Card {
    let name: Bilingual
    let number: String
    let unit: Bilingual
    let note: Bilingual?
  }

  /// The charts of the section, in order.
  var charts: [NamedChart] { Section.charts(blocks) }

  private static func charts(_ blocks: [Block]) -> [NamedChart] {
    blocks.flatMap { block -> [NamedChart] in
      switch block {
      case .chart(let chart): [chart]
      case .details(_, let inner): charts(inner)
      case .nodes, .paragraph, .sentences, .cards, .table, .terms: []
      }
    }
  }
}

/// A chart with its caption, and the name of its file.
struct NamedChart {
  /// `bridge`, `figure-3`
  let name: String
  let title: Bilingual
  let chart: any Chart
}

/// What a page says of one node when it is opened: its history, forecast, the steps of the
/// forecast, and what the checks found.
struct NodeDetail {
  let id: String
  let name: Bilingual
  /// Beside the name: the outturn, its growth.
  let notes: [Bilingual]
  let blocks: [Section.Block]
}
