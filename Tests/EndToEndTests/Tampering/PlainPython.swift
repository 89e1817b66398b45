/// Scripts in `python`, which need nothing but Python's own library: another SQLite than the service's.
enum PlainPython {
  static func command(_ name: String, _ arguments: [String]) -> [String] {
    ["python3", "-I", "\(Programs.sources)/python/\(name)"] + arguments
  }

  static func run(_ name: String, _ arguments: [String], seconds: Int = 60) throws -> ChildProcess.Finished {
    try ChildProcess.run(command(name, arguments), seconds: seconds)
  }
}
