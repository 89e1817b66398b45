import Projections
import TalentDomain
import Testing

@testable import TalentService

/// From the state of a cohort to what the table of disclosures looks at.
struct DisclosingTests {
  // People by the id in the organisation's stream, and in the cohort by a thousand more.
  private static let nominee = Alias(bits: 20)
  private static let assessor = Alias(bits: 21)
  private static let other = Alias(bits: 22)
  private static let leader = Alias(bits: 23)
  private static func alias(_ person: Alias) -> Alias { Alias(bits: person.bits + 1000) }

  private static var criteria: Criteria {
    var criteria = Criteria()
    criteria.questions = (1...5).map { number in
      var question = Question()
      question.number = number
      return question
    }
    return criteria
  }

  private var organisation = Organisation()
  private var warm = WarmCohort()

  init() {
    for person in [Self.nominee, Self.assessor, Self.other, Self.leader] {
      warm.links.take(PersonLink(alias: Self.alias(person), person: person))
    }
    organisation.employ(
      Self.nominee,
      as: Employee(centre: .none, workplace: .none, profession: .none, leader: Self.leader, hasLed: false))
    warm.state.setup.criteria = Self.criteria
    warm.state.nominations.live[Self.alias(Self.nominee)] = Alias(bits: 5000)
    warm.state.assessment.assigned[Self.alias(Self.nominee)] = [Self.alias(Self.assessor), Self.alias(Self.other)]
  }

  private func sees(_ kind: SealedKind, _ person: Alias, as capacities: Set<Capacity>, author: Alias? = nil) -> Bool {
    let viewer = Viewer(person: person, alias: Self.alias(person), capacities: capacities)
    return Disclosing(to: viewer, organisation, warm).mayShow(
      kind, owner: Self.nominee, about: Self.alias(Self.nominee), author: author.map(Self.alias))
  }

  private mutating func score(_ questions: ClosedRange<Int>, by assessor: Alias) {
    for question in questions {
      warm.state.assessment.sets[Self.alias(Self.nominee), default: [:]][Self.alias(assessor), default: ScoreSet()]
        .scores[question] = Score(basis: .demonstrated, points: 3, position: 0)
    }
  }

  @Test func `an assessor reads the form of the own nominee before anything else, and others' remarks last`() {
    var test = self
    #expect(test.sees(.nominationForm, Self.assessor, as: [.employee, .assessor]))
    test.score(1...4, by: Self.assessor)
    #expect(!test.sees(.assessmentRemark, Self.assessor, as: [.employee, .assessor], author: Self.other))
    #expect(test.sees(.assessmentRemark, Self.assessor, as: [.employee, .assessor], author: Self.assessor))
    test.score(5...5, by: Self.assessor)
    #expect(test.sees(.assessmentRemark, Self.assessor, as: [.employee, .assessor], author: Self.other))
  }

  @Test func `whoever assesses and is of the HR Centre besides is blind in both`() {
    var test = self
    #expect(!test.sees(.assessmentRemark, Self.assessor, as: [.assessor, .hr], author: Self.other))
    #expect(!test.sees(.calibrationNote, Self.assessor, as: [.assessor, .hr]))
    #expect(test.sees(.journalNumber, Self.assessor, as: [.assessor, .hr]))
    test.score(1...5, by: Self.assessor)
    #expect(test.sees(.assessmentRemark, Self.assessor, as: [.assessor, .hr], author: Self.other))
  }

  @Test func `an assessor of nobody reads no form`() {
    #expect(!sees(.nominationForm, Self.leader, as: [.assessor, .employee]))
  }

  @Test func `whoever is declared to have a conflict reads nothing of the case until it is dismissed`() {
    var test = self
    let conflict = Alias(bits: 6000)
    for (ruling, isOpen) in [(Conflict.Ruling.pending, false), (.upheld, false), (.dismissed, true)] {
      test.warm.state.assessment.conflicts[conflict] = Conflict(
        person: Self.alias(Self.other), nominee: Self.alias(Self.nominee), kind: .kin, ruling: ruling, position: 0)
      for kind in [SealedKind.nominationForm, .caseNote, .eligibilityReasons] {
        #expect(test.sees(kind, Self.other, as: [.hr, .board, .auditor, .secretary]) == isOpen, "\(kind), \(ruling)")
      }
    }
  }

  @Test func `a nominee of the HR Centre reads the own case as a nominee, and others' not at all`() {
    for kind in SealedKind.allCases where kind.row.matter == .case || kind.row.matter == .scores {
      let expected = kind.row.relations.contains(.subject)
      #expect(sees(kind, Self.nominee, as: Set(Capacity.allCases)) == expected, "\(kind)")
    }
  }

  @Test func `today's leader reads the plan and the feedback, and nobody else's leader does`() {
    for kind in [SealedKind.developmentPlan, .feedback] {
      #expect(sees(kind, Self.leader, as: [.leader, .employee]))
      #expect(!sees(kind, Self.other, as: [.leader, .employee]))
    }
  }
}
