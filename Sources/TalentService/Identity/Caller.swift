import TalentDomain

/// Somebody at the other end of a connection, as the log knows them.
struct Caller: Sendable {
  /// The id in the organisation's stream; `Alias.administrator` for an administrator of the configuration who is bound to
  /// no employee.
  let person: Alias
  /// Whether the configuration names the account as an administrator.
  let isConfigured: Bool
  /// Whether it is the account that the configuration gives to the program that asks witnesses.
  var isAnchor = false
  /// Whether it is the account that the service runs as: it could read every file anyway.
  var isService = false

  func capacities(_ organisation: Organisation, in cohort: Code?) -> Set<Capacity> {
    var capacities = organisation.capacities(of: person, in: cohort)
    if isConfigured { capacities.insert(.administrator) }
    if isAnchor { capacities.insert(.anchor) }
    if isService { capacities.insert(.service) }
    return capacities
  }
}

/// From the kernel's word on who calls to a person: peer credentials → account → person. Everybody else is a stranger,
/// who is told nothing, not even whether a method would have found something.
struct Identification: Sendable {
  /// Uids that the configuration names as administrators.
  let administrators: Set<Int>
  /// The uid of the program that asks witnesses, where the configuration names an account that there is.
  var anchor: Int?
  /// The uid that the service itself runs as.
  var service: Int?
  let isSimulated: Bool

  /// `accountName` is what the system calls the uid now: an account is bound by both, and a mismatch is refused.
  func caller(uid: Int, accountName: String?, simulated: PersonRef?, _ names: NameIndex) throws(Refusal) -> Caller {
    if let simulated {
      guard isSimulated else { throw .invalid(Fault(.unknownMember, at: ["simulate"])) }
      guard let person = names.byNumber[simulated.given] else { throw .notPermitted }
      return Caller(person: person, isConfigured: false)
    }
    let isConfigured = administrators.contains(uid)
    if uid == service, !isConfigured { return Caller(person: .service, isConfigured: false, isService: true) }
    if uid == anchor, !isConfigured { return Caller(person: .service, isConfigured: false, isAnchor: true) }
    if let person = names.byUID[uid], let bound = names.accounts[person] {
      if let accountName, bound.account.value == accountName {
        return Caller(person: person, isConfigured: isConfigured)
      }
      // A wrong binding takes nobody's place, and shuts out no administrator whom the configuration names.
      guard isConfigured else { throw .notPermitted }
    }
    guard isConfigured else { throw .notPermitted }
    return Caller(person: .administrator, isConfigured: true)
  }
}
