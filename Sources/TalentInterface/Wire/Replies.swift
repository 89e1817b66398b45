package import TalentDomain

/// What a command's caller gets once its events are durable.
package struct Receipt: Record {
  package var command: CommandID?
  package var dryRun = false
  package var events: [ReceiptEvent] = []
  /// The stream's revision after it; for those who may see positions.
  package var revision: Int?
  package var ripple: Ripple?

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("command", &command)
    try members("dryRun", &dryRun)
    try members("events", &events, "What was recorded; empty where there was nothing left to do.")
    try members("revision", &revision, "The stream's revision after it; for those who may see positions.")
    try members("ripple", &ripple, "What it changes of that which was recorded before.")
  }
}

package struct ReceiptEvent: Record {
  package var position: Int?
  package var type = Line("")

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("position", &position, "For those who may see positions.")
    try members("type", &type)
  }
}

/// What became of the rows of an import, in their order.
package struct ImportOutcome: Record {
  package var rows: [RowOutcome] = []

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("rows", &rows)
  }
}

package struct RowOutcome: Record {
  package enum Kind: String, Choice {
    /// `repeated`: this very row had been sent before; the answer is the one it got then.
    case busy, conflict, done, internalFailure, invalid, notFound, notPermitted, readOnly, refused
  }

  package var events = 0
  package var fault: FaultLine?
  package var findings: [FindingLine] = []
  package var kind = Kind.blank
  /// Whether this very row had been sent before: the outcome is the one of then.
  package var repeated = false

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("events", &events, "How many events it recorded.")
    try members("fault", &fault)
    try members("findings", &findings)
    try members("kind", &kind)
    try members("repeated", &repeated, "Whether this very row had been sent before: the outcome is the one of then.")
  }
}

/// What is wrong with the input, where, and what would be right. It never quotes the input.
package struct FaultLine: Record {
  package var path: [Line] = []
  package var problemDa = Text("")
  package var problemEn = Text("")

  package init() {}

  package init(_ fault: Fault) {
    path = fault.path.map { Line($0) }
    problemDa = Text(fault.problem.sentence.da)
    problemEn = Text(fault.problem.sentence.en)
  }

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("path", &path, "From the outermost member inwards.")
    try members("problemDa", &problemDa)
    try members("problemEn", &problemEn)
  }
}

extension Fault.Problem {
  package var sentence: Bilingual {
    switch self {
    case .expected(let what): Bilingual(da: "Forventet: \(what).", en: "Expected: \(what).")
    case .notOneOf(let words):
      Bilingual(
        da: "Skal være et af: \(words.joined(separator: ", ")).",
        en: "Must be one of: \(words.joined(separator: ", ")).")
    case .outOfRange(let range):
      Bilingual(
        da: "Skal ligge fra \(range.lowerBound) til \(range.upperBound).",
        en: "Must lie from \(range.lowerBound) to \(range.upperBound).")
    case .tooLong(let limit):
      Bilingual(da: "Højst \(limit) tegn.", en: "At most \(limit) characters.")
    case .tooMany(let limit): Bilingual(da: "Højst \(limit).", en: "At most \(limit).")
    case .missing: Bilingual(da: "Mangler.", en: "Missing.")
    case .unknownMember: Bilingual(da: "Ukendt felt.", en: "Unknown member.")
    }
  }
}
