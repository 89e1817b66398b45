import EventLog
import History
import Projections
import Synchronization
import TalentDomain

/// What a replay opens for one viewer: sealed records by the table of `Disclosing`, as anywhere else, and whose they were is
/// remembered. Who is behind an alias the service itself knows, and shows nobody.
final class ViewerKnowledge: ReplayKnowledge, Sendable {
  private let reader: LogReader
  private let viewer: Viewer
  private let links: LinkIndex
  private let stream: String
  private let shown = Mutex<[String: Set<Alias>]>([:])

  init(_ reader: LogReader, _ viewer: Viewer, _ links: LinkIndex, _ stream: String) {
    self.reader = reader
    self.viewer = viewer
    self.links = links
    self.stream = stream
  }

  /// Whose data was opened, by stream.
  var accesses: [(stream: String, people: [Alias])] {
    shown.withLock { $0.sorted { $0.key < $1.key }.map { (stream: $0.key, people: $0.value.sorted()) } }
  }

  func beside(_ position: Int, _ kinds: [any SealedRecord.Type], count: Int, about: Alias?) -> SealedBeside {
    let wanted = Set(kinds.map { $0.audience })
    let allowed = wanted.filter { Disclosing.mayShow($0, to: viewer, about: about, author: nil) }
    var beside = SealedBeside()
    beside.isWithheld = allowed.count < wanted.count
    let audiences = Audiences.only(Set(allowed.map(\.rawValue)))
    guard let fields = try? reader.opened(position: position, audiences: audiences) else {
      beside.isWithheld = true
      return beside
    }
    for field in fields {
      if field.content == .withheld(.erased) { beside.isErased = true }
      beside.records += kinds.compactMap { field.record($0) }
    }
    if !beside.records.isEmpty { note(about, kinds) }
    return beside
  }

  func person(behind alias: Alias) -> PersonBehind { links.person(behind: alias).map { .known($0) } ?? .erased }

  /// Accounts are of the organisation's stream, and all else that rules look at of the cohort's.
  private func note(_ about: Alias?, _ kinds: [any SealedRecord.Type]) {
    let stream = kinds.contains { $0 == AccountBinding.self } ? Stream.organisation : stream
    _ = shown.withLock { $0[stream, default: []].insert(about ?? .organisation) }
  }
}

extension OpenedField {
  fileprivate func record<S: SealedRecord>(_ kind: S.Type) -> (any SealedRecord)? { [self].sealedRecord(kind) }
}
