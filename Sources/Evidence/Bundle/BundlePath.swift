internal import Transparency

/// Where things stand in a bundle.
package enum BundlePath {
  package static let manifest = "manifest.json"
  package static let checkpoint = "checkpoint"
  package static let leaves = "leaves.jsonl"
  package static let sealed = "disclosures.jsonl"
  package static let rules = "rules.json"
  package static let page = "index.html"

  package static func proof(_ position: Int) -> String { "proofs/\(position).tlog-proof" }
  package static func schema(_ type: String) -> String { "schemas/\(type).json" }
  package static func note(_ size: Int) -> String { "anchors/\(size)/note" }
  package static func cosigned(_ size: Int) -> String { "anchors/\(size)/checkpoint" }

  /// Whatever the authority is called, its file's name is letters, digits, dots and hyphens.
  package static func timestamp(_ size: Int, _ name: String) -> String {
    let plain = name.utf8.map { byte -> Character in
      isPlain(byte) ? Character(Unicode.Scalar(byte)) : "-"
    }
    return "anchors/\(size)/\(String(plain)).tsr"
  }

  /// Whether a file of this path may stand in a bundle. What comes over a wire is written nowhere else.
  package static func isAllowed(_ path: String) -> Bool {
    if [manifest, checkpoint, leaves, sealed, rules, page].contains(path) { return true }
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.allSatisfy({ !$0.isEmpty && $0.first != "." && $0.utf8.allSatisfy(isPlain) }) else { return false }
    switch parts.first {
    case "tile": return TileCoordinates(path: path) != nil
    case "proofs": return parts.count == 2 && parts[1].hasSuffix(".tlog-proof") && isNumber(parts[1].dropLast(11))
    case "schemas": return parts.count == 2 && parts[1].hasSuffix(".json")
    case "anchors":
      return parts.count == 3 && isNumber(parts[1])
        && (parts[2] == "note" || parts[2] == "checkpoint" || parts[2].hasSuffix(".tsr"))
    default: return false
    }
  }

  private static func isNumber(_ text: Substring) -> Bool { Int(text).map { String($0) == text && $0 >= 0 } ?? false }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"),
      UInt8(ascii: "."), UInt8(ascii: "-"):
      true
    default: false
    }
  }
}
