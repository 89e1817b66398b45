import TalentDomain

extension GatheringList: Shown {
  static var lists: [String] { ["gatherings"] }

  func show(on page: inout Page) {
    page.table(
      empty: Bilingual(da: "Programmet er ikke offentliggjort.", en: "The programme has not been published."),
      gatherings,
      [
        Column("Nr.", "No.", right: true, tone: \.tone) { line, _ in String(line.gathering.number) },
        Column("Fra", "From", tone: \.tone) { line, style in style.minute(line.gathering.starts) },
        Column("Til", "To", tone: \.tone) { line, style in
          line.gathering.ends.date == line.gathering.date
            ? String(line.gathering.ends.time.text.prefix(5)) : style.minute(line.gathering.ends)
        },
        Column("Dage", "Days", right: true, tone: \.tone) { line, style in style.amount(line.gathering.days) },
        Column("Titel", "Title", wraps: true, tone: \.tone) { line, _ in line.gathering.title.value },
        Column("Flyttet fra", "Moved from", tone: { _ in .warning }) { line, style in
          style.date(line.earlier.last?.date)
        },
        Column("Fremmødt", "Attended", right: true) { line, style in
          guard let attended = line.attended, line.isOver || attended > 0 else { return "" }
          return "\(attended) \(style(da: "af", en: "of")) \(line.participants ?? 0)"
        },
        Column("Du var der", "You were there", right: true) { line, style in
          line.mine.map { style.amount($0, .days) } ?? ""
        },
      ])
  }
}

extension GatheringLine {
  fileprivate var tone: Ink.Tone? { isOver ? .faint : nil }
}

/// A matrix: a row for each participant, a column for each gathering.
extension AttendanceShown: Shown {
  static var lists: [String] { ["cells"] }

  func show(on page: inout Page) {
    let columns = gatherings.map { gathering in
      Column<AttendanceRow>(
        String(gathering.number), String(gathering.number), right: true, tone: { $0.tone(at: gathering.number) },
        { row, style in row.words(at: gathering.number, style) })
    }
    page.table(
      empty: Bilingual(da: "Ingen deltagere endnu.", en: "No participants yet."), gap: 1, rows,
      [
        Column("Deltager", "Participant", wraps: true, tone: { $0.takesPart ? nil : .faint }) { row, style in
          style.person(row.participant)
        }
      ] + columns + [
        Column("Dage", "Days", right: true, tone: { _ in .strong }) { row, style in style.amount(row.total) }
      ])
    guard !cells.isEmpty else { return }
    page.say(
      "Dage ved hver samling.  – ikke registreret  · endnu ikke holdt",
      "Days at each gathering.  – not recorded  · not held yet")
  }

  private var rows: [AttendanceRow] {
    var rows: [AttendanceRow] = []
    for cell in cells {
      if rows.last?.participant.id != cell.participant.id {
        rows.append(AttendanceRow(participant: cell.participant, takesPart: cell.takesPart))
      }
      rows[rows.count - 1].cells[cell.gathering] = cell
    }
    return rows
  }
}

private struct AttendanceRow {
  let participant: Person
  let takesPart: Bool
  var cells: [Int: AttendanceCell] = [:]

  var total: Rational { cells.values.reduce(Rational(0)) { $0 + ($1.days ?? Rational(0)) } }

  func words(at gathering: Int, _ style: Style) -> String {
    guard let cell = cells[gathering] else { return "" }
    return cell.days.map { style.amount($0) } ?? (cell.isOver ? "–" : "·")
  }

  func tone(at gathering: Int) -> Ink.Tone? {
    guard let cell = cells[gathering], cell.days == nil else { return .good }
    return cell.isOver && takesPart ? .warning : .faint
  }
}

extension Style {
  /// Local time to the minute.
  fileprivate func minute(_ time: LocalTime) -> String { "\(date(time.date)) \(time.time.text.prefix(5))" }
}
