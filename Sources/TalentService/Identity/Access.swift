import TalentDomain

/// Who may call a method: the whole of the authorisation, in one table (`AccessTable`).
struct Access: Sendable {
  /// Those who may call it in their own name, or in whose name it may be called.
  let who: Set<Capacity>
  /// Those who may record it on behalf of somebody in `who`; others need that person's delegation.
  let recorders: Set<Capacity>
  /// Whether it concerns the caller's own case only: whoever acts in their own name as an employee names themselves.
  let isOwnCase: Bool

  /// A method that anybody in `who` may call, and `recorders` on their behalf.
  static func by(_ who: Capacity..., recordedBy recorders: Set<Capacity> = []) -> Access {
    Access(who: Set(who), recorders: recorders, isOwnCase: false)
  }

  /// A method about a person's own case: by that person, or recorded by those who keep the case.
  static func byOneself(recordedBy recorders: Set<Capacity>) -> Access {
    Access(who: [.employee], recorders: recorders, isOwnCase: true)
  }

  /// Whether a caller may, given what the caller and the one on whose behalf they act are.
  func allows(_ caller: Set<Capacity>, behalf: (capacities: Set<Capacity>, isDelegated: Bool)?) -> Bool {
    guard let behalf else { return !who.isDisjoint(with: caller) }
    guard !who.isDisjoint(with: behalf.capacities) else { return false }
    return behalf.isDelegated || !recorders.isDisjoint(with: caller)
  }
}
