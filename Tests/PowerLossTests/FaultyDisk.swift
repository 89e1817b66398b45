import CFaultyDisk
import Glibc
import Testing

/// A folder on a disk that loses power and makes errors (`CFaultyDisk`); it goes when this does.
final class FaultyDisk: @unchecked Sendable {
  // The pointer never changes, and each function behind it may be called from any thread.
  private let disk: OpaquePointer
  let path: String

  struct Calls: OptionSet, Sendable, Hashable {
    let rawValue: Int32
    init(rawValue: Int32) { self.rawValue = rawValue }
    private init(_ call: faulty_call) { rawValue = Int32(call.rawValue) }

    static let open = Calls(FAULTY_OPEN)
    static let read = Calls(FAULTY_READ)
    static let write = Calls(FAULTY_WRITE)
    static let truncate = Calls(FAULTY_TRUNCATE)
    static let sync = Calls(FAULTY_SYNC)
    static let delete = Calls(FAULTY_DELETE)
    static let rename = Calls(FAULTY_RENAME)
    static let create = Calls(FAULTY_CREATE)
    static let lock = Calls(FAULTY_LOCK)
    static let shared = Calls(FAULTY_SHARED)
    static let look = Calls(FAULTY_LOOK)
    static let any = Calls(FAULTY_ANY)
  }

  enum Fault: Sendable, Hashable {
    case io, full, memory

    fileprivate var code: faulty_error {
      switch self {
      case .io: FAULTY_IO
      case .full: FAULTY_FULL
      case .memory: FAULTY_MEMORY
      }
    }
  }

  /// With an empty folder `state` on it, synced.
  init(seed: UInt64) throws {
    // In memory where that can be: the real files are only what is read back.
    let base = getenv("TMPDIR").map { String(cString: $0) } ?? (access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp")
    var template = Array("\(base)/faulty-disk-XXXXXX".utf8CString)
    path = try template.withUnsafeMutableBufferPointer { buffer in
      let start = try #require(buffer.baseAddress)
      return String(cString: try #require(mkdtemp(start)))
    }
    mkdir(path + "/state", 0o700)
    disk = try #require(faulty_disk_insert(path, seed))
  }

  deinit {
    faulty_disk_remove(disk)
    Folder.remove(path)
  }

  // MARK: Power

  func cut(at number: Int) { faulty_disk_cut_at(disk, Int64(number)) }
  func cut() { faulty_disk_cut(disk) }
  var isCut: Bool { faulty_disk_is_cut(disk) }

  /// Once nobody has a file open any more, which connections that are being closed take a moment for.
  func powerOn() async throws {
    try await untilClosed()
    let code = faulty_disk_power_on(disk)
    try #require(code == 0, "the files are not as they were left: \(code)")
  }

  func untilClosed() async throws {
    for _ in 0..<4000 where openFiles > 0 { try await Task.sleep(for: .milliseconds(2)) }
    try #require(openFiles == 0, "somebody keeps a file open")
  }

  func swallowSyncs(_ which: Calls) { faulty_disk_swallow_syncs(disk, which.rawValue) }

  // MARK: Errors

  func fail(_ calls: Calls, from first: Int = 1, count: Int = Int.max, _ fault: Fault = .io) {
    faulty_disk_fail(disk, calls.rawValue, Int64(first), Int64(count), fault.code)
  }

  /// Counts calls from now on, and lets all of them succeed.
  func count(_ calls: Calls) { faulty_disk_fail(disk, calls.rawValue, 0, 0, FAULTY_IO) }

  var counted: Int { Int(faulty_disk_counted(disk)) }
  var failed: Int { Int(faulty_disk_failed(disk)) }

  /// Nil for as much as there is.
  func leaveRoom(_ bytes: Int?) { faulty_disk_leave_room(disk, Int64(bytes ?? -1)) }

  // MARK: Looking

  var changes: Int { Int(faulty_disk_changes(disk)) }
  var trace: UInt64 { faulty_disk_trace(disk) }
  var openFiles: Int { Int(faulty_disk_open_files(disk)) }
  var differences: Int { Int(faulty_disk_differences(disk)) }
}

/// Folders as they are, with all that is in them.
enum Folder {
  static func names(_ folder: String) -> [String] {
    guard let directory = opendir(folder) else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  static func remove(_ folder: String) {
    for name in names(folder) {
      let path = "\(folder)/\(name)"
      if isFolder(path) { remove(path) } else { unlink(path) }
    }
    rmdir(folder)
  }

  static func read(_ path: String) throws -> [UInt8] {
    let file = try #require(fopen(path, "rb"), "\(path) cannot be read")
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = fread(&buffer, 1, buffer.count, file), count > 0 { bytes += buffer[..<count] }
    return bytes
  }
}
