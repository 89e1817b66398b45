import StrictJSON
import Transparency

/// A small change of one file of a bundle, as `expected.json` describes it: enough to make a copy that was tampered with.
/// Lines are counted from 0.
enum BundleEdit {
  /// The first occurrence of a text is replaced.
  case replace(file: String, old: String, new: String)
  case removeLine(file: String, line: Int)
  case copyLine(file: String, line: Int)
  case swapLines(file: String, line: Int, other: Int)
  /// The lowest bit of one byte is turned over.
  case flip(file: String, byte: Int)
  case delete(file: String)
  /// The file has this text from now on.
  case write(file: String, text: String)

  func apply(to files: inout [String: [UInt8]]) throws {
    switch self {
    case .replace(let file, let old, let new):
      let text = String(decoding: try files[file].unwrapped(), as: UTF8.self)
      let changed = text.replacing(old, with: new, maxReplacements: 1)
      guard changed != text else { throw Trouble("\(file) does not hold \(old)") }
      files[file] = Array(changed.utf8)
    case .removeLine(let file, let line): try lines(file, &files) { $0.remove(at: line) }
    case .copyLine(let file, let line): try lines(file, &files) { $0.insert($0[line], at: line) }
    case .swapLines(let file, let line, let other): try lines(file, &files) { $0.swapAt(line, other) }
    case .flip(let file, let byte): files[file]?[byte] ^= 1
    case .delete(let file): files[file] = nil
    case .write(let file, let text): files[file] = Array(text.utf8)
    }
  }

  private func lines(
    _ file: String, _ files: inout [String: [UInt8]], _ change: (inout [ArraySlice<UInt8>]) -> Void
  ) throws {
    var lines = try files[file].unwrapped().split(separator: 0x0A)
    change(&lines)
    files[file] = lines.flatMap { $0 + [0x0A] }
  }

  var json: JSON {
    let (name, members): (String, [(String, JSON?)]) =
      switch self {
      case .replace(let file, let old, let new):
        ("replace", [("file", .string(file)), ("new", .string(new)), ("old", .string(old))])
      case .removeLine(let file, let line): ("removeLine", [("file", .string(file)), ("line", .integer(Int64(line)))])
      case .copyLine(let file, let line): ("copyLine", [("file", .string(file)), ("line", .integer(Int64(line)))])
      case .swapLines(let file, let line, let other):
        (
          "swapLines", [("file", .string(file)), ("line", .integer(Int64(line))), ("other", .integer(Int64(other)))]
        )
      case .flip(let file, let byte): ("flip", [("byte", .integer(Int64(byte))), ("file", .string(file))])
      case .delete(let file): ("delete", [("file", .string(file))])
      case .write(let file, let text): ("write", [("file", .string(file)), ("text", .string(text))])
      }
    return object([("edit", .string(name))] + members)
  }
}

extension [String: [UInt8]] {
  /// The files after some edits, with the manifest's list made to fit them, as whoever tampers would.
  func edited(_ edits: [BundleEdit], refit: Bool) throws -> [String: [UInt8]] {
    var files = self
    for edit in edits { try edit.apply(to: &files) }
    guard refit, var manifest = files["manifest.json"].flatMap({ try? JSON(parsing: $0) }) else { return files }
    let list = files.filter { $0.key != "manifest.json" }.sorted { $0.key < $1.key }.map { path, bytes in
      object([
        ("bytes", .integer(Int64(bytes.count))), ("path", .string(path)), ("sha256", .string(Hash(of: bytes).hex)),
      ])
    }
    guard case .object(let members) = manifest else { throw Trouble("the manifest is no object") }
    manifest = .object(members.map { $0.name == "files" ? JSON.Member(name: "files", value: .array(list)) : $0 })
    files["manifest.json"] = manifest.canonical()
    return files
  }

  func write(to folder: String) throws {
    for (path, bytes) in self {
      try Files.makeFolders(of: "\(folder)/\(path)")
      try Files.write(bytes, to: "\(folder)/\(path)")
    }
  }
}
