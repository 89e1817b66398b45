import TalentDomain
import Testing

@testable import TalentService

struct AuthorisationTests {
  private static let hr = Alias(bits: 100)
  private static let chief = Alias(bits: 101)
  private static let employee = Alias(bits: 102)
  private static let other = Alias(bits: 103)
  private static let auditor = Alias(bits: 104)
  /// Known to nobody.
  private static let nobody = "999"

  /// Five colleagues, by the numbers 100 to 104; the employee may record for the other, the auditor for the chief.
  private let authorisation: Authorisation = {
    var (organisation, names) = (Organisation(), NameIndex())
    for person in [hr, chief, employee, other, auditor] {
      organisation.employ(
        person, as: Employee(centre: .none, workplace: .none, profession: .none, leader: nil, hasLed: false))
      let name = PersonName(name: "Medarbejder", number: Line("\(person.bits)"), email: nil)
      names.take(PersonRegistered(person: person), [name])
    }
    organisation.roles = [hr: [RoleHeld(role: .hr, cohort: nil)], auditor: [RoleHeld(role: .auditor, cohort: nil)]]
    var centre = Centre(name: "Centeret")
    centre.appoint(chief, to: .chief)
    organisation.centres[Alias(bits: 200)] = centre
    organisation.delegations = [Delegation(to: employee, of: other), Delegation(to: auditor, of: chief)]
    return Authorisation(organisation: organisation, names: names)
  }()

  private func permit(
    _ command: some Command, by person: Alias, behalf: String? = nil
  ) throws(Refusal) -> Alias? {
    let type = type(of: command)
    return try authorisation.permit(
      "dk.talentd.\(type.area.rawValue).\(type.method)", Caller(person: person, isConfigured: false), cohort: "2027",
      behalf: behalf.map { PersonRef(given: $0) }, command: command)
  }

  private func interest(of number: String) -> ConfirmInterest {
    var command = ConfirmInterest()
    command.employee = PersonRef(given: number)
    return command
  }

  @Test func `an employee acts in the own case, and another's is not found`() throws {
    #expect(try permit(interest(of: "102"), by: AuthorisationTests.employee) == nil)
    for number in ["103", AuthorisationTests.nobody] {
      #expect(throws: Refusal.notFound) { try permit(interest(of: number), by: AuthorisationTests.employee) }
    }
  }

  @Test func `who records cases records everybody's, in the own name and in the other's`() throws {
    #expect(try permit(interest(of: "103"), by: AuthorisationTests.hr) == nil)
    #expect(try permit(interest(of: "103"), by: AuthorisationTests.hr, behalf: "103") == AuthorisationTests.other)
  }

  @Test func `a delegate acts in the case of the one who delegated, and in nobody else's`() throws {
    let delegate = AuthorisationTests.employee
    #expect(try permit(interest(of: "103"), by: delegate, behalf: "103") == AuthorisationTests.other)
    for number in ["102", "101", AuthorisationTests.nobody] {
      #expect(throws: Refusal.notFound) { try permit(interest(of: number), by: delegate, behalf: "103") }
    }
  }

  @Test func `without a delegation nobody acts in another's name, whether there is such a person or not`() {
    for number in ["101", AuthorisationTests.nobody] {
      #expect(throws: Refusal.notPermitted) {
        try permit(interest(of: "102"), by: AuthorisationTests.employee, behalf: number)
      }
    }
  }

  @Test func `a command of the chief's is no employee's, and by delegation no auditor's`() throws {
    let form = SubmitNomination()
    #expect(try permit(form, by: AuthorisationTests.chief) == nil)
    #expect(try permit(form, by: AuthorisationTests.hr, behalf: "101") == AuthorisationTests.chief)
    #expect(throws: Refusal.notPermitted) { try permit(form, by: AuthorisationTests.employee) }
    #expect(throws: Refusal.notPermitted) { try permit(form, by: AuthorisationTests.auditor, behalf: "101") }
  }

  @Test func `at the door somebody may pass who might be permitted in some case`() {
    func mayPass(_ person: Alias, _ method: String) -> Bool {
      (try? authorisation.mightPermit(method, Caller(person: person, isConfigured: false))) != nil
    }
    let confirm = "dk.talentd.nomination.ConfirmInterest"
    let submit = "dk.talentd.nomination.SubmitNomination"
    #expect(mayPass(AuthorisationTests.employee, confirm))
    #expect(mayPass(AuthorisationTests.employee, submit), "by a delegation that might be the chief's")
    #expect(!mayPass(AuthorisationTests.other, submit))
    #expect(!mayPass(AuthorisationTests.auditor, submit))
    #expect(!mayPass(AuthorisationTests.hr, "dk.talentd.nomination.Unheard"))
  }
}
