import TalentDomain
import Testing

struct CentreTests {
  @Test func `a centre is registered once`() throws {
    var it = try Case.staffed()
    #expect(try it.refused(RegisterCentre(name: Line(Staff.works))) == ["S3"])
    #expect(it.organisation.centres.count == 4)
  }

  @Test func `a new chief takes the place of the old one`() throws {
    var it = try Case.staffed()
    try it.accept(appoint(Staff.leader, .chief))
    let centre = try #require(it.directory.centre(named: Staff.schools))
    #expect(it.organisation.post(of: it.person(Staff.leader), in: centre) == .chief)
    #expect(it.organisation.post(of: it.person(Staff.chief), in: centre) == nil)
    #expect(!it.organisation.capacities(of: it.person(Staff.chief)).contains(.centreChief))
  }

  @Test func `a list of centres that is imported again says nothing new`() throws {
    var it = try Case.staffed()
    #expect(try it.accept(appoint(Staff.chief, .chief)).isEmpty)
  }

  @Test(arguments: [(Staff.chief, CentrePost.deputy), (Staff.deputy, .chief)])
  func `nobody is chief and deputy of one centre`(_ person: String, _ post: CentrePost) throws {
    var it = try Case.staffed()
    #expect(try it.refused(appoint(person, post)) == ["S3"])
  }

  @Test func `a deputy becomes chief once the post of deputy is vacant`() throws {
    var it = try Case.staffed()
    try it.accept(vacate(.deputy))
    try it.accept(appoint(Staff.deputy, .chief))
    let centre = try #require(it.directory.centre(named: Staff.schools))
    #expect(it.organisation.centres[centre]?.chief == it.person(Staff.deputy))
    #expect(it.organisation.centres[centre]?.deputy == nil)
    #expect(try it.accept(vacate(.deputy)).isEmpty)
  }

  @Test func `nobody knows of a centre that is not registered, nor of a person`() throws {
    var it = try Case.staffed()
    #expect(throws: Refusal.notFound) { try it.when(self.appoint(Staff.leader, .chief, of: "Center for Ingenting")) }
    #expect(throws: Refusal.notFound) { try it.when(self.appoint("404", .chief)) }
  }

  @Test func `an appointment has taken effect when it is recorded`() throws {
    var it = try Case.staffed()
    var command = appoint(Staff.leader, .chief)
    command.date = date("2027-01-05")
    #expect(try it.refused(command) == ["S4"])
    command.date = date("2027-01-03")
    try it.accept(command)
    #expect(it.facts(CentreChiefAppointed.self).last?.date == date("2027-01-03"))
    var resigned = vacate(.chief)
    resigned.date = date("2027-02-01")
    #expect(try it.refused(resigned) == ["S4"])
  }

  @Test func `the chief of two centres has the same appointment in every process`() throws {
    for _ in 0..<20 {
      var it = try Case.staffed()
      try it.accept(appoint(Staff.otherDeputy, .chief))
      #expect(it.organisation.appointment(of: it.person(Staff.otherDeputy))?.post == .chief)
      try it.accept(appoint(Staff.otherChief, .chief))
      let centres = [Staff.schools, Staff.works].compactMap { it.directory.centre(named: $0) }
      #expect(it.organisation.appointment(of: it.person(Staff.otherChief))?.centre == centres.min())
    }
  }

  private func appoint(_ person: String, _ post: CentrePost, of centre: String = Staff.schools) -> AppointCentreChief {
    var command = AppointCentreChief()
    command.centre = Line(centre)
    command.person = PersonRef(person)
    command.post = post
    return command
  }

  private func vacate(_ post: CentrePost) -> VacateCentrePost {
    var command = VacateCentrePost()
    command.centre = Line(Staff.schools)
    command.post = post
    return command
  }
}
