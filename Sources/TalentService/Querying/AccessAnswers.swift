import EventLog
import Letters
import Projections
import TalentDomain
import TalentInterface
import Varlink

// The way of an access document: who may → gather all that there is of one person → record that it is given → hand it over
// in parts.
extension Daemon {
  func giveAccess(
    _ query: GiveAccessDocument, _ question: Question, _ call: VarlinkCall, _ scene: Scene, _ reply: ReplySink
  ) async throws {
    guard call.more else { return await reply.expectedMore() }
    // What somebody is given is the record as it is: an earlier state of it is for queries.
    guard question.at == nil else { throw Refusal.invalid(Fault(.unknownMember, at: ["at"])) }
    let person = try subject(of: scene.resolved(query), scene)
    let document = try await offEventLoop { [log, zone, settings] in
      let gathering = try AccessGathering(of: person, scene.memory, log.reader(), zone)
      try gathering.check(scene.caller.person)
      let plan = RetentionPlan(of: person, scene.memory.organisation, cases: gathering.parts, on: scene.today)
      var document = gathering.document(plan, on: scene.today)
      let name = scene.memory.names.people[person]
      document.name = name?.name
      document.number = name?.number
      let controller = DataController(settings.sender)
      document.controller = controller
      document.sections = AccessSection.all(controller)
      return document
    }
    let given = Proposal(AccessDocumentGiven(person: person), subject: person)
    _ = try await writer.submit(.record(actor: scene.caller.person, [given], at: question.simulate?.at))
    let parts = document.parts(of: AccessParts.limit)
    for part in parts.dropLast() { try await reply.continues(canonical: part.canonical) }
    await reply.reply(canonical: (parts.last ?? document).canonical)
  }

  /// Oneself, or whomever the officer or HR asks for; to all others nobody else is there.
  private func subject(of query: GiveAccessDocument, _ scene: Scene) throws(Refusal) -> Alias {
    let own = scene.caller.person
    let person = query.person.map(\.person) ?? own
    guard person == own || scene.answersForData, scene.memory.organisation.knows(person) else { throw .notFound }
    return person
  }
}

extension AccessGathering {
  /// A case that is closed to somebody is closed in this way too: whoever has a conflict of interest, is nominated to the same
  /// cohort or has points left to give.
  func check(_ receiver: Alias) throws(Refusal) {
    guard receiver != person else { return }
    let isClosed = parts.contains { part in
      guard let alias = links[part.cohort]?.aliasOf[receiver] else { return false }
      return !part.state.shields(alias, from: part.alias).isEmpty
    }
    guard isClosed else { return }
    throw .rule(
      Finding(
        .r19,
        Bilingual(
          da: "En sag, som dokumentet gengiver, er lukket for dig: du er inhabil, selv indstillet eller bedømmer.",
          en: "A case in the document is closed to you: you have a conflict of interest, are nominated or assess."),
        remedy: Bilingual(
          da: "En anden i HR-Centret eller databeskyttelsesrådgiveren udleverer dokumentet.",
          en: "Somebody else of the HR Centre or the data-protection officer hands out the document.")))
  }
}

enum AccessParts {
  /// Bytes of the rows of one reply. A row is at most a form with its five answers.
  static let limit = 256 << 10
}

extension AccessDocument {
  /// The document cut into replies: the first with all but the long lists, the others with more of these.
  func parts(of limit: Int) -> [AccessDocument] {
    var parts: [AccessDocument] = []
    var part = self
    part.acts = []
    part.looks = []
    part.pieces = []
    part.withheld = []
    var room = limit
    func add<Row: Record>(_ rows: [Row], _ list: WritableKeyPath<AccessDocument, [Row]>) {
      for row in rows {
        let size = row.canonical.count
        if size > room || part[keyPath: list].count == [Row].limit {
          parts.append(part)
          part = AccessDocument()
          room = limit
        }
        part[keyPath: list].append(row)
        room -= size
      }
    }
    add(pieces, \.pieces)
    add(acts, \.acts)
    add(looks, \.looks)
    add(withheld, \.withheld)
    return parts + [part]
  }
}

extension DataController {
  init(_ sender: LetterSender) {
    self.init()
    address = sender.address
    dataProtectionOfficer = sender.dataProtectionOfficer
    email = sender.email
    name = sender.municipality
    phone = sender.phone
    unit = sender.unit
  }
}
