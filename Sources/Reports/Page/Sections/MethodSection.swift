extension Section {
  /// How the figures are made and how to read them.
  static var method: Section {
    Section(
      id: "method", title: PageWording.methodTitle,
      blocks: [.sentences(PageWording.method), .terms(PageWording.terms)])
  }
}
