import TalentDomain

/// Everything the service knows at one size of the log: a value, so that readers hold one while the writer makes the next.
struct Memory: Sendable {
  var organisation = Organisation()
  var names = NameIndex()
  /// The warm cohorts; others are folded when somebody first asks.
  var cohorts: [Code: WarmCohort] = [:]
  /// Those that were warm.
  var left = LeftCohorts()
  /// All cohorts there are, in the order in which they were opened.
  var cohortCodes: [Code] = []
  /// Events in the log.
  var size = 0
  var recordRevision = 0
  /// What others have signed of late.
  var anchors = AnchorRegister(nil)

  /// The cohorts by which it is judged what concerns all of them.
  var latestCohorts: [Code] { cohortCodes.suffix(WarmCohort.latest) }

  /// Those of them of which nothing is known, not even to whom they close the log.
  var unknownCohorts: [Code] { latestCohorts.filter { cohorts[$0] == nil && !left.codes.contains($0) } }

  /// Lets the least lately asked for go where there are too many. Never within a batch: what that has done to a cohort stands
  /// nowhere else before its commit.
  mutating func letGoOfCohorts() {
    let tooMany = cohorts.count - WarmCohort.limit
    guard tooMany > 0 else { return }
    for (code, cohort) in cohorts.sorted(by: { $0.value.used < $1.value.used }).prefix(tooMany) {
      left.take(code, cohort)
      cohorts[code] = nil
    }
  }

  /// What was opened of somebody whose keys are gone is forgotten.
  mutating func forget(_ erased: SubjectKeyDestroyed) {
    names.forget(erased.person, erased.classes)
    guard erased.classes.contains(.link) else { return }
    for code in cohorts.keys { cohorts[code]?.links.forget(erased.person) }
  }
}

/// The names of the streams.
enum Stream {
  static let organisation = "organisation"
  static let record = "record"
  static let cohortPrefix = "cohort/"

  static func cohort(_ code: Code) -> String { cohortPrefix + code.value }

  static func cohort(in stream: String) -> Code? {
    stream.hasPrefix(cohortPrefix) ? Code(String(stream.dropFirst(cohortPrefix.count))) : nil
  }
}
