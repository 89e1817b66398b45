import Glibc
import TalentInterface
import Testing

/// `events-schema/` is made from the types (`make schemas`), and lies in the repository so that a change of it shows.
struct GeneratedFilesTests {
  private static let folder =
    "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/") + "/events-schema"

  /// What people write there by hand, and the vectors that other tests hold.
  private static let written: Set<String> = ["README.md", "backup.md", "bundle.md", "vectors.json", "bundle-vectors"]

  @Test func `the files of events-schema are what the types say`() throws {
    for (name, text) in GeneratedFiles.all {
      let stored = try #require(
        GeneratedFilesTests.read("\(GeneratedFilesTests.folder)/\(name)"), "\(name) is missing: make schemas")
      #expect(stored == text, "\(name) has drifted from its type: make schemas")
    }
  }

  @Test func `no file in events-schema has outlived its type`() throws {
    let names = try #require(GeneratedFilesTests.names())
    #expect(names.subtracting(GeneratedFilesTests.written) == Set(GeneratedFiles.all.map(\.name)))
  }

  private static func read(_ path: String) -> String? {
    guard let file = fopen(path, "r") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while case let count = fread(&buffer, 1, buffer.count, file), count > 0 { bytes += buffer[..<count] }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func names() -> Set<String>? {
    guard let entries = opendir(folder) else { return nil }
    defer { closedir(entries) }
    var names: Set<String> = []
    while let entry = readdir(entries) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if !name.hasPrefix(".") { names.insert(name) }
    }
    return names
  }
}
