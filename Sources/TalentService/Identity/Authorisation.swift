import TalentDomain
import TalentInterface

/// May this caller ask this, of whom? Asked at the door, and again in the writer, where roles are newest.
struct Authorisation {
  let organisation: Organisation
  let names: NameIndex

  /// The person on whose behalf, where there is one; throws where the table says no.
  @discardableResult
  func permit(
    _ method: String, _ caller: Caller, cohort: Code?, behalf: PersonRef?, command: (any Command)? = nil
  ) throws(Refusal) -> Alias? {
    guard let access = AccessTable.access(to: method) else { throw .notPermitted }
    let own = caller.capacities(organisation, in: cohort)
    try onlyReads(method, own)
    guard let behalf else {
      guard access.allows(own, behalf: nil) || (access.isOwnCase && !access.recorders.isDisjoint(with: own)) else {
        throw .notPermitted
      }
      try concernsOneself(command, caller.person, own, access)
      return nil
    }
    // Somebody who may never act on another's behalf here is not told whether that other exists.
    let person =
      names.byNumber[behalf.given] ?? Alias(behalf.given).flatMap { organisation.people[$0] == nil ? nil : $0 }
    guard let person else {
      throw access.recorders.isDisjoint(with: own) ? .notPermitted : .notFound
    }
    let isDelegated = organisation.delegations.contains(Delegation(to: caller.person, of: person))
    let capacities = organisation.capacities(of: person, in: cohort)
    guard access.allows(own, behalf: (capacities, isDelegated)) else { throw .notPermitted }
    try concernsOneself(command, person, own.union(capacities), access)
    return person
  }

  /// Whether there is any way in which this caller might call the method: in their own name, as a recorder, or by somebody's
  /// delegation. What it is about is judged later.
  func mightPermit(_ method: String, _ caller: Caller) throws(Refusal) {
    guard let access = AccessTable.access(to: method) else { throw .notPermitted }
    var capacities = caller.capacities(organisation, in: nil)
    for held in organisation.roles[caller.person] ?? [] { capacities.insert(Capacity(held.role)) }
    try onlyReads(method, capacities)
    let isDelegate = organisation.delegations.contains { $0.to == caller.person }
    guard !access.who.union(access.recorders).isDisjoint(with: capacities) || isDelegate else { throw .notPermitted }
  }

  /// An auditor sends no command whatever, not in another's name nor in the own case, which HR records.
  private func onlyReads(_ method: String, _ capacities: Set<Capacity>) throws(Refusal) {
    guard capacities.contains(.auditor), Methods.byName[method]?.kind != .query else { return }
    throw .notPermitted
  }

  /// An employee acts in their own case only, and so does whoever acts in that one's name; another's is not found, whether it
  /// exists or not. Those who record cases are not held to it.
  private func concernsOneself(
    _ command: (any Command)?, _ person: Alias, _ capacities: Set<Capacity>, _ access: Access
  ) throws(Refusal) {
    guard access.isOwnCase, access.recorders.isDisjoint(with: capacities) else { return }
    guard let concerned = (command as? any OwnCaseCommand)?.concerned.given else { return }
    guard names.people[person]?.number.value == concerned || person.text == concerned else { throw .notFound }
  }
}

/// A command about one person's own case: by that person, or recorded for them.
protocol OwnCaseCommand {
  var concerned: PersonRef { get }
}

extension AcceptSeat: OwnCaseCommand { var concerned: PersonRef { nominee } }
extension ConfirmInterest: OwnCaseCommand { var concerned: PersonRef { employee } }
extension DeclineSeat: OwnCaseCommand { var concerned: PersonRef { nominee } }
extension WithdrawParticipant: OwnCaseCommand { var concerned: PersonRef { nominee } }
