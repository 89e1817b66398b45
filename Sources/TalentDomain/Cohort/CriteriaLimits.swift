/// What S4 has to say of criteria: numbers that are unique and known, weights that add up to exactly 1.
let criteriaLimits: [Rule.Check] = [
  on(CriteriaPublished.self) { fact, _ in fact.criteria.miscounted },
  on(CriteriaPublished.self) { fact, _ in fact.criteria.misattributed },
  on(CriteriaPublished.self) { fact, _ in fact.criteria.misweighted },
]

extension Criteria {
  fileprivate static let questionLimit = 20
  fileprivate static let categoryLimit = 10
  /// All weights are multiples of one n-th, n at most this: sums of weighted scores then stay far below 64 bits.
  fileprivate static let commonDenominatorLimit = 1000

  fileprivate var miscounted: Finding? {
    guard
      !(1...Criteria.questionLimit).contains(questions.count)
        || !(1...Criteria.categoryLimit).contains(categories.count)
    else { return nil }
    return Finding(
      .s4,
      Bilingual(
        da: "Kriterierne har \(questions.count) spørgsmål i \(categories.count) kategorier.",
        en: "The criteria have \(questions.count) questions in \(categories.count) categories."),
      remedy: Bilingual(
        da: "Der er 1 til \(Criteria.questionLimit) spørgsmål i 1 til \(Criteria.categoryLimit) kategorier.",
        en: "There are 1 to \(Criteria.questionLimit) questions in 1 to \(Criteria.categoryLimit) categories."))
  }

  fileprivate var misattributed: Finding? {
    if let number = categories.map(\.number).firstRepeated ?? questions.map(\.number).firstRepeated {
      return Finding(
        .s4,
        Bilingual(da: "Nummer \(number) er brugt to gange.", en: "The number \(number) is used twice."),
        remedy: Bilingual(
          da: "Hver kategori og hvert spørgsmål har sit eget nummer.",
          en: "Each category and each question has a number of its own."))
    }
    let known = Set(categories.map(\.number))
    if let stray = questions.first(where: { !known.contains($0.category) }) {
      return Finding(
        .s4,
        Bilingual(
          da: "Spørgsmål \(stray.number) hører til kategori \(stray.category), som ikke findes.",
          en: "Question \(stray.number) belongs to category \(stray.category), which does not exist."),
        remedy: Bilingual(
          da: "Kategorierne er \(numbers(categories.map(\.number))).",
          en: "The categories are \(numbers(categories.map(\.number)))."))
    }
    let asked = Set(questions.map(\.category))
    if let empty = categories.first(where: { !asked.contains($0.number) }) {
      return Finding(
        .s4,
        Bilingual(
          da: "Kategori \(empty.number) har intet spørgsmål.", en: "Category \(empty.number) has no question."),
        remedy: Bilingual(
          da: "Hver kategori har mindst ét spørgsmål.", en: "Each category has at least one question."))
    }
    if let question = questions.first(where: { $0.bases.isEmpty || Set($0.bases).count != $0.bases.count }) {
      return Finding(
        .s4,
        Bilingual(
          da: "Spørgsmål \(question.number) nævner intet grundlag, eller det samme to gange.",
          en: "Question \(question.number) names no basis, or the same one twice."),
        remedy: Bilingual(
          da: "Hvert spørgsmål nævner hvert af sine tilladte grundlag én gang.",
          en: "Each question names each of its allowed bases once."))
    }
    return nil
  }

  fileprivate var misweighted: Finding? {
    let remedy = Bilingual(
      da: "Vægtene er brøker over 0 med en fællesnævner på højst \(Criteria.commonDenominatorLimit), i alt netop 1.",
      en: "The weights are fractions above 0, of a common denominator of at most "
        + "\(Criteria.commonDenominatorLimit), and add up to exactly 1.")
    // By hand, and not by adding rationals: a client may send fractions whose sum no machine word holds.
    var common = 1
    for weight in categories.map(\.weight) {
      guard weight.numerator > 0, weight.numerator <= weight.denominator,
        weight.denominator <= Criteria.commonDenominatorLimit
      else {
        return Finding(
          .s4,
          Bilingual(da: "\(weight.text) er ingen vægt.", en: "\(weight.text) is no weight."), remedy: remedy)
      }
      // The denominator that the two fractions share: 1/a + 1/b needs no smaller one than their least common multiple.
      common =
        (1...weight.denominator).lazy.map { $0 * common }.first { $0.isMultiple(of: weight.denominator) } ?? common
      guard common <= Criteria.commonDenominatorLimit else {
        return Finding(
          .s4,
          Bilingual(
            da: "Vægtenes fællesnævner er mindst \(common).",
            en: "The common denominator of the weights is at least \(common)."), remedy: remedy)
      }
    }
    let sum = categories.map { $0.weight.numerator * (common / $0.weight.denominator) }.reduce(0, +)
    guard sum != common else { return nil }
    return Finding(
      .s4,
      Bilingual(
        da: "Vægtene er i alt \(Rational(sum, common).text).",
        en: "The weights add up to \(Rational(sum, common).text)."), remedy: remedy)
  }
}

private func numbers(_ values: [Int]) -> String { values.map(String.init).joined(separator: ", ") }

extension [Int] {
  /// The first that stands in it twice.
  fileprivate var firstRepeated: Int? {
    var seen: Set<Int> = []
    return first { !seen.insert($0).inserted }
  }
}
