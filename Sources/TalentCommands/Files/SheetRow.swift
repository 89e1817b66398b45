import TalentDomain

/// One row, read cell by cell.
struct SheetRow {
  let number: Int
  let fields: [String]
  let columns: [String: Int]

  /// The cell's text; nil where it is empty or its column is not in the file.
  subscript(_ column: String) -> String? {
    guard let index = columns[column.lowercased()], !fields[index].isEmpty else { return nil }
    return fields[index]
  }

  func has(_ column: String) -> Bool { columns[column.lowercased()] != nil }

  func fault(_ column: String, _ da: String, _ en: String) -> RowFault {
    RowFault(row: number, column: column, Bilingual(da: da, en: en))
  }

  private func required(_ column: String) throws(RowFault) -> String {
    guard let text = self[column] else { throw fault(column, "Cellen er tom.", "The cell is empty.") }
    return text
  }

  // MARK: Domain values

  func line(_ column: String) throws(RowFault) -> Line {
    guard let value = Line(written: try required(column)) else { throw tooLong(column, Line.limit) }
    return value
  }

  func optionalLine(_ column: String) throws(RowFault) -> Line? { self[column] == nil ? nil : try line(column) }

  func optionalText(_ column: String) throws(RowFault) -> Text? {
    guard let text = self[column] else { return nil }
    guard let value = Text(written: text.replacing("\r\n", with: "\n")) else { throw tooLong(column, Text.limit) }
    return value
  }

  private func tooLong(_ column: String, _ limit: Int) -> RowFault {
    fault(
      column, "Højst \(limit) tegn, og ingen styretegn.", "At most \(limit) characters, and no control characters.")
  }

  func person(_ column: String) throws(RowFault) -> PersonRef {
    guard let value = PersonRef(written: try required(column)) else {
      throw fault(column, "Forventet: et medarbejdernummer.", "Expected: an employee number.")
    }
    return value
  }

  func optionalPerson(_ column: String) throws(RowFault) -> PersonRef? {
    self[column] == nil ? nil : try person(column)
  }

  /// Any number of them, separated by blanks.
  func people(_ column: String) throws(RowFault) -> [PersonRef] {
    var people: [PersonRef] = []
    for part in (self[column] ?? "").split(whereSeparator: \.isWhitespace) {
      guard let person = PersonRef(written: String(part)) else {
        throw fault(
          column, "Forventet: medarbejdernumre med mellemrum.", "Expected: employee numbers, separated by blanks.")
      }
      people.append(person)
    }
    return people
  }

  /// Throws where something stands in a cell that says nothing of such a row, and why.
  func leavesOpen(_ column: String, _ da: String, _ en: String) throws(RowFault) {
    guard self[column] == nil else {
      throw fault(column, "Cellen skal være tom. \(da)", "The cell must be empty. \(en)")
    }
  }

  func integer(_ column: String) throws(RowFault) -> Int {
    guard let value = Int(try required(column)) else {
      throw fault(column, "Forventet: et helt tal.", "Expected: a whole number.")
    }
    return value
  }

  func optionalInteger(_ column: String) throws(RowFault) -> Int? { self[column] == nil ? nil : try integer(column) }

  func yes(_ column: String) throws(RowFault) -> Bool {
    try word(column, [("ja", true), ("nej", false)])
  }

  /// One of the words that HR's files use, whatever its capitals.
  func word<V>(_ column: String, _ words: [(word: String, value: V)]) throws(RowFault) -> V {
    let text = try required(column).lowercased()
    guard let match = words.first(where: { $0.word == text }) else {
      let list = words.map(\.word).joined(separator: ", ")
      throw fault(column, "Skal være et af: \(list).", "Must be one of: \(list).")
    }
    return match.value
  }

  func optionalWord<V>(_ column: String, _ words: [(word: String, value: V)]) throws(RowFault) -> V? {
    self[column] == nil ? nil : try word(column, words)
  }

  /// `dd-mm-yyyy`, or `yyyy-mm-dd`.
  func date(_ column: String) throws(RowFault) -> CivilDate {
    let text = try required(column)
    guard let date = CivilDate(danish: text) ?? CivilDate(text) else {
      throw fault(column, "Forventet: en dato, dd-mm-åååå.", "Expected: a date, dd-mm-yyyy.")
    }
    return date
  }

  func optionalDate(_ column: String) throws(RowFault) -> CivilDate? { self[column] == nil ? nil : try date(column) }

  /// `dd-mm-yyyy hh:mm:ss`, or without seconds.
  func time(_ column: String) throws(RowFault) -> LocalTime {
    let parts = try required(column).split(separator: " ", maxSplits: 1).map(String.init)
    guard parts.count == 2, let date = CivilDate(danish: parts[0]) ?? CivilDate(parts[0]),
      let time = TimeOfDay(parts[1]) ?? TimeOfDay(parts[1] + ":00")
    else {
      throw fault(column, "Forventet: dd-mm-åååå tt:mm:ss.", "Expected: dd-mm-yyyy hh:mm:ss.")
    }
    return LocalTime(date: date, time: time)
  }
}

/// The words of HR's files for what the domain names in English.
enum FormWords {
  static let bases: [(word: String, value: Basis)] = [
    ("udvist", .demonstrated), ("potentiale", .potential), ("begge", .both), ("ingen", .none),
  ]
  static let fields: [(word: String, value: TargetField)] = [("eget", .own), ("andet", .other)]
  static let initiatives: [(word: String, value: Initiative)] = [("leder", .leader), ("medarbejder", .employee)]
}
