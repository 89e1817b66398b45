import TalentDomain

extension AccessDocument: Shown {
  static var lists: [String] { ["pieces"] }

  func show(on page: inout Page) {
    let style = page.style
    page.facts([
      ("Indsigt for", "Access for", [number?.value, name?.value].compactMap { $0 }.joined(separator: " ")),
      ("Dannet", "Made", made.map { style.date($0) } ?? ""),
      ("Registreringer", "Pieces", String(pieces.count)),
      ("Opslag", "Looks", String(looks.count)),
      ("Udeladt", "Withheld", String(withheld.count)),
    ])
    page.say(summary.map { ($0.value, nil) })
  }
}
