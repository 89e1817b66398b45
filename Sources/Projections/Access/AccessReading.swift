internal import EventWords
internal import StrictJSON
package import TalentDomain

/// The numbers of chapters, in their order. Those of a case come once a cohort.
private enum Number {
  static let register = 1
  static let access = 2
  static func of(_ cohort: Int, _ part: Int) -> Int { 10 + cohort * 3 + part }
  static let conduct = 1000
  static let record = 1001
}

private struct ActKey: Hashable {
  let type: String
  let cohort: Code?
}

/// Everything that the record knows of one person, gathered event by event for an access document (GDPR art. 15).
///
/// What is sealed under the person's own key is told whole. What others have a right to is left out, and said to be. How a
/// case is judged is told once the person has been told how it ended: until then nothing here depends on it, not even what
/// is said to be left out.
package struct AccessReading<Names: AccessNames> {
  private let person: Alias
  private let cohorts: [Code: CasePart]
  private let order: [Code]
  private let names: Names
  private let own: Set<Alias>
  private var pieces: [AccessPiece] = []
  private var acts: [ActKey: AccessAct] = [:]
  private var withheld: [AccessWithheld] = []
  private var kept: Set<RetentionClass> = []
  private var lastEmployment: AccessPiece?

  /// - Parameters:
  ///   - person: by the organisation's id.
  ///   - cohorts: those in which the person has an alias, in the order in which they were opened.
  package init(of person: Alias, in cohorts: [CasePart], names: Names) {
    self.person = person
    self.cohorts = Dictionary(uniqueKeysWithValues: cohorts.map { ($0.cohort, $0) })
    order = cohorts.map(\.cohort)
    self.names = names
    own = Set([person] + cohorts.map(\.alias))
  }

  /// Takes one event, in the order of the log.
  /// - Parameter sealed: opens what stands beside it; asked only where the event has to do with the person.
  package mutating func take(_ event: AccessEvent, sealed: () throws -> [AccessSealed]) throws {
    guard !AccessTreatment.looks.contains(event.type.name) else { return count(event) }
    let cohort = event.cohort.flatMap { cohorts[$0] }
    let isAbout = isAbout(event, cohort)
    guard isAbout || acted(event) || mentions(event) else { return }
    let beside = try sealed()
    let ofOwn = beside.filter { $0.owner == person && $0.name != PersonLink.name }
    guard isAbout || !ofOwn.isEmpty, let treatment = AccessTreatment.of(event.type.name) else { return count(event) }
    // The person's own word of oneself, in a matter of another, is no secret of that matter.
    if isAbout, treatment.isEmbargoed, cohort?.isToldOfOwnCase != true { return }
    tell(event, treatment, cohort, beside, isAbout: isAbout)
    if !isAbout { count(event) }
  }

  /// The document, without what the service adds: looks, classes, sections and the person's name.
  package func document(on day: CivilDate) -> AccessDocument {
    var document = AccessDocument()
    document.made = day
    document.chapters = chapters
    document.pieces = pieces.enumerated().sorted { one, other in
      (one.element.chapter, one.element.date, one.offset) < (other.element.chapter, other.element.date, other.offset)
    }.map(\.element)
    document.acts = acts.values.sorted { ($0.first, $0.title.value) < ($1.first, $1.title.value) }
    document.withheld = withheld + standing
    document.summary = summary.map { Text($0) }
    return document
  }

  /// A look, in words. Of a case that has not been told of, only that it was looked at on that day: which query it was, and
  /// how often, could say how far the judging has come.
  package func look(_ line: LookLine) -> AccessLook {
    var look = AccessLook()
    look.day = line.day
    look.by = Line(reader(line.reader.id))
    let cohort = line.cohort.flatMap { cohorts[$0] }
    let place = cohort.map { " · \($0.state.setup.title.value)" } ?? ""
    let isOpen = cohort.map { !$0.isNominee || $0.isToldOfOwnCase } ?? true
    look.count = isOpen ? line.count : nil
    let what = isOpen ? line.method.map { names.method($0.value) } : nil
    look.what = Text((what ?? (cohort == nil ? "Opslag i registret" : "Opslag i din sag")) + place)
    return look
  }

  private func reader(_ alias: Alias) -> String {
    if alias == .administrator { return "en systemadministrator" }
    return names.person(alias, in: nil) ?? "en ansat, hvis oplysninger er slettet"
  }

  /// Whether a case of the person's has not been told of yet.
  var waits: Bool { cohorts.values.contains { $0.isNominee && !$0.isToldOfOwnCase } }

  func title(of cohort: Code) -> String? { cohorts[cohort]?.state.setup.title.value }

  /// The classes of which something is told.
  package var classes: [RetentionClass] {
    let all = kept.union(pieces.isEmpty ? [] : [.link])
    return RetentionClass.inOrder.filter(all.contains)
  }
}

// MARK: What concerns the person

extension AccessReading {
  private func isAbout(_ event: AccessEvent, _ cohort: CasePart?) -> Bool {
    // Some are filed under whoever acts in an office, and are about others.
    if let subject = event.header.subject, own.contains(subject),
      event.type.name != "\(AssessorAssigned.type)"
    {
      return true
    }
    if AccessTreatment.isByActor(event.type.name) { return own.contains(event.header.actor) }
    if AccessTreatment.ofAllNominees.contains(event.type.name) { return cohort?.isNominee == true }
    // Whole bundles hold the data of everybody who was nominated.
    if event.type.name == "\(BundleExported.type)" {
      return event.facts["person"] == nil
        ? cohort?.isNominee == true : event.facts.alias("person").map(own.contains) == true
    }
    // What is said of an entry, such as a meeting of a work group, is said of all whose entry it is.
    if let entry = event.facts.alias("entry").flatMap({ cohort?.state.programme.entries[$0] }),
      entry.participants.contains(where: own.contains)
    {
      return true
    }
    return AccessMention.candidates(event.facts, event.type.facts).contains(where: own.contains)
  }

  private func acted(_ event: AccessEvent) -> Bool {
    own.contains(event.header.actor) || event.header.behalf.map(own.contains) == true
  }

  private func mentions(_ event: AccessEvent) -> Bool {
    AccessMention.all(event.facts, event.type.facts).contains(where: own.contains)
  }
}

// MARK: Telling

extension AccessReading {
  private mutating func tell(
    _ event: AccessEvent, _ treatment: AccessTreatment, _ cohort: CasePart?, _ beside: [AccessSealed],
    isAbout: Bool
  ) {
    let effective = names.local(event.header.effective).date
    var fields = AccessFields(own: own, names: names, cohort: cohort, day: effective)
    fields.members(of: event.facts, event.type.facts)
    for field in beside { tell(field, event, treatment, &fields, isAbout: isAbout) }
    var piece = AccessPiece()
    piece.chapter = chapter(isAbout ? treatment.chapter : .conduct, event.cohort)
    piece.type = Line(event.type.name)
    piece.title = Text(isAbout ? treatment.title : event.type.purpose.da)
    piece.date = effective
    piece.recorded = event.header.localDate == effective ? nil : event.header.localDate
    piece.from = Line(own.contains(event.header.principal) ? "Dig selv" : treatment.from)
    piece.by = recorder(event, cohort).map { Line($0) }
    piece.retention = treatment.retention
    piece.fields = fields.fields
    kept.insert(treatment.retention)
    if event.type.name == "\(EmploymentRecorded.type)" { lastEmployment = piece }
    pieces.append(piece)
  }

  private mutating func tell(
    _ field: AccessSealed, _ event: AccessEvent, _ treatment: AccessTreatment,
    _ fields: inout AccessFields<Names>, isAbout: Bool
  ) {
    let day = event.header.localDate
    guard let name = field.name, let value = field.value else {
      guard isAbout else { return }
      return withhold("Noget, der stod ved «\(treatment.title)»", "Det er slettet, og ingen kan læse det mere.", day)
    }
    guard let shape = event.type.sealed[name] else { return }
    // Where the minutes are is nobody's secret once the person has been told.
    guard field.owner == person || name == MinutesReference.name else {
      if isAbout { withhold(WordTable.labels.words("", name).da, AccessSecrets.why(name), day) }
      return
    }
    kept.formUnion(SealedKind(rawValue: name).flatMap { SealedKind.types[$0] }.map { [$0.retention] } ?? [])
    fields.sealed(value, shape)
  }

  private mutating func withhold(_ title: String, _ why: String, _ day: CivilDate) {
    let entry = AccessWithheld(title, why, on: day)
    if !withheld.contains(entry) { withheld.append(entry) }
  }

  /// Who recorded it: officials by name. Whoever declares a conflict of interest is not named, nor is another candidate.
  private func recorder(_ event: AccessEvent, _ cohort: CasePart?) -> String? {
    let actor = event.header.actor
    if actor == .service { return nil }
    if actor == .administrator { return "systemadministrator" }
    if own.contains(actor) { return event.header.behalf == nil ? nil : "dig" }
    if event.type.name == "\(ConflictDeclared.type)" { return nil }
    if cohort?.isCandidate(actor) == true { return "en anden person på holdet" }
    return names.person(actor, in: event.cohort)
  }

  /// Counts something that the person did.
  private mutating func count(_ event: AccessEvent) {
    guard acted(event) || mentions(event) else { return }
    if !acted(event) {
      // Who was only looked at did nothing; and how the own case is judged is not counted either before it is told.
      let isJudged = event.cohort.flatMap { cohorts[$0] }.map { $0.isNominee && !$0.isToldOfOwnCase } ?? false
      guard !AccessTreatment.looks.contains(event.type.name),
        !isJudged || AccessTreatment.of(event.type.name)?.isEmbargoed != true
      else { return }
    }
    let day = event.header.localDate
    let key = ActKey(type: event.type.name, cohort: event.cohort)
    var act =
      acts[key]
      ?? {
        var act = AccessAct()
        act.title = Text(event.type.purpose.da)
        act.cohort = event.cohort.flatMap { cohorts[$0] }?.state.setup.title
        act.first = day
        act.last = day
        return act
      }()
    act.count += 1
    act.first = min(act.first, day)
    act.last = max(act.last, day)
    acts[key] = act
  }
}

// MARK: Chapters and summary

extension AccessReading {
  private func chapter(_ kind: AccessTreatment.Chapter, _ cohort: Code?) -> Int {
    let index = cohort.flatMap { order.firstIndex(of: $0) } ?? 0
    return switch kind {
    case .register: Number.register
    case .access: Number.access
    case .nomination: Number.of(index, 0)
    case .judgement: Number.of(index, 1)
    case .programme: Number.of(index, 2)
    case .conduct: Number.conduct
    case .record: Number.record
    }
  }

  private var chapters: [AccessChapter] {
    let used = Set(pieces.map(\.chapter))
    var all = [
      AccessChapter(
        Number.register, "Hvem du er", "Fra kommunens personaleregister. Hver gang noget er ændret, står det for sig."),
      AccessChapter(Number.access, "Din adgang, dine roller og poster", "Hvad du kan og har kunnet i systemet."),
    ]
    for (index, code) in order.enumerated() {
      guard let cohort = cohorts[code] else { continue }
      let title = cohort.state.setup.title.value
      all.append(
        AccessChapter(
          Number.of(index, 0), "Din indstilling · \(title)",
          "Samtalen med din leder, din interesse og det skema, som din centerchef har udfyldt om dig."))
      all.append(
        AccessChapter(
          Number.of(index, 1), "Vurdering og udvælgelse · \(title)",
          cohort.isToldOfOwnCase
            ? "Hvordan du er vurderet, hvad der er besluttet, og hvad du har fået at vide.\(questions(cohort))"
            : Self.pending))
      all.append(
        AccessChapter(
          Number.of(index, 2), "Dit forløb · \(title)", "Det, der er registreret om din tid som deltager."))
    }
    all.append(
      AccessChapter(
        Number.conduct, "Dig i andre roller",
        "Det, der handler om dig selv, når du er bedømmer, mentor, leder eller har brugt systemet."))
    all.append(
      AccessChapter(
        Number.record, "Oplysning, breve og indsigt", "Hvad du har fået fra os, og hvornår du har fået indsigt."))
    // How a case is judged has its chapter as soon as there is a case, whether anything stands in it or not.
    let cases = Set(
      order.enumerated().filter { cohorts[$0.element]?.isNominee == true }.map { Number.of($0.offset, 1) })
    return all.filter { used.contains($0.number) || cases.contains($0.number) }
  }

  /// The questions by their numbers, which points name.
  private func questions(_ cohort: CasePart) -> String {
    guard let criteria = cohort.state.setup.criteria else { return "" }
    let lines = criteria.questions.map { "\n\($0.number). \($0.da.value)" }
    return
      "\nHver bedømmer giver fra 0 til \(cohort.state.setup.rules(on: cohort.state.setup.kickOff).points) point for:"
      + lines.joined()
  }

  private static var pending: String {
    "Sagen er under behandling, eller afgørelsen er ikke meddelt dig endnu. Derfor står der intet her. Det gælder alle, "
      + "uanset hvad der er registreret, og siger ikke noget om udfaldet. Når du har fået besked, kan du få det hele."
  }

  /// What is said of every case that has not been told of, whatever it holds.
  private var standing: [AccessWithheld] {
    order.compactMap { code in
      guard let cohort = cohorts[code], cohort.isNominee, !cohort.isToldOfOwnCase else { return nil }
      return AccessWithheld("Hvordan din sag vurderes · \(cohort.state.setup.title.value)", Self.pending)
    }
  }

  private var summary: [String] {
    var sentences: [String] = []
    if let employment = lastEmployment {
      let values = employment.fields.filter { !["ja", "nej"].contains($0.value?.value ?? "nej") }
      let told = values.map { "\($0.label.value.lowercased()) \($0.value?.value ?? "")" }.joined(separator: ", ")
      sentences.append("Du står i kommunens personaleregister: \(told).")
    }
    let roles = pieces.filter { $0.type.value == "\(RoleGranted.type)" }.count
    if roles > 0 {
      sentences.append("Du har eller har haft \(roles == 1 ? "én rolle" : "\(roles) roller") i systemet.")
    }
    for code in order {
      guard let cohort = cohorts[code], cohort.isNominee,
        let status = cohort.state.status(of: cohort.alias, embargoed: !cohort.isToldOfOwnCase)
      else { continue }
      sentences.append("Du er indstillet til «\(cohort.state.setup.title.value)». Din sag: \(status.label.da).")
    }
    let deeds = acts.values.reduce(0) { $0 + $1.count }
    if deeds > 0 {
      sentences.append("Du har selv registreret, besluttet eller medvirket i sager om andre \(deeds) gange.")
    }
    sentences.append(
      pieces.count == 1
        ? "Dokumentet gengiver én registrering om dig." : "Dokumentet gengiver \(pieces.count) registreringer om dig.")
    return sentences
  }
}
