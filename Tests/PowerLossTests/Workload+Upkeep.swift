import GRDB
import Seeded

@testable import EventLog

// Erasure, changes of keys, and backups.
extension Workload {
  // MARK: Erasure

  func erase() async throws {
    let state = promises.now
    let subjects = Set(state.events.flatMap(\.sealed).map(\.subject)).sorted()
    guard !subjects.isEmpty else { return }
    try await erase(subjects[random.below(subjects.count)])
  }

  func erase(_ subject: UInt64) async throws {
    let log = try theLog()
    let (ids, boxes) = try wrapped(subject, log)
    promises.with { $0.erasing[subject] = $0.events.count }
    try log.destroyKeys(subject: subject, retentions: ["case"])
    promises.with { state in
      state.erased[subject] = state.erasing.removeValue(forKey: subject)
      state.registered.formUnion(ids)
    }
    try await recordErasure(subject)
    try log.finishErasure()
    try clearBackups()
    promises.with { $0.gone += boxes }
  }

  func recordErasure(_ subject: UInt64) async throws {
    try await submit { desk throws(LogError) in
      try desk.deleteSealed(subject: subject, retention: "case")
      return [try Self.append("record", Int(subject), [], desk)]
    }
  }

  /// The ids of a subject's keys, and the boxes that they lie in.
  func wrapped(_ subject: UInt64, _ log: EventLog) throws(LogError) -> ([Int64], [[UInt8]]) {
    try LogError.mapping {
      let ids = try log.database.read { try Assignments.all(subject, "case", $0).map(\.key) }
      let boxes = try log.keys.database.read { database in try ids.compactMap { try KeyFile.box($0, in: database) } }
      return (ids, boxes)
    }
  }

  /// What the service does when it starts: it finishes what was begun.
  func recover() async throws {
    let log = try theLog()
    for (subject, _) in try log.unrecordedErasures() {
      promises.with { state in
        state.erased[subject] = state.erasing.removeValue(forKey: subject) ?? state.events.count
      }
      try await recordErasure(subject)
    }
    // One that the register has not heard of has not happened.
    promises.with { $0.erasing = [:] }
    try log.finishErasure()
    try clearBackups()
    for ordinal in try log.unrecordedRotations() { try log.noteRotationRecorded(ordinal) }
  }

  // MARK: Keys

  func noteMasterKey() throws {
    let text = try Folder.read(settings.folder + "/master.key")
    promises.with { $0.masterKey = text }
  }

  func rotateMasterKey() throws {
    let log = try theLog()
    promises.with { $0.masterKey = nil }
    let state = try log.rotateMasterKey()
    if !state.isAwaited { try noteMasterKey() }
    try log.noteRotationRecorded(state.ordinal)
  }

  func rotateLogKey() async throws {
    number += 1
    let number = number
    let log = try theLog()
    try await submit { desk throws(LogError) in
      _ = try desk.rotateKey(until: desk.now + 5000)
      desk.checkpointNow()
      return [try Self.append("record", number, [], desk)]
    }
    try log.forgetRetiredKeys()
  }

  // MARK: Backup

  func backUp() throws {
    let masterKey = try Folder.read(settings.folder + "/master.key")
    let log = try theLog()
    let size = log.size
    let manifest = try LogError.mapping {
      try log.backUp(daemon: "test", erasure: nil, trial: { _, _ in nil })
    }
    guard manifest.verification.isGood, manifest.size == size else {
      throw BackupTrouble(problems: manifest.verification.problems)
    }
    promises.with { state in
      state.backups.append(Promises.Backup(name: manifest.name, masterKey: masterKey))
      // Older ones of the same day have had their time.
      state.backups.removeFirst(max(0, state.backups.count - BackupRetention.newest))
    }
  }

  func clearBackups() throws {
    let log = try theLog()
    _ = try LogError.mapping { try log.clearBackups() }
  }

  func restore() throws {
    guard let backup = promises.now.backups.last else { return }
    let place = "\(disk.path)/restored-\(done.count)"
    promises.with { $0.restoring = Promises.Place(folder: place, backup: backup) }
    _ = try LogRestore.run(settings(at: place), from: try Backup.sources(backup, disk, register: settings.erasedKeys))
    promises.with { state in
      state.restored = state.restoring
      state.restoring = nil
    }
  }
}
