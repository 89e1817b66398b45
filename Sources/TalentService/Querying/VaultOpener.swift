import EventLog
import Projections
import Synchronization
import TalentDomain

/// Opens what is sealed beside the events of one stream for one viewer, by the table of `Disclosing`; and remembers of whom
/// something was opened, so that an auditor's look is itself on record.
final class VaultOpener: Opener, Sendable {
  private let reader: LogReader
  private let viewer: Viewer
  private let links: LinkIndex
  private let shown = Mutex<Set<Alias>>([])

  init(_ reader: LogReader, _ viewer: Viewer, _ links: LinkIndex) {
    self.reader = reader
    self.viewer = viewer
    self.links = links
  }

  /// Whose data was opened, by the aliases of the stream; what is nobody's in particular counts as the organisation's.
  var opened: [Alias] { shown.withLock { $0.sorted() } }

  func records<S: SealedRecord>(
    _ kind: S.Type, at position: Int, about: Alias?, author: Alias?, leader: Alias?
  ) -> [S] {
    guard position >= 0,
      Disclosing.mayShow(S.audience, to: viewer, about: about, author: author, leader: leader),
      let fields = try? reader.opened(position: position, audiences: .only([S.audience.rawValue]))
    else { return [] }
    let records = fields.sealedRecords(S.self)
    if !records.isEmpty { _ = shown.withLock { $0.insert(about ?? .organisation) } }
    return records
  }

  func person(behind alias: Alias) -> Alias? { links.person(behind: alias) }
  func thing(behind code: Alias) -> Alias? { links.thingBehind[code] }
}

extension [OpenedField] {
  /// All records of a kind among what was opened.
  func sealedRecords<S: SealedRecord>(_ kind: S.Type) -> [S] {
    let name = S.name
    return compactMap { field in
      guard field.name == name, let value = field.value else { return nil }
      return try? S(canonical: value)
    }
  }
}

extension NameIndex: PeopleNames {
  func name(of person: Alias) -> PersonName? { people[person] }
  func account(of person: Alias) -> AccountBinding? { accounts[person] }
}
