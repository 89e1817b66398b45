import Glibc
import NIOPosix
import Testing

/// Other people's Varlink: a Python with the packages of Tests/python-requirements.txt, named by TALENT_PYTHON.
enum Python {
  struct Finished: Sendable {
    let status: Int32
    let output: String
  }

  static func executable() throws -> String {
    let path = getenv("TALENT_PYTHON").map { String(cString: $0) }
    return try #require(
      path, "set TALENT_PYTHON to a Python with the packages of Tests/python-requirements.txt")
  }

  static func script(_ name: String) -> String {
    let folder = #filePath.split(separator: "/").dropLast(2).joined(separator: "/")
    return "/\(folder)/python/\(name)"
  }

  /// Runs it to its end, with standard error among its output.
  static func run(_ arguments: [String]) async throws -> Finished {
    let running = try Running(arguments)
    return try await NIOThreadPool.singleton.runIfActive {
      running.closeInput()
      var output = ""
      while let line = running.readLine() { output += line + "\n" }
      return Finished(status: running.wait(), output: output)
    }
  }

  /// A process with pipes to and from it.
  struct Running: Sendable {
    let pid: pid_t
    let input: Int32
    let output: Int32

    init(_ arguments: [String]) throws {
      let all = [try Python.executable()] + arguments
      var toChild: [Int32] = [0, 0]
      var fromChild: [Int32] = [0, 0]
      let arePipes = pipe(&toChild) == 0 && pipe(&fromChild) == 0
      try #require(arePipes)
      // Our ends must not be the child's too, or its input would never end.
      for descriptor in toChild + fromChild { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
      var actions = posix_spawn_file_actions_t()
      posix_spawn_file_actions_init(&actions)
      defer { posix_spawn_file_actions_destroy(&actions) }
      posix_spawn_file_actions_adddup2(&actions, toChild[0], 0)
      posix_spawn_file_actions_adddup2(&actions, fromChild[1], 1)
      posix_spawn_file_actions_adddup2(&actions, fromChild[1], 2)
      var pointers = all.map { strdup($0) } + [nil]
      defer { for pointer in pointers { free(pointer) } }
      var pid = pid_t()
      let error = posix_spawn(&pid, all[0], &actions, nil, &pointers, environ)
      close(toChild[0])
      close(fromChild[1])
      input = toChild[1]
      output = fromChild[0]
      self.pid = pid
      try #require(error == 0, "cannot start \(all[0]): \(error)")
    }

    func closeInput() { close(input) }

    func readLine() -> String? {
      var bytes: [UInt8] = []
      var byte: UInt8 = 0
      while read(output, &byte, 1) == 1 {
        if byte == UInt8(ascii: "\n") { return String(decoding: bytes, as: UTF8.self) }
        bytes.append(byte)
      }
      return bytes.isEmpty ? nil : String(decoding: bytes, as: UTF8.self)
    }

    /// The exit status; 128 and more for a signal.
    func wait() -> Int32 {
      close(output)
      var status: Int32 = 0
      while waitpid(pid, &status, 0) < 0 && errno == EINTR {}
      return status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + (status & 0x7F)
    }
  }
}
