import EventLog
import History
import Projections
import TalentDomain

/// What a replay opens for one viewer: sealed records as far as `Disclosing` lets it, as anywhere else, and whose they were is
/// noted. Who is behind an alias the service itself knows, and shows nobody.
final class ViewerKnowledge: ReplayKnowledge, Sendable {
  private let reader: LogReader
  private let inCohort: Disclosing
  private let inOrganisation: Disclosing
  private let links: LinkIndex
  private let stream: String
  private let sight: Sight

  init(
    _ reader: LogReader, _ inCohort: Disclosing, _ inOrganisation: Disclosing, _ links: LinkIndex, _ stream: String,
    _ sight: Sight
  ) {
    self.reader = reader
    self.inCohort = inCohort
    self.inOrganisation = inOrganisation
    self.links = links
    self.stream = stream
    self.sight = sight
  }

  func beside(_ position: Int, _ kinds: [any SealedRecord.Type], count: Int, about: Alias?) -> SealedBeside {
    var beside = SealedBeside()
    // Accounts are of the organisation's stream, and all else that rules look at of the cohort's.
    let isOfOrganisation = kinds.contains { $0 == AccountBinding.self }
    let disclosing = isOfOrganisation ? inOrganisation : inCohort
    let audiences = Audiences.only(Set(kinds.map { $0.audience.rawValue }))
    guard let fields = try? reader.opened(position: position, audiences: audiences) else {
      beside.isWithheld = true
      return beside
    }
    for field in fields {
      guard let name = field.name else {
        beside.isErased = beside.isErased || field.content == .withheld(.erased)
        continue
      }
      for kind in kinds where kind.name == name {
        guard disclosing.shown(field, about: about, author: nil) != nil else {
          beside.isWithheld = true
          continue
        }
        guard let record = field.record(kind) else { continue }
        beside.records.append(record)
        sight.open(disclosing.person(of: field, about: about), in: isOfOrganisation ? Stream.organisation : stream)
      }
    }
    return beside
  }

  func person(behind alias: Alias) -> PersonBehind { links.person(behind: alias).map { .known($0) } ?? .erased }
}

extension OpenedField {
  fileprivate func record<S: SealedRecord>(_ kind: S.Type) -> (any SealedRecord)? { [self].sealedRecord(kind) }
}
