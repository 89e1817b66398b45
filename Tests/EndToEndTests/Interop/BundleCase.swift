import Evidence
import StrictJSON
import Transparency

/// A copy of the bundle in `events-schema/bundle-vectors` and what a right verifier says of it.
struct BundleCase {
  /// Where it fails first, in the order in which the specification lists the checks.
  struct Finding: Hashable {
    let check: String
    /// The name that `talentctl audit verify` gives it.
    let flaw: String
    var position: Int?
    var path: String?

    init(_ check: String, _ flaw: String, at position: Int? = nil, in path: String? = nil) {
      (self.check, self.flaw, self.position, self.path) = (check, flaw, position, path)
    }
  }

  let name: String
  let edits: [BundleEdit]
  /// Whether the manifest's list of files is made to fit.
  let refit: Bool
  /// Verifier keys and checkpoints that whoever verifies has from elsewhere.
  let logKey: String
  let witnessKeys: [String]
  let known: [String]
  /// Nil where nothing fails.
  let finding: Finding?

  func trust() throws -> BundleTrust {
    var trust = BundleTrust()
    trust.logKeys = [try NoteVerifier(vkey: logKey).unwrapped()]
    trust.witnessKeys = try witnessKeys.map { try NoteVerifier(vkey: $0).unwrapped() }
    trust.known = try known.map { try SignedNote(parsing: Array($0.utf8)) }
    return trust
  }

  var json: JSON {
    object([
      ("name", .string(name)), ("edits", .array(edits.map(\.json))), ("refit", .bool(refit)),
      (
        "given",
        object([
          ("logKey", .string(logKey)), ("witnessKeys", .array(witnessKeys.map { .string($0) })),
          ("known", .array(known.map { .string($0) })),
        ])
      ),
      (
        "fails",
        finding.map { finding in
          object([
            ("check", .string(finding.check)), ("flaw", .string(finding.flaw)),
            ("position", finding.position.map { .integer(Int64($0)) }), ("path", finding.path.map { .string($0) }),
          ])
        }
      ),
    ])
  }
}
