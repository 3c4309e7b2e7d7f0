extension Markup {
  mutating func section(_ section: Section) {
    element("section", ["id": section.id, "aria-labelledby": "\(section.id)-h"]) { markup in
      markup.element("h2", ["id": "\(section.id)-h"], words: section.title)
      markup.blocks(section.blocks)
    }
    newLine()
  }

  /// Charts that follow each other stand side by side where there is room.
  private mutating func blocks(_ blocks: [Section.Block]) {
    var charts: [NamedChart] = []
    for block in blocks {
      if case .chart(let chart) = block {
        charts.append(chart)
        continue
      }
      figures(&charts)
      self.block(block)
    }
    figures(&charts)
  }

  private mutating func figures(_ charts: inout [NamedChart]) {
    guard !charts.isEmpty else { return }
    element("div", ["class": "figures"]) { [charts] markup in
      for chart in charts { markup.figure(chart) }
    }
    charts = []
  }

  private mutating func block(_ block: Section.Block) {
    switch block {
    case .paragraph(let words): element("p", words: words)
    case .sentences(let sentences): list(sentences)
    case .cards(let cards): self.cards(cards)
    case .chart(let chart): blocks([.chart(chart)])
    case .table(let view): table(view)
    case .details(let title, let blocks):
      element("details") { markup in
        markup.element("summary", words: title)
        markup.blocks(blocks)
      }
    case .nodes(let nodes): details(nodes)
    case .terms(let terms):
      element("dl") { markup in
        for (term, meaning) in terms {
          markup.element("dt", words: term)
          markup.element("dd", words: meaning)
        }
      }
    }
  }

  private mutating func list(_ sentences: [Bilingual]) {
    element("ul", ["class": "sentences"]) { markup in
      for sentence in sentences { markup.element("li", words: sentence) }
    }
  }

  private mutating func cards(_ cards: [Section.Card]) {
    element("dl", ["class": "cards"]) { markup in
      for card in cards {
        markup.element("div") { markup in
          markup.element("dt", words: card.name)
          markup.element("dd") { markup in
            markup.element("b", text: card.number)
            markup.text(" ")
            markup.words(card.unit)
            if let note = card.note { markup.element("small", words: note) }
          }
        }
      }
    }
  }

  private mutating func figure(_ named: NamedChart) {
    let caption = "chart-\(named.name)"
    element("figure") { markup in
      markup.element("figcaption", ["id": caption], words: named.title)
      markup.element("div", ["class": "scroll", "tabindex": "0", "role": "group"]) {
        named.chart.write(to: &$0, labelledBy: caption)
      }
    }
    newLine()
  }

  private mutating func details(_ nodes: [NodeDetail]) {
    element("div", ["class": "nodes"]) { markup in
      for node in nodes {
        markup.newLine()
        markup.element("details") { markup in
          markup.element("summary") { markup in
            markup.element("b", words: node.name)
            for note in node.notes { markup.element("span", ["class": "note"], words: note) }
          }
          markup.element("div", ["id": node.id, "class": "node", "tabindex": "-1"]) { markup in
            markup.blocks(node.blocks)
          }
        }
      }
    }
  }
}
