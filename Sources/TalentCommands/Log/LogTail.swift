import ArgumentParser
import TalentDomain

extension LogNoun {
  struct Tail: Verb {
    static let configuration = CommandConfiguration.verb("tail", FollowLog.self)
    static let methods = [FollowLog.fullMethod]

    @Option(help: ArgumentHelp("The first position; without it, from the next event on.", valueName: "position"))
    var from: Int?

    @Flag(name: [.short, .long], help: "Stay, and show what is added.")
    var follow = false

    @OptionGroup var options: QueryOptions

    var common: CommonOptions { options.common }

    /// Page by page as they come. JSON has one page a line; the header of a table or of CSV stands once.
    func run() throws {
      var query = FollowLog()
      query.from = from
      query.follow = follow ? true : nil
      let session = try Session(common)
      var isFirst = true
      try session.follow(query, at: options.at) { page, bytes in
        session.surroundings.output(text(page, bytes, isFirst: isFirst, session))
        isFirst = isFirst && page.entries.isEmpty
        return true
      }
    }

    private func text(_ page: AuditTrail, _ bytes: [UInt8], isFirst: Bool, _ session: Session) -> [UInt8] {
      switch session.format {
      case .table:
        guard !page.entries.isEmpty else { return [] }
        let lines = page.entries.map { LogNoun.line($0, session.style) }
        return Array(lines.map { $0 + "\n" }.joined().utf8)
      case .csv: return Array(CSVText.of(AuditTrail.self, Rows.of(AuditTrail.self, bytes), header: isFirst).utf8)
      case .json, .jsonl:
        return Output.text(page, bytes, session.format, session.style, columns: nil)
      }
    }
  }

  /// A line of a tail cannot wait to see how wide its columns will be.
  fileprivate static func line(_ entry: AuditEntry, _ style: Style) -> String {
    let position = String(entry.position)
    let padding = String(repeating: " ", count: max(0, 7 - position.count))
    let words = [
      padding + position, style.time(entry.recorded), entry.stream.value, entry.type.value, style.person(entry.subject),
      style.person(entry.actor), style.lines(entry.rules),
    ]
    return DisplayWidth.harmless(words.filter { !$0.isEmpty }.joined(separator: "  "))
  }
}
