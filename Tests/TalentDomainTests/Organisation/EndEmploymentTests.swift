import TalentDomain
import Testing

struct EndEmploymentTests {
  @Test func `whoever leaves is no employee, and is remembered as one who has left`() throws {
    var it = try Case.staffed()
    let person = it.person("110")
    let before = try #require(it.organisation.people[person])
    try it.accept(leave("110", on: "2027-01-03"), as: Staff.hr, at: at("2027-01-05 09:00"))
    #expect(it.organisation.people[person] == nil)
    #expect(it.organisation.capacities(of: person).isEmpty)
    let former = try #require(it.organisation.former[person])
    #expect(former == FormerEmployee(employment: before, left: date("2027-01-03")))
    #expect(try it.accept(leave("110"), as: Staff.hr).isEmpty, "the same again says nothing new")
  }

  @Test func `the personnel register brings back whoever is employed again`() throws {
    var it = try Case.staffed()
    let person = it.person("110")
    let before = it.organisation.people[person]
    try it.accept(leave("110"), as: Staff.hr)
    try it.employ(["110"], at: Staff.schools, "Skolen", "lærer", under: Staff.leader)
    #expect(it.organisation.people[person] == before)
    #expect(it.organisation.former[person] == nil)
  }

  @Test func `posts, roles, delegations and the account end with the employment, each by an event of its own`() throws {
    var it = try Case.staffed()
    let person = it.person(Staff.chief)
    try it.grant(.assessor, to: [Staff.chief])
    var account = BindAccount()
    (account.account, account.person, account.uid) = ("chef", PersonRef(Staff.chief), 1001)
    try it.accept(account)
    for (to, of) in [("110", Staff.chief), (Staff.chief, Staff.deputy)] {
      var delegation = GrantDelegation()
      (delegation.to, delegation.of) = (PersonRef(to), PersonRef(of))
      try it.accept(delegation)
    }
    let facts = try it.accept(leave(Staff.chief), as: Staff.hr)
    let types = facts.map { "\(Swift.type(of: $0).type)" }
    #expect(
      types == [
        "centre-post.vacated.v1", "role.revoked.v1", "delegation.revoked.v1", "delegation.revoked.v1",
        "account.unbound.v1", "employment.ended.v1",
      ])
    #expect(it.organisation.appointment(of: person) == nil)
    #expect(it.organisation.roles[person] == nil && !it.organisation.accounts.contains(person))
    #expect(!it.organisation.delegations.contains { $0.to == person || $0.of == person })
  }

  @Test func `nobody records one's own leaving, and nobody leaves ahead of time`() throws {
    var it = try Case.staffed()
    #expect(try it.refused(leave(Staff.hr), as: Staff.hr).first == "S3")
    #expect(try it.refused(leave("110", on: "2027-12-31"), as: Staff.hr, at: at("2027-01-05 09:00")) == ["S4"])
    #expect(throws: Refusal.notFound) { try it.when(self.leave("404")) }
  }

  @Test func `whoever has left gets no post, role, account or delegation`() throws {
    var it = try Case.staffed()
    try it.accept(leave("110"), as: Staff.hr)
    var role = GrantRole()
    (role.person, role.role) = (PersonRef("110"), .assessor)
    #expect(try it.refused(role) == ["S3"])
    var post = AppointCentreChief()
    (post.centre, post.person, post.post) = (Line(Staff.schools), PersonRef("110"), .deputy)
    #expect(try it.refused(post) == ["S3"])
    var account = BindAccount()
    (account.account, account.person, account.uid) = ("anna", PersonRef("110"), 1001)
    #expect(try it.refused(account) == ["S3"])
    var delegation = GrantDelegation()
    (delegation.to, delegation.of) = (PersonRef("110"), PersonRef(Staff.chief))
    #expect(try it.refused(delegation) == ["S3"])
  }

  @Test func `whoever has left cannot be nominated, and R3 says that it is for having left`() throws {
    var it = try Case.prepared()
    try it.accept(leave("110"), as: Staff.hr)
    let verdict = try it.when(SubmitNomination(of: "110"), as: Staff.chief, at: at("2027-02-01 12:00"))
    #expect(verdict.findings.first == .hasLeft)
    let nobody = try it.when(SubmitNomination(of: "404"), as: Staff.chief, at: at("2027-02-01 12:00"))
    #expect(nobody.rules.first == "R3")
    #expect(nobody.findings.first != .hasLeft)
  }

  @Test func `whoever has left is offered no seat, neither at first nor from the reserve`() throws {
    var it = try Case.approved()
    let (first, reserve) = ("110", "113")
    try it.accept(leave(first), as: Staff.hr)
    try it.accept(leave(reserve), as: Staff.hr)
    #expect(try it.when(OfferSeat(first)).findings == [.offeredAfterLeaving])
    #expect(try it.when(PromoteReserve(nil)).findings == [.offeredAfterLeaving])
  }

  private func leave(_ number: String, on day: String? = nil) -> EndEmployment {
    var command = EndEmployment()
    command.date = day.map(date)
    command.person = PersonRef(number)
    return command
  }
}
