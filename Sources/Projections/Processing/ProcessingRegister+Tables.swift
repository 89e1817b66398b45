internal import EventWords
package import TalentDomain

extension ProcessingRegister {
  /// The answer to `ShowProcessingRegister`, from the tables of purposes, of sealed records and of disclosures.
  /// - Parameter periods: how long each class is kept.
  package init(_ controller: DataController, made: CivilDate, periods: (RetentionClass) -> [Bilingual]) {
    self.init()
    self.controller = controller
    self.made = made
    measures = SecurityMeasures.all.map { ProcessingWords($0) }
    outside = ProcessingWords(SecurityMeasures.outside)
    transfers = ProcessingWords(SecurityMeasures.transfers)
    activities = RetentionClass.inOrder.map { kind in
      let purpose = kind.purpose
      var activity = ProcessingActivity()
      activity.kind = kind
      activity.name = ProcessingWords(purpose.name)
      activity.purpose = ProcessingWords(purpose.purpose)
      activity.basis = ProcessingWords(purpose.basis)
      activity.people = ProcessingWords(purpose.people)
      activity.periods = periods(kind).map { ProcessingWords($0) }
      activity.data = SealedKind.allCases.compactMap { sealed in
        guard let type = SealedKind.types[sealed], type.retention == kind else { return nil }
        return ProcessedData(sealed, type.recordShape)
      }
      if kind == .record { activity.data.append(.inClear) }
      return activity
    }
  }
}

extension ProcessedData {
  fileprivate init(_ sealed: SealedKind, _ shape: RecordShape) {
    self.init()
    kind = Line(sealed.rawValue)
    what = ProcessingWords(sealed.row.what)
    fields = shape.members.map { ProcessingWords(WordTable.labels.words(shape.name, $0.name)) }
    let offices = Capacity.allCases.filter(sealed.row.offices.contains).map(\.words)
    let relations = Relation.allCases.filter(sealed.row.relations.contains).map(\.words)
    recipients = (offices + relations).map { ProcessingWords($0) }
  }

  /// What stands in the leaves themselves.
  fileprivate static var inClear: ProcessedData {
    var data = ProcessedData()
    data.kind = "event-log"
    data.what = ProcessingWords(
      Bilingual(
        da: "Hændelsesloggen: hvad der skete og hvornår, point, datoer og timer, under tilfældige kendetegn",
        en: "The event log: what happened and when, points, dates and hours, under random ids"))
    data.recipients = [Capacity.auditor, .dpo, .hr].map { ProcessingWords($0.words) }
    return data
  }
}
