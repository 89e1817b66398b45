/// All forms of a cohort, live, refused and withdrawn, in the order in which they were recorded.
package struct Nominations: Sendable {
  package var forms: [Alias: Nomination] = [:]
  package var order: [Alias] = []
  /// The live form of each nominee.
  package var live: [Alias: Alias] = [:]
  /// The latest talent conversation and confirmed interest of each employee (R7).
  package var conversations: [Alias: Conversation] = [:]
  package var interests: [Alias: CivilDate] = [:]
  /// Forms that have been given a case number.
  package var journalled = 0

  package init() {}

  package func live(of nominee: Alias) -> Nomination? {
    live[nominee].flatMap { forms[$0] }
  }

  /// Nominees whose eligibility the HR Centre has confirmed, in the order of their forms.
  package var eligible: [Alias] {
    order.compactMap { id in
      guard let form = forms[id], form.status == .eligible, live[form.nominee] == id else { return nil }
      return form.nominee
    }
  }

  /// Live forms on whose eligibility nobody has ruled yet.
  package var undecided: Int {
    live.values.reduce(0) { count, id in
      guard let status = forms[id]?.status else { return count }
      return status == .submitted || status == .received ? count + 1 : count
    }
  }

  package func isEligible(_ nominee: Alias) -> Bool { live(of: nominee)?.status == .eligible }

  mutating func add(_ form: Nomination) {
    if forms.updateValue(form, forKey: form.id) == nil { order.append(form.id) }
  }
}

package struct Conversation: Sendable, Hashable {
  package var date: CivilDate
  package var startedBy: Initiative

  package init(date: CivilDate, startedBy: Initiative) {
    self.date = date
    self.startedBy = startedBy
  }
}

package enum Initiative: String, Choice {
  case employee, leader
}

package enum TargetField: String, Choice {
  case other, own
}

/// One form (skema til indstilling), by what stands in clear: words and names are sealed beside its event.
package struct Nomination: Sendable, Hashable {
  package enum Status: String, Choice {
    /// `submitted` is handed in on time and complete, `received` has a case number besides.
    case eligible, ineligible, received, refused, submitted, withdrawn
  }

  package var id: Alias
  package var nominee: Alias
  /// In whose name it was handed in: the chief or the deputy.
  package var chief: Alias
  package var status: Status
  /// The moment by which its deadline was judged.
  package var handedIn: Instant
  /// Of the event beside which the form as it stands now is sealed.
  package var position: Int
  /// Codes of the cohort, `none` where the nominee is unknown.
  package var centre: Alias
  package var workplace: Alias
  package var profession: Alias
  package var field: TargetField?
  package var priority: Int?
  /// The rules by which it was refused.
  package var refusedBy: [Line] = []
  /// The position beside which its case number is sealed.
  package var receivedAt: Int?
  /// 1 as handed in, and one more for each amendment or completion.
  package var version = 1
  /// Why HR ruled it not eligible.
  package var ground: EligibilityGround?
  /// Whether `handedIn` is the portal's time.
  package var portal = false

  package init(
    id: Alias, nominee: Alias, chief: Alias, status: Status, handedIn: Instant, position: Int, centre: Alias,
    workplace: Alias, profession: Alias, field: TargetField?, priority: Int?
  ) {
    self.id = id
    self.nominee = nominee
    self.chief = chief
    self.status = status
    self.handedIn = handedIn
    self.position = position
    self.centre = centre
    self.workplace = workplace
    self.profession = profession
    self.field = field
    self.priority = priority
  }

  /// Whether a completed form would do: nothing was wrong but that something was missing from it (R6, R7, R10).
  package var isIncomplete: Bool {
    let missing: [Rule.ID] = [.r6, .r7, .r10]
    return status == .refused && !refusedBy.isEmpty
      && refusedBy.allSatisfy { rule in missing.contains { $0.rawValue == rule.value } }
  }

  /// Whether the only thing wrong with it was the time at which it came (R2).
  package var isOnlyLate: Bool { status == .refused && refusedBy == [Line(Rule.ID.r2.rawValue)] }
}
