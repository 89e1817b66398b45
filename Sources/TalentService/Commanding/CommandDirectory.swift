import CivilTime
import Crypto
import EventLog
import TalentDomain
import Transparency

/// The domain's `Directory` for one command: looks names up in memory, draws ids, and remembers which it drew, so that
/// their links can be sealed beside the command's first event.
///
/// Unchecked: it is made for one decision and used on the writer's thread only; the domain asks for `Sendable` because a
/// context is a value that tests pass around.
final class CommandDirectory: Directory, @unchecked Sendable {
  private let names: NameIndex
  private let links: LinkIndex
  private let zones: Zones
  private let desk: Desk
  private let isSimulated: Bool
  private let cohorts: [Code]
  private let casesOf: (Alias) -> [CasePart]
  private var drawn: UInt64 = 0
  private(set) var newPeople: [PersonLink] = []
  private(set) var newCodes: [CodeLink] = []
  private var drawnAliases: [Alias: Alias] = [:]
  private var drawnCodes: [Alias: Alias] = [:]
  private var drawnThings: [String: Alias] = [:]

  init(
    _ names: NameIndex, _ links: LinkIndex, _ zones: Zones, _ desk: Desk, isSimulated: Bool,
    cohorts: [Code], casesOf: @escaping (Alias) -> [CasePart]
  ) {
    self.names = names
    self.links = links
    self.zones = zones
    self.desk = desk
    self.isSimulated = isSimulated
    self.cohorts = cohorts
    self.casesOf = casesOf
  }

  /// Ids 0 to 15 are reserved. In simulation they follow from the position, so that a demonstration played twice is the same
  /// to the last listing.
  func fresh() -> Alias {
    guard isSimulated else { return Alias(bits: UInt64.random(in: 16...UInt64.max)) }
    drawn += 1
    return Alias(bits: max(16, mixed(UInt64(desk.nextPosition) << 16 | drawn)))
  }

  /// SplitMix64's finaliser (Steele, Lea and Flood, 2014): neighbours become unlike, and no two become the same.
  private func mixed(_ value: UInt64) -> UInt64 {
    var bits = value &* 0x9E37_79B9_7F4A_7C15
    bits = (bits ^ bits >> 30) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ bits >> 27) &* 0x94D0_49BB_1331_11EB
    return bits ^ bits >> 31
  }

  func person(number: String) -> Alias? { names.byNumber[number] }
  func person(uid: Int) -> Alias? { names.byUID[uid] }

  func alias(of person: Alias) -> Alias {
    if person.isOfTheService { return person }
    if let alias = links.aliasOf[person] ?? drawnAliases[person] { return alias }
    let alias = fresh()
    drawnAliases[person] = alias
    newPeople.append(PersonLink(alias: alias, person: person))
    return alias
  }

  func person(behind alias: Alias) -> Alias? {
    links.person(behind: alias) ?? newPeople.first { $0.alias == alias }?.person
  }

  func code(of thing: Alias) -> Alias {
    if thing == .none { return .none }
    if let code = links.codeOf[thing] ?? drawnCodes[thing] { return code }
    let code = fresh()
    drawnCodes[thing] = code
    newCodes.append(CodeLink(code: code, thing: thing))
    return code
  }

  func centre(named name: String) -> Alias? { names.centreByName[name] }

  func workplace(named name: String) -> Alias { names.workplaceByName[name] ?? drawn("w\(name)") }

  func profession(named name: String) -> Alias { names.professionByName[name] ?? drawn("p\(name)") }

  func instant(of time: LocalTime, zone: String) -> Instant? { zones.zone(zone)?.instant(time) }

  func local(_ instant: Instant, zone: String) -> LocalTime? { zones.zone(zone)?.local(instant) }

  func digest(_ bytes: [UInt8]) -> TalentDomain.Digest {
    TalentDomain.Digest(Base64URL.encode(Array(SHA256.hash(data: bytes)))) ?? .blank
  }

  func knows(cohort: Code) -> Bool { cohorts.contains(cohort) }

  func cases(of person: Alias) -> [CasePart] { casesOf(person) }

  func opened<S: SealedRecord>(_ kind: S.Type, at position: Int) -> S? {
    guard let fields = try? desk.open(position: position) else { return nil }
    return fields.sealedRecord(kind)
  }

  private func drawn(_ key: String) -> Alias {
    if let alias = drawnThings[key] { return alias }
    let alias = fresh()
    drawnThings[key] = alias
    return alias
  }
}

extension [OpenedField] {
  /// The record of a kind among what was opened.
  func sealedRecord<S: SealedRecord>(_ kind: S.Type) -> S? {
    let name = S.name
    for field in self where field.name == name {
      if let value = field.value, let record = try? S(canonical: value) { return record }
    }
    return nil
  }
}

/// Fills in whom a command means: by employee number, by the organisation's id, or by the alias that a query showed.
struct CommandResolver: Resolver {
  let directory: CommandDirectory
  let organisation: Organisation
  let isOfCohort: Bool

  mutating func resolve(_ reference: inout PersonRef) throws(Fault) {
    reference.person = person(reference.given) ?? .none
    reference.alias = isOfCohort && reference.person != .none ? directory.alias(of: reference.person) : .none
  }

  mutating func resolve(_ person: inout Person) throws(Fault) {}
  mutating func resolve(_ thing: inout Thing) throws(Fault) {}

  private func person(_ given: String) -> Alias? {
    if let person = directory.person(number: given) { return person }
    guard let alias = Alias(given) else { return nil }
    return organisation.knows(alias) ? alias : directory.person(behind: alias)
  }
}
