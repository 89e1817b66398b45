import Logging

/// Where the service's own words go: to the journal where standard error is one, else to standard error as text.
enum ServiceLog {
  static func begin() -> Logger {
    if let journal = Journal.attached() {
      LoggingSystem.bootstrap { _ in JournalHandler(journal) }
    } else {
      LoggingSystem.bootstrap { StreamLogHandler.standardError(label: $0) }
    }
    return Logger(label: "talentd")
  }
}

extension Logger {
  /// Tells of an incident, with its code and its id.
  func report(_ incident: ServiceIncident) {
    let kind = incident.kind
    var fields: Logger.Metadata = [JournalHandler.messageID: "\(kind.id)", "code": "\(kind.rawValue)"]
    for (name, value) in incident.fields { fields[name] = "\(value)" }
    log(level: kind.level, "\(incident.sentence)", metadata: fields)
  }
}
