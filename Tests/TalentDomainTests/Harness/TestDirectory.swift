import Synchronization
import TalentDomain

/// The service's directory, without its vault: ids are drawn from a fixed sequence, so that every run is the same.
final class TestDirectory: Directory {
  private struct State {
    var drawn: UInt64 = 1
    var numbers: [String: Alias] = [:]
    var accounts: [Int: Alias] = [:]
    var aliases: [Alias: Alias] = [:]
    var codes: [Alias: Alias] = [:]
    var centres: [String: Alias] = [:]
    var workplaces: [String: Alias] = [:]
    var professions: [String: Alias] = [:]
    /// What is sealed beside each event.
    var vault: [[Sealed]] = []
    var erased: Set<Alias> = []
    var cases: [Alias: [CasePart]] = [:]

    mutating func fresh() -> Alias {
      // SplitMix64: spread over all bits, so that nothing in a test passes because ids happen to be in order.
      drawn &+= 0x9E37_79B9_7F4A_7C15
      var bits = (drawn ^ (drawn >> 30)) &* 0xBF58_476D_1CE4_E5B9
      bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
      return Alias(bits: (bits ^ (bits >> 31)) | 1 << 8)
    }

    mutating func draw(_ key: String, in names: WritableKeyPath<State, [String: Alias]>) -> Alias {
      if let alias = self[keyPath: names][key] { return alias }
      let alias = fresh()
      self[keyPath: names][key] = alias
      return alias
    }

    mutating func draw(_ key: Alias, in ids: WritableKeyPath<State, [Alias: Alias]>) -> Alias {
      if let alias = self[keyPath: ids][key] { return alias }
      let alias = fresh()
      self[keyPath: ids][key] = alias
      return alias
    }
  }

  private let state = Mutex(State())

  func fresh() -> Alias { state.withLock { $0.fresh() } }
  func person(number: String) -> Alias? { state.withLock { $0.numbers[number] } }
  func person(uid: Int) -> Alias? { state.withLock { $0.accounts[uid] } }

  func alias(of person: Alias) -> Alias {
    // Nobody, and the actors that are no people, are the same everywhere.
    person.bits < 1 << 8 ? person : state.withLock { $0.draw(person, in: \.aliases) }
  }

  func person(behind alias: Alias) -> Alias? {
    state.withLock { state in
      state.aliases.first { $0.value == alias && !state.erased.contains($0.key) }?.key
    }
  }

  func code(of thing: Alias) -> Alias { state.withLock { $0.draw(thing, in: \.codes) } }
  func centre(named name: String) -> Alias? { state.withLock { $0.centres[name] } }
  func workplace(named name: String) -> Alias { state.withLock { $0.draw(name, in: \.workplaces) } }
  func profession(named name: String) -> Alias { state.withLock { $0.draw(name, in: \.professions) } }

  func instant(of time: LocalTime, zone: String) -> Instant? {
    zone == "Europe/Copenhagen" ? CopenhagenClock.instant(of: time) : nil
  }

  func local(_ instant: Instant, zone: String) -> LocalTime? {
    zone == "Europe/Copenhagen" ? CopenhagenClock.local(instant) : nil
  }

  /// No SHA-256, but equal for equal bytes and different for others: FNV-1a, stretched to 43 characters.
  func digest(_ bytes: [UInt8]) -> Digest {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_")
    var text = ""
    for _ in 0..<43 {
      hash = hash &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      text.append(digits[Int(hash >> 58)])
    }
    return Digest(text)!
  }

  func knows(cohort: Code) -> Bool { cohort == "2027" }

  func cases(of person: Alias) -> [CasePart] { state.withLock { $0.cases[person] ?? [] } }

  func opened<S: SealedRecord>(_ kind: S.Type, at position: Int) -> S? {
    state.withLock { state in
      guard state.vault.indices.contains(position) else { return nil }
      return state.vault[position].first { $0.record is S && !state.erased.contains($0.subject) }?.record as? S
    }
  }

  // MARK: What the service would do

  /// Keeps what is sealed beside the event at the next position, and learns from it who is who.
  func append(_ proposal: Proposal) -> Int {
    state.withLock { state in
      state.vault.append(proposal.sealed)
      switch proposal.fact {
      case let fact as PersonRegistered:
        if let name = proposal.sealed(PersonName.self) { state.numbers[name.number.value] = fact.person }
      case let fact as CentreRegistered: state.centres[fact.name.value] = fact.centre
      case let fact as AccountBound:
        if let binding = proposal.sealed(AccountBinding.self) { state.accounts[binding.uid] = fact.person }
      case let fact as AccountUnbound:
        state.accounts = state.accounts.filter { $0.value != fact.person }
      default: break
      }
      return state.vault.count - 1
    }
  }

  /// From now on the person is known to take part in these cohorts.
  func know(_ cases: [CasePart], of person: Alias) { state.withLock { $0.cases[person] = cases } }

  /// Destroys a person's key: links and sealed records are gone, the events stay.
  func erase(_ person: Alias) { state.withLock { _ = $0.erased.insert(person) } }
}
