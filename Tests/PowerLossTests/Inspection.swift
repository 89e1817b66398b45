import Testing

@testable import EventLog

/// Holds what is on the disk against what was promised.
struct Inspection {
  let disk: FaultyDisk
  let promises: Promises
  /// What is wrong, in words.
  private(set) var losses: [String] = []

  init(_ disk: FaultyDisk, _ promises: Promises) {
    self.disk = disk
    self.promises = promises
  }

  private mutating func expect(_ condition: Bool, _ loss: @autoclosure () -> String) {
    if !condition { losses.append(loss()) }
  }

  // MARK: Before anybody opens it

  /// Nothing of what was cleared away comes back with the power.
  mutating func checkResidue() throws {
    let state = promises.now
    guard !state.gone.isEmpty else { return }
    let folder = disk.path + "/state"
    for name in Folder.names(folder) {
      let bytes = try Folder.read("\(folder)/\(name)")
      for box in state.gone where bytes.contains(box) { losses.append("\(name) holds a key that was cleared away") }
    }
  }

  // MARK: Opened

  mutating func check(_ log: EventLog) throws {
    promises.settle(size: log.size)
    let state = promises.now
    expect(log.size == state.events.count, "\(log.size) events, \(state.events.count) were promised")
    let reader = log.reader()
    for (position, event) in state.events.enumerated() where position < log.size {
      expect(try reader.leaf(at: position) == event.bytes, "another leaf at \(position)")
      try check(event, at: position, reader, state)
    }
    expect(state.registered.isSubset(of: log.erased.ids), "the register forgot a key")
    if let key = state.masterKey {
      expect(try Folder.read(disk.path + "/state/master.key") == key, "another master key than the newest")
    }
  }

  private mutating func check(
    _ event: Promises.Event, at position: Int, _ reader: LogReader, _ state: Promises.State
  ) throws {
    let opened = try reader.opened(position: position)
    for field in event.sealed {
      let values = opened.filter { $0.subject == field.subject }.compactMap(\.value)
      let isThere = values.contains(field.value)
      if position < state.erased[field.subject] ?? 0 {
        expect(values.isEmpty, "a field at \(position) opens, and its subject was erased")
      } else if position >= state.erasing[field.subject] ?? 0 {
        expect(isThere, "a sealed field at \(position) is lost")
      }
    }
  }

  // MARK: Closed

  mutating func verify() throws {
    let report = try LogVerifier.verify(folder: disk.path + "/state")
    expect(report.isIntact, "does not verify: \(report.findings)")
    expect(report.vaultClosed == nil, "the vault is closed: \(String(describing: report.vaultClosed))")
    expect(report.size == promises.now.events.count, "verified \(report.size) events")
  }

  mutating func checkCopies(_ settings: (String) -> LogSettings) throws {
    let state = promises.now
    for backup in state.backups { losses += try Backup.losses(backup, disk, gone: state.gone) }
    if let restored = state.restored { try check(restored, settings) }
    if let restoring = state.restoring, Folder.isFolder(restoring.folder) { try check(restoring, settings) }
  }

  private mutating func check(_ place: Promises.Place, _ settings: (String) -> LogSettings) throws {
    let log = try EventLog(opening: settings(place.folder), create: false)
    expect(log.size == place.backup.size, "restored are \(log.size) events of \(place.backup.size)")
    let report = try LogVerifier.verify(folder: place.folder)
    expect(report.isIntact, "what was restored does not verify: \(report.findings)")
  }
}

extension [UInt8] {
  func contains(_ needle: [UInt8]) -> Bool {
    var start = startIndex
    while let found = self[start...].firstIndex(of: needle[0]), found + needle.count <= count {
      if self[found..<(found + needle.count)].elementsEqual(needle) { return true }
      start = found + 1
    }
    return false
  }
}
