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
    return try looks(at: person)
  }

  /// Who looked at a person, by every id that the person has. Read from the stream `record`, so that it is always as the log
  /// is; one event a reader and day keeps that short.
  func looks(at person: Alias) throws -> LookList {
    let ids = Set([person] + scene.memory.cohorts.values.compactMap { $0.links.aliasOf[person] })
    var looks = Looks(at: ids)
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
