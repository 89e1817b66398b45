import EventLog
import Leaves
import TalentDomain

extension CommandDecider {
  /// The cohorts in which somebody is known: those beside whose events a link of that person is sealed.
  func cases(of person: Alias) -> [CasePart] {
    let reader = desksLog.reader()
    guard let fields = try? reader.sealedFields(subject: person.bits) else { return [] }
    var codes: Set<Code> = []
    for field in fields where field.audience == Audience.link.rawValue {
      let stream = try? reader.leaf(at: field.position).withLeaf(at: field.position) { $0.stream }
      if let code = stream.flatMap(Stream.cohort) { codes.insert(code) }
    }
    return live.cohortCodes.filter(codes.contains).compactMap { code in
      try? warm(code)
      guard let cohort = live.cohorts[code], let alias = cohort.links.aliasOf[person] else { return nil }
      return CasePart(cohort: code, alias: alias, state: cohort.state)
    }
  }
}
