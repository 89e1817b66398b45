/// Records a calibration meeting (kalibrering), where assessors compare their scales.
package struct HoldCalibration: CohortCommand {
  package var cohort = Code.blank
  package var date = CivilDate.blank
  package var note: Text?
  package var present: [PersonRef] = []

  package static let purpose = Bilingual(
    da: "Registrér et kalibreringsmøde mellem bedømmerne.",
    en: "Record a calibration meeting of the assessors.")
  package static let area = Area.assessment

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("cohort", &cohort)
    try members("date", &date, "The day of the meeting, today or earlier.")
    try members("note", &note, "What was agreed on scales and scores; no names, for it is kept under nobody's key.")
    try members("present", &present)
  }

  package func propose(
    _ cohort: Cohort, _ organisation: Organisation, _ context: Context
  ) throws(Refusal) -> [Proposal] {
    guard cohort.isOpen else { throw .notFound }
    var held = CalibrationHeld()
    held.date = date
    for person in present { held.present.append(try person.known().alias) }
    return [
      Proposal(
        held, effective: try context.effective(on: date, zone: cohort.setup.zone.value),
        sealed: note.map { [Sealed(CalibrationNote($0), of: .organisation)] } ?? [])
    ]
  }
}

/// The assessors have met to calibrate.
package struct CalibrationHeld: CohortFact {
  package var date = CivilDate.blank
  package var present: [Alias] = []

  package static let type: StaticString = "calibration.held.v1"
  package static let purpose = Bilingual(
    da: "Bedømmerne har holdt kalibreringsmøde.",
    en: "The assessors have held a calibration meeting.")
  package static let sealed: [any SealedRecord.Type] = [CalibrationNote.self]

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("date", &date)
    try members("present", &present)
  }

  package func apply(to cohort: inout Cohort, _ header: Header) {
    cohort.assessment.calibrations += 1
  }
}

/// What a calibration meeting agreed.
package struct CalibrationNote: SealedRecord {
  package var note = Text("")

  package static let kind = SealedKind.calibrationNote
  package static let retention = RetentionClass.assessment
  package static let audience = Audience.casework

  package init() {}
  init(_ note: Text) { self.note = note }

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("note", &note)
  }
}
