import Glibc

/// A process that a test starts: standard output and error are caught in files that no folder knows, so that no pipe can
/// fill up and nobody needs to read along.
///
/// Used by one test, on one thread.
final class ChildProcess {
  struct Finished {
    /// The exit status; 128 and more for a signal.
    let status: Int32
    let output: String
    let error: String
  }

  let pid: pid_t
  private let outputFile: Int32
  private let errorFile: Int32
  /// The other end of its standard input; -1 where that is empty.
  private var inputPipe: Int32
  private var status: Int32?

  enum Input {
    case none, pipe
    case bytes([UInt8])
  }

  /// Starts a program by its path, or by a name that PATH finds. The environment is the one given and PATH.
  init(_ arguments: [String], environment: [String: String] = [:], input: Input = .none) throws {
    outputFile = try ChildProcess.unnamedFile()
    errorFile = try ChildProcess.unnamedFile()
    var (childInput, ourInput): (Int32, Int32) = (-1, -1)
    switch input {
    case .none: childInput = open("/dev/null", O_RDONLY | O_CLOEXEC)
    case .bytes(let bytes):
      childInput = try ChildProcess.unnamedFile()
      _ = bytes.withUnsafeBytes { pwrite(childInput, $0.baseAddress, $0.count, 0) }
    case .pipe:
      var ends: [Int32] = [0, 0]
      guard pipe(&ends) == 0 else { throw Trouble("no pipe: \(String(cString: strerror(errno)))") }
      for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
      (childInput, ourInput) = (ends[0], ends[1])
    }
    inputPipe = ourInput
    defer { close(childInput) }
    pid = try ChildProcess.spawn(arguments, environment, [childInput, outputFile, errorFile])
  }

  deinit {
    if status == nil { kill() }
    closeInput()
    close(outputFile)
    close(errorFile)
  }

  /// What it has written so far.
  var output: String { String(decoding: Files.read(outputFile, from: 0), as: UTF8.self) }
  var error: String { String(decoding: Files.read(errorFile, from: 0), as: UTF8.self) }
  /// Standard output from an offset on, as bytes.
  func output(from start: Int) -> [UInt8] { Files.read(outputFile, from: start) }

  func write(_ bytes: [UInt8]) throws {
    var written = 0
    while written < bytes.count {
      let result = bytes.withUnsafeBytes { Glibc.write(inputPipe, $0.baseAddress! + written, $0.count - written) }
      if result < 0 && errno == EINTR { continue }
      guard result > 0 else { throw Trouble("process \(pid) takes no input any more") }
      written += result
    }
  }

  func closeInput() {
    if inputPipe >= 0 { close(inputPipe) }
    inputPipe = -1
  }

  func send(_ signal: Int32) { if status == nil { Glibc.kill(pid, signal) } }

  /// The status once it has ended; nil while it runs.
  func ended() -> Int32? {
    if let status { return status }
    var raw: Int32 = 0
    guard waitpid(pid, &raw, WNOHANG) == pid else { return nil }
    status = raw & 0x7F == 0 ? (raw >> 8) & 0xFF : 128 + (raw & 0x7F)
    return status
  }

  /// Waits for its end; after so many seconds it is killed, and the test fails.
  func wait(seconds: Int = 60) throws -> Int32 {
    do {
      return try until("process \(pid) ends", seconds: seconds) { ended() }
    } catch {
      kill()
      throw error
    }
  }

  /// SIGKILL, and the end of it.
  func kill() {
    guard status == nil else { return }
    Glibc.kill(pid, SIGKILL)
    var raw: Int32 = 0
    while waitpid(pid, &raw, 0) < 0 && errno == EINTR {}
    status = raw & 0x7F == 0 ? (raw >> 8) & 0xFF : 128 + (raw & 0x7F)
  }

  /// Runs a program to its end.
  static func run(
    _ arguments: [String], environment: [String: String] = [:], input: Input = .none, seconds: Int = 60
  ) throws -> Finished {
    let process = try ChildProcess(arguments, environment: environment, input: input)
    let status = try process.wait(seconds: seconds)
    return Finished(status: status, output: process.output, error: process.error)
  }

  private static func unnamedFile() throws -> Int32 {
    var template = Array("/tmp/talent-output-XXXXXX".utf8CString)
    let descriptor = mkstemp(&template)
    guard descriptor >= 0 else { throw Trouble("no file for a process's output: \(String(cString: strerror(errno)))") }
    unlink(template)
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    return descriptor
  }

  private static func spawn(_ arguments: [String], _ extra: [String: String], _ standard: [Int32]) throws -> pid_t {
    var environment = extra
    for name in ["PATH", "LD_LIBRARY_PATH"] where environment[name] == nil {
      environment[name] = getenv(name).map { String(cString: $0) }
    }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for (index, descriptor) in standard.enumerated() {
      posix_spawn_file_actions_adddup2(&actions, descriptor, Int32(index))
    }
    // A test's thread may have signals blocked; a program starts with none.
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var nothing = sigset_t()
    sigemptyset(&nothing)
    posix_spawnattr_setsigmask(&attributes, &nothing)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
    var argumentPointers = arguments.map { strdup($0) } + [nil]
    var environmentPointers = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for pointer in argumentPointers + environmentPointers { free(pointer) } }
    var pid = pid_t()
    let error = posix_spawnp(&pid, arguments[0], &actions, &attributes, &argumentPointers, &environmentPointers)
    guard error == 0 else { throw Trouble("cannot start \(arguments[0]): \(String(cString: strerror(error)))") }
    return pid
  }
}

/// Asks again and again until there is an answer, for at most so long.
@discardableResult
func until<Value>(_ what: String, seconds: Int, _ answer: () throws -> Value?) throws -> Value {
  let end = ContinuousClock.now + .seconds(seconds)
  var pause: UInt32 = 500
  while true {
    if let value = try answer() { return value }
    guard ContinuousClock.now < end else { throw Trouble("waited \(seconds) s in vain: \(what)") }
    usleep(pause)
    pause = min(pause * 2, 20_000)
  }
}
