import EventLog
import Glibc
import Projections
import TalentDomain

/// Why there is no new backup, for an administrator.
struct BackupFault: Error, Hashable, Sendable {
  enum Kind: Hashable, Sendable {
    case place, room, full, unverified, stopped, other
  }

  let kind: Kind
  /// The folder or file.
  let path: String
  let problem: Bilingual

  init(_ error: any Error, _ places: BackupPlaces) {
    switch error {
    case BackupError.noPlaces:
      self.init(
        .other, places.logs, da: "Der er ingen mappe til sikkerhedskopier.", en: "There is no folder for backups.")
    case BackupError.place(let path, let code):
      self.init(
        .place, path,
        da: "Mappen kan ikke laves eller skrives (errno \(code)). Den skal tilhøre tjenestens bruger og have mode 700.",
        en:
          "The folder cannot be made or written (errno \(code)). It must belong to the service's user and have mode 700."
      )
    case BackupError.noRoom(let path, let needed, let free):
      self.init(
        .room, path,
        da: "Der er \(Self.megabytes(free)) MB fri, og den næste sikkerhedskopi kræver \(Self.megabytes(needed)) MB.",
        en: "\(Self.megabytes(free)) MB are free, and the next backup takes \(Self.megabytes(needed)) MB.")
    case BackupError.stopped:
      self.init(
        .stopped, places.logs, da: "Tjenesten standsede, før sikkerhedskopien var færdig.",
        en: "The service stopped before the backup was done.")
    case LogError.storage(let code) where Self.isFull(code), ViewError.storage(let code) where Self.isFull(code):
      self.init(.full, places.logs, da: "Disken er fuld.", en: "The disk is full.")
    case LogError.system(let code) where code == ENOSPC || code == EDQUOT:
      self.init(.full, places.logs, da: "Disken er fuld.", en: "The disk is full.")
    case LogError.storage(let code):
      self.init(
        .other, places.logs, da: "Kopien kan ikke læses eller skrives (SQLite \(code)).",
        en: "The copy cannot be read or written (SQLite \(code)).")
    case LogError.system(let code):
      self.init(
        .other, places.logs, da: "Kopien kan ikke læses eller skrives (errno \(code)).",
        en: "The copy cannot be read or written (errno \(code)).")
    default:
      self.init(
        .other, places.logs, da: "Sikkerhedskopien kunne ikke tages (\(type(of: error))).",
        en: "The backup could not be made (\(type(of: error))).")
    }
  }

  /// For one that was made and does not verify.
  init(unverified manifest: BackupManifest, _ places: BackupPlaces) {
    let found = manifest.verification.problems.first ?? ""
    self.init(
      .unverified, "\(places.logs)/\(manifest.name.text).failed",
      da: "Kopien holder ikke ved efterprøvningen: \(found).", en: "The copy does not verify: \(found).")
  }

  private init(_ kind: Kind, _ path: String, da: String, en: String) {
    self.kind = kind
    self.path = path
    problem = Bilingual(da: da, en: en)
  }

  var fileFault: FileFault { FileFault(path, problem) }

  /// SQLITE_FULL.
  private static func isFull(_ code: Int32) -> Bool { code & 0xFF == 13 }

  private static func megabytes(_ bytes: Int) -> Int { (bytes + (1 << 20) - 1) >> 20 }
}
