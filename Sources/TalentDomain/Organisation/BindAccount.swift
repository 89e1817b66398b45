/// An operating-system account acts for an employee from now on.
package struct BindAccount: OrganisationCommand {
  package var account = Line("")
  package var person = PersonRef.blank
  package var uid = 0

  package static let purpose = Bilingual(
    da: "Knyt en konto i operativsystemet til en medarbejder.",
    en: "Bind an operating-system account to an employee.")
  package static let area = Area.organisation

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("account", &account, "The account's name.")
    try members("person", &person)
    try members("uid", &uid, "The account's number (uid).")
  }

  package func propose(_ organisation: Organisation, _ context: Context) throws(Refusal) -> [Proposal] {
    let person = try person.known().person
    guard (0...BindAccount.highestUID).contains(uid) else {
      throw .invalid(Fault(.outOfRange(0...BindAccount.highestUID), at: ["uid"]))
    }
    let binding = AccountBinding(account: account, uid: uid)
    if let holder = context.directory.person(uid: uid) {
      // Account numbers are sealed, so no rule could judge this by the leaf alone.
      guard holder == person else { throw .rule(.uidTaken) }
      let before = organisation.bound[person].flatMap { context.directory.opened(AccountBinding.self, at: $0) }
      if before == binding { return [] }
    }
    return [Proposal(AccountBound(person: person), subject: person, sealed: [Sealed(binding, of: person)])]
  }

  /// The kernel keeps 4294967295 for «no change».
  private static let highestUID = 4_294_967_294
}

/// Somebody has an account. Which one is personal data, and sealed.
package struct AccountBound: OrganisationFact {
  package var person = Alias.none

  package static let type: StaticString = "account.bound.v1"
  package static let purpose = Bilingual(
    da: "En konto er knyttet til en medarbejder.",
    en: "An account has been bound to an employee.")
  package static let sealed: [any SealedRecord.Type] = [AccountBinding.self]

  package init() {}
  package init(person: Alias) { self.person = person }

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("person", &person)
  }

  package func apply(to organisation: inout Organisation, _ header: Header) {
    organisation.accounts.insert(person)
    organisation.bound[person] = header.position
  }
}

/// The account's name and number.
package struct AccountBinding: SealedRecord {
  package var account = Line("")
  package var uid = 0

  package static let kind = SealedKind.accountBinding
  package static let retention = RetentionClass.account
  package static let audience = Audience.account

  package init() {}
  package init(account: Line, uid: Int) {
    self.account = account
    self.uid = uid
  }

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("account", &account)
    try members("uid", &uid)
  }
}
