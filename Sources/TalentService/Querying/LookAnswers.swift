import EventLog
import History
import Leaves
import Projections
import TalentDomain

// Who looked at somebody's data: everybody may ask it of oneself, and those who answer for the data of anybody.
extension Answering {
  func looks(_ query: ListLooks) throws -> LookList? {
    let person = query.person?.person ?? scene.caller.person
    guard person != .none, person == scene.caller.person || scene.viewer(in: nil).seesLooks,
      scene.memory.organisation.knows(person)
    else { return nil }
    return try looks(at: person, isOwn: person == scene.caller.person)
  }

  /// Who looked at a person, by every id that the person has. Read from the stream `record`, so that it is always as the log
  /// is; one event a reader and day keeps that short.
  private func looks(at person: Alias, isOwn: Bool) throws -> LookList {
    let cases = scene.memory.cohorts.compactMap { code, cohort in
      cohort.links.aliasOf[person].map { CasePart(cohort: code, alias: $0, state: cohort.state) }
    }
    var looks = Looks(
      at: Set([person] + cases.map(\.alias)),
      hiding: isOwn ? Set(cases.filter(\.isUntold).map(\.cohort)) : [])
    var wanted = TrailQuery()
    wanted.stream = Stream.record
    wanted.type = Looks.types
    wanted.end = scene.size
    wanted.limit = TrailQuery.highestLimit
    while true {
      let page = try daemon.views.reader().trail(wanted)
      for row in page.rows {
        let bytes = try scene.reader.leaf(at: row.position)
        try bytes.withUnsafeBytes { bytes in
          let leaf = try Leaf(bytes, position: row.position)
          looks.take(try fact(of: leaf), try Header(leaf))
        }
      }
      guard let next = page.next else { return looks.list }
      wanted.from = next
    }
  }
}
