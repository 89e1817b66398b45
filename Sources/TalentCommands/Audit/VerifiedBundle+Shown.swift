import Evidence
import TalentDomain

extension VerifiedBundle: Shown {
  static var lists: [String] { ["findings"] }

  /// Writes it, and ends with the status that says whether the bundle holds.
  func conclude(_ session: Session) throws {
    Output.write(self, canonical, session)
    if !intact { throw Ended(status: .unverified) }
  }

  func show(on page: inout Page) {
    let style = page.style
    page.facts([
      ("Bevispakke", "Bundle", folder.value), ("Log", "Log", origin.value), ("Hold", "Cohort", cohort.value),
      ("Hændelser i loggen", "Events in the log", String(size)), ("Rod", "Root", root.value),
    ])
    page.table(
      empty: Bilingual(da: "Intet kunne efterprøves.", en: "Nothing could be checked."), checks,
      [
        Column("Efterprøvet", "Checked") { line, style in style(line.words) },
        Column("Antal", "Count", right: true) { line, _ in line.notChecked == nil ? String(line.count) : "" },
        Column("Resultat", "Result") { line, style in style(line.result) },
      ])
    page.say(style(verdict), intact ? .good : .bad)
    for line in findings.prefix(50) { page.say(style(line.sentence), .bad) }
    if findings.count > 50 {
      page.say(
        "… og \(findings.count - 50) til: se --output json.", "… and \(findings.count - 50) more: see --output json.")
    }
    page.say(style(outside(style)))
    if !keyGiven {
      page.say(
        style(
          da:
            "Loggens nøgle er taget fra pakken selv, så det er ikke vist, hvis log det er. Giv den med --log-key, fra "
            + "referatet eller fra en anden kilde end pakken.",
          en: "The log's key was taken from the bundle itself, so whose log this is has not been shown. Give it with "
            + "--log-key, from the minutes or from another source than the bundle."), .warning)
    }
  }

  private var verdict: Bilingual {
    guard intact else {
      let first = findings.compactMap(\.position).min()
      return Bilingual(
        da: "Pakken holder ikke."
          + (first.map { " Det første, der er noget galt med, er hændelse \($0)." } ?? ""),
        en: "The bundle does not hold."
          + (first.map { " The first event that something is wrong with is \($0)." } ?? ""))
    }
    return Bilingual(
      da:
        "Pakken holder: intet i den er ændret, udeladt, tilføjet eller byttet om. \(disclosed) oplysninger er vist og "
        + "passer, \(withheld) er holdt tilbage.",
      en:
        "The bundle holds: nothing in it was changed, dropped, added or swapped. \(disclosed) sealed fields are shown "
        + "and agree, \(withheld) are withheld.")
  }

  private func outside(_ style: Style) -> Bilingual {
    guard let anchored else {
      return Bilingual(
        da:
          "Ingen uden for kommunen står inde for loggen her: tidspunkterne og rækkefølgen hviler på loggens egen nøgle.",
        en: "Nobody outside vouches for the log here: times and order rest on the log's own key.")
    }
    let rest = size - anchored.size
    let time = style.time(anchored.time)
    return Bilingual(
      da: "De første \(anchored.size) hændelser er bevidnet udefra \(time); de \(rest) efter dem kun af loggens egen "
        + "nøgle.",
      en: "The first \(anchored.size) events are vouched for from outside as of \(time); the \(rest) after them by "
        + "the log's own key alone.")
  }
}

extension CheckLine {
  var words: Bilingual { BundleCheck(rawValue: check.value)?.words ?? Bilingual(da: check.value, en: check.value) }

  var result: Bilingual {
    if findings > 0 { return Bilingual(da: "\(findings) fejl", en: "\(findings) wrong") }
    if let reason = notChecked.flatMap({ NotChecked(rawValue: $0.value) }) { return reason.words }
    return Bilingual(da: "holder", en: "holds")
  }
}

extension FlawLine {
  /// One sentence with the place.
  var sentence: Bilingual {
    let words = BundleFlaw(rawValue: flaw.value)?.words ?? Bilingual(da: flaw.value, en: flaw.value)
    let file = path.map { " (\($0.value))" } ?? ""
    guard let position else { return Bilingual(da: words.da + file, en: words.en + file) }
    return Bilingual(da: "Hændelse \(position): \(words.da)\(file)", en: "Event \(position): \(words.en)\(file)")
  }
}
