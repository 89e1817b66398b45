/// A backup now, while the service goes on. It changes no state that rules look at; the record keeps that it was made.
package struct MakeBackup: Query {
  package typealias Answer = BackupProgress
  package static let purpose = Bilingual(
    da: "Tag en sikkerhedskopi af loggen og dens nøgler, og efterprøv den.",
    en: "Make a backup of the log and its keys, and verify it.")
  package static let area = Area.administration
  package static let streams = true

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {}
}

/// One step of a backup; the last reply carries what came of it.
package struct BackupProgress: Record {
  package var backup: BackupLine?
  package var done = 0
  package var step = BackupStep.copying
  package var total = 0

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("backup", &backup, "What was made, at the end.")
    try members("done", &done, "Pages copied or events looked at, in this step.")
    try members("step", &step)
    try members("total", &total)
  }
}

/// What is being done.
package enum BackupStep: String, Choice {
  case copying
  /// The views are built from the copy, for trial.
  case rebuilding
  case verifying
}

/// Which backups are there?
package struct ListBackups: Query {
  package typealias Answer = BackupList
  package static let purpose = Bilingual(
    da: "Sikkerhedskopierne, med størrelse og hvad efterprøvningen fandt.",
    en: "The backups, with their size and what verifying them found.")
  package static let area = Area.administration

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {}
}

/// The answer to `ListBackups`.
package struct BackupList: Record {
  package var backups: [BackupLine] = []
  package var keysFolder = Line("")
  package var logFolder = Line("")

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("backups", &backups, "The newest first.")
    try members("keysFolder", &keysFolder, "Where the copies of the keys lie.")
    try members("logFolder", &logFolder, "Where the copies of the log lie.")
  }
}

/// One backup, by what lies in the two folders.
package struct BackupLine: Record {
  package var bytes = 0
  package var cleared: Instant?
  package var keys = false
  package var log = false
  package var name = Line("")
  package var problems: [Line] = []
  package var root = Digest.blank
  package var size = 0
  package var time = Instant.blank
  package var verified = false

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("bytes", &bytes, "Of both files.")
    try members("cleared", &cleared, "When keys that were erased since were taken out of it.")
    try members("keys", &keys, "Whether the keys are there: they are kept for at most 30 days.")
    try members("log", &log, "Whether the log is there.")
    try members("name", &name, "Of its folders.")
    try members("problems", &problems, "What was found wrong with it.")
    try members("root", &root, "Of the tree over its events, in base64url.")
    try members("size", &size, "Events that it holds.")
    try members("time", &time, "When it was begun.")
    try members("verified", &verified)
  }
}
