import CPlatform
import Glibc
import Synchronization

/// What the system calls a uid, looked up away from the event loop (a directory service may be asked) and kept a minute.
actor SystemAccounts {
  private struct Entry: Sendable {
    let name: String?
    let until: Int64
  }

  private let entries = Mutex<[UInt32: Entry]>([:])

  /// The name if it has been looked up lately.
  nonisolated func known(_ uid: UInt32) -> String?? {
    entries.withLock { entries in
      guard let entry = entries[uid], entry.until > talent_monotonic_ms() else { return nil }
      return .some(entry.name)
    }
  }

  func name(_ uid: UInt32) -> String? {
    var buffer = [CChar](repeating: 0, count: 1024)
    let found = talent_user_name(uid, &buffer, buffer.count) == 0
    let bytes = buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
    let name = found ? String(decoding: bytes, as: UTF8.self) : nil
    entries.withLock { entries in
      if entries.count > 10_000 { entries.removeAll() }
      entries[uid] = Entry(name: name, until: talent_monotonic_ms() + 60_000)
    }
    return name
  }

  /// The uid that this process acts as.
  static var own: Int { Int(geteuid()) }

  static func uid(of name: String) -> Int? {
    var uid: uid_t = 0
    return talent_user_id(name, &uid) == 0 ? Int(uid) : nil
  }
}
