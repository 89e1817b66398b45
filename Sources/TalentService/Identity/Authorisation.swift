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
    guard !Reach.isWritingAuditor(method, own) else { throw .notPermitted }
    guard let behalf else {
      guard access.allows(own, behalf: nil) || (access.isOwnCase && !access.recorders.isDisjoint(with: own)) else {
        throw .notPermitted
      }
      try concernsOneself(command, caller.person, own, access)
      return nil
    }
    // Somebody who may never act on another's behalf here is not told whether that other exists.
    let person =
      names.byNumber[behalf.given] ?? Alias(behalf.given).flatMap { organisation.knows($0) ? $0 : nil }
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
    guard reach(of: caller).includes(method) else { throw .notPermitted }
  }

  /// All that somebody might call, for asking about many methods.
  func reach(of caller: Caller) -> Reach {
    var capacities = caller.capacities(organisation, in: nil)
    for held in organisation.roles[caller.person] ?? [] { capacities.insert(Capacity(held.role)) }
    return Reach(
      capacities: capacities, isDelegate: organisation.delegations.contains { $0.to == caller.person })
  }

  /// An employee acts in their own case only, and so does whoever acts in that one's name; another's is not found, whether it
  /// exists or not. Those who record cases are not held to it.
  private func concernsOneself(
    _ command: (any Command)?, _ person: Alias, _ capacities: Set<Capacity>, _ access: Authority
  ) throws(Refusal) {
    guard access.isOwnCase, access.recorders.isDisjoint(with: capacities) else { return }
    guard let concerned = (command as? any OwnCaseCommand)?.concerned.given else { return }
    guard names.people[person]?.number.value == concerned || person.text == concerned else { throw .notFound }
  }
}

/// In which capacities somebody acts anywhere, and whether anybody has delegated to them.
struct Reach {
  let capacities: Set<Capacity>
  let isDelegate: Bool

  func includes(_ method: String) -> Bool {
    guard let access = AccessTable.access(to: method), !Reach.isWritingAuditor(method, capacities) else { return false }
    return isDelegate || !access.who.isDisjoint(with: capacities) || !access.recorders.isDisjoint(with: capacities)
  }

  /// An auditor sends no command whatever, not in another's name nor in the own case, which HR records.
  static func isWritingAuditor(_ method: String, _ capacities: Set<Capacity>) -> Bool {
    capacities.contains(.auditor) && Methods.byName[method]?.kind != .query
  }
}

/// A command about one person's own case: by that person, or recorded for them.
protocol OwnCaseCommand {
  var concerned: PersonRef { get }
}

extension AcceptSeat: OwnCaseCommand { var concerned: PersonRef { nominee } }
extension ConfirmInterest: OwnCaseCommand { var concerned: PersonRef { employee } }
extension DeclineSeat: OwnCaseCommand { var concerned: PersonRef { nominee } }
extension RequestErasure: OwnCaseCommand { var concerned: PersonRef { person } }
extension WithdrawParticipant: OwnCaseCommand { var concerned: PersonRef { nominee } }
