import Evidence
import TalentDomain
import Transparency

/// What verifying a bundle found, as it is shown and as JSON.
struct VerifiedBundle: Record {
  var anchored: AnchoredLine?
  var anchors: [AnchorLine] = []
  var checks: [CheckLine] = []
  var cohort = Line("")
  var disclosed = 0
  var erased = 0
  var findings: [FlawLine] = []
  var folder = Line("")
  var intact = false
  var keyGiven = false
  var origin = Line("")
  var person: Line?
  var root = Line("")
  var size = 0
  var withheld = 0

  init() {}

  init(_ report: BundleReport, folder: String) {
    if report.anchoredSize > 0, let time = report.anchoredTime {
      var line = AnchoredLine()
      line.size = report.anchoredSize
      line.time = Instant(milliseconds: time)
      anchored = line
    }
    anchors = report.anchors.prefix(AnchorLine.limit).map { AnchorLine($0) }
    checks = report.outcomes.map { CheckLine($0, report) }
    disclosed = report.disclosed
    erased = report.erased
    findings = report.findings.map { FlawLine($0) }
    self.folder = Line(folder)
    intact = report.isIntact
    keyGiven = report.keyWasGiven
    withheld = report.withheld
    guard let manifest = report.manifest else { return }
    cohort = Line(manifest.cohort)
    origin = Line(manifest.origin)
    person = manifest.person.map { Line($0) }
    root = Line(manifest.root.base64)
    size = manifest.size
  }

  mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("anchored", &anchored, "Up to where somebody outside vouches for the log, and when.")
    try members("anchors", &anchors)
    try members("checks", &checks)
    try members("cohort", &cohort)
    try members("disclosed", &disclosed)
    try members("erased", &erased)
    try members("findings", &findings)
    try members("folder", &folder)
    try members("intact", &intact)
    try members("keyGiven", &keyGiven, "Whether the log's key came by another way than the bundle.")
    try members("origin", &origin)
    try members("person", &person)
    try members("root", &root)
    try members("size", &size)
    try members("withheld", &withheld)
  }
}

struct AnchoredLine: Record {
  var size = 0
  var time = Instant.blank

  mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("size", &size)
    try members("time", &time)
  }
}

struct AnchorLine: Record {
  /// The newest ones say most; a list has its bounds.
  static let limit = 1000

  var kind = Line("")
  var name = Line("")
  var size = 0
  var time: Instant?

  init() {}

  init(_ anchor: BundleReport.Anchor) {
    kind = Line(anchor.kind.rawValue)
    name = Line(anchor.name)
    size = anchor.size
    time = anchor.time.map { Instant(milliseconds: $0) }
  }

  mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("kind", &kind)
    try members("name", &name)
    try members("size", &size)
    try members("time", &time, "Where its key was given, and its signature holds.")
  }
}

struct CheckLine: Record {
  var check = Line("")
  var count = 0
  var findings = 0
  var notChecked: Line?

  init() {}

  init(_ outcome: BundleReport.Outcome, _ report: BundleReport) {
    check = Line(outcome.check.rawValue)
    count = outcome.count
    findings = report.findings.count { $0.check == outcome.check }
    notChecked = outcome.notChecked.map { Line($0.rawValue) }
  }

  mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("check", &check)
    try members("count", &count, "How many were looked at.")
    try members("findings", &findings)
    try members("notChecked", &notChecked, "Why it could not be checked.")
  }
}

struct FlawLine: Record {
  var check = Line("")
  var flaw = Line("")
  var path: Line?
  var position: Int?

  init() {}

  init(_ finding: BundleReport.Finding) {
    check = Line(finding.check.rawValue)
    flaw = Line(finding.flaw.rawValue)
    path = finding.path.map { Line($0) }
    position = finding.position
  }

  mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("check", &check)
    try members("flaw", &flaw)
    try members("path", &path)
    try members("position", &position)
  }
}
