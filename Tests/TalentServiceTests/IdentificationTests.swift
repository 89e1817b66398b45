import TalentDomain
import Testing

@testable import TalentService

struct IdentificationTests {
  private let person = Alias(bits: 100)

  /// Uid 33 is bound to one employee as `www-data`.
  private var names: NameIndex {
    var names = NameIndex()
    var name = PersonName()
    name.name = "Medarbejder 100"
    name.number = "100"
    names.take(PersonRegistered(person: person), [name])
    names.take(AccountBound(person: person), [AccountBinding(account: "www-data", uid: 33)])
    return names
  }

  private func identification(simulated: Bool = false) -> Identification {
    Identification(administrators: [0], isSimulated: simulated)
  }

  @Test func `a bound account is its employee`() throws {
    let caller = try identification().caller(uid: 33, accountName: "www-data", simulated: nil, names)
    #expect(caller.person == person)
    #expect(!caller.isConfigured)
  }

  @Test(arguments: [String?.some("apache"), nil])
  func `an account whose number goes by another name now is refused`(name: String?) {
    #expect(throws: Refusal.notPermitted) {
      try identification().caller(uid: 33, accountName: name, simulated: nil, names)
    }
  }

  @Test func `an account that is bound to nobody is a stranger`() {
    #expect(throws: Refusal.notPermitted) {
      try identification().caller(uid: 34, accountName: "backup", simulated: nil, names)
    }
  }

  @Test func `an administrator of the configuration needs no employee`() throws {
    let caller = try identification().caller(uid: 0, accountName: "root", simulated: nil, names)
    #expect(caller.person == .administrator)
    #expect(caller.capacities(Organisation(), in: nil) == [.administrator])
  }

  @Test func `a wrong binding shuts out no administrator of the configuration`() throws {
    let identification = Identification(administrators: [33], isSimulated: false)
    let caller = try identification.caller(uid: 33, accountName: "root", simulated: nil, names)
    #expect(caller.person == .administrator && caller.isConfigured)
  }

  @Test func `only a simulating service lets a caller name who acts`() throws {
    let actor = PersonRef(given: "100")
    #expect(throws: Refusal.self) {
      try identification().caller(uid: 0, accountName: "root", simulated: actor, names)
    }
    let caller = try identification(simulated: true).caller(uid: 0, accountName: "root", simulated: actor, names)
    #expect(caller.person == person)
    #expect(!caller.isConfigured)
  }

  @Test func `an unbound account is nobody's from then on`() {
    var names = names
    names.take(AccountUnbound(person: person), [])
    #expect(throws: Refusal.notPermitted) {
      try identification().caller(uid: 33, accountName: "www-data", simulated: nil, names)
    }
  }
}
