import TalentDomain

/// The people of the tests, by employee number.
enum Cast {
  static let director = "1"
  static let hr = "10"
  static let otherHR = "11"
  static let hrChief = "12"
  static let secretary = "13"
  static let board = ["20", "21", "22"]
  /// On the board and in the HR Centre at once: may propose a selection, and then not approve it.
  static let boardAndHR = "23"
  static let assessors = ["30", "31"]
  static let auditor = "40"
  static let portal = "41"
  static let dpo = "42"

  /// Center for Børn og Undervisning: twenty-five employees under one leader.
  static let schools = "Center for Børn og Undervisning"
  static let chief = "100"
  static let deputy = "101"
  static let leader = "102"
  static let employees = (110...134).map(String.init)
  /// One more, who has held a leadership post.
  static let formerLeader = "140"

  /// Driftbyen: five employees.
  static let works = "Driftbyen"
  static let otherChief = "200"
  static let otherLeader = "202"
  static let otherEmployees = (210...214).map(String.init)

  static let centres = ["Direktionen", "HR-Centret", schools, works]

  static let roles: [(Role, [String])] = [
    (.hr, [hr, otherHR, boardAndHR]), (.secretary, [secretary]), (.board, board + [boardAndHR]),
    (.assessor, assessors), (.auditor, [auditor]), (.portal, [portal]), (.dpo, [dpo]),
  ]

  /// Everybody, those who lead before those who are led.
  static var people: [RegisterPerson] {
    var people: [RegisterPerson] = []
    func add(
      _ numbers: [String], _ centre: String, _ workplace: String, _ profession: String, under leader: String? = nil,
      hasLed: Bool = false
    ) {
      people += numbers.map {
        RegisterPerson($0, centre: centre, workplace, profession, under: leader, hasLed: hasLed)
      }
    }
    add([director] + board + [boardAndHR], "Direktionen", "Rådhuset", "direktør", hasLed: true)
    add([hrChief], "HR-Centret", "Rådhuset", "HR-chef", under: director, hasLed: true)
    add(
      [hr, otherHR, secretary, auditor, portal, dpo] + assessors, "HR-Centret", "Rådhuset", "HR-konsulent",
      under: hrChief)
    add([chief, deputy], schools, "Rådhuset", "centerchef", under: director, hasLed: true)
    add([leader], schools, "Skolen", "skoleleder", under: chief, hasLed: true)
    for (index, number) in employees.enumerated() {
      add(
        [number], schools, ["Skolen", "Børnehuset", "Ungdomsklubben"][index % 3], ["lærer", "pædagog"][index % 2],
        under: leader)
    }
    add([formerLeader], schools, "Skolen", "lærer", under: leader, hasLed: true)
    add([otherChief], works, "Driftbyen", "centerchef", under: director, hasLed: true)
    add([otherLeader], works, "Materielgården", "driftsleder", under: otherChief, hasLed: true)
    add(otherEmployees, works, "Materielgården", "gartner", under: otherLeader)
    return people
  }

  static let posts: [(String, CentrePost, String)] = [
    (chief, .chief, schools), (deputy, .deputy, schools), (otherChief, .chief, works),
  ]
}
