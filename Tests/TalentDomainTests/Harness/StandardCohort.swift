import TalentDomain

extension CohortCommand where Self == OpenCohort {
  static var cohort2027: OpenCohort {
    var command = OpenCohort()
    command.cohort = "2027"
    command.deadline = date("2027-03-01")
    command.kickOff = date("2027-04-26")
    command.mbtiDate = date("2027-04-06")
    command.seats = 20
    command.title = "Talentforløb 2027"
    return command
  }
}

extension PublishCriteria {
  init(_ criteria: Criteria) {
    self.init()
    cohort = "2027"
    self.criteria = criteria
  }
}

extension PublishProgramme {
  init(_ gatherings: [Gathering]) {
    self.init()
    cohort = "2027"
    self.gatherings = gatherings
  }
}

extension Criteria {
  /// The programme's five questions in three categories of equal weight; of the last only what has been shown counts.
  static var standard: Criteria {
    var criteria = Criteria()
    criteria.framework = "Ledelsesgrundlag 2026"
    criteria.version = "kriterier-1"
    criteria.categories = [
      Category(1, "Evner og kompetencer", "Abilities and competences", weight: Rational(1, 3)),
      Category(2, "Engagement i HTK, kerneopgaven og borgerne", "Engagement", weight: Rational(1, 3)),
      Category(3, "Motivation for mere", "Motivation for more", weight: Rational(1, 3)),
    ]
    criteria.questions = [
      Question(1, in: 1, "Tillidsfulde relationer", "Relations of trust"),
      Question(2, in: 1, "Ledelsesmæssig professionalisme", "Professional leadership"),
      Question(3, in: 1, "Indtræde i en relevant lederstilling", "Step into a leadership post"),
      Question(4, in: 2, "Tænke og agere i helheder", "Think and act for the whole"),
      Question(5, in: 3, "Udøve mere positiv indflydelse", "Exercise more influence", bases: [.demonstrated, .none]),
    ]
    return criteria
  }
}

extension TalentDomain.Category {
  init(_ number: Int, _ da: String, _ en: String, weight: Rational) {
    self.init()
    self.da = Line(da)
    self.en = Line(en)
    self.number = number
    self.weight = weight
  }
}

extension Question {
  init(_ number: Int, in category: Int, _ da: String, _ en: String, bases: [Basis] = Basis.allCases) {
    self.init()
    self.bases = bases
    self.category = category
    self.da = Line(da)
    self.en = Line(en)
    self.number = number
  }
}

extension [Gathering] {
  /// Six gatherings of two days each; the second begins on 24 May.
  static var standard: [Gathering] {
    let days = ["2027-04-26", "2027-05-24", "2027-08-23", "2027-10-04", "2027-11-15", "2028-01-31"]
    return days.enumerated().map { index, day in
      let first = date(day)
      return Gathering(
        index + 1, Line("Samling \(index + 1)"), from: LocalTime("\(first.text)T09:00:00")!,
        to: LocalTime("\(first.adding(days: 1).text)T16:00:00")!, days: Rational(2))
    }
  }
}
