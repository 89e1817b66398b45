import TalentDomain
import TalentInterface
import Testing

struct AccountTests {
  @Test func `an account acts for its employee from when it is bound until it is unbound`() throws {
    try withVillage { village in
      let administrator = try village.client("administrator")
      let newcomer = Client(try village.relay(.nobodyYet))
      #expect(throws: ServiceError.self) { try newcomer.ask(WhoAmI()) }
      try administrator.send(BindAccount(.nobodyYet, to: "113"))
      #expect(try newcomer.ask(WhoAmI()).person?.number == "113")
      var unbind = UnbindAccount()
      unbind.person = PersonRef(given: "113")
      try administrator.send(unbind)
      #expect(throws: ServiceError.self) { try newcomer.ask(WhoAmI()) }
    }
  }

  @Test func `an account whose number the system gives to another name is refused`() throws {
    try withVillage { village in
      var bind = BindAccount(.nobodyYet, to: "113")
      bind.account = "formerholder"
      try village.client("administrator").send(bind)
      let error = #expect(throws: ServiceError.self) { try Client(try village.relay(.nobodyYet)).ask(WhoAmI()) }
      #expect(error?.kind == .notPermitted)
    }
  }

  @Test func `the user nobody is refused, bound or not`() throws {
    try withVillage { village in
      try village.client("administrator").send(BindAccount(.nobody, to: "113"))
      #expect(throws: (any Error).self) { try Client(try village.relay(.nobody)).ask(WhoAmI()) }
    }
  }

  @Test func `a role counts from the moment it is granted until it is revoked`() throws {
    try withVillage { village in
      let administrator = try village.client("administrator")
      let employee = try village.client("employee")
      #expect(throws: ServiceError.self) { try employee.ask(ListRoles()) }
      try administrator.send(GrantRole(.dpo, to: "110"))
      #expect(try employee.ask(ListRoles()).holders.isEmpty == false)
      var revoke = RevokeRole()
      revoke.person = PersonRef(given: "110")
      revoke.role = .dpo
      try administrator.send(revoke)
      #expect(throws: ServiceError.self) { try employee.ask(ListRoles()) }
    }
  }

  @Test func `nobody names who acts where the service does not simulate`() throws {
    try withVillage { village in
      let liar = Client(try village.messenger("employee"), as: Cast.hr)
      let error = #expect(throws: ServiceError.self) { try liar.send(ReceiveNomination(of: "110")) }
      #expect(error?.kind == .invalidInput)
      let administrator = Client(try village.messenger("administrator"), as: Cast.hr)
      #expect(throws: ServiceError.self) { try administrator.send(ReceiveNomination(of: "110")) }
    }
  }
}

extension OSUser {
  /// An account that nobody in the village has.
  fileprivate static let nobodyYet = OSUser.sys
}
