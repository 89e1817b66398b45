import Glibc
import Yams

/// The configuration as it is written: for the lines of what is wrong in it, and for what nobody asks for.
struct ConfigurationFile {
  let path: String
  /// Every value with its name, such as `state.folder`, and the line that the name stands on.
  private let entries: [(key: String, line: Int)]

  /// In bytes; a longer file is none that could be meant.
  private static let limit = 1 << 20

  init(_ path: String) throws(SettingsError) {
    self.path = path
    guard let file = fopen(path, "rb") else { throw .unreadable(path) }
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: ConfigurationFile.limit + 1)
    bytes.removeLast(bytes.count - fread(&bytes, 1, bytes.count, file))
    guard ferror(file) == 0, bytes.count <= ConfigurationFile.limit else { throw .unreadable(path) }
    entries = try ConfigurationFile.entries(String(decoding: bytes, as: UTF8.self), path)
  }

  private static func entries(_ text: String, _ path: String) throws(SettingsError) -> [(key: String, line: Int)] {
    let root: Node?
    do {
      root = try compose(yaml: text)
    } catch let error as YamlError {
      throw located(error, path)
    } catch {
      throw .malformed(path)
    }
    guard let mapping = root?.mapping else { throw .at(file: path, line: 1, .malformed(path)) }
    var entries: [(key: String, line: Int)] = []
    collect(mapping, below: "", into: &entries)
    return entries
  }

  private static func located(_ error: YamlError, _ path: String) -> SettingsError {
    switch error {
    case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _):
      .at(file: path, line: mark.line, .malformed(path))
    case .duplicatedKeysInMapping(_, let context): .at(file: path, line: context.mark.line, .malformed(path))
    default: .malformed(path)
    }
  }

  private static func collect(
    _ mapping: Node.Mapping, below prefix: String, into entries: inout [(key: String, line: Int)]
  ) {
    for (name, value) in mapping {
      let key = prefix + (name.string ?? "?")
      if let inner = value.mapping {
        collect(inner, below: key + ".", into: &entries)
      } else {
        entries.append((key, name.mark?.line ?? value.mark?.line ?? 1))
      }
    }
  }

  func line(of key: String) -> Int? { entries.first { $0.key == key }?.line }

  /// What stands there and is no setting. The name of a group with nothing in it is none, and harms nobody.
  func unknown(among known: Set<String>) -> [UnknownSetting] {
    let groups = Set(known.compactMap { $0.split(separator: ".").first.map(String.init) })
    return entries.filter { !known.contains($0.key) && !groups.contains($0.key) }.map { entry in
      UnknownSetting(
        name: entry.key, file: path, line: entry.line, likely: Likeness.nearest(to: entry.key, among: known))
    }
  }
}

/// Which name is probably meant by one that there is not.
enum Likeness {
  static func nearest(to name: String, among names: Set<String>) -> String? {
    let near = names.map { (name: $0, steps: steps(Array(name.utf8), Array($0.utf8))) }
      .min { ($0.steps, $0.name) < ($1.steps, $1.name) }
    guard let near, near.steps <= max(2, name.utf8.count / 3) else { return nil }
    return near.name
  }

  /// How many letters must be put in, taken away or changed (Levenshtein).
  private static func steps(_ one: [UInt8], _ other: [UInt8]) -> Int {
    var row = Array(0...other.count)
    for (i, letter) in one.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, against) in other.enumerated() {
        let cost = min(diagonal + (letter == against ? 0 : 1), row[j] + 1, row[j + 1] + 1)
        diagonal = row[j + 1]
        row[j + 1] = cost
      }
    }
    return row[other.count]
  }
}
