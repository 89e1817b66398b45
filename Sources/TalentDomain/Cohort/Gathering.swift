/// A gathering (samling) of the programme: «Fast tidsramme med datoer samt start og sluttidspunkt.»
package struct Gathering: Record {
  /// How many days of the programme it counts for.
  package var days = Rational(0)
  package var ends = LocalTime.blank
  package var number = 0
  package var starts = LocalTime.blank
  package var title = Line("")

  package init() {}
  package init(_ number: Int, _ title: Line, from starts: LocalTime, to ends: LocalTime, days: Rational) {
    self.days = days
    self.ends = ends
    self.number = number
    self.starts = starts
    self.title = title
  }

  /// Its first day.
  package var date: CivilDate { starts.date }

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("days", &days, "How many days of the programme it counts for, such as 2 or 1/2.")
    try members("ends", &ends, "The end of its last day, in the cohort's zone.")
    try members("number", &number, "1 for the kick-off, and so on.")
    try members("starts", &starts, "The beginning of its first day, in the cohort's zone.")
    try members("title", &title)
  }
}
