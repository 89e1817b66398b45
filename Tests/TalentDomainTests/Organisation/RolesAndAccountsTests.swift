import TalentDomain
import Testing

struct RolesAndAccountsTests {
  @Test func `a role holds in one cohort, or in all`() throws {
    var it = try Case.staffed()
    try it.accept(grant(.assessor, to: "110", in: "2027"))
    let person = it.person("110")
    #expect(it.organisation.holds(person, .assessor, in: "2027"))
    #expect(!it.organisation.holds(person, .assessor, in: "2028"))
    #expect(!it.organisation.holds(person, .assessor))
    try it.accept(grant(.assessor, to: "110"))
    #expect(it.organisation.holds(person, .assessor, in: "2028"))
    try it.accept(revoke(.assessor, from: "110", in: "2027"))
    try it.accept(revoke(.assessor, from: "110"))
    #expect(it.organisation.roles[person] == nil)
  }

  @Test func `a role is granted once, and revoked as it was granted`() throws {
    var it = try Case.staffed()
    #expect(try it.refused(grant(.hr, to: Staff.hr)) == ["S3"])
    #expect(try it.refused(revoke(.hr, from: Staff.hr, in: "2027")) == ["S3"])
    #expect(try it.refused(revoke(.board, from: Staff.hr)) == ["S3"])
  }

  @Test func `nobody grants or revokes a role of one's own, nor has it done in one's name`() throws {
    var it = try Case.staffed()
    try it.accept(grant(.administrator, to: Staff.hr))
    #expect(try it.refused(grant(.board, to: Staff.hr), as: Staff.hr) == ["S3"])
    #expect(try it.refused(revoke(.administrator, from: Staff.hr), as: Staff.hr) == ["S3"])
    #expect(try it.refused(grant(.board, to: Staff.hr), as: Staff.otherHR, for: Staff.hr) == ["S3"])
    #expect(try it.refused(revoke(.administrator, from: Staff.hr), as: Staff.otherHR, for: Staff.hr) == ["S3"])
    try it.accept(grant(.board, to: Staff.otherHR), as: Staff.hr)
  }

  @Test func `an account acts for one person at a time`() throws {
    var it = try Case.staffed()
    try it.accept(bind("110", "anna", 1001))
    #expect(try it.accept(bind("110", "anna", 1001)).isEmpty)
    #expect(try it.refused(bind("111", "anna", 1001)) == ["S3"])
    #expect(try it.refused(bind("110", "anna", 1002)) == ["S3"])
    try it.accept(unbind("110"))
    #expect(try it.refused(unbind("110")) == ["S3"])
    #expect(it.organisation.accounts.isEmpty)
    try it.accept(bind("111", "anna", 1001))
    #expect(it.organisation.accounts == [it.person("111")])
  }

  @Test func `an account's name and number stand sealed`() throws {
    var it = try Case.staffed()
    try it.accept(bind("110", "anna", 1001))
    let leaf = try #require(it.events.last).fact.canonical
    #expect(String(decoding: leaf, as: UTF8.self) == #"{"person":"\#(it.person("110").text)"}"#)
    #expect(it.sealed(AccountBinding.self) == [AccountBinding(account: "anna", uid: 1001)])
  }

  @Test func `nobody binds or unbinds an account of one's own`() throws {
    var it = try Case.staffed()
    #expect(try it.refused(bind(Staff.hr, "hr", 1001), as: Staff.hr) == ["S3"])
    try it.accept(bind(Staff.hr, "hr", 1001))
    #expect(try it.refused(unbind(Staff.hr), as: Staff.hr) == ["S3"])
  }

  @Test(arguments: [-1, 4_294_967_295])
  func `a number that no account can have is the command's fault`(_ uid: Int) throws {
    var it = try Case.staffed()
    #expect(throws: Refusal.invalid(Fault(.outOfRange(0...4_294_967_294), at: ["uid"]))) {
      try it.when(self.bind("110", "anna", uid))
    }
  }

  @Test func `a delegation lets one record on the other's behalf`() throws {
    var it = try Case.staffed()
    let (to, of) = (it.person("110"), it.person(Staff.chief))
    #expect(!it.organisation.mayRecord(to, onBehalfOf: of))
    try it.accept(delegate("110", of: Staff.chief), as: Staff.chief)
    #expect(it.organisation.mayRecord(to, onBehalfOf: of))
    #expect(!it.organisation.mayRecord(of, onBehalfOf: to))
    #expect(try it.refused(delegate("110", of: Staff.chief)) == ["S3"])
    try it.accept(undelegate("110", of: Staff.chief))
    #expect(!it.organisation.mayRecord(to, onBehalfOf: of))
    #expect(try it.refused(undelegate("110", of: Staff.chief)) == ["S3"])
  }

  @Test func `nobody takes another's name, and nobody needs one's own`() throws {
    var it = try Case.staffed()
    #expect(try it.refused(delegate("110", of: Staff.chief), as: "110") == ["S3"])
    #expect(try it.refused(delegate("110", of: "110")) == ["S3"])
  }

  @Test func `nothing is done to somebody who is not known`() throws {
    var it = try Case.staffed()
    let nobody = PersonRef("404")
    #expect(throws: Refusal.notFound) { try it.when(self.grant(.hr, to: nobody.given)) }
    #expect(throws: Refusal.notFound) { try it.when(self.revoke(.hr, from: nobody.given)) }
    #expect(throws: Refusal.notFound) { try it.when(self.bind(nobody.given, "x", 1)) }
    #expect(throws: Refusal.notFound) { try it.when(self.unbind(nobody.given)) }
    #expect(throws: Refusal.notFound) { try it.when(self.delegate(nobody.given, of: Staff.chief)) }
    #expect(throws: Refusal.notFound) { try it.when(self.undelegate("110", of: nobody.given)) }
  }

  private func grant(_ role: Role, to number: String, in cohort: Code? = nil) -> GrantRole {
    var command = GrantRole()
    (command.cohort, command.person, command.role) = (cohort, PersonRef(number), role)
    return command
  }

  private func revoke(_ role: Role, from number: String, in cohort: Code? = nil) -> RevokeRole {
    var command = RevokeRole()
    (command.cohort, command.person, command.role) = (cohort, PersonRef(number), role)
    return command
  }

  private func bind(_ number: String, _ account: Line, _ uid: Int) -> BindAccount {
    var command = BindAccount()
    (command.account, command.person, command.uid) = (account, PersonRef(number), uid)
    return command
  }

  private func unbind(_ number: String) -> UnbindAccount {
    var command = UnbindAccount()
    command.person = PersonRef(number)
    return command
  }

  private func delegate(_ to: String, of: String) -> GrantDelegation {
    var command = GrantDelegation()
    (command.of, command.to) = (PersonRef(of), PersonRef(to))
    return command
  }

  private func undelegate(_ to: String, of: String) -> RevokeDelegation {
    var command = RevokeDelegation()
    (command.of, command.to) = (PersonRef(of), PersonRef(to))
    return command
  }
}
