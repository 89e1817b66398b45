import GRDB
import Glibc
import Synchronization
import Testing
import Transparency

@testable import EventLog

/// Something that tasks tell each other.
private final class Flag: Sendable {
  private let state = Atomic(false)
  var isSet: Bool {
    get { state.load(ordering: .acquiring) }
    set { state.store(newValue, ordering: .releasing) }
  }
}

@Suite("Backups")
struct BackupTests {
  /// A folder of its own for backups, beside the log.
  private func settings(
    _ folder: TemporaryFolder, _ places: TemporaryFolder, _ change: (inout LogSettings) -> Void = { _ in }
  ) -> LogSettings {
    .test(folder) {
      $0.backups = BackupPlaces(logs: "\(places.path)/log", keys: "\(places.path)/keys")
      change(&$0)
    }
  }

  private func removed(_ places: TemporaryFolder) {
    for part in ["log", "keys"] {
      for name in Files.list("\(places.path)/\(part)") { Files.remove("\(places.path)/\(part)/\(name)") }
      Files.remove("\(places.path)/\(part)")
    }
  }

  private func kept(_ settings: LogSettings) -> [KeptBackup] { settings.backups.map(KeptBackups.list) ?? [] }

  @discardableResult
  private func backUp(_ log: EventLog) throws -> BackupManifest {
    try log.backUp(daemon: "1.0.0", erasure: nil) { _, _ in nil }
  }

  private func restored(_ backup: KeptBackup, _ settings: LogSettings, to target: TemporaryFolder) throws
    -> RestoreReport
  {
    let places = try #require(settings.backups)
    rmdir(target.path)
    var sources = RestoreSources(
      log: "\(places.logs)/\(backup.name.text)/log.sqlite3", keys: "\(places.keys)/\(backup.name.text)/keys.sqlite3",
      masterKey: try RestoredKey(Files.read("\(settings.folder)/master.key"), origin: settings.origin))
    sources.register = settings.erasedKeys
    return try LogRestore.run(.test(target), from: sources)
  }

  // MARK: Names, manifests, retention

  @Test func `a name says when and how many, and nothing else is a name`() throws {
    let name = BackupName(time: 1_803_867_600_123, size: 1234)
    #expect(name.text == "20270301T010000Z-1234" || name.text.hasSuffix("Z-1234"))
    #expect(BackupName(name.text) == name && name.time == 1_803_867_600_000)
    for text in [
      "", "20270301T010000Z", "20270301T010000Z-", "20270301T010000Z--1", "20270301T010000Z-01", "20271301T010000Z-1",
      "20270301T010000Z-1.partial", "20270301 010000Z-1", "20270301T010000z-1", "notes",
    ] {
      #expect(BackupName(text) == nil, "\(text)")
    }
  }

  @Test func `a manifest reads back as it was written`() throws {
    var manifest = BackupManifest(
      .log, BackupName(time: 1_803_867_600_000, size: 7), origin: "a.example/log", simulated: true,
      root: Hash(of: [1]), daemon: "1.0.0")
    manifest.recorded = 1_803_867_599_001
    manifest.checkpoint = "a\nb\n"
    manifest.bytes = 4096
    manifest.verification.views = "x"
    #expect(BackupManifest(manifest.json) == manifest)
    manifest.verification.problems = ["position 3: a leaf is missing"]
    #expect(BackupManifest(manifest.json) == manifest)
    #expect(BackupManifest(Array("{}".utf8)) == nil && BackupManifest(Array("?".utf8)) == nil)
  }

  @Test func `the newest of each day and month stay, and keys for so many days`() {
    var retention = BackupRetention()
    retention.daily = 10
    retention.monthly = 3
    retention.keysDays = 5
    let start: Int64 = 1_803_867_600_000
    let names = (0..<400).flatMap { day in
      [0, 6].map { BackupName(time: start + Int64(day) * 86_400_000 + $0 * 3_600_000, size: day) }
    }
    let gone = retention.surplusLogs(names)
    let kept = names.filter { !gone.contains($0) }
    #expect(Set(kept.map(\.day)).isSuperset(of: names.suffix(20).map(\.day)) && Set(kept.map(\.day)).count <= 12)
    #expect(Set(kept.map(\.month)).count == 3)
    #expect(Array(names.suffix(8)).allSatisfy(kept.contains))
    let keys = names.filter { !retention.surplusKeys(names).contains($0) }
    #expect(keys.count == 11 && keys.last == names.last)
    #expect(retention.surplusKeys([names[0]]).isEmpty && retention.surplusLogs([names[0]]).isEmpty)
  }

  // MARK: Making

  @Test func `under load a backup holds all that was acknowledged before it, and the log goes on`() async throws {
    let (folder, places, target) = (try TemporaryFolder(), try TemporaryFolder(), try TemporaryFolder())
    defer { removed(places) }
    let settings = settings(folder, places)
    try await withLog(settings) { log, writer in
      try await fill(writer, 3000)
      let done = Flag()
      try await withThrowingTaskGroup(of: Void.self) { group in
        group.addTask {
          var number = 3000
          while !done.isSet {
            try await fill(writer, 50, from: number)
            number += 50
          }
        }
        group.addTask {
          defer { done.isSet = true }
          for _ in 0..<4 {
            let (before, committed) = (log.size, log.latestCheckpoint)
            let made = try backUp(log)
            #expect(made.verification.isGood && made.size >= before, "\(made.verification.problems)")
            #expect(try made.root == log.reader().root(size: made.size))
            #expect(committed.map { $0.size <= made.size } == true)
          }
        }
        try await group.waitForAll()
      }
      let kept = self.kept(settings)
      #expect(kept.count == 4 && kept.allSatisfy { $0.isWhole && $0.keys != nil })
      #expect(Files.list("\(places.path)/log").count == 4, "nothing is left over")
      for part in ["log", "keys"] {
        let name = try #require(kept.first?.name.text)
        for file in Files.list("\(places.path)/\(part)/\(name)") {
          var status = stat()
          #expect(stat("\(places.path)/\(part)/\(name)/\(file)", &status) == 0 && status.st_mode & 0o777 == 0o600)
        }
        #expect(Files.list("\(places.path)/\(part)/\(name)") == ["backup.json", "\(part).sqlite3"])
      }
      let report = try restored(try #require(kept.first), settings, to: target)
      #expect(report.size == kept.first?.log?.size && report.verification?.isIntact == true)
      #expect(report.verification?.openedFields ?? 0 > 600)
    }
  }

  @Test func `two at once: the second is refused`() async throws {
    let (folder, places) = (try TemporaryFolder(), try TemporaryFolder())
    defer { removed(places) }
    let log = Mutex<EventLog?>(nil)
    let met = Mutex<[BackupError]>([])
    let settings = settings(folder, places) {
      $0.crashPoint = { point in
        guard point == .backupLogCopied, let log = log.withLock({ $0 }) else { return }
        do { _ = try self.backUp(log) } catch let error as BackupError {
          met.withLock { $0.append(error) }
        } catch { Issue.record(error) }
      }
    }
    try await withLog(settings) { opened, writer in
      log.withLock { $0 = opened }
      defer { log.withLock { $0 = nil } }
      try await fill(writer, 20)
      try backUp(opened)
      #expect(met.withLock { $0 } == [.underWay])
    }
  }

  @Test func `without places there is none, and one that stops leaves nothing`() async throws {
    let (folder, places) = (try TemporaryFolder(), try TemporaryFolder())
    defer { removed(places) }
    try await withLog(settings(folder, places) { $0.backups = nil }) { log, _ in
      _ = #expect(throws: BackupError.noPlaces) { try backUp(log) }
    }
    let settings = settings(folder, places)
    try await withLog(settings, create: false) { log, writer in
      try await fill(writer, 600)
      for stage in [BackupStage.copying, .verifying] {
        #expect(throws: BackupError.stopped) {
          try log.backUp(daemon: "1.0.0", erasure: nil) { _, _ in
            nil
          } progress: { reached, _, _ in
            if reached == stage { throw BackupError.stopped }
          }
        }
        #expect(Files.list("\(places.path)/log").isEmpty && Files.list("\(places.path)/keys").isEmpty)
      }
      mkdir("\(places.path)/log/notes", 0o700)
      try backUp(log)
      #expect(Files.list("\(places.path)/log").count == 2, "what is not a backup is left alone")
      rmdir("\(places.path)/log/notes")
    }
  }

  @Test(arguments: ["leaf", "key", "views"])
  func `a copy that does not verify is set apart, counts as none and drives nothing out`(what: String) async throws {
    let (folder, places) = (try TemporaryFolder(), try TemporaryFolder())
    defer { removed(places) }
    let armed = Flag()
    let settings = settings(folder, places) {
      $0.crashPoint = { point in
        guard armed.isSet, point == .backupKeysCopied, what != "views" else { return }
        let part = what == "leaf" ? "log" : "keys"
        let name = Files.list("\(places.path)/\(part)").first { $0.hasSuffix(".partial") } ?? ""
        do {
          let copy = try DatabaseQueue(path: "\(places.path)/\(part)/\(name)/\(part).sqlite3")
          try copy.write { database in
            try database.execute(
              sql: what == "leaf"
                ? "DROP TRIGGER leaf_no_update; UPDATE leaf SET bytes = x'7b7d' WHERE position = 7"
                : "UPDATE key SET box = zeroblob(60) WHERE id = (SELECT max(id) FROM key)")
          }
          try copy.close()
        } catch { Issue.record(error) }
      }
    }
    try await withLog(settings) { log, writer in
      try await fill(writer, 20)
      let good = try backUp(log)
      armed.isSet = true
      let bad = try log.backUp(daemon: "1.0.0", erasure: nil) { _, _ in
        BackupTrial(digest: "d", problem: what == "views" ? "the views differ" : nil)
      }
      #expect(!bad.verification.isGood, "\(what)")
      let kept = self.kept(settings)
      #expect(kept.count == 2 && kept.filter(\.isWhole).map(\.name) == [good.name])
      armed.isSet = false
      try backUp(log)
      #expect(self.kept(settings).allSatisfy { $0.isWhole }, "a good one drives it out")
    }
  }

  // MARK: Crashes

  @Test(arguments: CrashPoint.ofBackup)
  func `a crash at any step leaves whole backups only, and the next one clears up`(point: CrashPoint) async throws {
    let (folder, places) = (try TemporaryFolder(), try TemporaryFolder())
    let (left, leftPlaces, target) = (try TemporaryFolder(), try TemporaryFolder(), try TemporaryFolder())
    defer {
      removed(places)
      removed(leftPlaces)
    }
    let armed = Flag()
    let settings = settings(folder, places) {
      $0.crashPoint = { reached in
        guard reached == point, armed.isSet else { return }
        do {
          try Files.copy(folder.path, to: left.path)
          for part in ["log", "keys"] {
            mkdir("\(leftPlaces.path)/\(part)", 0o700)
            for name in Files.list("\(places.path)/\(part)") {
              mkdir("\(leftPlaces.path)/\(part)/\(name)", 0o700)
              try Files.copy("\(places.path)/\(part)/\(name)", to: "\(leftPlaces.path)/\(part)/\(name)")
            }
          }
        } catch { Issue.record(error) }
      }
    }
    try await withLog(settings) { log, writer in
      try await fill(writer, 100)
      try backUp(log)
      try await fill(writer, 100, from: 100)
      armed.isSet = true
      try backUp(log)
    }
    let after = self.settings(left, leftPlaces)
    let backups = try #require(after.backups)
    let kept = KeptBackups.list(backups)
    #expect(kept.filter(\.isWhole).allSatisfy { $0.keys != nil })
    #expect(kept.count(where: \.isWhole) == ([.backupPlaced, .backupPruned].contains(point) ? 2 : 1))
    for backup in kept where backup.isWhole {
      #expect(try restored(backup, after, to: target).verification?.isIntact == true)
      Files.remove(target.path)
      Files.remove(target.path + "-erased")
    }
    try await withLog(after, create: false) { log, _ in
      let made = try backUp(log)
      #expect(made.verification.isGood)
      let names = Files.list(backups.logs) + Files.list(backups.keys)
      #expect(names.allSatisfy { BackupName($0) != nil }, "\(names)")
    }
  }

  // MARK: Erasures and changes of the master key

  @Test(arguments: CrashPoint.ofBackup)
  func `whenever a key is erased, no backup that can be reached holds it`(point: CrashPoint) async throws {
    let (folder, places, target) = (try TemporaryFolder(), try TemporaryFolder(), try TemporaryFolder())
    defer { removed(places) }
    let log = Mutex<EventLog?>(nil)
    let erased = Mutex<[Int64]>([])
    let settings = settings(folder, places) {
      $0.crashPoint = { reached in
        guard reached == point, let log = log.withLock({ $0 }) else { return }
        do {
          let ids = try log.destroyKeys(subject: 1, retentions: ["case"])
          erased.withLock { $0 = ids }
          try log.clearBackups()
        } catch { Issue.record(error) }
      }
    }
    try await withLog(settings) { opened, writer in
      try await fill(writer, 200)
      try backUp(opened)
      log.withLock { $0 = opened }
      let again = try backUp(opened)
      #expect(again.verification.isGood)
      log.withLock { $0 = nil }
      let gone = Set(erased.withLock { $0 })
      #expect(gone.count == 1)
      let kept = self.kept(settings)
      #expect(kept.count == 2)
      for backup in kept {
        let keys = "\(places.path)/keys/\(backup.name.text)/keys.sqlite3"
        #expect(try Connections.look(into: keys) { try KeyFile.ids($0) }.isDisjoint(with: gone))
        #expect(try FileDigest.of(keys) == backup.keys?.digest)
        // A file rewritten leaves none of the key's wrapped bytes behind.
        #expect(Files.list("\(places.path)/keys/\(backup.name.text)") == ["backup.json", "keys.sqlite3"])
        let report = try restored(backup, settings, to: target)
        #expect(report.verification?.isIntact == true && report.appliedKeys == 0)
        Files.remove(target.path)
        Files.remove(target.path + "-erased")
      }
      #expect(try opened.clearBackups() == 0, "there is nothing left to do")
    }
  }

  @Test func `clearing that a crash interrupted is finished`() async throws {
    let (folder, places) = (try TemporaryFolder(), try TemporaryFolder())
    defer { removed(places) }
    let settings = settings(folder, places)
    try await withLog(settings) { log, writer in
      try await fill(writer, 200)
      let made = try backUp(log)
      let backup = "\(places.path)/keys/\(made.name.text)"
      let before = (try Files.read("\(backup)/keys.sqlite3"), try Files.read("\(backup)/backup.json"))
      try log.destroyKeys(subject: 1, retentions: ["case"])
      #expect(try log.clearBackups() == 1)
      let after = (try Files.read("\(backup)/keys.sqlite3"), try Files.read("\(backup)/backup.json"))
      // Before the file was replaced, and after it.
      for (file, waiting) in [(before.0, after.1), (after.0, after.1)] {
        try Files.write(file, to: "\(backup)/keys.sqlite3")
        try Files.write(before.1, to: "\(backup)/backup.json")
        try Files.write(waiting, to: "\(backup)/backup.json.cleared")
        try Files.write(after.0, to: "\(backup)/keys.sqlite3.next")
        try log.clearBackups()
        let kept = try #require(self.kept(settings).first)
        #expect(kept.keys?.cleared != nil)
        #expect(try FileDigest.of("\(backup)/keys.sqlite3") == kept.keys?.digest)
        #expect(Files.list(backup) == ["backup.json", "keys.sqlite3"])
      }
    }
  }

  @Test(arguments: [CrashPoint.backupLogCopied, .backupKeysCopied, .backupVerified])
  func `a change of the master key meanwhile: the backup opens with the key it names`(point: CrashPoint) async throws {
    let (folder, places, target) = (try TemporaryFolder(), try TemporaryFolder(), try TemporaryFolder())
    defer { removed(places) }
    let log = Mutex<EventLog?>(nil)
    let settings = settings(folder, places) {
      $0.crashPoint = { reached in
        guard reached == point, let log = log.withLock({ $0 }) else { return }
        do { _ = try log.rotateMasterKey() } catch { Issue.record(error) }
      }
    }
    try await withLog(settings) { opened, writer in
      try await fill(writer, 200)
      log.withLock { $0 = opened }
      let made = try backUp(opened)
      log.withLock { $0 = nil }
      #expect(made.verification.isGood)
      let kept = try #require(self.kept(settings).first)
      #expect(kept.keys?.masterKey == 2)
      #expect(try restored(kept, settings, to: target).masterKey?.ordinal == 1)
    }
  }
}
