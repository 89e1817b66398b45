/// A unit of `systemd/`, read as systemd does: sections of keys, and a key that stands there twice has two values.
struct Unit {
  let name: String
  let text: String
  private let values: [String: [String]]

  static let folder = "\(Manifest.folder)/systemd"

  init(_ name: String) throws { self.init(name, try Files.text("\(Unit.folder)/\(name)")) }

  init(_ name: String, _ text: String) {
    (self.name, self.text) = (name, text)
    var (values, section): ([String: [String]], Substring) = ([:], "")
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      if line.hasPrefix("[") { section = line.dropFirst().dropLast() }
      guard let sign = line.firstIndex(of: "=") else { continue }
      values["\(section).\(line[..<sign])", default: []].append(String(line[line.index(after: sign)...]))
    }
    self.values = values
  }

  /// Such as `unit["Service.User"]`; nil where it is not set, or more than once.
  subscript(_ key: String) -> String? { values[key]?.count == 1 ? values[key]?.first : nil }

  func all(_ key: String) -> [String] { values[key] ?? [] }
}
