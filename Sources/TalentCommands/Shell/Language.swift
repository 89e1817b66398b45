import ArgumentParser
import TalentDomain

/// The language of tables and messages. JSON and CSV have none.
package enum Language: String, Sendable, CaseIterable {
  case da, en

  /// What the user's variables ask for: the first of these that is set decides (POSIX). English where it is not Danish.
  package static func preferred(_ variable: (String) -> String?) -> Language {
    for name in ["LC_ALL", "LC_MESSAGES", "LANG"] {
      guard let value = variable(name), !value.isEmpty else { continue }
      return value == "da" || value.hasPrefix("da_") || value.hasPrefix("da.") ? .da : .en
    }
    return .en
  }

  func pick(_ words: Bilingual) -> String { self == .da ? words.da : words.en }
}

extension Language: ExpressibleByArgument {}

/// How data is written to standard output.
package enum OutputFormat: String, Sendable, CaseIterable {
  /// For people: aligned columns, headings in the language, local dates.
  case table
  /// The answer as it came: canonical JSON, never localised.
  case json
  /// One row a line.
  case jsonl
  /// RFC 4180 with a header of the members' names.
  case csv
}

extension OutputFormat: ExpressibleByArgument {}
