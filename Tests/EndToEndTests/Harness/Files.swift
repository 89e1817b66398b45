import Glibc

/// Files as bytes, without Foundation.
enum Files {
  static func read(_ path: String) throws -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Trouble("cannot read \(path): \(String(cString: strerror(errno)))") }
    defer { close(descriptor) }
    return read(descriptor, from: 0)
  }

  /// A part of a file, or what of it can be read.
  static func read(_ path: String, from start: Int, count: Int) throws -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Trouble("cannot read \(path): \(String(cString: strerror(errno)))") }
    defer { close(descriptor) }
    return [UInt8](unsafeUninitializedCapacity: count) { space, read in
      read = max(0, pread(descriptor, space.baseAddress, count, off_t(start)))
    }
  }

  static func text(_ path: String) throws -> String { String(decoding: try read(path), as: UTF8.self) }

  /// Everything in an open file from an offset on; its own position stays.
  static func read(_ descriptor: Int32, from start: Int) -> [UInt8] {
    var bytes: [UInt8] = []
    let chunk = 1 << 20
    while true {
      let offset = off_t(start + bytes.count)
      let more = [UInt8](unsafeUninitializedCapacity: chunk) { space, count in
        count = max(0, pread(descriptor, space.baseAddress, chunk, offset))
      }
      if more.isEmpty { return bytes }
      bytes += more
    }
  }

  static func write(_ bytes: [UInt8], to path: String, mode: mode_t = 0o644) throws {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, mode)
    guard descriptor >= 0 else { throw Trouble("cannot write \(path): \(String(cString: strerror(errno)))") }
    defer { close(descriptor) }
    var written = 0
    while written < bytes.count {
      let result = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress! + written, $0.count - written) }
      guard result > 0 else { throw Trouble("cannot write \(path): \(String(cString: strerror(errno)))") }
      written += result
    }
    // The mask for new files must not take away what a test asked for.
    fchmod(descriptor, mode)
  }

  static func mode(of path: String) throws -> mode_t {
    var status = stat()
    guard lstat(path, &status) == 0 else { throw Trouble("cannot look at \(path)") }
    return status.st_mode & 0o777
  }

  static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  /// The names in a folder, sorted.
  static func names(in folder: String) throws -> [String] {
    guard let entries = opendir(folder) else { throw Trouble("cannot list \(folder)") }
    defer { closedir(entries) }
    var names: [String] = []
    while let entry = readdir(entries) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != "." && name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  /// Every plain file below a folder, by its path.
  static func all(below folder: String) throws -> [String] {
    try names(in: folder).flatMap { name -> [String] in
      let path = "\(folder)/\(name)"
      var status = stat()
      guard lstat(path, &status) == 0 else { return [] }
      switch status.st_mode & S_IFMT {
      case S_IFDIR: return try all(below: path)
      case S_IFREG: return [path]
      default: return []
      }
    }
  }

  static func copy(_ from: String, to path: String, mode: mode_t = 0o644) throws {
    try write(try read(from), to: path, mode: mode)
  }

  /// Copies the plain files of a folder, not those below.
  static func copyFolder(_ from: String, to path: String) throws {
    guard mkdir(path, 0o700) == 0 else { throw Trouble("cannot make \(path)") }
    for name in try names(in: from) {
      var status = stat()
      guard lstat("\(from)/\(name)", &status) == 0, status.st_mode & S_IFMT == S_IFREG else { continue }
      try copy("\(from)/\(name)", to: "\(path)/\(name)", mode: status.st_mode & 0o777)
    }
  }

  /// A log's folder, and the register of erased keys beside it.
  static func copyState(_ from: String, to path: String) throws {
    try copyFolder(from, to: path)
    if exists("\(path)-erased") { remove("\(path)-erased") }
    try copyFolder("\(from)-erased", to: "\(path)-erased")
  }

  /// The folders that a file lies in, where they are not there yet.
  static func makeFolders(of file: String) throws {
    var folder = ""
    for part in file.split(separator: "/").dropLast() {
      folder += "/\(part)"
      guard mkdir(folder, 0o755) == 0 || errno == EEXIST else { throw Trouble("cannot make \(folder)") }
    }
  }

  static func remove(_ path: String) {
    if let names = try? names(in: path) { for name in names { remove("\(path)/\(name)") } }
    if unlink(path) != 0 { rmdir(path) }
  }
}

/// A folder that is gone when `body` ends. Other users may enter it, so that they reach a socket in it.
func withFolder<Value>(_ body: (_ path: String) throws -> Value) throws -> Value {
  let base = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
  var template = Array("\(base)/talent-XXXXXX".utf8CString)
  guard mkdtemp(&template) != nil else { throw Trouble("cannot make a folder in \(base)") }
  let path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  defer { Files.remove(path) }
  chmod(path, 0o755)
  return try body(path)
}
