import FoundationEssentials
import StrictJSON
import TalentDomain
import Testing

/// The example that lies beside the package: a personnel register, forms, scores, and what must come of them.
struct Cohort2027 {
  /// `../shared/data/cohort-2027`, seen from the package.
  static let folder: URL = {
    var url = URL(filePath: #filePath).resolvingSymlinksInPath()
    for _ in 0..<5 { url.deleteLastPathComponent() }
    return url.appending(path: "shared/data/cohort-2027")
  }()

  static var isThere: Bool {
    (try? Data(contentsOf: folder.appending(path: "expected.json"))) != nil
  }

  static func expected() throws -> JSON {
    try JSON(parsing: [UInt8](Data(contentsOf: folder.appending(path: "expected.json"))))
  }

  /// The rows of a file of semicolons, each by the names in its first line.
  static func rows(_ name: String) throws -> [[String: String]] {
    var text = String(decoding: try Data(contentsOf: folder.appending(path: "\(name).csv")), as: UTF8.self)
    if text.hasPrefix("\u{FEFF}") { text.removeFirst() }
    let lines = cells(text)
    let names = try #require(lines.first)
    return lines.dropFirst().filter { $0.count == names.count }.map { Dictionary(uniqueKeysWithValues: zip(names, $0)) }
  }

  private static func cells(_ text: String) -> [[String]] {
    var (lines, cell, quoted) = ([[String]()], "", false)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted.toggle()
      case ";" where !quoted:
        lines[lines.count - 1].append(cell)
        cell = ""
      case "\n" where !quoted:
        lines[lines.count - 1].append(cell)
        lines.append([])
        cell = ""
      case "\r" where !quoted: break
      default: cell.unicodeScalars.append(scalar)
      }
    }
    if !cell.isEmpty { lines[lines.count - 1].append(cell) }
    return lines
  }

  /// The personnel register, the centres and their chiefs, and an open cohort.
  static func opened() throws -> Case {
    var it = Case()
    let people = try rows("medarbejdere")
    for name in Set(people.compactMap { $0["Center"] }).sorted() { try it.accept(RegisterCentre(name: Line(name))) }
    // A leader is registered before those who are led.
    var waiting = people
    while !waiting.isEmpty {
      var rest: [[String: String]] = []
      for row in waiting {
        let leader = row["Nærmeste leder"] ?? ""
        guard leader.isEmpty || it.directory.person(number: leader) != nil else {
          rest.append(row)
          continue
        }
        try it.accept(
          RegisterPerson(
            row["Medarbejdernr"] ?? "", row["Navn"] ?? "", centre: row["Center"] ?? "", row["Arbejdsplads"] ?? "",
            row["Faglig baggrund"] ?? "", under: leader.isEmpty ? nil : leader,
            hasLed: row["Har haft lederstilling"] == "ja"))
      }
      try #require(rest.count < waiting.count, "the register names a leader who is not in it")
      waiting = rest
    }
    for row in try rows("centre") {
      try it.appoint(row["Centerchef"] ?? "", .chief, of: row["Center"] ?? "")
      try it.appoint(row["Stedfortræder"] ?? "", .deputy, of: row["Center"] ?? "")
    }
    try it.accept(.cohort2027, as: "10473")
    try it.accept(PublishCriteria(.standard), as: "10473")
    return it
  }

  /// One row of forms as a command.
  static func form(_ row: [String: String]) -> SubmitNomination {
    var form = SubmitNomination()
    form.cohort = "2027"
    form.nominee = PersonRef(row["Medarbejdernr"] ?? "")
    form.name = row["Navn"].map { Line($0) }
    form.centre = row["Center"].map { Line($0) }
    form.field = ["eget": .own, "andet": .other][row["Ledelse inden for fagområde"] ?? ""]
    form.handedIn = row["Indsendt"].flatMap { LocalTime("\(day($0.prefix(10)).text)T\($0.suffix(8))") }
    if let talked = row["Samtale dato"], !talked.isEmpty {
      form.conversation = TalentConversation(
        day(talked[...]), startedBy: row["Samtale på initiativ af"] == "leder" ? .leader : .employee)
    }
    form.interestConfirmed = row["Interesse bekræftet"].map { day($0[...]) }
    form.interest = row["Interesse for ledelse"] == "ja"
    form.engagement = row["Engagement ud over sig selv"] == "ja"
    form.ambition = row["Ambition om at gøre en forskel"] == "ja"
    form.priority = row["Centerchefens prioritet"].flatMap { Int($0) }
    form.answers = (1...5).map { number in
      let reasons = row["Spørgsmål \(number) begrundelse"] ?? ""
      return AnswerGiven(
        number, basis(row["Spørgsmål \(number) grundlag"]), reasons.isEmpty ? nil : Text(reasons))
    }
    return form
  }

  static func score(_ row: [String: String]) -> ScoreAssessment {
    var score = ScoreAssessment(
      row["Medarbejdernr"] ?? "", Int(row["Spørgsmål"] ?? "") ?? 0, Int(row["Point (0-4)"] ?? "") ?? -1,
      basis(row["Grundlag"]) ?? .none)
    score.remark = row["Bemærkning"].flatMap { $0.isEmpty ? nil : Text($0) }
    return score
  }

  private static func basis(_ word: String?) -> Basis? {
    Basis.allCases.first { $0.words.da == word }
  }

  /// From `01-02-2027`.
  private static func day(_ text: Substring) -> CivilDate {
    let parts = text.split(separator: "-")
    return date("\(parts[2])-\(parts[1])-\(parts[0])")
  }
}
