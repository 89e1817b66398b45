import Glibc

/// Flags and variables of the environment that look like settings and are none.
enum StrayNames {
  /// What talentd and talentctl take from the environment beside settings.
  private static let others: Set<String> = [
    "TALENTD_AS", "TALENTD_CLOCK", "TALENTD_COHORT", "TALENTD_CRASH_AT", "TALENTD_CRASH_MARKS", "TALENTD_SOCKET",
  ]

  static func flags(_ arguments: [String], among known: Set<String>) -> [UnknownSetting] {
    let flags = Set(known.map(flag))
    return arguments.filter { $0.hasPrefix("--") && $0 != "--" }.compactMap { argument in
      let name = String(argument.prefix { $0 != "=" })
      guard !flags.contains(name) else { return nil }
      return UnknownSetting(name: name, likely: Likeness.nearest(to: name, among: flags))
    }
  }

  static func variables(_ names: [String], among known: Set<String>) -> [UnknownSetting] {
    let variables = Set(known.map(variable))
    return names.filter { $0.hasPrefix("TALENTD_") && !variables.contains($0) && !others.contains($0) }.sorted().map {
      UnknownSetting(name: $0, likely: Likeness.nearest(to: $0, among: variables))
    }
  }

  /// The names of all variables that this process was given.
  static var environment: [String] {
    var names: [String] = []
    var next = environ
    while let entry = next.pointee {
      names.append(String(String(cString: entry).prefix { $0 != "=" }))
      next += 1
    }
    return names
  }

  private static func flag(_ key: String) -> String { "--" + key.replacing(".", with: "-") }

  private static func variable(_ key: String) -> String {
    "TALENTD_" + key.uppercased().replacing(".", with: "_").replacing("-", with: "_")
  }
}
