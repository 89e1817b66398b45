internal import StrictJSON
internal import Transparency

extension Bundle {
  /// `leaves.jsonl`: each leaf and a new line.
  package static func lines(of leaves: some Sequence<Leaf>) -> [UInt8] {
    var bytes: [UInt8] = []
    for leaf in leaves {
      bytes += leaf.bytes
      bytes.append(newLine)
    }
    return bytes
  }

  /// Nil unless each line is a JSON object with an id that is a position. Whether it is a leaf, and the one of that
  /// position, is for the verifier to say.
  package static func leaves(in bytes: [UInt8]) -> [Leaf]? {
    guard let lines = lines(of: bytes) else { return nil }
    var leaves: [Leaf] = []
    leaves.reserveCapacity(lines.count)
    for line in lines {
      guard let json = try? JSON(parsing: Array(line), limits: JSONLimits(requiresNFC: false)),
        let id = json["id"]?.string, let position = Int(id), position >= 0
      else { return nil }
      leaves.append(Leaf(position: position, bytes: Array(line)))
    }
    return leaves
  }

  /// `disclosures.jsonl`.
  package static func lines(of sealed: some Sequence<SealedLine>) -> [UInt8] {
    var bytes: [UInt8] = []
    for line in sealed {
      bytes += line.bytes
      bytes.append(newLine)
    }
    return bytes
  }

  /// Nil for anything that `lines` would not have written.
  package static func sealed(in bytes: [UInt8]) -> [SealedLine]? {
    guard let lines = lines(of: bytes) else { return nil }
    var sealed: [SealedLine] = []
    for line in lines {
      guard let read = SealedLine(Array(line)) else { return nil }
      sealed.append(read)
    }
    return sealed
  }

  private static let newLine = UInt8(ascii: "\n")

  private static func lines(of bytes: [UInt8]) -> [ArraySlice<UInt8>]? {
    guard bytes.isEmpty || bytes.last == newLine else { return nil }
    return bytes.dropLast().isEmpty ? [] : bytes.dropLast().split(separator: newLine, omittingEmptySubsequences: false)
  }
}

extension Bundle.SealedLine {
  var bytes: [UInt8] {
    var json = CanonicalWriter()
    json.beginObject()
    json.key("digest")
    json.string(digest)
    if case .disclosed(let disclosure) = content {
      json.key("disclosure")
      json.string(disclosure)
    }
    json.key("position")
    json.integer(Int64(position))
    if case .withheld(let reason) = content {
      json.key("withheld")
      json.string(reason.rawValue)
    }
    json.endObject()
    return json.bytes
  }

  init?(_ bytes: [UInt8]) {
    guard let json = try? JSON(parsing: bytes, limits: JSONLimits(requiresNFC: false)),
      let position = json["position"]?.natural, let digest = json["digest"]?.string
    else { return nil }
    let content: Content
    if let disclosure = json["disclosure"]?.string {
      content = .disclosed(disclosure)
    } else if let reason = json["withheld"]?.string.flatMap({ Withheld(rawValue: $0) }) {
      content = .withheld(reason)
    } else {
      return nil
    }
    self.init(position: position, digest: digest, content: content)
    guard self.bytes == bytes else { return nil }
  }
}
