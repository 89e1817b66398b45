internal import Glibc

/// The folder in which the views lie: numbered files, and a pointer to the one that serves.
struct ViewFolder: Sendable {
  let path: String
  private static let pointer = "views.current"

  /// The file that the pointer names; nil where there is none, or it names nothing of ours.
  var current: Int? {
    guard let bytes = read("\(path)/\(ViewFolder.pointer)") else { return nil }
    return ViewFolder.number(of: String(decoding: bytes, as: UTF8.self).trimmingNewline)
  }

  /// All files of views there are, and what belongs to them.
  private var files: [String] {
    guard let folder = opendir(path) else { return [] }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
      if name.hasPrefix("views-") { names.append(name) }
    }
    return names
  }

  /// A number that no file has yet.
  var next: Int {
    let taken = files.compactMap { ViewFolder.number(of: $0.prefix(ViewFolder.name(of: 1).count)) }
    return (taken.max() ?? 0) + 1
  }

  func file(_ number: Int) -> String { "\(path)/\(ViewFolder.name(of: number))" }

  /// From now on this file serves: the pointer is replaced as a whole, and durable before this returns.
  func point(to number: Int) throws {
    let target = "\(path)/\(ViewFolder.pointer)"
    let draft = "\(target).new"
    let bytes = Array("\(ViewFolder.name(of: number))\n".utf8)
    let file = open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw ViewError.system(code: errno) }
    let written = write(file, bytes, bytes.count) == bytes.count && fsync(file) == 0
    let code = errno
    close(file)
    guard written else { throw ViewError.system(code: code) }
    guard rename(draft, target) == 0 else { throw ViewError.system(code: errno) }
    try sync()
  }

  /// Removes every file but the one that serves: what an interrupted rebuild left, or an old one.
  func removeAll(but number: Int?) {
    let kept = number.map(ViewFolder.name)
    for name in files where kept == nil || !name.hasPrefix(kept ?? "") { unlink("\(path)/\(name)") }
  }

  func remove(_ number: Int) {
    for suffix in ["", "-wal", "-shm", "-journal"] { unlink(file(number) + suffix) }
  }

  /// In bytes; nil where there is no such file.
  func size(of number: Int) -> Int? {
    var status = stat()
    return stat(file(number), &status) == 0 ? Int(status.st_size) : nil
  }

  private func sync() throws {
    let folder = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard folder >= 0 else { throw ViewError.system(code: errno) }
    defer { close(folder) }
    guard fsync(folder) == 0 else { throw ViewError.system(code: errno) }
  }

  /// At most one short line.
  private func read(_ path: String) -> [UInt8]? {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var bytes = [UInt8](repeating: 0, count: 64)
    let count = Glibc.read(file, &bytes, bytes.count)
    return count > 0 ? Array(bytes.prefix(count)) : nil
  }

  /// `views-000001.sqlite3`
  private static func name(of number: Int) -> String {
    let digits = String(number)
    return "views-\(String(repeating: "0", count: max(0, 6 - digits.count)))\(digits).sqlite3"
  }

  private static func number(of name: some StringProtocol) -> Int? {
    guard name.hasPrefix("views-"), name.hasSuffix(".sqlite3"),
      let number = Int(name.dropFirst("views-".count).dropLast(".sqlite3".count)), number > 0,
      ViewFolder.name(of: number) == name
    else { return nil }
    return number
  }
}

extension String {
  fileprivate var trimmingNewline: Substring { hasSuffix("\n") ? dropLast() : self[...] }
}
