/// Everything that the record knows of one person, for that person (GDPR art. 15).
package struct GiveAccessDocument: Query {
  package var person: PersonRef?

  package typealias Answer = AccessDocument
  package static let purpose = Bilingual(
    da: "Giver indsigt: alt om én person, hvorfor det gemmes, og hvem der har set det. Udleveringen registreres.",
    en: "Give access: all about one person, why it is kept, and who has seen it. That it was given is recorded.")
  package static let area = Area.record
  package static let streams = true

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("person", &person, "Whom it is about; without it, whoever asks.")
  }
}

/// An access document, or a part of one: it comes in as many replies as it takes, of which the first holds all but the
/// lists. The lists of all replies, one after the other, are the document's. It is written in Danish, for the person.
package struct AccessDocument: Record {
  package var acts: [AccessAct] = []
  package var chapters: [AccessChapter] = []
  package var classes: [AccessClass] = []
  package var controller: DataController?
  package var looks: [AccessLook] = []
  package var made: CivilDate?
  package var name: Line?
  package var number: Line?
  package var pieces: [AccessPiece] = []
  package var sections: [AccessSection] = []
  package var summary: [Text] = []
  package var withheld: [AccessWithheld] = []

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("acts", &acts, "What the person did in matters of others, counted.")
    try members("chapters", &chapters, "What the pieces are sorted under, in order.")
    try members("classes", &classes, "Why data of each class is kept, and how long.")
    try members("controller", &controller, "Who is responsible.")
    try members("looks", &looks, "Who has seen the data.")
    try members("made", &made, "The day on which it was made.")
    try members("name", &name, "Of the person, where that is not erased.")
    try members("number", &number, "The employee number.")
    try members("pieces", &pieces)
    try members("sections", &sections, "What the law asks to be told besides.")
    try members("summary", &summary, "The most important in a few sentences.")
    try members("withheld", &withheld, "What the person is not shown, and why.")
  }

  /// Takes in the next part of the same document.
  package mutating func append(_ part: AccessDocument) {
    acts += part.acts
    chapters += part.chapters
    classes += part.classes
    controller = controller ?? part.controller
    looks += part.looks
    made = made ?? part.made
    name = name ?? part.name
    number = number ?? part.number
    pieces += part.pieces
    sections += part.sections
    summary += part.summary
    withheld += part.withheld
  }
}

/// A chapter of an access document.
package struct AccessChapter: Record {
  package var intro = Text("")
  package var number = 0
  package var title = Line("")

  package init() {}
  package init(_ number: Int, _ title: String, _ intro: String) {
    self.number = number
    self.title = Line(title)
    self.intro = Text(intro)
  }

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("intro", &intro)
    try members("number", &number, "By which pieces name it.")
    try members("title", &title)
  }
}

/// One thing that has been recorded of a person.
package struct AccessPiece: Record {
  package var by: Line?
  package var chapter = 0
  package var date = CivilDate.blank
  package var fields: [AccessField] = []
  package var from = Line("")
  package var recorded: CivilDate?
  package var retention = RetentionClass.blank
  package var title = Text("")
  package var type = Line("")

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("by", &by, "Who recorded it, where that may be said.")
    try members("chapter", &chapter)
    try members("date", &date, "The day from which it counts.")
    try members("fields", &fields, "What it says.")
    try members("from", &from, "From whom it came.")
    try members("recorded", &recorded, "The day on which it was recorded, where that is another.")
    try members("retention", &retention, "The class that decides how long it is kept.")
    try members("title", &title)
    try members("type", &type, "The type of the event.")
  }
}

/// One value of a piece. A heading over the ones after it, which lie a level deeper, has no value.
package struct AccessField: Record {
  package var label = Line("")
  package var level: Int?
  package var value: Text?

  package init() {}
  package init(_ label: String, _ value: String?, level: Int = 0) {
    self.label = Line(label)
    self.level = level == 0 ? nil : level
    self.value = value.map { Text($0) }
  }

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("label", &label)
    try members("level", &level, "How deep it lies; absent at the top.")
    try members("value", &value)
  }
}

/// Something that the law asks to be told, in words.
package struct AccessSection: Record {
  package var paragraphs: [Text] = []
  package var title = Line("")

  package init() {}
  package init(_ title: String, _ paragraphs: [String]) {
    self.paragraphs = paragraphs.map { Text($0) }
    self.title = Line(title)
  }

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("paragraphs", &paragraphs)
    try members("title", &title)
  }
}

/// Something that a person did in matters of others, so often.
package struct AccessAct: Record {
  package var cohort: Line?
  package var count = 0
  package var first = CivilDate.blank
  package var last = CivilDate.blank
  package var title = Text("")

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("cohort", &cohort, "The cohort's title.")
    try members("count", &count)
    try members("first", &first)
    try members("last", &last)
    try members("title", &title)
  }
}

/// Why data of a class is kept, how long, and what holds it.
package struct AccessClass: Record {
  package var basis = Text("")
  package var holds: [Text] = []
  package var kind = RetentionClass.blank
  package var name = Line("")
  package var period: [Text] = []
  package var purpose = Text("")

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("basis", &basis, "The legal basis.")
    try members("holds", &holds, "What keeps it from being erased, or has erased it.")
    try members("kind", &kind)
    try members("name", &name)
    try members("period", &period, "How long it is kept.")
    try members("purpose", &purpose)
  }
}

/// Somebody saw data of the person.
package struct AccessLook: Record {
  package var by = Line("")
  package var count: Int?
  package var day = CivilDate.blank
  package var what = Text("")

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("by", &by)
    try members("count", &count, "How often on that day, where that may be said.")
    try members("day", &day)
    try members("what", &what)
  }
}

/// Something that the person is not shown.
package struct AccessWithheld: Record {
  package var date: CivilDate?
  package var title = Text("")
  package var why = Text("")

  package init() {}
  package init(_ title: String, _ why: String, on date: CivilDate? = nil) {
    self.date = date
    self.title = Text(title)
    self.why = Text(why)
  }

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("date", &date, "Of the event that it belongs to.")
    try members("title", &title)
    try members("why", &why)
  }
}

/// Who is responsible for the data (dataansvarlig), as the configuration says.
package struct DataController: Record {
  package var address: [Line] = []
  package var dataProtectionOfficer: Line?
  package var email: Line?
  package var name = Line("")
  package var phone: Line?
  package var unit = Line("")

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("address", &address)
    try members("dataProtectionOfficer", &dataProtectionOfficer, "How that officer is reached.")
    try members("email", &email)
    try members("name", &name, "The municipality.")
    try members("phone", &phone)
    try members("unit", &unit, "What the HR Centre is called.")
  }
}
