internal import Leaves
internal import StrictJSON
package import Transparency

/// `backup.json`: what lies beside it. The format stands in `events-schema/backup.md`.
package struct BackupManifest: Sendable, Hashable {
  package enum Part: String, Sendable, Hashable {
    case log, keys
  }

  /// What looking at the copy found.
  package struct Verification: Sendable, Hashable {
    /// Empty where all is well; each one sentence, without anything personal.
    package var problems: [String] = []
    package var checkpoints = 0
    package var openedFields = 0
    package var erasedFields = 0
    /// The digest of the views that were built from the copy, where it equals that of the views that served.
    package var views: String?

    package var isGood: Bool { problems.isEmpty }

    package init() {}
  }

  package static let format = "talentd-backup/1"

  package let part: Part
  package let name: BackupName
  package var origin: String
  package var simulated: Bool
  /// Events, and the root of the tree over them.
  package var size: Int { name.size }
  package var root: Hash
  /// When the last event was recorded: milliseconds since 1970; nil where there is none.
  package var recorded: Int64?
  /// The newest checkpoint that the copy holds, as it was signed.
  package var checkpoint: String?
  /// Which version of the service made it.
  package var daemon: String
  /// Of the file.
  package var bytes = 0
  package var digest: Hash
  /// Of the keys: how many, and the number of the master key that they are locked under.
  package var keys: Int?
  package var masterKey: Int?
  /// When keys that were erased later were taken out of this copy: milliseconds since 1970.
  package var cleared: Int64?
  package var verification = Verification()

  package var file: String { part == .log ? BackupPlaces.logFile : BackupPlaces.keysFile }

  init(_ part: Part, _ name: BackupName, origin: String, simulated: Bool, root: Hash, daemon: String) {
    self.part = part
    self.name = name
    self.origin = origin
    self.simulated = simulated
    self.root = root
    self.daemon = daemon
    digest = Hash(of: [])
  }

  var json: [UInt8] {
    var members: [JSON.Member] = []
    func add(_ name: String, _ value: JSON?) { if let value { members.append(.init(name: name, value: value)) } }
    func number(_ value: Int?) -> JSON? { value.map { .integer(Int64($0)) } }
    func time(_ value: Int64?) -> JSON? { value.map { .string(TimeText.text($0)) } }
    add("format", .string(Self.format))
    add("part", .string(part.rawValue))
    add("origin", .string(origin))
    add("simulated", .bool(simulated))
    add("size", number(size))
    add("root", .string(root.base64))
    add("recorded", time(recorded))
    add("checkpoint", checkpoint.map { .string($0) })
    add("time", time(name.time))
    add("daemon", .string(daemon))
    add("file", .string(file))
    add("bytes", number(bytes))
    add("sha256", .string(digest.hex))
    add("keys", number(keys))
    add("masterKey", number(masterKey))
    add("cleared", time(cleared))
    var found: [JSON.Member] = [
      .init(name: "outcome", value: .string(verification.isGood ? "verified" : "failed")),
      .init(name: "problems", value: .array(verification.problems.map { .string($0) })),
    ]
    if part == .log {
      found += [
        .init(name: "checkpoints", value: .integer(Int64(verification.checkpoints))),
        .init(name: "openedFields", value: .integer(Int64(verification.openedFields))),
        .init(name: "erasedFields", value: .integer(Int64(verification.erasedFields))),
      ]
      if let views = verification.views { found.append(.init(name: "views", value: .string(views))) }
    }
    add("verification", .object(found))
    return JSON.object(members).canonical() + [UInt8(ascii: "\n")]
  }

  /// Nil for what is no manifest of this format.
  package init?(_ bytes: [UInt8]) {
    guard let json = try? JSON(parsing: bytes.last == UInt8(ascii: "\n") ? bytes.dropLast() : bytes),
      json["format"]?.string == Self.format, let part = json["part"]?.string.flatMap({ Part(rawValue: $0) }),
      let origin = json["origin"]?.string, let simulated = json["simulated"]?.bool,
      let size = json["size"]?.integer, size >= 0, let root = json["root"]?.string.flatMap({ Hash(base64: $0) }),
      let time = Self.time(json["time"]), let daemon = json["daemon"]?.string, let length = json["bytes"]?.integer,
      let digest = json["sha256"]?.string.flatMap({ Self.hash(hex: $0) }), let found = json["verification"],
      let outcome = found["outcome"]?.string
    else { return nil }
    self.init(
      part, BackupName(time: time, size: Int(size)), origin: origin, simulated: simulated, root: root, daemon: daemon)
    recorded = Self.time(json["recorded"])
    checkpoint = json["checkpoint"]?.string
    self.bytes = Int(length)
    self.digest = digest
    keys = json["keys"]?.integer.map { Int($0) }
    masterKey = json["masterKey"]?.integer.map { Int($0) }
    cleared = Self.time(json["cleared"])
    verification.problems = found["problems"]?.array?.compactMap(\.string) ?? []
    if outcome != "verified", verification.problems.isEmpty { verification.problems = [outcome] }
    verification.checkpoints = Int(found["checkpoints"]?.integer ?? 0)
    verification.openedFields = Int(found["openedFields"]?.integer ?? 0)
    verification.erasedFields = Int(found["erasedFields"]?.integer ?? 0)
    verification.views = found["views"]?.string
  }

  private static func time(_ json: JSON?) -> Int64? {
    json?.string.flatMap { text in Array(text.utf8).withUnsafeBytes { TimeText.milliseconds($0) } }
  }

  private static func hash(hex: String) -> Hash? {
    guard hex.utf8.count == 64 else { return nil }
    var bytes: [UInt8] = []
    var rest = hex[...]
    while !rest.isEmpty {
      guard let byte = UInt8(rest.prefix(2), radix: 16) else { return nil }
      bytes.append(byte)
      rest = rest.dropFirst(2)
    }
    return Hash(bytes: bytes)
  }
}
