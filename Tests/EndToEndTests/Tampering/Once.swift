import Glibc
import Synchronization

/// Something that is made when it is first wanted, and then kept.
final class Once<Value: Sendable>: Sendable {
  private let made = Mutex<Result<Value, any Error>?>(nil)
  private let make: @Sendable () throws -> Value

  init(_ make: @escaping @Sendable () throws -> Value) { self.make = make }

  var value: Value {
    get throws {
      try made.withLock { made in
        let result = made ?? Result { try make() }
        made = result
        return result
      }.get()
    }
  }
}

/// Folders that last as long as the tests, and are removed when the process ends.
enum LastingFolder {
  private static let all = Mutex<[String]>([])

  static func make() throws -> String {
    let base = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var template = Array("\(base)/talent-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw Trouble("cannot make a folder in \(base)") }
    let path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    all.withLock { folders in
      if folders.isEmpty { atexit { LastingFolder.removeAll() } }
      folders.append(path)
    }
    return path
  }

  private static func removeAll() {
    for folder in all.withLock({ $0 }) { Files.remove(folder) }
  }
}
