import Glibc

/// The programs under test: they stand beside the test's own program, for one build makes them all.
enum Programs {
  static func talentd() throws -> String { try program("talentd") }
  static func talentctl() throws -> String { try program("talentctl") }
  static func talentAnchor() throws -> String { try program("talent-anchor") }

  /// The folder of this package's tests, for scripts and tables that lie beside the sources.
  static let sources = "/" + #filePath.split(separator: "/").dropLast(2).joined(separator: "/")

  /// The letters' templates, as they are shipped.
  static let letters =
    "/" + sources.split(separator: "/").dropLast(2).joined(separator: "/") + "/Config/letters"

  private static let folder: String? = {
    if let named = getenv("TALENT_PROGRAMS") { return String(cString: named) }
    var buffer = [CChar](repeating: 0, count: 4096)
    let count = readlink("/proc/self/exe", &buffer, buffer.count)
    guard count > 0 else { return nil }
    let path = String(decoding: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
    return "/" + path.split(separator: "/").dropLast().joined(separator: "/")
  }()

  private static func program(_ name: String) throws -> String {
    guard let folder, access("\(folder)/\(name)", X_OK) == 0 else {
      throw Trouble("there is no \(name) in \(folder ?? "the folder of this test"): build it first (swift build)")
    }
    return "\(folder)/\(name)"
  }
}
