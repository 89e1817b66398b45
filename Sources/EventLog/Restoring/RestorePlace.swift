internal import Glibc

/// The folder that a log is put into. It is prepared in another one on the same disk and put in its place at the end: beside
/// it, or inside it where the folder is a mount point, which cannot be renamed.
struct RestorePlace {
  let folder: String
  let staging: String
  private let isMount: Bool
  /// Held to the end: nobody begins a log meanwhile.
  private let lock: FolderLock?

  /// The last file to be put in its place. Keys without it are refused by whoever would begin a new log there.
  private static let last = "log.sqlite3"
  /// Inside a mount point, what is being put in its place, and what was there before.
  private static let placing = "restoring.done"
  private static let before = "replaced-"

  /// - Parameter replaces: whether a log that is there may be moved aside.
  /// - Throws: `LogError.locked` where a service runs, `RestoreError.notEmpty`.
  init(_ folder: String, replaces: Bool) throws {
    self.folder = folder
    isMount = MountPoints.contains(folder)
    staging = isMount ? "\(folder)/restoring" : "\(folder).restoring"
    let state = StateFolder(path: folder)
    lock = PrivateFile.exists("\(folder)/lock") ? try state.lockForThisProcess() : nil
    try clearInterrupted()
    guard try replaces || there().isEmpty else { throw RestoreError.notEmpty(path: folder) }
  }

  /// What is in the folder and is somebody's.
  private func there() throws(LogError) -> [String] {
    guard PrivateFile.exists(folder) else { return [] }
    let ours = isMount ? ["lost+found", "restoring", "restoring-erased", Self.placing] : []
    return try PrivateFile.names(in: folder).filter { name in
      name != "lock" && !ours.contains(name) && !(isMount && name.hasPrefix(Self.before))
    }
  }

  /// A placing that a crash interrupted, inside a mount point: nothing of it is in use, for the log itself comes last.
  private func clearInterrupted() throws {
    let placing = "\(folder)/\(Self.placing)"
    guard isMount, PrivateFile.exists(placing) else { return }
    if !PrivateFile.exists("\(folder)/\(Self.last)") {
      for name in ["keys.sqlite3", "master.key"] { unlink("\(folder)/\(name)") }
    }
    Self.remove(placing)
  }

  /// Moves what is there aside, whole.
  /// - Returns: where it lies now; nil where there was nothing.
  func setAside(_ time: BackupName) throws -> String? {
    let names = try there()
    guard !names.isEmpty else { return nil }
    let stamp = time.text.prefix { $0 != "-" }
    guard isMount else {
      let aside = "\(folder).\(Self.before)\(stamp)"
      guard rename(folder, aside) == 0 else { throw RestoreError.notPlaced(path: aside, code: errno) }
      try PrivateFile.syncNames(PrivateFile.folder(of: folder))
      return aside
    }
    let aside = "\(folder)/\(Self.before)\(stamp)"
    guard mkdir(aside, 0o700) == 0 || errno == EEXIST else { throw RestoreError.notPlaced(path: aside, code: errno) }
    // The log first: keys without it are begun anew by nobody.
    for name in names.sorted(by: { $0 == Self.last && $1 != Self.last }) {
      guard rename("\(folder)/\(name)", "\(aside)/\(name)") == 0 else {
        throw RestoreError.notPlaced(path: aside, code: errno)
      }
    }
    try PrivateFile.syncNames(aside)
    try PrivateFile.syncNames(folder)
    return aside
  }

  func place() throws {
    guard isMount else {
      unlink(folder + "/lock")
      guard rename(staging, folder) == 0 else { throw RestoreError.notPlaced(path: folder, code: errno) }
      return try PrivateFile.syncNames(PrivateFile.folder(of: folder))
    }
    let placing = "\(folder)/\(Self.placing)"
    guard rename(staging, placing) == 0 else { throw RestoreError.notPlaced(path: folder, code: errno) }
    // The log last; its write-ahead log and the rest before it.
    let names = try PrivateFile.names(in: placing).filter { $0 != "lock" }
    for name in names.sorted(by: { $0 != Self.last && $1 == Self.last }) {
      if name == Self.last { try PrivateFile.syncNames(folder) }
      guard rename("\(placing)/\(name)", "\(folder)/\(name)") == 0 else {
        throw RestoreError.notPlaced(path: folder, code: errno)
      }
    }
    try PrivateFile.syncNames(folder)
    Self.remove(placing)
  }

  /// A folder of files.
  static func remove(_ folder: String) {
    for name in (try? PrivateFile.names(in: folder)) ?? [] { unlink("\(folder)/\(name)") }
    rmdir(folder)
  }
}

/// Which folders other file systems, or other parts of one, are attached to, as the kernel lists them.
enum MountPoints {
  static func contains(_ path: String) -> Bool {
    guard let real = realpath(path, nil) else { return false }
    defer { free(real) }
    let wanted = String(cString: real)
    guard let bytes = try? PrivateFile.read("/proc/self/mountinfo") else { return false }
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n").contains { line in
      let fields = line.split(separator: " ")
      return fields.count > 4 && unescaped(fields[4]) == wanted
    }
  }

  /// The kernel writes a space as `\040`.
  private static func unescaped(_ text: Substring) -> String {
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "\\"), rest.count >= 3,
        let code = UInt8(String(decoding: rest.prefix(3), as: UTF8.self), radix: 8)
      {
        bytes.append(code)
        rest = rest.dropFirst(3)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
