internal import EventWords
internal import StrictJSON
internal import TalentDomain

/// Whom the facts of an event name.
enum AccessMention {
  /// Those who are judged, taught or told: everybody but whoever acts in an office.
  static func candidates(_ value: JSON, _ shape: RecordShape) -> [Alias] {
    people(value, shape) { record, member in !offices.contains(member) && !offices.contains("\(record).\(member)") }
  }

  /// Everybody.
  static func all(_ value: JSON, _ shape: RecordShape) -> [Alias] { people(value, shape) { _, _ in true } }

  /// Whoever acts in an office, by members of any record or of one.
  static let offices: Set<String> = [
    "assessor", "chief", "host", "leader", "led", "member", "mentor", "AccessGiven.of", "CalibrationHeld.present",
    "ConflictDeclared.person", "ConflictRuled.person", "EntryConfirmed.by", "SelectionApproved.members",
    "SelectionApproved.present",
  ]

  private static func people(
    _ value: JSON, _ shape: RecordShape, where wanted: (_ record: String, _ member: String) -> Bool
  ) -> [Alias] {
    // A mentor is registered about oneself, and about nobody else.
    shape.name == "MentorRegistered" && wanted(shape.name, "")
      ? [value.alias("mentor")].compactMap { $0 } : members(value, shape, where: wanted)
  }

  private static func members(
    _ value: JSON, _ shape: RecordShape, where wanted: (_ record: String, _ member: String) -> Bool
  ) -> [Alias] {
    shape.members.flatMap { member -> [Alias] in
      guard let given = value[member.name] else { return [] }
      switch member.shape {
      case .record(let inner): return people(given, inner, where: wanted)
      case .list(.record(let inner), _): return (given.array ?? []).flatMap { people($0, inner, where: wanted) }
      case .alias, .list(.alias, _):
        guard wanted(shape.name, member.name),
          WordTable.labels.entry(shape.name, member.name)?.kind == .person || member.name == "of"
        else { return [] }
        return ([given] + (given.array ?? [])).compactMap { $0.string.flatMap { Alias($0) } }
      default: return []
      }
    }
  }
}

extension JSON {
  func alias(_ member: String) -> Alias? { self[member]?.string.flatMap { Alias($0) } }
}
