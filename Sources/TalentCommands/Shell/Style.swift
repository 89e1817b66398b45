import CivilTime
import TalentDomain

/// How values read in a table for people: words, dates and times of the language.
struct Style {
  let language: Language
  let zone: Zone
  let ink: Ink

  init(_ language: Language, _ zone: Zone, _ ink: Ink = .none) {
    self.language = language
    self.zone = zone
    self.ink = ink
  }

  func callAsFunction(_ words: Bilingual) -> String { language.pick(words) }
  func callAsFunction(da: String, en: String) -> String { language == .da ? da : en }

  func date(_ date: CivilDate?) -> String {
    guard let date else { return "" }
    return language == .da ? date.danishNumbers : date.text
  }

  /// Local time in Denmark, to the second.
  func time(_ instant: Instant?) -> String {
    guard let instant else { return "" }
    let local = zone.local(instant)
    return "\(date(local.date)) \(local.time.text)"
  }

  /// The day of an instant in Denmark.
  func day(_ instant: Instant) -> String { date(zone.local(instant).date) }

  func yes(_ value: Bool) -> String { value ? self(da: "ja", en: "yes") : self(da: "nej", en: "no") }

  /// `3,611`: three decimals are enough to read; the exact number, by which everything is compared, stands in JSON.
  func score(_ score: Rational?) -> String {
    guard let score else { return "" }
    let thousandths = (score.numerator * 1000 + score.denominator / 2) / score.denominator
    let decimals = String(thousandths % 1000 + 1000).dropFirst()
    return "\(thousandths / 1000)\(self(da: ",", en: "."))\(decimals)"
  }

  func number(_ value: Int?) -> String { value.map(String.init) ?? "" }

  /// `10536 Mette Rasmussen`, or as much of it as the reader may know.
  func person(_ person: Person?) -> String {
    guard let person else { return "" }
    if person.erased == true { return self(da: "slettet person", en: "erased person") }
    let known = [person.number?.value, person.name?.value].compactMap { $0 }
    return known.isEmpty ? person.id.text : known.joined(separator: " ")
  }

  /// The name alone, where it is known.
  func name(_ person: Person?) -> String { person?.name?.value ?? self.person(person) }

  func thing(_ thing: Thing?) -> String {
    guard let thing, thing.id != .none || thing.name != nil else { return "" }
    return thing.name?.value ?? thing.id.text
  }

  func lines(_ lines: [Line]) -> String { lines.map(\.value).joined(separator: ", ") }
}

extension Person {
  /// What a command calls this person by.
  var reference: PersonRef { PersonRef(given: number?.value ?? id.text) }
}
