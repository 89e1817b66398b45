import TalentDomain

/// The people of one municipality, by employee number: the board, the HR Centre, and centres with their leaders and
/// employees. The number begins with the municipality's own.
struct Municipality {
  static let centres = 8
  static let leadersPerCentre = 3
  static let employeesPerCentre = 30

  let code: Int

  private func number(_ rest: Int) -> String { String(code * 1000 + rest) }

  // MARK: Who is who

  var director: String { number(1) }
  var board: [String] { [number(2), number(3)] }
  var hrChief: String { number(10) }
  var hr: String { number(11) }
  var assessors: [String] { [number(12), number(13)] }

  func chief(_ centre: Int) -> String { number(100 + centre * 100) }
  private func deputy(_ centre: Int) -> String { number(101 + centre * 100) }
  func leader(_ centre: Int, _ index: Int) -> String { number(102 + centre * 100 + index) }
  func employee(_ centre: Int, _ index: Int) -> String { number(110 + centre * 100 + index) }

  /// The immediate leader of an employee.
  func leader(ofEmployee index: Int, in centre: Int) -> String { leader(centre, index % Self.leadersPerCentre) }

  // MARK: Set-up

  func centre(_ index: Int) -> Line { Line("Center \(index + 1), kommune \(code)") }
  private var hrCentre: Line { Line("HR-Centret, kommune \(code)") }

  func register(_ hand: Hand) async throws {
    try await hand.importAll(registeredCentres, by: nil)
    try await hand.importAll(registeredPeople, by: nil)
    try await hand.importAll(chiefs, by: nil)
    for role in roles { try await hand.send(role, by: nil) }
  }

  private var registeredCentres: [RegisterCentre] {
    [RegisterCentre(name: hrCentre)] + (0..<Self.centres).map { RegisterCentre(name: centre($0)) }
  }

  /// Those who lead before those who are led.
  private var registeredPeople: [RegisterPerson] {
    var people = ([director] + board).map { person($0, hrCentre, "Rådhuset", "direktør", hasLed: true) }
    people.append(person(hrChief, hrCentre, "Rådhuset", "HR-chef", under: director, hasLed: true))
    people += ([hr] + assessors).map { person($0, hrCentre, "Rådhuset", "HR-konsulent", under: hrChief) }
    for centre in 0..<Self.centres { people += peopleOfCentre(centre) }
    return people
  }

  private func peopleOfCentre(_ centre: Int) -> [RegisterPerson] {
    let name = self.centre(centre)
    var people = [chief(centre), deputy(centre)].map {
      person($0, name, "Rådhuset", "centerchef", under: director, hasLed: true)
    }
    people += (0..<Self.leadersPerCentre).map {
      person(leader(centre, $0), name, workplace(centre, $0), "afdelingsleder", under: chief(centre), hasLed: true)
    }
    people += (0..<Self.employeesPerCentre).map {
      person(
        employee(centre, $0), name, workplace(centre, $0),
        ["lærer", "pædagog", "sygeplejerske", "gartner", "socialrådgiver"][$0 % 5],
        under: leader(ofEmployee: $0, in: centre))
    }
    return people
  }

  private var chiefs: [AppointCentreChief] {
    (0..<Self.centres).flatMap { centre in
      [(chief(centre), CentrePost.chief), (deputy(centre), .deputy)].map { number, post in
        var appoint = AppointCentreChief()
        appoint.centre = self.centre(centre)
        appoint.person = PersonRef(given: number)
        appoint.post = post
        return appoint
      }
    }
  }

  private var roles: [GrantRole] {
    ([(hr, .hr)] + board.map { ($0, Role.board) } + assessors.map { ($0, .assessor) }).map { number, role in
      var grant = GrantRole()
      grant.person = PersonRef(given: number)
      grant.role = role
      return grant
    }
  }

  private func workplace(_ centre: Int, _ index: Int) -> String {
    "Arbejdsplads \(centre * 10 + index % Self.leadersPerCentre), kommune \(code)"
  }

  private func person(
    _ number: String, _ centre: Line, _ workplace: String, _ profession: String, under leader: String? = nil,
    hasLed: Bool = false
  ) -> RegisterPerson {
    var person = RegisterPerson()
    person.centre = centre
    person.email = Line("fornavn.efternavn.\(number)@kommune.example")
    person.hasLed = hasLed
    person.leader = leader.map { PersonRef(given: $0) }
    person.name = Line("Fornavn Mellemnavn Æblegård nr. \(number)")
    person.number = Line(number)
    person.profession = Line(profession)
    person.workplace = Line(workplace)
    return person
  }
}
