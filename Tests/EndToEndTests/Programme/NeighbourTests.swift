import StrictJSON
import TalentDomain
import TalentInterface
import Testing

/// Who sees what of a participant's year: over the socket, as really different users.
struct NeighbourTests {
  @Test func `each sees the own part of a participant's year, and another participant nothing`() throws {
    try withTalentd { daemon in
      let neighbours = try Neighbours(daemon)
      var query = ShowParticipant()
      query.cohort = "2027"
      query.participant = PersonRef(given: "110")
      let everything: [EntryKind] = [.gathering, .mentorMeeting, .dialogue, .internshipDay]
      let expected: [(OSUser, [EntryKind], [Track])] = [
        (Neighbours.participant, everything, Track.inOrder), (Neighbours.hr, everything, Track.inOrder),
        (Neighbours.auditor, everything, Track.inOrder), (Neighbours.dpo, everything, Track.inOrder),
        (Neighbours.leader, [.dialogue], [.dialogues]), (Neighbours.mentor, [.mentorMeeting], []),
        (Neighbours.host, [.internshipDay], []),
      ]
      for (user, kinds, tracks) in expected {
        let shown = try neighbours.by(user).ask(query)
        #expect(Set(shown.entries.map(\.kind)) == Set(kinds), "\(user.name)")
        #expect(shown.tracks.map(\.track) == tracks, "\(user.name)")
        var list = ListEntries()
        list.cohort = "2027"
        #expect(Set(try neighbours.by(user).ask(list).entries.map(\.entry.kind)) == Set(kinds), "\(user.name)")
      }
      for user in [Neighbours.otherParticipant, Neighbours.employee, Neighbours.board] {
        var list = ListEntries()
        list.cohort = "2027"
        #expect(try neighbours.by(user).ask(list).entries.isEmpty, "\(user.name)")
      }
    }
  }

  @Test func `a plan is read by the participant, the own leader and HR; a mentor sees the own pairs`() throws {
    try withTalentd { daemon in
      let neighbours = try Neighbours(daemon)
      var plan = ShowPlan()
      plan.cohort = "2027"
      plan.participant = PersonRef(given: "110")
      for user in [Neighbours.participant, Neighbours.leader, Neighbours.hr] {
        #expect(try neighbours.by(user).ask(plan).versions.first?.purpose == "Mere ansvar.", "\(user.name)")
      }
      var mentors = ListMentors()
      mentors.cohort = "2027"
      for user in [Neighbours.participant, Neighbours.mentor, Neighbours.hr, Neighbours.auditor] {
        #expect(try neighbours.by(user).ask(mentors).pairs.map(\.meetings) == [1], "\(user.name)")
      }
      #expect(try neighbours.by(Neighbours.otherParticipant).ask(mentors).pairs.isEmpty)
      for user in [Neighbours.leader, Neighbours.host, Neighbours.employee] {
        let error = #expect(throws: ServiceError.self, "\(user.name)") { try neighbours.by(user).ask(mentors) }
        #expect(error?.kind == .notFound, "\(user.name)")
      }
    }
  }

  @Test func `what one may not know of and what there is not get the same bytes`() throws {
    try withTalentd { daemon in
      let neighbours = try Neighbours(daemon)
      var list = ListEntries()
      list.cohort = "2027"
      let entries = try neighbours.by(Neighbours.hr).ask(list).entries.map(\.entry)
      let strangers = [Neighbours.otherParticipant, Neighbours.employee, Neighbours.board]
      for method in ["ShowParticipant", "ShowTimeline", "ShowPlan", "ShowCalendar"] {
        for user in strangers + (method == "ShowPlan" ? [Neighbours.mentor, Neighbours.host, Neighbours.auditor] : []) {
          let replies = try ["110", "999", Cast.hr].map {
            try neighbours.reply(to: user, method, JSON.Member(name: "participant", value: .string($0)))
          }
          #expect(Set(replies) == [Self.notFound], "\(user.name) asks \(method): \(Set(replies))")
        }
      }
      for entry in entries.map(\.id) + [Alias(bits: 99)] {
        for user in strangers {
          let reply = try neighbours.reply(
            to: user, "ShowEntry", JSON.Member(name: "entry", value: .string(entry.text)))
          #expect(reply == Self.notFound, "\(user.name)")
        }
      }
      // A mentor knows of the meetings, not of the dialogues.
      let dialogue = try #require(entries.first { $0.kind == .dialogue })
      let asked = JSON.Member(name: "entry", value: .string(dialogue.id.text))
      #expect(try neighbours.reply(to: Neighbours.mentor, "ShowEntry", asked) == Self.notFound)
    }
  }

  private static let notFound = #"{"error":"dk.talentd.programme.NotFound","parameters":{}}"#

  @Test func `the counterpart confirms, and the reason of a correction is for those whom it concerns`() throws {
    try withTalentd { daemon in
      let neighbours = try Neighbours(daemon)
      var list = ListEntries()
      (list.cohort, list.unconfirmed) = ("2027", true)
      let waiting = try neighbours.by(Neighbours.host).ask(list).entries
      let day = try #require(waiting.first?.entry)
      var confirm = ConfirmEntry()
      (confirm.cohort, confirm.entry) = ("2027", day.id)
      try neighbours.by(Neighbours.host).send(confirm)
      var correct = CorrectEntry()
      (correct.cohort, correct.entry) = ("2027", day.id)
      (correct.oldAmount, correct.oldDate, correct.amount) = (day.amount, day.date, Rational(1, 2))
      correct.reason = "Jeg var til tandlæge."
      try neighbours.by(Neighbours.participant).send(correct)
      var show = ShowEntry()
      (show.cohort, show.entry) = ("2027", day.id)
      for user in [Neighbours.participant, Neighbours.hr, Neighbours.auditor] {
        let shown = try neighbours.by(user).ask(show)
        #expect(shown.history.map(\.kind).filter { $0 != .deviated } == [.recorded, .confirmed, .corrected])
        #expect(shown.history.compactMap(\.reason) == ["Jeg var til tandlæge."], "\(user.name)")
      }
      let host = try neighbours.by(Neighbours.host).ask(show)
      #expect(host.history.map(\.kind) == [.recorded, .confirmed, .corrected])
      #expect(host.history.allSatisfy { $0.reason == nil })
      #expect(!host.entry.confirmed, "what was confirmed is not what stands now")
    }
  }
}

extension Neighbours {
  /// The bytes that a user gets to a question about the cohort.
  fileprivate func reply(to user: OSUser, _ method: String, _ member: JSON.Member) throws -> String {
    let query = JSON.object([JSON.Member(name: "cohort", value: "2027"), member])
    let parameters = JSON.object([JSON.Member(name: "query", value: query)]).canonical()
    return String(
      decoding: try relay(user).exchange(Relay.frame("dk.talentd.programme.\(method)", parameters)), as: UTF8.self)
  }
}
