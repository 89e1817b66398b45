import StrictJSON
import TalentDomain
import TalentInterface
import Testing

struct AuditorTests {
  @Test func `an auditor sends no command that changes the programme, not even by somebody's delegation`() throws {
    try withVillage { village in
      let hr = try village.client("hr")
      var delegation = GrantDelegation()
      delegation.of = PersonRef(given: Cast.chief)
      delegation.to = PersonRef(given: Cast.auditor)
      try hr.send(delegation)
      let size = try hr.logSize()

      let auditor = try village.messenger("auditor")
      var filler = ShapeFiller(person: Cast.auditor)
      filler.dryRun = false
      for method in Methods.all where method.kind != .query {
        for behalf in [nil, Cast.chief] {
          let parameters = filler.parameters(of: method, behalf: behalf)
          let denied: Bool
          do {
            let answer = try auditor.call(method.fullName, canonical: parameters)
            let rows = answer["rows"]?.array ?? []
            denied = !rows.isEmpty && rows.allSatisfy { $0["kind"]?.string == RowOutcome.Kind.notPermitted.rawValue }
          } catch let error as ServiceError {
            denied = error.kind == .notPermitted
          }
          #expect(denied, "\(method.name), \(behalf.map { "on behalf of \($0)" } ?? "in the own name")")
        }
      }
      let written = try hr.trail(from: size).filter { $0.stream.value != "record" }
      #expect(written.map(\.summary).isEmpty)
    }
  }

  @Test func `whoever follows the log without taking more than one reply is told so`() throws {
    try withVillage { village in
      let frame = Relay.frame("dk.talentd.record.FollowLog", Array(#"{"query":{"follow":true}}"#.utf8))
      let reply = String(decoding: try village.relay(.www).exchange(frame), as: UTF8.self)
      #expect(reply == #"{"error":"org.varlink.service.ExpectedMore","parameters":{}}"#)
    }
  }

  @Test func `an auditor reads forms, trail and evidence, and leaves a trace of having done so`() throws {
    try withVillage { village in
      let auditor = try village.client("auditor")
      let size = try auditor.logSize()
      var query = ShowNomination()
      query.cohort = "2027"
      query.nominee = PersonRef(given: "110")
      let shown = try auditor.ask(query)
      #expect(shown.form?.answers.count == 5)
      #expect(try auditor.ask(ShowCheckpoint()).size > 0)
      let trail = try auditor.trail(from: size)
      #expect(trail.contains { $0.summary == "record access.given.v1" }, "\(trail.map(\.summary))")
    }
  }
}
