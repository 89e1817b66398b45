import Glibc
import Testing
import Transparency

/// `merkle-vectors.txt`: what transparency-dev/merkle publishes for whoever verifies proofs.
struct MerkleVectors {
  enum Kind: String { case inclusion, consistency }

  struct Vector: CustomTestStringConvertible, Sendable {
    /// Its file, without the ending.
    let name: String
    let kind: Kind
    let holds: Bool
    /// Index and size, or two sizes; up to 2^64−1.
    let numbers: [UInt64]
    /// The leaf's hash and the root, or two roots; not all of them are hashes.
    let ends: [[UInt8]]
    let path: [[UInt8]]

    var testDescription: String { name }
  }

  static let all: [Vector] = {
    do { return try read() } catch { fatalError("merkle-vectors.txt: \(error)") }
  }()

  struct Malformed: Error { let line: Substring }

  private static func read() throws -> [Vector] {
    let file = "/" + #filePath.split(separator: "/").dropLast().joined(separator: "/") + "/merkle-vectors.txt"
    var blobs: [[UInt8]] = []
    var vectors: [Vector] = []
    for line in String(decoding: bytes(of: file), as: UTF8.self).split(separator: "\n") where !line.hasPrefix("#") {
      let words = line.split(separator: " ")
      if words.count == 2 {
        guard let blob = words[1] == "-" ? [] : Base64.decode(words[1]) else { throw Malformed(line: line) }
        blobs.append(blob)
        continue
      }
      let named = words.dropFirst(4).compactMap { Int($0) }.filter(blobs.indices.contains).map { blobs[$0] }
      let numbers = words.dropFirst(2).prefix(2).compactMap { UInt64($0) }
      guard let kind = words[0].split(separator: "/").first.flatMap({ Kind(rawValue: String($0)) }),
        ["holds", "refused"].contains(words[1]), numbers.count == 2, named.count == words.count - 4, named.count >= 2
      else { throw Malformed(line: line) }
      vectors.append(
        Vector(
          name: String(words[0]), kind: kind, holds: words[1] == "holds", numbers: numbers,
          ends: Array(named.prefix(2)), path: Array(named.dropFirst(2))))
    }
    return vectors
  }

  private static func bytes(of path: String) -> [UInt8] {
    guard let file = fopen(path, "r") else { return [] }
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 1 << 20)
    bytes.removeLast(bytes.count - fread(&bytes, 1, bytes.count, file))
    return bytes
  }
}
