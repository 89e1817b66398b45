/// The state of the organisation: who works where, who leads what, who may do what. Folded from the stream `organisation`.
package struct Organisation: Sendable {
  package var revision = 0
  package private(set) var people = Table<Alias, Employee>()
  /// Those who have left: no employees any more, though what they did here stands.
  package private(set) var former: [Alias: FormerEmployee] = [:]
  /// How many each immediate leader leads. Every command asks it, and a search through all employees would be felt.
  package private(set) var leaders: [Alias: Int] = [:]
  package var centres: [Alias: Centre] = [:]
  /// People with an account; the account's name and number are sealed.
  package var accounts: Set<Alias> = []
  package var roles: [Alias: Set<RoleHeld>] = [:]
  package var delegations: Set<Delegation> = []
  /// The versions of the information about the use of their data that people have been given (GDPR art. 13/14).
  package var informed: [Alias: Set<Code>] = [:]
  /// The positions beside which the newest name, employment and account of each person stand sealed.
  package var named = Table<Alias, Int>()
  package var employed = Table<Alias, Int>()
  package var bound: [Alias: Int] = [:]
  package var privacy = PrivacyRegister()

  package init() {}

  /// A person starts at, or moves to, a place of work; or comes back to one.
  package mutating func employ(_ person: Alias, as employee: Employee) {
    former[person] = nil
    let before = people.updateValue(employee, forKey: person)?.leader
    if before == employee.leader { return }
    release(before)
    if let after = employee.leader { leaders[after, default: 0] += 1 }
  }

  /// A person leaves. Whom that person leads, they go on saying until the register names somebody else.
  package mutating func leave(_ person: Alias, on day: CivilDate) {
    guard let employee = people[person] else { return }
    people[person] = nil
    former[person] = FormerEmployee(employment: employee, left: day)
    release(employee.leader)
  }

  /// Nobody knows any more who this was: what is left of them here ties to nobody.
  package mutating func forget(_ person: Alias) {
    leave(person, on: .blank)
    former[person] = nil
    named[person] = nil
    employed[person] = nil
    informed[person] = nil
  }

  private mutating func release(_ leader: Alias?) {
    guard let leader else { return }
    leaders[leader] = leaders[leader].flatMap { $0 > 1 ? $0 - 1 : nil }
  }

  /// Where somebody works, or worked last: whoever led a nominee who has left is not impartial for that (R19), and still owes
  /// the feedback (R12).
  package func lastEmployment(of person: Alias) -> Employee? { people[person] ?? former[person]?.employment }

  /// Whether the personnel register holds somebody, as an employee or as one who has left.
  package func knows(_ person: Alias) -> Bool { lastEmployment(of: person) != nil }

  /// The centre whose chief or deputy this person is today, and as which. Of several the one as chief, then the one with
  /// the lowest id, so that every process gives the same answer.
  package func appointment(of person: Alias) -> (centre: Alias, post: CentrePost)? {
    let held = centres.compactMap { id, centre in
      centre.post(of: person).map { (centre: id, post: $0) }
    }
    return held.min { left, right in
      left.post == right.post ? left.centre < right.centre : left.post == .chief
    }
  }

  /// The post that this person holds in one centre.
  package func post(of person: Alias, in centre: Alias) -> CentrePost? { centres[centre]?.post(of: person) }

  /// Whether somebody may act in another's name: by a delegation of that person's, or as one who records for all.
  package func mayRecord(_ person: Alias, onBehalfOf other: Alias) -> Bool {
    delegations.contains(Delegation(to: person, of: other)) || holds(person, .hr) || holds(person, .secretary)
  }

  package func holds(_ person: Alias, _ role: Role, in cohort: Code? = nil) -> Bool {
    guard let held = roles[person] else { return false }
    return held.contains(RoleHeld(role: role, cohort: nil))
      || (cohort != nil && held.contains(RoleHeld(role: role, cohort: cohort)))
  }
}

package struct Employee: Sendable, Hashable {
  package var centre: Alias
  package var workplace: Alias
  package var profession: Alias
  package var leader: Alias?
  /// Whether the person has ever held a leadership post (R3), as the personnel register says.
  package var hasLed: Bool

  package init(centre: Alias, workplace: Alias, profession: Alias, leader: Alias?, hasLed: Bool) {
    self.centre = centre
    self.workplace = workplace
    self.profession = profession
    self.leader = leader
    self.hasLed = hasLed
  }
}

/// Somebody who has left: the last employment, and the first day without one.
package struct FormerEmployee: Sendable, Hashable {
  package var employment: Employee
  package var left: CivilDate

  package init(employment: Employee, left: CivilDate) {
    self.employment = employment
    self.left = left
  }
}

package struct Centre: Sendable, Hashable {
  package var name: Line
  package var chief: Alias?
  package var deputy: Alias?

  package init(name: Line) { self.name = name }

  /// The post that somebody holds here; the fold of an odd history may show one person in both.
  package func post(of person: Alias) -> CentrePost? {
    if chief == person { return .chief }
    return deputy == person ? .deputy : nil
  }

  package func holder(of post: CentrePost) -> Alias? {
    switch post {
    case .chief: chief
    case .deputy: deputy
    }
  }

  package mutating func appoint(_ person: Alias?, to post: CentrePost) {
    switch post {
    case .chief: chief = person
    case .deputy: deputy = person
    }
  }
}

package enum CentrePost: String, Choice {
  case chief, deputy
}

/// What an account may be trusted with. Being an employee, a leader or a centre chief is no role: it follows from the posts.
package enum Role: String, Choice {
  case administrator, assessor, auditor, board, dpo, hr
  /// An account whose word on when a form was handed in counts (R2): the one that imports from the HR portal.
  case portal
  /// The board's secretary, who records its decisions from the minutes.
  case secretary
}

package struct RoleHeld: Sendable, Hashable {
  package var role: Role
  /// Nil: in every cohort.
  package var cohort: Code?

  package init(role: Role, cohort: Code?) {
    self.role = role
    self.cohort = cohort
  }
}

/// `to` may record on behalf of `of`.
package struct Delegation: Sendable, Hashable {
  package var to: Alias
  package var of: Alias

  package init(to: Alias, of: Alias) {
    self.to = to
    self.of = of
  }
}
