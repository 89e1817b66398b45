import EventLog
import Projections
import TalentDomain

/// The log holds events of types that this program does not know: a newer one has written to it. Whoever left them out would
/// show a past that is not whole.
struct UnknownEvents: Error {
  /// The first of them by name.
  let type: String
  /// The version of the program that started last, where that can be read.
  let version: String?

  static func expectNone(_ views: ViewReader, _ log: LogReader) throws {
    let known = Set(FactRegistry.all.map { "\($0.type)" })
    guard let type = try views.types().first(where: { !known.contains($0) }) else { return }
    let started = try views.latest(1, type: "\(ServiceStarted.type)", in: Stream.record).first
    let fact = started.flatMap { try? Folding.recordedFact(at: $0, log) as? ServiceStarted }
    throw UnknownEvents(type: type, version: fact?.version.value)
  }

  var sentence: String {
    """
    the log has events of the type \(type), which this talentd \(Daemon.version) does not know: a newer one has written to \
    it\(version.map { ", talentd \($0) at last" } ?? ""). Install that version, or a later one. Nothing has been changed
    """
  }
}
