import Glibc

/// A process that the bench starts; its standard error is ours.
final class Child {
  let pid: pid_t
  private let pipe: Int32
  private var status: Int32?

  /// - Parameter reads: whether its standard output is to be read; else nobody hears it.
  init(_ arguments: [String], reads: Bool = false) throws {
    var ends: [Int32] = [-1, -1]
    if reads { guard Glibc.pipe(&ends) == 0 else { throw Trouble("no pipe: \(errno)") } }
    for end in ends where end >= 0 { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    pipe = ends[0]
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    if reads {
      posix_spawn_file_actions_adddup2(&actions, ends[1], 1)
    } else {
      posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
    }
    var pointers = arguments.map { strdup($0) } + [nil]
    defer { for pointer in pointers { free(pointer) } }
    var pid = pid_t()
    let error = posix_spawn(&pid, arguments[0], &actions, nil, &pointers, environ)
    if reads { close(ends[1]) }
    guard error == 0 else { throw Trouble("cannot start \(arguments[0]): \(error)") }
    self.pid = pid
  }

  deinit {
    kill()
    if pipe >= 0 { close(pipe) }
  }

  /// Everything that it writes until it ends.
  func output() -> [UInt8] {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while case let count = read(pipe, &chunk, chunk.count), count > 0 { bytes += chunk[..<count] }
    return bytes
  }

  func wait() -> Int32 {
    if let status { return status }
    var raw: Int32 = 0
    while waitpid(pid, &raw, 0) < 0 && errno == EINTR {}
    let ended = raw & 0x7F == 0 ? (raw >> 8) & 0xFF : 128 + (raw & 0x7F)
    status = ended
    return ended
  }

  func hasEnded() -> Bool {
    if status != nil { return true }
    var raw: Int32 = 0
    guard waitpid(pid, &raw, WNOHANG) == pid else { return false }
    status = raw & 0x7F == 0 ? (raw >> 8) & 0xFF : 128 + (raw & 0x7F)
    return true
  }

  func terminate() -> Int32 {
    if status == nil { Glibc.kill(pid, SIGTERM) }
    return wait()
  }

  func kill() {
    guard status == nil else { return }
    Glibc.kill(pid, SIGKILL)
    _ = wait()
  }

  /// Resident memory in MiB, and the most it ever was.
  func memory() throws -> (now: Double, peak: Double) {
    guard let file = fopen("/proc/\(pid)/status", "r") else { throw Trouble("process \(pid) is gone") }
    defer { fclose(file) }
    var (now, peak) = (0.0, 0.0)
    var line = [CChar](repeating: 0, count: 256)
    while fgets(&line, 256, file) != nil {
      let words = line.withUnsafeBufferPointer { String(cString: $0.baseAddress!) }.split(
        whereSeparator: \.isWhitespace)
      guard words.count > 1, let kilobytes = Double(words[1]) else { continue }
      if words[0] == "VmRSS:" { now = kilobytes / 1024 }
      if words[0] == "VmHWM:" { peak = kilobytes / 1024 }
    }
    return (now, peak)
  }

  /// How many it has open.
  func openDescriptors() throws -> Int {
    guard let folder = opendir("/proc/\(pid)/fd") else { throw Trouble("process \(pid) is gone") }
    defer { closedir(folder) }
    var count = 0
    while readdir(folder) != nil { count += 1 }
    // But for `.` and `..`.
    return count - 2
  }

  /// Processor time that it has taken so far, in seconds, its own and the kernel's for it.
  func processorSeconds() throws -> Double {
    guard let file = fopen("/proc/\(pid)/stat", "r") else { throw Trouble("process \(pid) is gone") }
    defer { fclose(file) }
    var line = [CChar](repeating: 0, count: 1024)
    guard fgets(&line, 1024, file) != nil else { throw Trouble("process \(pid) is gone") }
    let text = line.withUnsafeBufferPointer { String(cString: $0.baseAddress!) }
    // The second field is the program's name in parentheses; times are the 14th and 15th.
    let fields = text.split(separator: ")").last?.split(separator: " ") ?? []
    guard fields.count > 12, let own = Double(fields[11]), let kernel = Double(fields[12]) else {
      throw Trouble("/proc/\(pid)/stat is of another form")
    }
    return (own + kernel) / Double(sysconf(Int32(_SC_CLK_TCK)))
  }
}
