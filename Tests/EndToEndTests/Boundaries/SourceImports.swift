/// The modules that a source file imports.
enum SourceImports {
  private static let kinds: Set<Substring> = ["struct", "class", "enum", "protocol", "typealias", "func", "let", "var"]

  static func modules(in source: String) -> [String] {
    source.split(whereSeparator: { $0.isNewline || $0 == ";" }).compactMap { line in
      let words = line.split(whereSeparator: \.isWhitespace)
      // `@testable package import struct Crypto.SHA256`: attributes and access, the word, a kind, a path.
      guard let place = words.firstIndex(of: "import"),
        words[..<place].allSatisfy({ $0.hasPrefix("@") || $0.allSatisfy(\.isLetter) && $0.count < 12 })
      else { return nil }
      let rest = words[(place + 1)...].drop { kinds.contains($0) }
      return rest.first?.split(separator: ".").first.map(String.init)
    }
  }

  /// Of every Swift file below a folder, with the files that import each.
  static func modules(below folder: String) throws -> [String: [String]] {
    var found: [String: [String]] = [:]
    for path in try Files.all(below: folder) where path.hasSuffix(".swift") {
      for module in modules(in: try Files.text(path)) { found[module, default: []].append(path) }
    }
    return found
  }
}
