internal import TalentDomain

/// What the immediate leader needs for the four questions (R12): where the nominee stood strongest and weakest beside those who
/// were selected, and how far from a seat. It tells of the others together, and only where they are several.
extension CaseReading {
  /// Fewer than this, and what is said of them together would tell of one.
  private static var leastMany: Int { 3 }

  /// Nil for whoever has a seat, and before there is a proposal.
  var guide: FeedbackGuide? {
    guard let criteria = cohort.setup.criteria, let selected = cohort.selection.proposal?.selected,
      !selected.contains(nominee), !reading.isBlind(towards: nominee)
    else { return nil }
    let standings = reading.standings()
    guard let own = standings.first(where: { $0.entry.nominee == nominee }) else { return nil }
    var guide = FeedbackGuide()
    let seats = cohort.setup.seats
    guide.placesToSeat = max(0, own.rank - seats)
    if standings.indices.contains(seats - 1) {
      guide.pointsToSeat = (standings[seats - 1].entry.total - own.entry.total).inQuarters
    }
    var distances: [(number: Int, distance: Rational)] = []
    guide.questions = criteria.questions.sorted { $0.number < $1.number }.map { question in
      var line = GuideQuestion()
      line.bases = Set(scores(question.number).map(\.basis)).sorted { $0.rawValue < $1.rawValue }
      line.da = question.da
      line.en = question.en
      line.mean = points.mean(of: nominee, [question])
      line.number = question.number
      guard selected.count >= CaseReading.leastMany else { return line }
      let distance = line.mean - points.mean(of: selected, question)
      distances.append((question.number, distance))
      line.relation = distance == Rational(0) ? .level : distance < Rational(0) ? .below : .above
      return line
    }
    let most = distances.map(\.distance).max()
    let least = distances.map(\.distance).min()
    guide.strongest = distances.filter { $0.distance == most }.map(\.number)
    guide.weakest = distances.filter { $0.distance == least && least != most }.map(\.number)
    return guide
  }

  private func scores(_ question: Int) -> [Score] {
    guard let criteria = cohort.setup.criteria else { return [] }
    return cohort.assessment.fullSets(of: nominee, criteria).compactMap {
      cohort.assessment.set(of: nominee, by: $0).scores[question]
    }
  }
}

/// Means of points over the full sets that count, exact.
struct PointMeans {
  private let cohort: Cohort

  init(_ cohort: Cohort) { self.cohort = cohort }

  func mean(of nominee: Alias, _ questions: [Question]) -> Rational {
    Rational.mean(questions.flatMap { points(of: nominee, $0.number) })
  }

  /// Of several together, each point counting alike.
  func mean(of nominees: [Alias], _ question: Question) -> Rational {
    Rational.mean(nominees.flatMap { points(of: $0, question.number) })
  }

  private func points(of nominee: Alias, _ question: Int) -> [Int] {
    guard let criteria = cohort.setup.criteria else { return [] }
    return cohort.assessment.fullSets(of: nominee, criteria).compactMap {
      cohort.assessment.set(of: nominee, by: $0).scores[question]?.points
    }
  }
}

extension Rational {
  fileprivate static func mean(_ points: [Int]) -> Rational {
    points.isEmpty ? Rational(0) : Rational(points.reduce(0, +), points.count)
  }

  fileprivate static func - (left: Rational, right: Rational) -> Rational { left + right * Rational(-1) }

  /// Rounded up to a quarter, and never below none: near enough to be told, too coarse to give away a total.
  fileprivate var inQuarters: Rational {
    guard numerator > 0 else { return Rational(0) }
    return Rational((numerator * 4 + denominator - 1) / denominator, 4)
  }
}
