import ArgumentParser
import TalentDomain

struct RetentionNoun: ParsableCommand {
  static let configuration = CommandConfiguration.noun(
    "retention", "How long personal data is kept, and what is to go.",
    [List.self, Run.self])
}

extension Session {
  /// Everything that the pages of `ListRetention` hold.
  func retention(_ query: ListRetention, at: String? = nil) throws -> RetentionList {
    var whole = RetentionList()
    try follow(query, at: at) { page, _ in
      whole.lines += page.lines
      return true
    }
    return whole
  }
}
