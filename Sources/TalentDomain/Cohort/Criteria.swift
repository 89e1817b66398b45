/// What nominees are judged by (R8): three categories, five questions, the allowed bases and the weights.
package struct Criteria: Record {
  package var categories: [Category] = []
  /// The version of the leadership framework (ledelsesgrundlag) that they rest on.
  package var framework = Line("")
  package var questions: [Question] = []
  package var version: Code = ""

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("categories", &categories)
    try members("framework", &framework, "The version of the leadership framework (ledelsesgrundlag).")
    try members("questions", &questions)
    try members("version", &version)
  }

  package func question(_ number: Int) -> Question? { questions.first { $0.number == number } }
}

package struct Category: Record {
  package var da = Line("")
  package var en = Line("")
  package var number = 0
  /// Its share of the total; the weights of all categories add up to 1.
  package var weight = Rational(0)

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("da", &da)
    try members("en", &en)
    try members("number", &number)
    try members("weight", &weight, "Its share of the total; all weights add up to 1.")
  }
}

package struct Question: Record {
  /// The bases on which an answer may rest.
  package var bases: [Basis] = []
  package var category = 0
  package var da = Line("")
  package var en = Line("")
  package var number = 0

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("bases", &bases, "The bases on which an answer may rest.")
    try members("category", &category)
    try members("da", &da)
    try members("en", &en)
    try members("number", &number)
  }
}
