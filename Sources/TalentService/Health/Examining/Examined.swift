import TalentDomain

/// What `doctor` looks at beside the checks of `admin status`: all of it by the settings and the file system alone, so that it can
/// be looked at while the service does not run, too. Nothing is opened for writing.
struct Examined {
  let settings: Settings
  /// The user whom the files should belong to.
  let owner: UInt32
  /// As in `HealthContext`.
  var showsSizes = true
}

/// One thing that is looked at, of the files.
protocol Examination: SendableMetatype {
  static func look(_ examined: Examined) -> [ExaminedLine]
}

enum Examinations {
  static let all: [any Examination.Type] = [
    PermissionExamination.self, SizeExamination.self, ClockExamination.self, ZoneExamination.self,
    LetterExamination.self, LimitExamination.self, VersionExamination.self,
  ]

  static func lines(_ examined: Examined) -> [ExaminedLine] {
    all.flatMap { $0.look(examined) }
  }
}

extension ExaminedLine {
  init(_ verdict: HealthVerdict) {
    switch verdict {
    case .well(let code, let words): self.init(fine: code, words)
    case .amiss(let finding): self.init(finding)
    }
  }
}
