import CivilTime
import EventLog
import History
import Leaves
import Letters
import Projections
import TalentDomain
import TalentInterface
import Transparency

// Letters: what they say comes from the projection, their words from the municipality's templates, and that one was rendered
// goes on record before anybody gets it.
extension Daemon {
  /// The way of a letter: set the scene → project → open names → render → record → reply.
  func render(
    _ query: RenderLetter, _ question: Question, _ answering: Answering
  ) async throws -> LetterShown {
    let scene = answering.scene
    var (letter, subject) = try answering.letter(scene.resolved(query), asOf: question.at)
    var filler = NameFiller(scene.memory, cohort: query.cohort, scene.sight)
    try letter.resolve(&filler)
    // Somebody whose name has been erased gets no more letters.
    if letter.head.recipient != nil, letter.head.recipient?.name == nil { throw Refusal.notFound }
    let (html, template) = try letters.render(letter)
    guard html.unicodeScalars.count <= Document.limit else {
      throw Refusal.invalid(Fault(.tooLong(limit: Document.limit), at: ["html"]))
    }
    var fact = LetterRendered()
    fact.cohort = query.cohort
    fact.kind = query.kind
    fact.subject = subject
    fact.template = template
    guard let owner = subject.map({ scene.personBehind($0, in: query.cohort) }) ?? .organisation else {
      throw Refusal.notFound
    }
    let reply = try await writer.submit(
      .letter(
        LetterRendering(
          actor: scene.caller.person, fact: fact, owner: owner, html: Array(html.utf8),
          at: question.simulate?.at)))
    guard case .rendered(let recorded, let position) = reply else { throw Refusal.notFound }
    var shown = LetterShown()
    shown.digest = recorded.digest
    shown.html = Document(html)
    shown.kind = query.kind
    shown.person = subject.map { Person($0) }
    shown.position = scene.viewer(in: query.cohort).seesPositions ? position : nil
    shown.template = template
    return shown
  }
}

extension Answering {
  /// What a letter says, and whom it is about.
  func letter(_ query: RenderLetter, asOf: AsOf?) throws -> (Letter, subject: Alias?) {
    guard let reading = try letterReading(query.cohort, asOf: asOf) else { throw Refusal.notFound }
    let letter = try reading.letter(query)
    return (letter, letter.head.recipient?.id)
  }

  func letters(_ query: ListLetters) throws -> LetterList? {
    guard let reading = try letterReading(query.cohort) else { return nil }
    var list = LetterList()
    let rendered = try rendered(query.cohort, reading)
    list.rendered = Array(rendered.suffix(LetterList.limit))
    let due = reading.due
    list.due = due.map { kind, person in
      var line = LetterDue()
      line.kind = kind
      line.person = person.map { Person($0) }
      line.rendered = rendered.count { $0.kind == kind && $0.person?.id == person }
      return line
    }
    list.kinds = LetterKind.inOrder.map { kind in
      var line = LetterKindLine()
      line.due = due.count { $0.kind == kind }
      line.fault = daemon.letters.fault(of: kind)
      line.kind = kind
      return line
    }
    return list
  }

  /// Which renderings had exactly these bytes: tried under the key of everybody whom a rendering is about that the asker may
  /// know of.
  func check(_ query: CheckLetter) throws -> LetterChecked? {
    guard let reading = try letterReading(query.cohort) else { return nil }
    let html = Array(query.html.value.utf8)
    var digests: [LetterOwner: Set<Digest>] = [:]
    var checked = LetterChecked()
    checked.rendered = try rendered(query.cohort, reading).filter { line in
      let owner = line.person.map { scene.personBehind($0.id, in: query.cohort) } ?? .organisation
      // An erased person's letters are no longer checkable.
      guard let owner else { return false }
      let key = LetterOwner(person: owner, retention: line.kind.retention)
      let possible = try digests[key] ?? hmacs(html, key)
      digests[key] = possible
      return possible.contains(line.digest)
    }
    return checked
  }

  private func hmacs(_ html: [UInt8], _ owner: LetterOwner) throws -> Set<Digest> {
    let hmacs = try scene.reader.hmacs(html, subject: owner.person.bits, retention: owner.retention.rawValue)
    return Set(hmacs.compactMap { Digest(Base64URL.encode($0)) })
  }

  private func letterReading(_ code: Code, asOf: AsOf? = nil) throws -> LetterReading<VaultOpener>? {
    guard let reading = try reading(code) else { return nil }
    return LetterReading(
      reading, try Folding.letterGrounds(code, scene.reader, upTo: scene.end), today: scene.today,
      asOf: asOf.map { moment(of: $0) })
  }

  /// Which earlier state a letter shows, in its own words.
  private func moment(of asOf: AsOf) -> Line {
    guard let time = asOf.time else { return Line("hændelse nr. \(asOf.position ?? 0)") }
    let local = daemon.zone.local(time)
    return Line("\(local.date.danish) kl. \(local.time.text.prefix(5).replacing(":", with: "."))")
  }

  /// The renderings of a cohort's letters that the asker may know of, the oldest first.
  private func rendered(_ code: Code, _ reading: LetterReading<VaultOpener>) throws -> [LetterLine] {
    let seesPositions = scene.viewer(in: code).seesPositions
    var lines: [LetterLine] = []
    var wanted = TrailQuery()
    wanted.stream = Stream.record
    wanted.type = "\(LetterRendered.type)"
    wanted.end = scene.size
    wanted.limit = TrailQuery.highestLimit
    while true {
      let page = try daemon.views.reader().trail(wanted)
      for row in page.rows {
        let bytes = try scene.reader.leaf(at: row.position)
        let event = try bytes.withUnsafeBytes { try fact(of: Leaf($0, position: row.position)) }
        guard let fact = event as? LetterRendered, fact.cohort == code,
          reading.sees(fact.kind, about: fact.subject ?? .none)
        else { continue }
        lines.append(LetterLine(fact, row, position: seesPositions ? row.position : nil))
      }
      guard let next = page.next else { return lines }
      wanted.from = next
    }
  }
}

extension LetterList {
  /// So many renderings are listed, the latest.
  fileprivate static let limit = 500
}

/// Whose key a letter's digest was made with.
private struct LetterOwner: Hashable {
  let person: Alias
  let retention: RetentionClass
}

extension LetterLine {
  fileprivate init(_ fact: LetterRendered, _ row: AuditRow, position: Int?) {
    self.init()
    by = Person(row.actor)
    digest = fact.digest
    kind = fact.kind
    person = fact.subject.map { Person($0) }
    self.position = position
    recorded = row.recorded
    template = fact.template
  }
}

extension Scene {
  /// The person behind an alias of a cohort, by the organisation's id; nil once the link is erased.
  fileprivate func personBehind(_ alias: Alias, in cohort: Code) -> Alias? {
    memory.cohorts[cohort]?.links.person(behind: alias)
  }
}
