internal import EventWords
internal import StrictJSON
internal import TalentDomain

/// What facts and sealed records say, in Danish, for the one person whom they are about: by their forms, so that a new member
/// is told of without anybody's doing. Of others only those are named who act in their office.
struct AccessFields<Names: AccessNames> {
  let own: Set<Alias>
  let names: Names
  let cohort: CasePart?
  /// The day of the event, which need not be told twice.
  let day: CivilDate
  private(set) var fields: [AccessField] = []

  init(own: Set<Alias>, names: Names, cohort: CasePart?, day: CivilDate) {
    self.day = day
    self.own = own
    self.names = names
    self.cohort = cohort
  }

  /// Offices whose holders are named: all but whoever declared a conflict of interest, and both sides of a delegation.
  private static var named: Set<String> {
    AccessMention.offices.subtracting(["ConflictDeclared.person", "ConflictRuled.person"]).union([
      "DelegationGranted.of", "DelegationGranted.to", "DelegationRevoked.of", "DelegationRevoked.to",
    ])
  }

  /// What a piece is about.
  private static var leading: Set<String> { ["date", "entry", "gathering", "goal", "question"] }

  /// What says something to machines only, or to nobody but the one who has it.
  private static var technical: Set<String> {
    [
      "algorithm", "covers", "replaces", "stream", "streams", "target", "whole", "EligibilityConfirmed.employed",
      "SelectionProposal.number", "EligibilityConfirmed.leads", "EligibilityRejected.leads", "ties", "spread", "led",
      "FormFacts.nominee", "AssessmentScored.leads", "AssessmentRevised.leads", "AssessorAssigned.nominees",
      "RankingEntry.profession", "RankingEntry.workplace", "SelectionApproved.members",
    ]
  }

  /// What a sealed record says, without what the facts beside it have said.
  mutating func sealed(_ value: JSON, _ shape: RecordShape) {
    let told = Set(fields.filter { $0.value != nil }.map { AccessField($0.label.value, $0.value?.value) })
    let before = fields.count
    members(of: value, shape)
    fields = fields.enumerated().filter { $0.offset < before || $0.element.level != nil || !told.contains($0.element) }
      .map(\.element)
  }

  mutating func members(of value: JSON, _ shape: RecordShape, level: Int = 0) {
    // What it is about comes first; the rest in the order of the record.
    let first = shape.members.filter { Self.leading.contains($0.name) }
    for member in first + shape.members.filter({ !Self.leading.contains($0.name) }) {
      let isNamed = { (set: Set<String>) in set.contains(member.name) || set.contains("\(shape.name).\(member.name)") }
      guard let given = value[member.name], !isNamed(Self.technical) else { continue }
      if member.shape == .date, given.string == day.text { continue }
      if shape.name == "AnswerGiven", member.name == "number" { continue }
      let entry = WordTable.labels.entry(shape.name, member.name)
      tell(
        given, member.shape, label(entry?.words.da ?? member.name), entry?.kind, isOffice: isNamed(Self.named),
        member: member.name, level)
    }
  }

  private mutating func tell(
    _ value: JSON, _ shape: Shape, _ label: String, _ kind: WordTable.Kind?, isOffice: Bool, member: String,
    _ level: Int
  ) {
    switch shape {
    case .digest: return
    case .alias:
      if let text = self.name(value, kind, isOffice: isOffice) { add(label, text, level) }
    case .record(let inner):
      nested(label, level) { $0.members(of: value, inner, level: level + 1) }
    case .list(let element, _):
      list(value.array ?? [], element, label, kind, isOffice: isOffice, member: member, level)
    default:
      if let text = self.text(value, shape, member: member) { add(label, text, level) }
    }
  }

  /// A heading, and under it what `body` adds; nothing where that is nothing.
  private mutating func nested(_ label: String, _ level: Int, _ body: (inout Self) -> Void) {
    let before = fields.count
    add(label, nil, level)
    body(&self)
    if fields.count == before + 1 { fields.removeLast() }
  }

  private mutating func list(
    _ elements: [JSON], _ shape: Shape, _ label: String, _ kind: WordTable.Kind?, isOffice: Bool, member: String,
    _ level: Int
  ) {
    switch shape {
    case .alias where kind == .person: people(elements, label, isOffice: isOffice, member: member, level)
    case .record(let inner):
      // Of a list of people, such as a ranking, only the line about the person.
      let ofPeople = inner.members.contains {
        $0.shape == .alias && WordTable.labels.entry(inner.name, $0.name)?.kind == .person
      }
      let shown = ofPeople ? elements.filter { isOwn($0, inner) } : elements
      for (index, element) in shown.enumerated() {
        nested(heading(element, inner) ?? (shown.count == 1 ? label : "\(label) \(index + 1)"), level) {
          $0.members(of: element, inner, level: level + 1)
        }
      }
    default:
      let texts = elements.compactMap { text($0, shape, member: member) }
      if case .text = shape, texts.count > 1 {
        for (index, text) in texts.enumerated() { add("\(label) \(index + 1)", text, level) }
      } else if !texts.isEmpty {
        add(label, texts.joined(separator: ", "), level)
      }
    }
  }

  /// An answer stands under its question.
  private func heading(_ element: JSON, _ shape: RecordShape) -> String? {
    guard shape.name == "AnswerGiven", let number = element["number"]?.integer,
      let question = cohort?.state.setup.criteria?.questions.first(where: { $0.number == Int(number) })
    else { return nil }
    return String("Spørgsmål \(number): \(question.da.value)".prefix(Line.limit))
  }

  /// A list of people: offices by name; of others whether the person is among them, and, where the order matters, where.
  private mutating func people(_ elements: [JSON], _ label: String, isOffice: Bool, member: String, _ level: Int) {
    let aliases = elements.compactMap { $0.string.flatMap { Alias($0) } }
    if isOffice {
      let shown = aliases.map { own.contains($0) ? "dig" : names.person($0, in: cohort?.cohort) ?? erased }
      if !shown.isEmpty { add(label, shown.joined(separator: ", "), level) }
    } else if let place = aliases.firstIndex(where: own.contains) {
      let others = aliases.count - 1
      let ordered = member == "reserve" || member == "order"
      let text = ordered ? "du er nr. \(place + 1) af \(aliases.count)" : others == 0 ? "dig" : "dig og \(others) andre"
      add(label, text, level)
    }
  }

  private func isOwn(_ element: JSON, _ shape: RecordShape) -> Bool {
    shape.members.contains { member in
      switch element[member.name] {
      case .string(let text)?: Alias(text).map(own.contains) ?? false
      case .array(let list)?: list.contains { $0.string.flatMap { Alias($0) }.map(own.contains) ?? false }
      default: false
      }
    }
  }

  private func name(_ value: JSON, _ kind: WordTable.Kind?, isOffice: Bool) -> String? {
    guard let alias = value.string.flatMap({ Alias($0) }), alias != .none else { return nil }
    let code = cohort?.cohort
    switch kind {
    case .thing: return names.thing(alias, in: code)
    case .person:
      // Whom a piece is about need not be said in every one.
      if own.contains(alias) { return isOffice ? "dig" : nil }
      guard isOffice, cohort?.isCandidate(alias) != true else { return "en anden person" }
      return names.person(alias, in: code) ?? erased
    case nil: return nil
    }
  }

  private var erased: String { "en person, hvis oplysninger er slettet" }

  private func text(_ value: JSON, _ shape: Shape, member: String) -> String? {
    switch shape {
    case .bool: value.bool.map { $0 ? "ja" : "nej" }
    case .date: value.string.flatMap { CivilDate($0) }?.danish
    case .instant: value.string.flatMap { Instant($0) }.map { names.local($0).spoken }
    case .localTime: value.string.flatMap { LocalTime($0) }?.spoken
    case .rational: value.string.flatMap { Rational($0) }?.decimal.replacing(".", with: ",")
    case .choice(let type, _): value.string.map { WordTable.choices.words(type, $0).da }
    case .integer: value.integer.map { String($0) }
    case .code, .line, .text, .person: value.string.map { words($0, member) }
    case .alias, .digest, .list, .record: nil
    }
  }

  /// Rules come with their sentences, methods with what they do, cohorts with their titles.
  private func words(_ text: String, _ member: String) -> String {
    switch member {
    case "rule", "rules": Rulebook.rules.first { $0.id.rawValue == text }.map { "«\($0.sentence.da)»" } ?? text
    case "method": names.method(text)
    case "cohort": cohort?.state.setup.title.value ?? text
    default: text
    }
  }

  private mutating func add(_ label: String, _ text: String?, _ level: Int) {
    fields.append(AccessField(label, text, level: level))
  }

  /// Labels name the rule that they come from, which says nothing to the person.
  private func label(_ words: String) -> String {
    guard words.hasSuffix(")"), let open = words.lastIndex(of: "("), words[open...].dropFirst().first == "R" else {
      return words
    }
    return String(words[..<open].dropLast())
  }
}

extension LocalTime {
  /// 1. marts 2027 kl. 9.05
  var spoken: String {
    let minutes = time.seconds / 60 % 60
    return "\(date.danish) kl. \(time.seconds / 3600).\(minutes < 10 ? "0" : "")\(minutes)"
  }
}
