/// All units of `systemd/`, and what of them can be asked of systemd's own tools (Debian's package systemd).
enum UnitFolder {
  /// Sorted.
  static func names() throws -> [String] {
    try Files.names(in: Unit.folder).filter { name in
      [".service", ".socket", ".timer", ".path"].contains { name.hasSuffix($0) }
    }
  }

  /// A template is judged as the unit of one municipality.
  static func instance(_ name: String) -> String { name.replacing("@.", with: "@odense.") }

  /// What `systemd-analyze verify` says of all units together, with this build's programs in the place of the installed ones.
  static func verified(changing name: String = "", _ change: (String) -> String = { $0 }) throws
    -> ChildProcess.Finished
  {
    try withFolder { folder in
      let names = try names()
      for unit in names {
        let text = try Unit(unit).text
          .replacing("=/usr/bin/talentd ", with: "=\(try Programs.talentd()) ")
          .replacing("=/usr/bin/talentctl ", with: "=\(try Programs.talentctl()) ")
          .replacing("=/usr/bin/talent-anchor ", with: "=\(try Programs.talentAnchor()) ")
        try Files.write(Array((unit == name ? change(text) : text).utf8), to: "\(folder)/\(unit)")
      }
      return try ChildProcess.run(
        ["systemd-analyze", "verify", "--man=no"] + names.map { "\(folder)/\(instance($0))" },
        environment: ["LC_ALL": "C.UTF-8"])
    }
  }

  /// Fails where systemd counts more than the threshold, of 100 (it shows a tenth of it).
  static func exposure(_ name: String, _ text: String, threshold: Int) throws -> ChildProcess.Finished {
    try withFolder { folder in
      try Files.write(Array(text.utf8), to: "\(folder)/\(name)")
      return try ChildProcess.run(
        [
          "systemd-analyze", "security", "--offline=true", "--no-pager", "--threshold=\(threshold)",
          "\(folder)/\(name)",
        ], environment: ["LC_ALL": "C.UTF-8"])
    }
  }
}
