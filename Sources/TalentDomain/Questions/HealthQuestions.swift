/// Something that is amiss with the service, and what to do about it: part of `ServiceStatus`.
package struct HealthFinding: Record {
  package var code = Code("")
  package var grave = false
  package var problemDa = Text("")
  package var problemEn = Text("")
  package var remedyDa = Text("")
  package var remedyEn = Text("")

  package init() {}

  package init(_ code: Code, grave: Bool = false, _ problem: Bilingual, remedy: Bilingual) {
    self.code = code
    self.grave = grave
    problemDa = Text(problem.da)
    problemEn = Text(problem.en)
    remedyDa = Text(remedy.da)
    remedyEn = Text(remedy.en)
  }

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("code", &code, "Stable, for programs: such as backup-old.")
    try members("grave", &grave, "Whether the service does not do its work, or the record is in danger.")
    try members("problemDa", &problemDa)
    try members("problemEn", &problemEn, "What is amiss.")
    try members("remedyDa", &remedyDa)
    try members("remedyEn", &remedyEn, "What an administrator does about it.")
  }
}

/// What does the service count?
package struct ShowMetrics: Query {
  package typealias Answer = MetricsShown
  package static let purpose = Bilingual(
    da: "Tjenestens måletal, i Prometheus' tekstformat. De fortæller intet om nogen.",
    en: "The service's metrics, in Prometheus' text format. They tell nothing of anybody.")
  package static let area = Area.administration

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {}
}

/// The answer to `ShowMetrics`.
package struct MetricsShown: Record {
  package var text = Document.blank

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("text", &text, "Prometheus' text exposition format, version 0.0.4.")
  }
}

/// Look at everything that the service needs: disk, clock, files, keys, settings.
package struct ExamineService: Query {
  package typealias Answer = ServiceExamined
  package static let purpose = Bilingual(
    da: "Se alt efter, som tjenesten behøver: disk, ur, filer, nøgler, indstillinger. Siger, hvad der skal gøres.",
    en: "Look at all that the service needs: disk, clock, files, keys, settings. Says what is to be done.")
  package static let area = Area.administration

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {}
}

/// The answer to `ExamineService`.
package struct ServiceExamined: Record {
  package var lines: [ExaminedLine] = []

  package init() {}

  /// The gravest of what was found.
  package var worst: ExaminedState { lines.map(\.state).max { $0.weight < $1.weight } ?? .fine }

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("lines", &lines)
  }
}

/// One thing that was looked at.
package struct ExaminedLine: Record {
  package var code = Code("")
  package var remedyDa: Text?
  package var remedyEn: Text?
  package var state = ExaminedState.blank
  package var wordsDa = Text("")
  package var wordsEn = Text("")

  package init() {}

  package init(fine code: Code, _ words: Bilingual) {
    self.code = code
    state = .fine
    wordsDa = Text(words.da)
    wordsEn = Text(words.en)
  }

  package init(_ finding: HealthFinding) {
    code = finding.code
    state = finding.grave ? .failing : .warning
    (wordsDa, wordsEn) = (finding.problemDa, finding.problemEn)
    (remedyDa, remedyEn) = (finding.remedyDa, finding.remedyEn)
  }

  /// Of the clock: whether a time source holds it right.
  package static func clock(isHeld: Bool) -> ExaminedLine {
    guard !isHeld else {
      return ExaminedLine(
        fine: "clock",
        Bilingual(da: "Uret holdes rigtigt af en tidskilde.", en: "A time source holds the clock right."))
    }
    return ExaminedLine(
      HealthFinding(
        "clock-unsynchronised",
        Bilingual(da: "Ingen tidskilde holder uret rigtigt.", en: "No time source holds the clock right."),
        remedy: Bilingual(
          da: "Se timedatectl; slå tidssynkronisering til: timedatectl set-ntp true.",
          en: "See timedatectl; switch synchronisation on: timedatectl set-ntp true.")))
  }

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("code", &code, "Stable, for programs: such as disk-low.")
    try members("remedyDa", &remedyDa)
    try members("remedyEn", &remedyEn, "What to do; where something is amiss.")
    try members("state", &state)
    try members("wordsDa", &wordsDa)
    try members("wordsEn", &wordsEn, "What was found.")
  }
}

package enum ExaminedState: String, Choice {
  /// The service does not do its work, or the record is in danger.
  case failing
  case fine
  case warning

  var weight: Int {
    switch self {
    case .fine: 0
    case .warning: 1
    case .failing: 2
    }
  }
}
