import EventLog
import Projections
import TalentDomain

/// Opens what is sealed beside the events of one cohort for one viewer, as far as `Disclosing` lets it; and notes of whom
/// something was opened.
final class VaultOpener: Opener, Sendable {
  private let reader: LogReader
  private let disclosing: Disclosing
  private let links: LinkIndex
  private let stream: String
  private let sight: Sight

  init(_ reader: LogReader, _ disclosing: Disclosing, _ links: LinkIndex, _ stream: String, _ sight: Sight) {
    self.reader = reader
    self.disclosing = disclosing
    self.links = links
    self.stream = stream
    self.sight = sight
  }

  func records<S: SealedRecord>(_ kind: S.Type, at position: Int, about: Alias?, author: Alias?) -> [S] {
    guard position >= 0, disclosing.couldShow(S.kind),
      let fields = try? reader.opened(position: position, audiences: .only([S.audience.rawValue]))
    else { return [] }
    return fields.compactMap { field in
      guard field.name == S.name, disclosing.shown(field, about: about, author: author) != nil,
        let record = field.value.flatMap({ try? S(canonical: $0) })
      else { return nil }
      sight.open(disclosing.person(of: field, about: about), in: stream)
      return record
    }
  }

  func person(behind alias: Alias) -> Alias? { links.person(behind: alias) }
  func thing(behind code: Alias) -> Alias? { links.thingBehind[code] }
}

extension NameIndex: PeopleNames {
  func name(of person: Alias) -> PersonName? { people[person] }
  func account(of person: Alias) -> AccountBinding? { accounts[person] }
}
