import Glibc

/// The service: a state folder, a socket, and at most one process at a time.
///
/// Used by one test, on one thread.
final class Talentd {
  struct Settings {
    /// A log in which commands may name who acts and when.
    var simulates = true
    var lettersFolder = Programs.letters
    var origin = "test.kommune.example/ledelsestalent"
    var arguments: [String] = []
    var environment: [String: String] = [:]
    /// Whether a flag makes whoever runs the tests the only administrator.
    var namesAdministrators = true
    /// In the folder, unless set.
    var socket: String?
  }

  let folder: String
  var settings: Settings
  /// Whom it runs as, where that is not whoever runs the tests.
  var user: OSUser?
  private var process: ChildProcess?
  private var earlierErrors = ""
  private var earlierOutput = ""

  init(in folder: String, _ settings: Settings = Settings()) {
    self.folder = folder
    self.settings = settings
  }

  var state: String { "\(folder)/state" }
  var socket: String { settings.socket ?? "\(folder)/socket" }
  var pid: pid_t? { process?.ended() == nil ? process?.pid : nil }
  /// Everything that it has written to standard error, over all its lives.
  var errors: String { earlierErrors + (process?.error ?? "") }
  /// And to standard output.
  var output: String { earlierOutput + (process?.output ?? "") }

  var arguments: [String] {
    [
      "--origin", settings.origin, "--state-folder", state, "--socket-path", socket, "--socket-mode", "0666",
      "--letters-folder", settings.lettersFolder, "--letters-municipality", "Eksempel Kommune",
    ] + (settings.namesAdministrators ? ["--administrators", Talentd.ourName] : [])
      + (settings.simulates ? ["--simulate"] : []) + settings.arguments
  }

  /// Starts it and waits until the socket answers.
  func start(seconds: Int = 60) throws {
    if !Files.exists(state) { mkdir(state, 0o700) }
    let process = try launch()
    try until("talentd answers at its socket", seconds: seconds) { () -> Bool? in
      if let status = process.ended() {
        throw Trouble("talentd ended with \(status) at its start: \(process.error)")
      }
      return (try? Connection(socket).call("org.varlink.service.GetInfo", canonical: [])) == nil ? nil : true
    }
  }

  /// Starts it and waits until it ends by itself: for a log that it must not open. The status, and what it said.
  func startInVain(seconds: Int = 60) throws -> (status: Int32, error: String) {
    if !Files.exists(state) { mkdir(state, 0o700) }
    let process = try launch()
    return (try process.wait(seconds: seconds), process.error)
  }

  /// SIGTERM: it answers what it has accepted, and ends with 0.
  func stop(seconds: Int = 60) throws {
    guard let process else { return }
    process.send(SIGTERM)
    let status = try process.wait(seconds: seconds)
    guard status == 0 else { throw Trouble("talentd ended with \(status) when it was asked to stop: \(process.error)") }
  }

  /// SIGKILL.
  func kill() { process?.kill() }

  /// Waits until it ends by itself.
  func waitForEnd(seconds: Int = 60) throws -> Int32 { try process?.wait(seconds: seconds) ?? 0 }

  /// `talentd verify` on its folder, offline.
  func verify(seconds: Int = 60) throws -> ChildProcess.Finished {
    try ChildProcess.run([try Programs.talentd(), "verify", state], seconds: seconds)
  }

  private func launch() throws -> ChildProcess {
    if process?.ended() == nil { process?.kill() }
    (earlierErrors, earlierOutput) = (errors, output)
    let new = try ChildProcess(
      (user?.prefix ?? []) + [try Programs.talentd()] + arguments, environment: settings.environment)
    process = new
    return new
  }

  /// Whoever runs the tests is an administrator of the services that they start.
  private static let ourName: String = {
    guard let entry = getpwuid(geteuid()) else { return "root" }
    return String(cString: entry.pointee.pw_name)
  }()
}

extension Talentd {
  func connection() throws -> Connection { try Connection(socket) }

  /// Typed calls from this process. In a simulated log they may name who acts, and when.
  func client(as number: String? = nil, at time: SimulatedTime? = nil) throws -> Client {
    Client(try connection(), as: number, at: time)
  }
}

/// A service of its own in a folder of its own, started, and ended whatever happens.
func withTalentd<Value>(
  _ settings: Talentd.Settings = Talentd.Settings(), starting: Bool = true, _ body: (Talentd) throws -> Value
) throws -> Value {
  try withFolder { folder in
    let daemon = Talentd(in: folder, settings)
    defer { daemon.kill() }
    if starting { try daemon.start() }
    return try body(daemon)
  }
}
