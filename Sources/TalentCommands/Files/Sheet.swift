import TalentDomain

/// A file of rows under named columns, in any order. The names are those of HR's own files.
struct Sheet {
  let rows: [SheetRow]
  /// Rows that cannot be read as such.
  let malformed: [RowFault]

  /// Throws where the columns are not those expected, naming them.
  init(_ path: String, required: [String], optional: [String] = [], numbered: [String] = []) throws {
    try self.init(
      TextEncoding.decode(try InputFile.read(path)).text, name: path, required: required, optional: optional,
      numbered: numbered)
  }

  /// `numbered` are columns that come once for each question, with `#` for its number.
  init(_ text: String, name: String, required: [String], optional: [String] = [], numbered: [String] = []) throws {
    let reader = CSVReader(text)
    guard let header = reader.records.first, !header.isBlank else {
      throw Failure.badData(
        Bilingual(da: "\(name) er tom.", en: "\(name) is empty."), Sheet.expected(required + numbered))
    }
    guard !reader.endsWithinQuotes else {
      throw Failure.badData(
        Bilingual(
          da: "\(name): anførselstegn åbnes i række \(reader.records.count) og lukkes ikke.",
          en: "\(name): quotes open in row \(reader.records.count) and never close."))
    }
    let names = header.fields.map(Sheet.trimmed)
    try Sheet.check(names, name, required: required, optional: optional, numbered: numbered)
    let columns = Dictionary(names.enumerated().map { ($0.element.lowercased(), $0.offset) }) { first, _ in first }
    var rows: [SheetRow] = []
    var malformed: [RowFault] = []
    for record in reader.records.dropFirst() where !record.isBlank {
      guard record.isWellFormed, record.fields.count == names.count else {
        malformed.append(RowFault(row: record.number, column: nil, Sheet.shape(record, names.count)))
        continue
      }
      rows.append(SheetRow(number: record.number, fields: record.fields.map(Sheet.trimmed), columns: columns))
    }
    self.rows = rows
    self.malformed = malformed
  }

  private static func shape(_ record: CSVReader.Record, _ count: Int) -> Bilingual {
    record.isWellFormed
      ? Bilingual(
        da: "\(record.fields.count) felter, hvor overskriften har \(count).",
        en: "\(record.fields.count) cells where the header has \(count).")
      : Bilingual(da: "Anførselstegn står, hvor de ikke må.", en: "Quotes stand where they may not.")
  }

  private static func check(
    _ names: [String], _ file: String, required: [String], optional: [String], numbered: [String]
  ) throws {
    var faults: [Bilingual] = []
    let given = Set(names.map { $0.lowercased() })
    for name in required where !given.contains(name.lowercased()) {
      faults.append(
        Bilingual(da: "\(file): kolonnen «\(name)» mangler.", en: "\(file): the column «\(name)» is missing."))
    }
    let numbers = questionNumbers(in: given, numbered)
    let wanted = numbers.isEmpty && !numbered.isEmpty ? [1] : numbers
    let questions = wanted.flatMap { number in numbered.map { $0.replacing("#", with: String(number)) } }
    for name in questions where !given.contains(name.lowercased()) {
      faults.append(
        Bilingual(da: "\(file): kolonnen «\(name)» mangler.", en: "\(file): the column «\(name)» is missing."))
    }
    let known = Set((required + optional + questions).map { $0.lowercased() })
    // By its place: in a file without a heading, what stands there is somebody's data.
    for (place, name) in names.enumerated() where !known.contains(name.lowercased()) {
      faults.append(
        Bilingual(da: "\(file): kolonne \(place + 1) er ukendt.", en: "\(file): column \(place + 1) is unknown."))
    }
    if given.count < names.count {
      faults.append(Bilingual(da: "\(file): en kolonne står to gange.", en: "\(file): a column stands there twice."))
    }
    guard faults.isEmpty else {
      throw Failure(.badData, "BadData", faults + [expected(required + optional + numbered)])
    }
  }

  /// Which questions the header has columns for, 1 to 20.
  private static func questionNumbers(in names: Set<String>, _ numbered: [String]) -> [Int] {
    (1...20).filter { number in
      numbered.contains { names.contains($0.replacing("#", with: String(number)).lowercased()) }
    }
  }

  private static func expected(_ names: [String]) -> Bilingual {
    let list = names.joined(separator: "; ")
    return Bilingual(da: "Forventede kolonner: \(list)", en: "Expected columns: \(list)")
  }

  private static func trimmed(_ text: String) -> String {
    var kept = Substring(text)
    while kept.first?.isWhitespace == true { kept.removeFirst() }
    while kept.last?.isWhitespace == true { kept.removeLast() }
    return String(kept)
  }
}

/// What is wrong with a row: where, and what was expected. Never what stands there, which may be personal.
struct RowFault: Error, Equatable {
  let row: Int
  let column: String?
  let problem: Bilingual

  init(row: Int, column: String?, _ problem: Bilingual) {
    self.row = row
    self.column = column
    self.problem = problem
  }
}
