import Logging

/// Log messages as entries of the journal: each piece of metadata is a field, `TALENTD_…`, and an incident bears the id by which
/// `journalctl -x` finds its explanation (`systemd/talentd.catalog`).
struct JournalHandler: LogHandler {
  /// The metadata's key under which a message names its id.
  static let messageID = "message-id"
  static let identifier = "talentd"

  private let journal: Journal
  var metadata: Logger.Metadata = [:]
  var logLevel = Logger.Level.info

  init(_ journal: Journal) { self.journal = journal }

  subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  func log(event: LogEvent) {
    var entry = JournalEntry()
    entry.add("MESSAGE", "\(event.message)")
    entry.add("PRIORITY", JournalHandler.priority(event.level))
    entry.add("SYSLOG_IDENTIFIER", JournalHandler.identifier)
    let fields = event.metadata.map { metadata.merging($0) { _, new in new } } ?? metadata
    for (key, value) in fields.sorted(by: { $0.key < $1.key }) {
      let isID = key == JournalHandler.messageID
      entry.add(isID ? "MESSAGE_ID" : JournalEntry.fieldName(key), "\(value)")
    }
    entry.add("CODE_FILE", event.file)
    entry.add("CODE_LINE", "\(event.line)")
    entry.add("CODE_FUNC", event.function)
    journal.send(entry)
  }

  /// As syslog counts (RFC 5424, table 2).
  static func priority(_ level: Logger.Level) -> String {
    switch level {
    case .critical: "2"
    case .error: "3"
    case .warning: "4"
    case .notice: "5"
    case .info: "6"
    case .debug, .trace: "7"
    }
  }
}
