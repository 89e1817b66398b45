import EventWords
import StrictJSON
import TalentDomain

@testable import Projections

/// An event of any type in which every member holds a value that stands nowhere else, made from the type's form: a new
/// member is planted the day it appears.
struct PlantedEvent {
  let event: AccessEvent
  let sealed: [AccessSealed]
  /// What each sealed record says in words, by its name.
  private(set) var words: [String: [(member: String, shown: String)]] = [:]
  /// What each member of the facts says as a Danish text shows it, by the member.
  private(set) var facts: [(member: String, shown: String)] = []

  /// - Parameters:
  ///   - own: the person, wherever a person stands who acts in no office.
  ///   - official: whoever acts in an office.
  ///   - owner: under whose key the sealed records lie.
  init(
    _ type: EventType, own: Alias, official: Alias, owner: Alias, seed: inout Int, cohort: Code?,
    subject: Alias? = nil, actor: Alias? = nil
  ) throws {
    var planter = Planter(own: own, official: official, seed: seed)
    let facts = planter.record(type.facts)
    self.facts = planter.told
    var sealed: [AccessSealed] = []
    var words: [String: [(member: String, shown: String)]] = [:]
    for (name, shape) in type.sealed.sorted(by: { $0.key < $1.key }) {
      planter.told = []
      let value = planter.record(shape)
      words[name] = planter.told
      sealed.append(AccessSealed(owner: owner, name: name, value: value))
    }
    self.sealed = sealed
    self.words = words
    seed = planter.seed
    let time = Instant(milliseconds: 1_800_000_000_000)
    let header = Header(
      position: seed, revision: seed, effective: time, recorded: time, received: time,
      localDate: CivilDate("2027-01-15") ?? .blank, actor: actor ?? official, subject: subject)
    event = AccessEvent(type, facts, header, cohort: cohort)
  }
}

private struct Planter {
  let own: Alias
  let official: Alias
  var seed: Int
  var told: [(member: String, shown: String)] = []

  mutating func record(_ shape: RecordShape) -> JSON {
    .object(
      shape.members.map { member in
        JSON.Member(name: member.name, value: value(member.shape, shape.name, member.name))
      })
  }

  private mutating func value(_ shape: Shape, _ record: String, _ member: String) -> JSON {
    seed += 1
    let name = "\(record).\(member)"
    switch shape {
    case .alias:
      let isOffice = AccessMention.offices.contains(member) || AccessMention.offices.contains(name)
      let isPerson = WordTable.labels.entry(record, member)?.kind == .person
      return .string((isPerson && !isOffice ? own : isPerson ? official : Alias(bits: 1 << 40 + UInt64(seed))).text)
    case .bool: return .bool(true)
    case .digest: return "47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU"
    case .rational, .choice(_, []): return "1/2"
    case .choice(let type, let words):
      told.append((name, WordTable.choices.words(type, words[0]).da))
      return .string(words[0])
    case .date:
      let date = CivilDate(dayNumber: 30_000 + seed)
      told.append((name, date.danish))
      return .string(date.text)
    case .instant:
      let instant = Instant(milliseconds: 2_500_000_000_000 + Int64(seed) * 86_400_000)
      told.append((name, PlainNames().local(instant).date.danish))
      return .string(instant.text)
    case .localTime:
      let date = CivilDate(dayNumber: 30_000 + seed)
      told.append((name, date.danish))
      return .string("\(date.text)T12:00:00")
    case .integer:
      told.append((name, String(40_000 + seed)))
      return .integer(Int64(40_000 + seed))
    case .code, .line, .text, .person:
      told.append((name, "plantet-\(seed)-ord"))
      return .string("plantet-\(seed)-ord")
    case .list(let element, _): return .array([value(element, record, member)])
    case .record(let inner): return self.record(inner)
    }
  }
}

/// Names for every id, and a clock without a zone.
struct PlainNames: AccessNames {
  var people: [Alias: String] = [:]

  func person(_ alias: Alias, in cohort: Code?) -> String? { people[alias] ?? "Navn \(alias.text)" }
  func thing(_ code: Alias, in cohort: Code?) -> String? { "Sted \(code.text)" }
  func method(_ name: String) -> String { name }

  func local(_ instant: Instant) -> LocalTime {
    LocalTime(
      date: CivilDate(dayNumber: Int(instant.milliseconds / 86_400_000)), time: TimeOfDay(seconds: 0))
  }
}
