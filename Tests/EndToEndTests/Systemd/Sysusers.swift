import Glibc

/// Accounts as systemd-sysusers would make them, on a machine that has none.
enum Sysusers {
  static func run(_ lines: String, in folder: String) throws {
    guard mkdir("\(folder)/etc", 0o755) == 0 else { throw Trouble("cannot make \(folder)/etc") }
    try Files.write(Array((lines + "\n").utf8), to: "\(folder)/accounts.conf")
    let run = try ChildProcess.run(["systemd-sysusers", "--root=\(folder)", "\(folder)/accounts.conf"])
    guard run.status == 0 else { throw Trouble("systemd-sysusers: \(run.error)") }
  }

  static func users(in folder: String) throws -> Set<String> { try firsts(of: "\(folder)/etc/passwd") }
  static func groups(in folder: String) throws -> Set<String> { try firsts(of: "\(folder)/etc/group") }

  static func members(of group: String, in folder: String) throws -> String? {
    try Files.text("\(folder)/etc/group").split(separator: "\n").first { $0.hasPrefix("\(group):") }
      .map { String($0.suffix(from: $0.lastIndex(of: ":")!).dropFirst()) }
  }

  private static func firsts(of file: String) throws -> Set<String> {
    Set(try Files.text(file).split(separator: "\n").map { String($0.prefix { $0 != ":" }) })
  }
}
