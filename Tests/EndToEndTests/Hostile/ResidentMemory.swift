/// How much memory a service holds, and the most that it ever held, from the kernel's books.
struct ResidentMemory {
  /// What hostile input may cost at most, above the start.
  static let allowance = 64 << 10

  private let pid: Int32
  /// In kibibytes, as is everything here.
  let start: Int

  /// From now on: what was held for opening the log does not count as held under attack.
  init(_ daemon: Talentd) throws {
    guard let pid = daemon.pid else { throw Trouble("no service runs") }
    self.pid = pid
    start = try ResidentMemory.read("VmRSS", pid)
    // Sets the highest value back to the present one (proc(5)).
    try Files.write(Array("5\n".utf8), to: "/proc/\(pid)/clear_refs")
  }

  /// The most that was held above the start.
  var highest: Int { get throws { try ResidentMemory.read("VmHWM", pid) - start } }

  private static func read(_ name: String, _ pid: Int32) throws -> Int {
    for line in try Files.text("/proc/\(pid)/status").split(separator: "\n") where line.hasPrefix("\(name):") {
      if let value = line.split(whereSeparator: \.isWhitespace).dropFirst().first, let number = Int(value) {
        return number
      }
    }
    throw Trouble("the kernel says no \(name) of process \(pid)")
  }
}
