/// The record of processing (fortegnelse over behandlingsaktiviteter, GDPR art. 30).
package struct ShowProcessingRegister: Query {
  package typealias Answer = ProcessingRegister
  package static let purpose = Bilingual(
    da: "Fortegnelse over behandlingsaktiviteter (artikel 30): hvad der behandles, hvorfor, for hvem og hvor længe.",
    en: "The record of processing activities (art. 30): what is processed, why, for whom and how long.")
  package static let area = Area.record

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {}
}

/// The answer to `ShowProcessingRegister`, an activity a class of data. It is made of the same tables by which the service
/// works, so that it says what is done.
package struct ProcessingRegister: Record {
  package var activities: [ProcessingActivity] = []
  package var controller = DataController()
  package var made = CivilDate.blank
  package var measures: [ProcessingWords] = []
  package var outside = ProcessingWords()
  package var transfers = ProcessingWords()

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("activities", &activities)
    try members("controller", &controller)
    try members("made", &made, "The day on which it was made.")
    try members("measures", &measures, "What keeps the data safe (art. 32).")
    try members("outside", &outside, "Recipients outside the municipality.")
    try members("transfers", &transfers, "To countries outside the EU.")
  }
}

/// Why a class of data is processed, of whom, and what it holds.
package struct ProcessingActivity: Record {
  package var basis = ProcessingWords()
  package var data: [ProcessedData] = []
  package var kind = RetentionClass.blank
  package var name = ProcessingWords()
  package var people = ProcessingWords()
  package var periods: [ProcessingWords] = []
  package var purpose = ProcessingWords()

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("basis", &basis, "The legal basis.")
    try members("data", &data)
    try members("kind", &kind, "The class of data.")
    try members("name", &name)
    try members("people", &people, "Categories of people.")
    try members("periods", &periods, "How long it is kept.")
    try members("purpose", &purpose)
  }
}

/// A kind of data, and who receives it.
package struct ProcessedData: Record {
  package var fields: [ProcessingWords] = []
  package var kind = Line("")
  package var recipients: [ProcessingWords] = []
  package var what = ProcessingWords()

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("fields", &fields, "What it holds.")
    try members("kind", &kind, "The sealed record's name.")
    try members("recipients", &recipients)
    try members("what", &what)
  }
}

/// A sentence in both languages.
package struct ProcessingWords: Record {
  package var da = Text("")
  package var en = Text("")

  package init() {}
  package init(_ words: Bilingual) {
    da = Text(words.da)
    en = Text(words.en)
  }

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("da", &da)
    try members("en", &en)
  }
}
