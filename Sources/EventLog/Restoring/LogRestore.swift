internal import GRDB
internal import Glibc

/// Puts a log together again from its parts, onto an empty folder. Everything is made in a folder beside it and put in its
/// place at the end: whenever it is interrupted, there is either the whole log or none, and it can be begun again.
package enum LogRestore {
  /// - Parameter settings: of the log as it will be opened; no folder of that name, or an empty one, may be there.
  /// - Throws: `RestoreError`, and what opening the log would throw. Nothing is in the folder then.
  package static func run(_ settings: LogSettings, from sources: RestoreSources) throws -> RestoreReport {
    let place = try RestorePlace(settings.folder, replaces: sources.replaces)
    let staging = place.staging
    do {
      return try run(settings, from: sources, place)
    } catch {
      RestorePlace.remove(staging)
      RestorePlace.remove(staging + "-erased")
      throw error
    }
  }

  private static func run(
    _ settings: LogSettings, from sources: RestoreSources, _ place: RestorePlace
  ) throws -> RestoreReport {
    let staging = place.staging
    try copy(sources, to: staging)
    settings.crashPoint?(.restoreCopied)

    var staged = settings
    staged.folder = staging
    staged.erasedKeys = staging + "-erased/register"
    staged.masterKeyCredential = sources.hasCredential ? credential(staging) : nil
    staged.isRestored = true
    var report = RestoreReport()
    let erased = try erasedKeys(settings, sources, staging, &report)
    _ = try ErasedKeys(making: staged.erasedKeys, origin: settings.origin, ids: erased, at: settings.clock.now())
    let behind = try prepare(staged, settings, sources, &report)
    // A key may lie there.
    RestorePlace.remove(staging + "-erased")
    settings.crashPoint?(.restorePrepared)

    let owner = Owner(of: settings.folder)
    report.belongsToRoot = owner.isRoot
    try owner.takeFolder(staging)
    // The register first: a log without it is not opened, and it without a log keeps a new one from being begun.
    try makeRegister(settings, erased, owner)
    let now = BackupName(time: settings.clock.now(), size: report.size)
    try keepAnchored(settings, sources, behind, owner, now, &report)
    settings.crashPoint?(.restoreRegistered)
    if sources.replaces { report.replaced = try place.setAside(now) }
    settings.crashPoint?(.restoreSetAside)
    try place.place()
    settings.crashPoint?(.restorePlaced)
    return report
  }

  /// Makes the register of a log that is there anew, from what that log has recorded; told to, because nothing can be known of
  /// erasures that only the lost one named.
  /// - Returns: how many keys it names.
  package static func renewRegister(_ settings: LogSettings) throws -> Int {
    let folder = StateFolder(path: settings.folder)
    guard folder.exists(folder.log) else { throw LogError.noLog }
    let lock = try folder.lockForThisProcess()
    defer { withExtendedLifetime(lock) {} }
    let known = try Opening.look(folder, settings)
    guard let known else { throw LogError.noLog }
    var erased = known.destroyed
    let there = try ErasedKeys.salvaged(settings.erasedKeys, origin: settings.origin)
    guard !PrivateFile.exists(settings.erasedKeys) || !known.destroyed.isSubset(of: there) else {
      throw RestoreError.registerThere(path: settings.erasedKeys)
    }
    erased.formUnion(there)
    let present = try Connections.look(into: folder.keys) { try KeyFile.ids($0) }
    erased.formUnion(known.assigned.live.subtracting(present))
    try makeRegister(settings, erased, Owner(of: settings.folder))
    return erased.count
  }

  // MARK: Steps

  private static func copy(_ sources: RestoreSources, to staging: String) throws {
    // What an interrupted try left.
    RestorePlace.remove(staging)
    RestorePlace.remove(staging + "-erased")
    guard mkdir(staging, 0o700) == 0 else { throw LogError.system(code: errno) }
    let folder = StateFolder(path: staging)
    for (source, target) in [(sources.log, folder.log), (sources.keys, folder.keys)] {
      guard PrivateFile.size(source) > 0, access(source, R_OK) == 0 else {
        throw RestoreError.unreadable(path: source)
      }
      try PrivateFile.copy(source, to: target)
      if PrivateFile.size(source + "-wal") > 0 { try PrivateFile.copy(source + "-wal", to: target + "-wal") }
    }
    guard mkdir(staging + "-erased", 0o700) == 0 else { throw LogError.system(code: errno) }
    try PrivateFile.replace(sources.hasCredential ? credential(staging) : folder.masterKey, sources.masterKey.file)
  }

  /// As the service manager would hand it over: so it is not changed, and a change that waits goes on waiting.
  private static func credential(_ staging: String) -> String { staging + "-erased/master-key" }

  private static func makeRegister(_ settings: LogSettings, _ ids: Set<Int64>, _ owner: Owner) throws {
    let folder = PrivateFile.folder(of: settings.erasedKeys)
    let isNew = !PrivateFile.exists(folder)
    _ = try ErasedKeys(making: settings.erasedKeys, origin: settings.origin, ids: ids, at: settings.clock.now())
    if isNew { try owner.take(folder) }
    try owner.take(settings.erasedKeys)
  }

  /// What the register is to name, from all that there is of it.
  private static func erasedKeys(
    _ settings: LogSettings, _ sources: RestoreSources, _ staging: String, _ report: inout RestoreReport
  ) throws -> Set<Int64> {
    let folder = StateFolder(path: staging)
    var staged = settings
    staged.folder = staging
    guard let known = try Opening.look(folder, staged) else { throw LogError.notALog }
    var erased: Set<Int64> = []
    var isThere = false
    for path in [sources.register, settings.erasedKeys].compactMap({ $0 }) where PrivateFile.exists(path) {
      erased.formUnion(
        sources.isRegisterLost
          ? try ErasedKeys.salvaged(path, origin: settings.origin)
          : try ErasedKeys(copy: path, origin: settings.origin).ids)
      isThere = true
    }
    if let given = sources.register, !PrivateFile.exists(given) { throw RestoreError.unreadable(path: given) }
    if sources.isRegisterLost {
      erased.formUnion(known.destroyed)
    } else {
      guard isThere else { throw LogError.registerMissing(path: settings.erasedKeys) }
      let unknown = known.destroyed.subtracting(erased)
      guard unknown.isEmpty else { throw LogError.registerBehind(path: settings.erasedKeys, missing: unknown.count) }
    }
    let present = try Connections.look(into: folder.keys) { try KeyFile.ids($0) }
    let missing = known.assigned.live.subtracting(present).subtracting(erased)
    guard missing.isEmpty || sources.areMissingKeysLost else { throw LogError.keysMissing(missing.count) }
    report.lostKeys = missing.count
    report.appliedKeys = present.intersection(erased).count
    report.leftOverKeys = present.subtracting(erased).count { $0 > known.assigned.greatest }
    report.erasedKeys = erased.union(missing).count
    return erased.union(missing)
  }

  /// Opens what was copied, which applies the register, holds it against what others have signed, and reads all of it.
  /// - Returns: what is left behind, where that was wanted.
  private static func prepare(
    _ staged: LogSettings, _ settings: LogSettings, _ sources: RestoreSources, _ report: inout RestoreReport
  ) throws -> AnchorCheck.Behind? {
    let log = try EventLog(opening: staged, create: false)
    report.size = log.size
    report.recorded = log.size > 0 ? try log.reader().recordedTime(at: log.size - 1) : nil
    report.unrecordedErasures = try log.unrecordedErasures().count
    report.masterKey = log.masterKey
    let anchors = AnchorCheck(
      files: [AnchoredFile(beside: settings.erasedKeys)] + sources.anchored.map { AnchoredFile(path: $0) })
    for path in sources.anchored where !PrivateFile.exists(path) { throw RestoreError.unreadable(path: path) }
    let behind = try anchors.check(log, mayRollBack: sources.mayRollBack)
    report.anchored = behind?.size
    // The log itself tells of it when the service starts.
    try LogError.mapping {
      try log.database.write { try Meta.setRestored(log.size, behind: behind?.size, in: $0) }
    }
    try log.close()
    var knowledge = OutsideKnowledge()
    knowledge.masterKeyCredential = staged.masterKeyCredential
    let verification = try LogVerifier.verify(folder: staged.folder, against: knowledge)
    if let first = verification.findings.first { throw LogError.corrupt(position: first.position, first.flaw) }
    if let closed = verification.vaultClosed { throw closed }
    report.verification = verification
    for name in try PrivateFile.names(in: staged.folder) { try PrivateFile.sync("\(staged.folder)/\(name)") }
    try PrivateFile.syncNames(staged.folder)
    return behind
  }

  /// What others are known to have signed goes on binding the next restore; what is knowingly left behind does not.
  private static func keepAnchored(
    _ settings: LogSettings, _ sources: RestoreSources, _ behind: AnchorCheck.Behind?, _ owner: Owner,
    _ time: BackupName, _ report: inout RestoreReport
  ) throws {
    let place = AnchoredFile(beside: settings.erasedKeys)
    guard behind == nil else {
      if PrivateFile.exists(place.path) { report.anchoredAside = try place.setAside(at: time) }
      return
    }
    for path in sources.anchored {
      if let note = try PrivateFile.read(path) { try place.keep(note) }
    }
    if PrivateFile.exists(place.path) { try owner.take(place.path) }
  }
}

/// Whose a folder is, so that what root puts in its place is theirs too.
private struct Owner {
  private let ids: (user: uid_t, group: gid_t)?

  /// Whether what root makes stays root's.
  var isRoot: Bool { geteuid() == 0 && (ids?.user ?? 0) == 0 }

  init(of folder: String) {
    var status = stat()
    ids = geteuid() == 0 && stat(folder, &status) == 0 ? (status.st_uid, status.st_gid) : nil
  }

  func take(_ path: String) throws(LogError) {
    guard let ids else { return }
    guard lchown(path, ids.user, ids.group) == 0 else { throw .system(code: errno) }
  }

  /// A folder and the files in it.
  func takeFolder(_ folder: String) throws(LogError) {
    for name in try PrivateFile.names(in: folder) { try take("\(folder)/\(name)") }
    try take(folder)
  }
}
