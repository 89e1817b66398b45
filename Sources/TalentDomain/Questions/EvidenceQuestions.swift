/// Evidence to take away: a cohort's, or one person's part of it.
package struct ExportBundle: CohortQuery {
  package var cohort = Code.blank
  package var person: PersonRef?
  package var whole: Bool?

  package typealias Answer = BundlePart
  package static let purpose = Bilingual(
    da: "Udlever en bevispakke: hændelser, beviser og de oplysninger, som modtageren må se. Udleveringen registreres.",
    en: "Hand out an evidence bundle: events, proofs, and what its receiver may see. That it was is recorded.")
  package static let area = Area.record
  package static let streams = true

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("cohort", &cohort)
    try members("person", &person, "One person's part, as that person may see it.")
    try members("whole", &whole, "With every leaf of the log, also those of other cohorts.")
  }
}

/// Some of a bundle's files, in as many replies as it takes.
package struct BundlePart: Record {
  package var done = 0
  package var files: [BundlePiece] = []
  package var total = 0

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("done", &done, "Leaves handed over by now.")
    try members("files", &files, "Pieces of one path follow each other and belong together.")
    try members("total", &total, "Leaves in all.")
  }
}

/// A piece of a file.
package struct BundlePiece: Record {
  package var bytes = Document.blank
  package var path = Line("")

  package init() {}
  package init(path: String, base64: String) {
    bytes = Document(base64)
    self.path = Line(path)
  }

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("bytes", &bytes, "In base64.")
    try members("path", &path, "Relative to the bundle's folder.")
  }
}
