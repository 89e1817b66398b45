import TalentDomain

extension Ripple {
  /// A row for each thing that changes, with what it was and what it becomes.
  func show(on page: inout Page) {
    let rows = participants.flatMap(\.rows)
    guard !rows.isEmpty else { return }
    page.table(
      title: Bilingual(da: "Det ændrer:", en: "It changes:"), empty: Bilingual(da: "", en: ""), rows,
      [
        Column("Deltager", "Participant") { row, style in style.person(row.participant) },
        Column("Hvad", "What") { row, style in style(row.what) },
        Column("Før", "Before") { row, style in row.before(style) },
        Column("Efter", "After") { row, style in row.after(style) },
      ])
  }
}

/// One thing about one participant, before and after.
private struct RippleRow {
  let participant: Person
  let what: Bilingual
  let before: (Style) -> String
  let after: (Style) -> String
}

extension RippleLine {
  fileprivate var rows: [RippleRow] {
    var rows = zip(before.tracks, after.tracks).map { old, new in
      row(new.track.label, { $0.standing(old) }, { $0.standing(new) })
    }
    if let old = before.completed, let new = after.completed, old || new {
      rows.append(row(Bilingual(da: "Gennemført", en: "Completed"), { $0.yes(old) }, { $0.yes(new) }))
    }
    if let certificate = before.certificate {
      rows.append(
        row(
          Bilingual(da: "Deltagerbevis", en: "Certificate"), { _ in certificate.value },
          { after.certificate?.value ?? $0(da: "tilbagekaldt", en: "revoked") }))
    }
    return rows
      + deviations.map { kind in
        row(Bilingual(da: "Advarsel", en: "Warning"), { _ in "" }, { "\(kind.rule.rawValue) \($0(kind.label))" })
      }
  }

  private func row(
    _ what: Bilingual, _ before: @escaping (Style) -> String, _ after: @escaping (Style) -> String
  ) -> RippleRow {
    RippleRow(participant: participant, what: what, before: before, after: after)
  }
}

extension Style {
  /// `1½ dage, bagud`.
  fileprivate func standing(_ line: TrackLine) -> String {
    "\(amount(line.recorded, line.unit)), \(self(line.status.label))"
  }
}
