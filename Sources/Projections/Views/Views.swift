package import EventLog
internal import GRDB
internal import Leaves
internal import Synchronization

/// The views in SQLite: what crosses cohorts, the audit trail and the list of streams. They hold no names and no free text.
///
/// They are committed after the log and rebuilt from it whenever that is simpler than trusting them. A rebuild goes into a
/// new numbered file while the old one serves; so it does after an upgrade, as long as the tables are still the same.
package final class Views: Sendable {
  /// What opening had to do.
  package enum Opening: Sendable, Hashable {
    case current
    /// They were behind; the number of events they had.
    case caughtUp(from: Int)
    case rebuilt(Reason)
  }

  package enum Reason: String, Sendable, Hashable {
    case missing, damaged
    /// They tell of events that the log does not have, or has otherwise.
    case aheadOfLog, differsFromLog
  }

  package let opening: Opening
  let log: LogReader
  let folder: ViewFolder
  private let current: Mutex<ViewFile>
  /// Held by whoever adds rows to the serving file, or puts another in its place.
  private let turn = Mutex(())
  private let isRebuilding = Atomic(false)

  /// Opens the views of a folder and brings them up to the log.
  /// - Parameters:
  ///   - size: how many events the log has.
  ///   - progress: called now and then with the number of events applied and the number to apply.
  package init(
    folder: String, reader: LogReader, size: Int, progress: (_ done: Int, _ total: Int) -> Void = { _, _ in }
  ) throws {
    log = reader
    self.folder = ViewFolder(path: folder)
    let found = try Views.open(self.folder, reader, size: size)
    switch found {
    case .success(let file):
      self.folder.removeAll(but: file.number)
      opening = file.position == size ? .current : .caughtUp(from: file.position)
      try Views.catchUp(file, from: reader, to: size, progress)
      current = Mutex(file)
    case .failure(let unusable):
      opening = .rebuilt(unusable.reason)
      self.folder.removeAll(but: nil)
      let file = try ViewFile(creating: self.folder.next, in: self.folder)
      try Views.catchUp(file, from: reader, to: size, progress)
      try file.complete()
      try self.folder.point(to: file.number)
      current = Mutex(file)
    }
  }

  /// Events applied.
  package var position: Int { serving.position }

  /// Whether another version of the projections made what serves: whoever keeps the views rebuilds them while they serve.
  package var areOutdated: Bool { serving.isOutdated }

  /// The one writer, for the log's writer thread.
  package func makeWriter() throws -> ViewWriter { ViewWriter(self) }

  package func reader() -> ViewReader { ViewReader(views: self) }

  /// The file that serves now. Whoever reads from it keeps it until done.
  var serving: ViewFile { current.withLock { $0 } }

  // MARK: Writing

  /// Applies leaves that are durable. What is missing before them, after a failure, is read back from the log.
  func apply(_ leaves: [(position: Int, bytes: [UInt8])]) throws {
    guard let first = leaves.first?.position else { return }
    try turn.withLock { _ in
      let file = serving
      try Views.catchUp(file, from: log, to: first)
      try file.extend { appender in
        for leaf in leaves {
          try leaf.bytes.withUnsafeBytes { try appender.append(try Leaf($0, position: leaf.position)) }
        }
      }
    }
  }

  /// Applies what a failure left out, up to but not including a position that is durable.
  package func catchUp(to size: Int) throws {
    guard position < size else { return }
    try turn.withLock { _ in try Views.catchUp(serving, from: log, to: size) }
  }

  /// Rows of one transaction, while many are applied.
  static let stride = 16_384

  /// Applies what a file lacks, up to but not including a position.
  static func catchUp(
    _ file: ViewFile, from log: LogReader, to end: Int, _ progress: (Int, Int) -> Void = { _, _ in }
  ) throws {
    while file.position < end {
      let next = min(end, file.position + stride)
      try file.extend { appender in
        try log.scan(from: file.position, to: next) { bytes, position in
          try appender.append(try Leaf(bytes, position: position))
        }
      }
      progress(file.position, end)
    }
  }

  // MARK: Opening

  private struct Unusable: Error {
    let reason: Reason
  }

  private static func open(
    _ folder: ViewFolder, _ log: LogReader, size: Int
  ) throws -> Result<ViewFile, Unusable> {
    guard let number = folder.current, folder.size(of: number) != nil else {
      return .failure(Unusable(reason: .missing))
    }
    let file: ViewFile
    do {
      file = try ViewFile(opening: number, in: folder)
    } catch is ViewError, is DatabaseError {
      return .failure(Unusable(reason: .damaged))
    }
    guard file.position <= size else { return .failure(Unusable(reason: .aheadOfLog)) }
    do {
      return try agrees(file, log) ? .success(file) : .failure(Unusable(reason: .differsFromLog))
    } catch is ViewError {
      return .failure(Unusable(reason: .damaged))
    }
  }

  /// Whether the latest rows say what the log says: another log's views would not, for its times and ids are others. Of rows that
  /// another version made, only what no version makes otherwise is asked.
  private static func agrees(_ file: ViewFile, _ log: LogReader) throws -> Bool {
    let first = max(0, file.position - 16)
    let rows = try file.read { try TrailQuery.rows($0, from: first, to: file.position) }
    guard rows.count == file.position - first else { return false }
    for row in rows {
      let position = row.position
      let told = try log.leaf(at: position).withLeaf(at: position) { try AuditRow($0) }
      let agrees = file.isOutdated ? told.recorded == row.recorded && told.stream == row.stream : told == row
      guard agrees else { return false }
    }
    return true
  }

  // MARK: Rebuilding

  /// Builds the views anew from the log while the old ones serve, and puts them in their place.
  /// - Parameter progress: called with the events applied and those to apply.
  /// - Throws: `ViewError.rebuilding` where somebody else does so already; then, and after any other failure, the old views
  ///   go on serving.
  package func rebuild(
    _ progress: (_ done: Int, _ total: Int) async throws -> Void = { _, _ in }
  ) async throws -> ViewRebuild {
    guard !isRebuilding.exchange(true, ordering: .acquiringAndReleasing) else { throw ViewError.rebuilding }
    defer { isRebuilding.store(false, ordering: .releasing) }
    let old = serving
    let new = try ViewFile(creating: folder.next, in: folder)
    do {
      let size = old.position
      while new.position < size {
        try Task.checkCancellation()
        try Views.catchUp(new, from: log, to: min(size, new.position + Views.stride))
        try await progress(new.position, size)
      }
      try new.complete()
      // Both are asked about the same events: the old views may have moved on meanwhile.
      let before = try? ViewDigests(of: old, upTo: size)
      let after = try ViewDigests(of: new, upTo: size)
      try replace(old, by: new)
      return ViewRebuild(before: before, after: after)
    } catch {
      new.retire()
      throw error
    }
  }

  private func replace(_ old: ViewFile, by new: ViewFile) throws {
    try turn.withLock { _ in
      // Nothing is added to the old file meanwhile, so that whoever has been answered finds the same here.
      try Views.catchUp(new, from: log, to: old.position)
      try folder.point(to: new.number)
      current.withLock { $0 = new }
    }
    old.retire()
  }
}

/// What a rebuild found, at the same position.
package struct ViewRebuild: Sendable, Hashable {
  /// Of the views that were replaced; nil where they could not be read.
  package let before: ViewDigests?
  package let after: ViewDigests
}
