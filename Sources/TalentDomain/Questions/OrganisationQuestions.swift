/// Who works here?
package struct ListPeople: Query {
  package var centre: Line?
  package var limit: Int?
  package var search: Line?

  package typealias Answer = PersonList
  package static let purpose = Bilingual(
    da: "Medarbejdere, som du må se.",
    en: "The employees that you may see.")
  package static let area = Area.organisation

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("centre", &centre)
    try members("limit", &limit)
    try members("search", &search, "Part of a name, or a number.")
  }
}

/// The answer to `ListPeople`.
package struct PersonList: Record {
  package var more = false
  package var people: [PersonLine] = []

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("more", &more, "Whether there are more than the limit.")
    try members("people", &people)
  }
}

/// One employee.
package struct PersonLine: Record {
  package var account: Line?
  package var centre = Thing()
  package var email: Line?
  package var hasLed = false
  package var leader: Person?
  package var left: CivilDate?
  package var person = Person()
  package var post: CentrePost?
  package var profession = Thing()
  package var roles: [RoleLine] = []
  package var workplace = Thing()

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("account", &account)
    try members("centre", &centre)
    try members("email", &email)
    try members("hasLed", &hasLed)
    try members("leader", &leader)
    try members("left", &left, "The first day without the employment, of somebody who has left.")
    try members("person", &person)
    try members("post", &post)
    try members("profession", &profession)
    try members("roles", &roles)
    try members("workplace", &workplace)
  }
}

/// A role held, in one cohort or in all.
package struct RoleLine: Record {
  package var cohort: Code?
  package var role = Role.blank

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("cohort", &cohort)
    try members("role", &role)
  }
}

/// Who is this?
package struct ShowPerson: Query {
  package var person = PersonRef.blank

  package typealias Answer = PersonShown
  package static let purpose = Bilingual(
    da: "En medarbejder: ansættelse, roller og sager.",
    en: "One employee: employment, roles and cases.")
  package static let area = Area.organisation

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("person", &person)
  }
}

/// The answer to `ShowPerson`.
package struct PersonShown: Record {
  package var cases: [PersonCase] = []
  package var line = PersonLine.blank

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("cases", &cases)
    try members("line", &line)
  }
}

/// What somebody is in one cohort.
package struct PersonCase: Record {
  package var alias = Alias.none
  package var cohort = Code.blank
  package var status: CaseStatus?

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("alias", &alias)
    try members("cohort", &cohort)
    try members("status", &status)
  }
}

/// Who leads what?
package struct ListCentres: Query {

  package typealias Answer = CentreList
  package static let purpose = Bilingual(
    da: "Centre med centerchef og stedfortræder.",
    en: "Centres with their chief and deputy.")
  package static let area = Area.organisation

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {}
}

/// The answer to `ListCentres`.
package struct CentreList: Record {
  package var centres: [CentreLine] = []

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("centres", &centres)
  }
}

/// One centre.
package struct CentreLine: Record {
  package var centre = Thing()
  package var chief: Person?
  package var deputy: Person?
  package var employees = 0

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("centre", &centre)
    try members("chief", &chief)
    try members("deputy", &deputy)
    try members("employees", &employees)
  }
}

/// Who may do what?
package struct ListRoles: Query {

  package typealias Answer = RoleList
  package static let purpose = Bilingual(
    da: "Roller, konti og fuldmagter.",
    en: "Roles, accounts and delegations.")
  package static let area = Area.organisation

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {}
}

/// The answer to `ListRoles`.
package struct RoleList: Record {
  package var delegations: [DelegationLine] = []
  package var holders: [RoleHolder] = []

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("delegations", &delegations)
    try members("holders", &holders)
  }
}

/// Somebody with roles or an account.
package struct RoleHolder: Record {
  package var hasAccount = false
  package var person = Person()
  package var roles: [RoleLine] = []

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("hasAccount", &hasAccount)
    try members("person", &person)
    try members("roles", &roles)
  }
}

/// `to` may record on behalf of `of`.
package struct DelegationLine: Record {
  package var of = Person()
  package var to = Person()

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("of", &of)
    try members("to", &to)
  }
}

/// Who am I?
package struct WhoAmI: Query {

  package typealias Answer = Identity
  package static let purpose = Bilingual(
    da: "Hvem systemet mener, du er, og hvad du må.",
    en: "Who the system takes you for, and what you may do.")
  package static let area = Area.organisation

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {}
}

/// The answer to `WhoAmI`.
package struct Identity: Record {
  package var capacities: [Line] = []
  package var methods: [Line] = []
  package var person: Person?

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("capacities", &capacities)
    try members("methods", &methods, "The methods you may call.")
    try members("person", &person)
  }
}
