internal import Glibc
internal import Leaves
internal import Synchronization

/// The register of erased keys: a text file outside the log and its keys, which outlives the backups of both. A key that it
/// names never opens anything again, whichever copy of the two is put back.
///
/// The first line is `erased-keys/1`, a space and the log's origin; each further one a key's id, a space and when it was
/// destroyed: `72057594037927936 2027-03-01T22:59:59.000Z`. It holds nothing personal.
final class ErasedKeys: Sendable {
  private static let format = "erased-keys/1"

  let path: String
  private let origin: String
  private let state: Mutex<State>

  private struct State {
    var ids: Set<Int64> = []
    /// In bytes, up to where the lines are whole, and what a crash left behind that.
    var end = 0
    var torn = 0
  }

  var ids: Set<Int64> { state.withLock { $0.ids } }

  /// What a log that is there has. A last line that is cut short, as in a copy made meanwhile, was never acted upon: it does
  /// not count, and the next one takes its place.
  /// - Throws: `.registerMissing`, `.registerOfAnother`, `.registerMalformed`; `.tooOpen` and `.foreignOwner`.
  convenience init(reading path: String, origin: String) throws(LogError) {
    try PrivateFile.expectPrivate(path)
    try self.init(copy: path, origin: origin)
  }

  /// The same for a copy, whose owner is no matter.
  init(copy path: String, origin: String) throws(LogError) {
    guard let bytes = try PrivateFile.read(path) else { throw .registerMissing(path: path) }
    self.path = path
    self.origin = origin
    state = Mutex(try Self.parse(bytes, path: path, origin: origin))
  }

  /// Makes a register in the place of one that may be there, and the folder that it lies in.
  /// - Parameter time: when they were erased, as far as is known: milliseconds since 1970.
  init(
    making path: String, origin: String, ids: Set<Int64> = [], at time: @autoclosure () -> Int64
  ) throws(LogError) {
    let folder = PrivateFile.folder(of: path)
    guard mkdir(folder, 0o700) == 0 || errno == EEXIST else { throw .system(code: errno) }
    let bytes = Array("\(Self.format) \(origin)\n".utf8) + (ids.isEmpty ? [] : Self.lines(ids.sorted(), at: time()))
    try PrivateFile.replace(path, bytes)
    try PrivateFile.syncNames(PrivateFile.folder(of: folder))
    self.path = path
    self.origin = origin
    state = Mutex(State(ids: ids, end: bytes.count))
  }

  /// What there is of a register that is given up for lost; a harmed one is kept beside its place.
  /// - Throws: `.registerOfAnother`, which nobody may overwrite.
  static func salvaged(_ path: String, origin: String) throws(LogError) -> Set<Int64> {
    do throws(LogError) {
      return try ErasedKeys(copy: path, origin: origin).ids
    } catch .registerMissing {
      return []
    } catch .registerMalformed {
      guard rename(path, path + ".harmed") == 0 else { throw .system(code: errno) }
      return []
    }
  }

  /// For a log that is about to be made.
  /// - Throws: `.registerWithoutLog` where keys were erased already: the log that they belonged to is not here.
  convenience init(forNewLog path: String, origin: String) throws(LogError) {
    if access(path, F_OK) == 0 {
      try self.init(reading: path, origin: origin)
      guard ids.isEmpty else { throw .registerWithoutLog(path: path) }
      // Whoever made it may have been interrupted before its names were durable.
      let folder = PrivateFile.folder(of: path)
      try PrivateFile.syncNames(folder)
      try PrivateFile.syncNames(PrivateFile.folder(of: folder))
    } else {
      try self.init(making: path, origin: origin, at: 0)
    }
  }

  /// Durable before this returns; those that it names already are passed over.
  /// - Parameter time: milliseconds since 1970.
  func append(_ keys: [Int64], at time: Int64) throws(LogError) {
    let failure = state.withLock { state -> LogError? in
      let new = keys.filter { !state.ids.contains($0) }
      guard !new.isEmpty else { return nil }
      let lines = Self.lines(new, at: time)
      do throws(LogError) {
        guard let bytes = try PrivateFile.read(path) else { throw .registerMissing(path: path) }
        // Somebody may have put another file in its place, a newer one perhaps.
        if bytes.count != state.end + state.torn { try reread(bytes, &state) }
        // As a whole: of what is added to a file a power loss may leave any part, also the last without the first.
        try PrivateFile.replace(path, bytes.prefix(state.end) + lines)
      } catch {
        return error
      }
      state.ids.formUnion(new)
      state.end += lines.count
      state.torn = 0
      return nil
    }
    if let failure { throw failure }
  }

  private func reread(_ bytes: [UInt8], _ state: inout State) throws(LogError) {
    let now = try Self.parse(bytes, path: path, origin: origin)
    let missing = state.ids.subtracting(now.ids).count
    guard missing == 0 else { throw .registerBehind(path: path, missing: missing) }
    state = now
  }

  private static func lines(_ ids: [Int64], at time: Int64) -> [UInt8] {
    Array(ids.map { "\($0) \(TimeText.text(time))\n" }.joined().utf8)
  }

  private static func parse(_ bytes: [UInt8], path: String, origin: String) throws(LogError) -> State {
    var state = State()
    var number = 0
    while let end = bytes[state.end...].firstIndex(of: UInt8(ascii: "\n")) {
      number += 1
      let parts = bytes[state.end..<end].split(separator: UInt8(ascii: " "), omittingEmptySubsequences: false)
      guard parts.count == 2 else { throw .registerMalformed(path: path, line: number) }
      if number == 1 {
        guard parts[0].elementsEqual(format.utf8) else { throw .registerMalformed(path: path, line: 1) }
        guard parts[1].elementsEqual(origin.utf8) else {
          throw .registerOfAnother(path: path, found: String(decoding: parts[1], as: UTF8.self))
        }
      } else {
        guard let id = Int64(String(decoding: parts[0], as: UTF8.self)), id > 0,
          Array(parts[1]).withUnsafeBytes({ TimeText.milliseconds($0) }) != nil
        else { throw .registerMalformed(path: path, line: number) }
        state.ids.insert(id)
      }
      state.end = end + 1
    }
    state.torn = bytes.count - state.end
    guard number > 0 else { throw .registerMalformed(path: path, line: 1) }
    return state
  }
}
