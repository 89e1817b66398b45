internal import Mustache
internal import TalentDomain

/// A record as a template sees it: each member by its name, in the words of a Danish letter.
struct TemplateValues: MustacheParent {
  private var members: [String: Any] = [:]

  init(of record: some Record) {
    var collector = Collector()
    var copy = record
    do {
      try copy.visit(&collector)
    } catch {
      preconditionFailure("a visit throws only what its visitor throws, and collecting throws nothing")
    }
    members = collector.members
  }

  private init(_ members: [String: Any]) { self.members = members }

  mutating func add(_ others: TemplateValues) {
    members.merge(others.members) { _, _ in preconditionFailure("a letter says two things by one name") }
  }

  func child(named name: String) -> Any? { members[name] }

  private struct Collector: Visitor {
    var members: [String: Any] = [:]

    mutating func callAsFunction<V: Value>(_ name: StaticString, _ value: inout V, _ note: StaticString) {
      members["\(name)"] = TemplateValues.value(value)
    }

    mutating func callAsFunction<V: Value>(_ name: StaticString, _ value: inout V?, _ note: StaticString) {
      members["\(name)"] = value.map { TemplateValues.value($0) } ?? Absent()
    }
  }

  private static func value(_ value: some Value) -> Any {
    switch value {
    case let value as Bool: value
    case let value as CivilDate: value.unbroken
    case let value as Code: value.value
    case let value as Digest: value.text
    case let value as Int: String(value)
    case let value as Line: value.value
    case let value as LocalTime: TemplateValues(["date": value.date.unbroken, "time": value.time.danish])
    case let value as Rational: DanishNumber(value)
    case let value as Text: value.value
    case let value as any Choice: words(value)
    case let value as any Record: TemplateValues(of: value)
    case let value as [any Value]: value.map { TemplateValues.value($0) }
    default: Absent()
    }
  }

  /// Every word of a choice, true for the one that it is: so the template holds the words that people read.
  private static func words<C: Choice>(_ choice: C) -> TemplateValues {
    TemplateValues(Dictionary(uniqueKeysWithValues: C.allCases.map { ($0.rawValue, $0.rawValue == choice.rawValue) }))
  }
}

/// What a letter does not say, though its kind can. Mustache would look for a missing name further out, and find another's.
private struct Absent: MustacheCustomRepresentation {
  var representation: Any? { nil }
}
