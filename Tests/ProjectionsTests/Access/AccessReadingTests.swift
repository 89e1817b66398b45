import EventWords
import StrictJSON
import TalentDomain
import Testing

@testable import Projections

struct AccessReadingTests {
  private static let person = Alias(bits: 1001)
  private static let alias = Alias(bits: 2001)
  private static let official = Alias(bits: 3001)
  private static let other = Alias(bits: 4001)
  private static let day = CivilDate("2029-01-01") ?? .blank

  /// A cohort in which the person was nominated, and told or not.
  private static func cohort(told: Bool) -> CasePart {
    var cohort = Cohort()
    cohort.setup.opened = 0
    cohort.setup.code = "2027"
    cohort.setup.title = "Talentforløb 2027"
    for (id, nominee) in [(Alias(bits: 91), alias), (Alias(bits: 92), other)] {
      cohort.nominations.forms[id] = Nomination(
        id: id, nominee: nominee, chief: official, status: .eligible, handedIn: .blank, position: 1, centre: .none,
        workplace: .none, profession: .none, field: .own, priority: nil)
      cohort.nominations.order.append(id)
      cohort.nominations.live[nominee] = id
    }
    if told { cohort.selection.notified[alias] = day }
    return CasePart(cohort: "2027", alias: alias, state: cohort)
  }

  private func document(_ events: [PlantedEvent], told: Bool) throws -> AccessDocument {
    var reading = AccessReading(
      of: AccessReadingTests.person, in: [AccessReadingTests.cohort(told: told)], names: PlainNames())
    for planted in events { try reading.take(planted.event) { planted.sealed } }
    return reading.document(on: AccessReadingTests.day)
  }

  private func text(_ document: AccessDocument) -> String { String(decoding: document.canonical, as: UTF8.self) }

  /// Every type of event, about the person or about another.
  private func everything(
    about subject: Alias, owner: Alias, seed: Int = 0,
    where wanted: (EventType) -> Bool = { _ in true }
  ) throws -> [PlantedEvent] {
    var seed = seed
    return try EventType.all.values.sorted { $0.name < $1.name }.filter(wanted).map { type in
      let isOfCohort = FactRegistry.cohortFolds[type.name] != nil
      let isOwn = subject == AccessReadingTests.alias
      let isByActor = AccessTreatment.isByActor(type.name)
      return try PlantedEvent(
        type, own: isOwn && !isOfCohort ? AccessReadingTests.person : subject, official: AccessReadingTests.official,
        owner: owner, seed: &seed, cohort: "2027",
        // Some facts name nobody, and whom they are about stands beside them.
        subject: type.facts.members.contains {
          $0.shape == .alias && WordTable.labels.entry(type.facts.name, $0.name)?.kind == .person
        }
          || AccessTreatment.aboutNobody.contains(type.name) ? nil : subject,
        actor: isByActor && isOwn ? AccessReadingTests.person : nil)
    }
  }

  @Test func `every type of event stands in one of the tables`() {
    for name in EventType.all.keys {
      let isAbout = AccessTreatment.of(name) != nil
      let isElsewhere = AccessTreatment.aboutNobody.contains(name) || AccessTreatment.looks.contains(name)
      #expect(isAbout != isElsewhere, "\(name)")
    }
  }

  @Test func `whatever is sealed about a person is told, word for word`() throws {
    let planted = try everything(about: AccessReadingTests.alias, owner: AccessReadingTests.person)
    let document = try document(planted, told: true)
    let text = text(document)
    var found: Set<String> = []
    for event in planted where AccessTreatment.of(event.event.type.name) != nil {
      for (name, words) in event.words {
        // An answer stands under its question, and is not numbered besides.
        for (member, word) in words where member != "AnswerGiven.number" {
          #expect(text.contains(word), "\(event.event.type.name): \(member)")
        }
        found.insert(name)
      }
    }
    // What is sealed beside events about nobody is nobody's: the board's grounds and where papers are.
    let kinds = Set(SealedKind.allCases.map(\.rawValue)).subtracting([
      PersonLink.name, CodeLink.name, BoardGround.name, PaperReference.name,
    ])
    #expect(found == kinds)
  }

  @Test func `whatever facts say of a person is told, but what only machines read`() throws {
    let planted = try everything(about: AccessReadingTests.alias, owner: AccessReadingTests.person)
    let text = text(try document(planted, told: true))
    // Ids of forms and entries, positions, versions of formats; and what the sealed form beside it says anyway.
    let silent: Set<String> = [
      "AnswerGiven.number", "BundleExported.streams", "CommandRefused.stream", "EntryCorrected.target",
      "EntryVoided.target",
      "AssessmentRevised.target", "AssessmentVoided.target", "NominationAmended.replaces", "SelectionProposal.number",
      "RankingComputed.algorithm", "StreamEnd.count", "StreamEnd.stream", "RankingTie.first", "RankingTie.kind",
      "RankingTie.last", "RankingSpread.nominees", "RankingSpread.professions", "RankingSpread.workplaces",
      "ErasureCover.position",
    ]
    for event in planted where AccessTreatment.of(event.event.type.name) != nil {
      for (member, shown) in event.facts where !silent.contains(member) && !member.hasSuffix(".cohort") {
        #expect(text.contains(shown), "\(event.event.type.name): \(member)")
      }
    }
  }

  @Test func `nothing sealed under another's key is told, and that it is left out is`() throws {
    let planted = try everything(about: AccessReadingTests.alias, owner: AccessReadingTests.other)
    let document = try document(planted, told: true)
    let text = text(document)
    for event in planted {
      for (name, words) in event.words where name != MinutesReference.name {
        for (_, word) in words where word.hasPrefix("plantet") {
          #expect(!text.contains(word), "\(event.event.type.name): \(name)")
        }
        guard AccessTreatment.of(event.event.type.name) != nil else { continue }
        let label = WordTable.labels.words("", name).da
        #expect(document.withheld.contains { $0.title.value == label && !$0.why.value.isEmpty }, "\(name)")
      }
    }
  }

  @Test func `nothing about another is told, by whichever event`() throws {
    let planted = try everything(about: AccessReadingTests.other, owner: AccessReadingTests.other) {
      // Steps in the judging of all are told of to everybody who was judged, without what is of others.
      !AccessTreatment.ofAllNominees.contains($0.name) && $0.name != "\(BundleExported.type)"
    }
    let document = try document(planted, told: true)
    #expect(document.pieces.map(\.type.value) == [])
    #expect(!text(document).contains("plantet"))
    #expect(!text(document).contains(AccessReadingTests.other.text))
  }

  @Test func `no other candidate is named, nor is whoever declared a conflict, but officials are`() throws {
    var seed = 0
    var names = PlainNames()
    names.people = [AccessReadingTests.other: "Kandidat Nielsen", AccessReadingTests.official: "Bedømmer Berg"]
    var reading = AccessReading(
      of: AccessReadingTests.person, in: [AccessReadingTests.cohort(told: true)], names: names)
    for type in [
      "\(ConflictDeclared.type)", "\(AssessmentScored.type)", "\(WorkGroupFormed.type)", "\(SelectionProposed.type)",
    ] {
      let event = try PlantedEvent(
        try #require(EventType.all[type]), own: AccessReadingTests.alias, official: AccessReadingTests.official,
        owner: AccessReadingTests.person, seed: &seed, cohort: "2027", actor: AccessReadingTests.other)
      try reading.take(event.event) { event.sealed }
    }
    let document = reading.document(on: AccessReadingTests.day)
    #expect(document.pieces.count == 4)
    #expect(!text(document).contains("Kandidat Nielsen"))
    #expect(text(document).contains("Bedømmer Berg"))
    let conflict = document.pieces.filter { $0.type.value == "\(ConflictDeclared.type)" }
    #expect(conflict.count == 1)
    #expect(!String(decoding: conflict[0].canonical, as: UTF8.self).contains("Bedømmer Berg"))
  }

  @Test func `until a person has been told, the document does not depend on how the case is judged`() throws {
    let always = try everything(about: AccessReadingTests.alias, owner: AccessReadingTests.person) {
      AccessTreatment.of($0.name)?.isEmbargoed == false
    }
    let judged = try everything(about: AccessReadingTests.alias, owner: AccessReadingTests.person, seed: 5000) {
      AccessTreatment.of($0.name)?.isEmbargoed == true
    }
    #expect(judged.count > 40)
    // Nor does it count where the own id stands among those of others' offices, as a leader's nominee's does.
    let mentioned = try ["\(SelectionProposed.type)", "\(TieResolved.type)"].map { type in
      var seed = 9000
      return try PlantedEvent(
        try #require(EventType.all[type]), own: AccessReadingTests.other, official: AccessReadingTests.alias,
        owner: AccessReadingTests.other, seed: &seed, cohort: "2027", actor: AccessReadingTests.official)
    }
    #expect(try document(always + mentioned, told: false).canonical == document(always, told: false).canonical)
    let without = try document(always, told: false)
    let with = try document(always + judged, told: false)
    #expect(with.canonical == without.canonical)
    #expect(without.withheld.count == 1)
    #expect(try document(always + judged, told: true).pieces.count > with.pieces.count + 40)
  }

  @Test func `what somebody did for others is counted, and tells nothing of them`() throws {
    var seed = 0
    var reading = AccessReading(
      of: AccessReadingTests.person, in: [AccessReadingTests.cohort(told: true)], names: PlainNames())
    for _ in 0..<7 {
      let event = try PlantedEvent(
        try #require(EventType.all["\(AssessmentScored.type)"]), own: AccessReadingTests.other,
        official: AccessReadingTests.alias, owner: AccessReadingTests.other, seed: &seed, cohort: "2027",
        actor: AccessReadingTests.alias)
      try reading.take(event.event) { event.sealed }
    }
    let document = reading.document(on: AccessReadingTests.day)
    #expect(document.acts.map(\.count) == [7])
    #expect(document.pieces.isEmpty)
    #expect(!text(document).contains("plantet"))
  }

  @Test func `the own word on a conflict of one's own is told, and not in whose case`() throws {
    var seed = 0
    var reading = AccessReading(
      of: AccessReadingTests.person, in: [AccessReadingTests.cohort(told: false)], names: PlainNames())
    let event = try PlantedEvent(
      try #require(EventType.all["\(ConflictDeclared.type)"]), own: AccessReadingTests.other,
      official: AccessReadingTests.alias, owner: AccessReadingTests.person, seed: &seed, cohort: "2027",
      subject: AccessReadingTests.other, actor: AccessReadingTests.alias)
    try reading.take(event.event) { event.sealed }
    let document = reading.document(on: AccessReadingTests.day)
    let words = try #require(event.words[ConflictReasons.name])
    for (_, word) in words { #expect(text(document).contains(word)) }
    #expect(!text(document).contains(AccessReadingTests.other.text))
  }

  @Test func `what is erased is said to be`() throws {
    var seed = 0
    var reading = AccessReading(
      of: AccessReadingTests.person, in: [AccessReadingTests.cohort(told: true)], names: PlainNames())
    let event = try PlantedEvent(
      try #require(EventType.all["\(NominationSubmitted.type)"]), own: AccessReadingTests.alias,
      official: AccessReadingTests.official, owner: AccessReadingTests.person, seed: &seed, cohort: "2027")
    try reading.take(event.event) { [AccessSealed(owner: nil, name: nil, value: nil)] }
    let document = reading.document(on: AccessReadingTests.day)
    #expect(document.withheld.contains { $0.why.value.contains("slettet") })
  }

  @Test func `no id, no digest and no name of the format stands among the words`() throws {
    let planted = try everything(about: AccessReadingTests.alias, owner: AccessReadingTests.person)
    let document = try document(planted, told: true)
    let shown = document.pieces.flatMap { piece in
      [piece.title.value, piece.from.value] + piece.fields.flatMap { [$0.label.value, $0.value?.value ?? ""] }
    }
    for words in shown {
      #expect(!words.contains("47DEQpj8HBSa"), "\(words)")
      #expect(!words.contains(AccessReadingTests.alias.text), "\(words)")
    }
    // Labels are Danish: no member's own name is left.
    let names = Set(EventType.all.values.flatMap { $0.facts.members.map(\.name) })
    let labels = Set(document.pieces.flatMap { $0.fields.map(\.label.value) })
    #expect(labels.intersection(names.filter { $0.contains { $0.isUppercase } }) == [])
  }
}
