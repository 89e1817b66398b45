import StrictJSON
import TalentDomain
import TalentInterface
import Transparency

/// One of those who look at the sealed world, and how they stand to what is in it: told from the programme's words, not from
/// the code that is tested.
struct DisclosureOnlooker: Sendable {
  let who: String
  /// The account of the operating system; nil for whoever runs the tests, an administrator of the configuration.
  let user: OSUser?
  let number: String
  let capacities: Set<Capacity>

  static let all: [DisclosureOnlooker] = [
    .init(who: "administrator", user: nil, number: "", capacities: [.administrator]),
    .init(who: "an employee of another centre", user: .daemon, number: Cast.otherEmployees[0], capacities: []),
    .init(who: "the participant", user: .games, number: SealedWorld.participant, capacities: []),
    .init(who: "the one who was refused", user: .irc, number: SealedWorld.refused, capacities: []),
    .init(who: "the immediate leader", user: .man, number: Cast.leader, capacities: [.leader]),
    .init(who: "the chief who nominated", user: .lp, number: Cast.chief, capacities: [.centreChief, .leader]),
    .init(who: "HR", user: .mail, number: Cast.hr, capacities: [.hr]),
    .init(who: "the assessor who is done", user: .news, number: SealedWorld.complete, capacities: [.assessor]),
    .init(who: "the assessor who is not", user: .bin, number: SealedWorld.blind, capacities: [.assessor]),
    .init(who: "the board", user: .uucp, number: Cast.board[0], capacities: [.board]),
    .init(who: "the secretary", user: .proxy, number: Cast.secretary, capacities: [.secretary]),
    .init(who: "the auditor", user: .www, number: Cast.auditor, capacities: [.auditor]),
    .init(who: "the DPO", user: .backup, number: Cast.dpo, capacities: [.dpo]),
    .init(who: "a nominee of HR", user: .sys, number: SealedWorld.ofHR, capacities: [.hr]),
    .init(
      who: "HR and board, with a conflict of interest", user: .list, number: SealedWorld.barredOfHR,
      capacities: [.board, .hr]),
  ]

  /// Towards a kind of record, in a state of the case.
  func vantage(_ kind: SealedKind, in state: SealedWorld.State) -> Vantage {
    var vantage = Vantage(capacities: capacities)
    if user != nil { vantage.capacities.insert(.employee) }
    let owner = SealedWorld.owner(of: kind)
    if owner == number { vantage.relations.insert(.subject) }
    if number == Cast.leader, let owner, Cast.employees.contains(owner) { vantage.relations.insert(.leader) }
    switch (kind, number) {
    case (.nominationForm, Cast.chief), (.assessmentRemark, SealedWorld.complete),
      (.entryReason, SealedWorld.participant):
      vantage.relations.insert(.author)
    default: break
    }
    let isScored = owner.map { ["110", "111", "117"].contains($0) } ?? false
    if capacities.contains(.assessor), isScored {
      vantage.relations.insert(.assessor)
      if number == SealedWorld.complete || state > .scoring { vantage.relations.insert(.fullAssessor) }
    }
    if number == SealedWorld.blind, state == .scoring { vantage.shields.insert(.blind) }
    if number == SealedWorld.ofHR || number == SealedWorld.participant || number == SealedWorld.refused {
      vantage.shields.insert(.nominee)
    }
    // Until the decision is made, whoever is barred from one case is shown nothing of it at all.
    let barred = [SealedWorld.participant, SealedWorld.refused, SealedWorld.withdrawn, SealedWorld.ineligible, number]
    let isBarred = state < .told || owner.map { barred.contains($0) } ?? (kind != .codeLink)
    if number == SealedWorld.barredOfHR, isBarred { vantage.shields.insert(.barred) }
    return vantage
  }
}

/// What somebody is shown, whatever they ask.
enum Looking {
  /// Every word that stands in any answer, those of disclosures decoded.
  static func text(
    _ onlooker: DisclosureOnlooker, on daemon: Talentd, at time: SimulatedTime, size: Int, entry: String?
  ) throws
    -> String
  {
    let asks = questions(at: time)
    var texts: [String] = []
    let ask: ([[UInt8]]) throws -> [JSON]
    if let user = onlooker.user {
      let relay = try Relay(daemon.socket, user)
      ask = { try $0.map { try JSON(parsing: relay.exchange($0)) } }
    } else {
      let socket = try RawSocket(daemon.socket)
      ask = { frames in
        try frames.map { frame in
          guard case .frame(let reply) = try socket.exchange(frame) else { throw Trouble("no reply") }
          return reply
        }
      }
    }
    for reply in try ask(asks) { collect(reply, into: &texts) }
    if let entry {
      let show = frame(ShowEntry.self, ["cohort": "2027", "entry": .string(entry)], time)
      for reply in try ask([show]) { collect(reply, into: &texts) }
    }
    let first = try ask([frame(ShowEvent.self, ["position": 0], time)])
    if first[0]["error"] == nil {
      let events = (0..<size).map { frame(ShowEvent.self, ["position": .integer(Int64($0))], time) }
      for reply in try ask(events) where reply["error"] == nil { collect(reply, into: &texts) }
    }
    return texts.joined(separator: "\n")
  }

  /// What the HR Centre hands out to somebody as their own part of the record.
  static func ownPart(of number: String, on daemon: Talentd, at time: SimulatedTime) throws -> String {
    var query = ExportBundle()
    (query.cohort, query.person) = ("2027", PersonRef(given: number))
    var ask = Ask<ExportBundle>()
    ask.query = query
    var simulation = Simulation()
    (simulation.actor, simulation.at) = (PersonRef(given: Cast.hr), time)
    ask.simulate = simulation
    var files: [UInt8] = []
    try daemon.connection().stream(
      "\(ExportBundle.area.interface).\(ExportBundle.method)", canonical: ask.canonical
    ) { reply in
      for file in reply["files"]?.array ?? [] { files += file["bytes"]?.string.flatMap { Base64.decode($0) } ?? [] }
      return true
    }
    var texts: [String] = []
    for line in String(decoding: files, as: UTF8.self).split(whereSeparator: \.isNewline) {
      if let json = try? JSON(parsing: Array(line.utf8)) { collect(json, into: &texts) }
    }
    return texts.joined(separator: "\n")
  }

  private static func questions(at time: SimulatedTime) -> [[UInt8]] {
    let cohort: [String: JSON] = ["cohort": "2027"]
    let people = [
      SealedWorld.participant, SealedWorld.refused, SealedWorld.leaver, SealedWorld.withdrawn, SealedWorld.ineligible,
    ]
    var frames = [
      frame(ListPeople.self, ["limit": 2000], time), frame(ListCentres.self, [:], time),
      frame(ListRoles.self, [:], time),
      frame(WhoAmI.self, [:], time), frame(ListDuties.self, [:], time), frame(ListLooks.self, [:], time),
    ]
    for list: any Query.Type in [
      ShowCohort.self, ListNominations.self, ShowMyCase.self, ListAssessments.self, ShowRanking.self,
      ShowSelection.self,
      ListSeats.self, ListLetters.self, ListEntries.self, ListDeviations.self, ListMentors.self, ListInternships.self,
      ListDialogues.self, ShowProgress.self,
    ] {
      frames.append(frame(list, cohort, time))
    }
    for number in people {
      let person = JSON.string(number)
      frames.append(frame(ShowPerson.self, ["person": person], time))
      for query: any Query.Type in [ShowNomination.self, ShowFeedback.self] {
        frames.append(frame(query, ["cohort": "2027", "nominee": person], time))
      }
      for query: any Query.Type in [ShowParticipant.self, ShowTimeline.self, ShowPlan.self] {
        frames.append(frame(query, ["cohort": "2027", "participant": person], time))
      }
      frames.append(frame(ExplainPerson.self, ["cohort": "2027", "person": person], time))
      for kind in LetterKind.allCases where kind.isAboutPerson {
        frames.append(
          frame(RenderLetter.self, ["cohort": "2027", "kind": .string(kind.rawValue), "person": person], time))
      }
    }
    for kind in LetterKind.allCases where !kind.isAboutPerson {
      frames.append(frame(RenderLetter.self, ["cohort": "2027", "kind": .string(kind.rawValue)], time))
    }
    return frames
  }

  private static func frame(_ query: any Query.Type, _ members: [String: JSON], _ time: SimulatedTime) -> [UInt8] {
    let parameters = JSON.object([
      JSON.Member(
        name: "query", value: .object(members.sorted { $0.key < $1.key }.map { .init(name: $0.key, value: $0.value) })),
      JSON.Member(name: "simulate", value: .object([JSON.Member(name: "at", value: .string(time.text))])),
    ])
    return Relay.frame("\(query.area.interface).\(query.method)", parameters.canonical())
  }

  /// Every string; what is base64url of a disclosure as its text besides.
  private static func collect(_ json: JSON, into texts: inout [String]) {
    switch json {
    case .string(let text):
      texts.append(text)
      if text.utf8.count > 20, let bytes = Base64URL.decode(text), bytes.first == UInt8(ascii: "[") {
        texts.append(String(decoding: bytes, as: UTF8.self))
      }
    case .array(let elements): for element in elements { collect(element, into: &texts) }
    case .object(let members):
      for member in members { collect(member.value, into: &texts) }
    default: break
    }
  }
}
