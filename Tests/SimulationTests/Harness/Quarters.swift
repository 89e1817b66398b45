import CPlatform
import EventLog
import Glibc
import Logging
import Seeded
import Synchronization

@testable import TalentService

/// Where a simulated service lives: a folder that a crash leaves behind for another one.
///
/// In memory where the machine has such a file system: these runs are about what is decided and recorded, and a sync of each
/// of a million commits would only tell how fast the disk is.
final class Quarters {
  let base: String
  /// How often the service has moved: once a crash.
  private(set) var moves = 0
  let told = Told()

  init() throws {
    // What the service makes is nobody else's to read.
    _ = talent_umask(0o077)
    let parent = access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp"
    var template = Array("\(parent)/talentd-simulation-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw Trouble("no folder can be made in \(parent)") }
    base = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    mkdir("\(base)/0", 0o700)
  }

  func clear() { _ = try? Quarters.run(["rm", "-rf", base]) }

  var home: String { "\(base)/\(moves)" }
  var state: String { "\(home)/state" }
  var register: String { "\(home)/erased/register" }
  var socket: String { "\(base)/socket" }

  /// What a machine that died would start with: from now on the service lives in a copy that was made meanwhile.
  func moveOn(to copy: String) throws {
    _ = try Quarters.run(["rm", "-rf", home])
    moves += 1
    guard copy == home else { throw Trouble("the copy lies at \(copy), not at \(home)") }
  }

  var next: String { "\(base)/\(moves + 1)" }

  func settings(crashing: CrashWatch) async throws -> Settings {
    var settings = try await Settings.read([
      "--origin", "simulation.example/ledelsestalent", "--state-folder", state, "--erased-keys-file", register,
      "--socket-path", socket, "--socket-mode", "0600", "--administrators", Quarters.ourName, "--simulate",
      "--letters-folder", Quarters.letters, "--letters-municipality", "Eksempel Kommune", "--anchor-account", "nobody",
      // How fast this machine is does not matter here, nor that the run was stopped for a while and goes on.
      "--limits-slow-milliseconds", "86400000",
      "--backup-log-folder", "\(base)/backup/log", "--backup-keys-folder", "\(base)/backup/keys",
    ])
    settings.crashPoint = { crashing.pass($0) }
    return settings
  }

  static func run(_ command: [String]) throws -> Int32 {
    let quoted = command.map { "'\($0)'" }.joined(separator: " ")
    let status = system(quoted)
    guard status == 0 else { throw Trouble("\(quoted) ended with \(status)") }
    return status
  }

  private static let letters: String = {
    let parts = #filePath.split(separator: "/").dropLast(4)
    return "/" + parts.joined(separator: "/") + "/Config/letters"
  }()

  private static let ourName: String = {
    guard let entry = getpwuid(geteuid()) else { return "root" }
    return String(cString: entry.pointee.pw_name)
  }()
}

/// Copies the folder at the moment when the process is to die, as it would be found then.
final class CrashWatch: Sendable {
  private struct State {
    var point: CrashPoint?
    var passes = 0
    var from = ""
    var to = ""
    var copy: String?
  }
  private let state = Mutex(State())

  /// The copy is made when the point has been passed so many times.
  func arm(_ point: CrashPoint, after passes: Int, from: String, to: String) {
    state.withLock { $0 = State(point: point, passes: passes, from: from, to: to) }
  }

  func disarm() { state.withLock { $0.point = nil } }

  /// Where the copy is, once there is one.
  var copy: String? { state.withLock { $0.copy } }

  /// On the thread that passes the point, which waits for the copy: nothing else is written to the log meanwhile.
  func pass(_ point: CrashPoint) {
    let folders: (String, String)? = state.withLock { state in
      guard state.point == point, state.copy == nil else { return nil }
      state.passes -= 1
      return state.passes < 0 ? (state.from, state.to) : nil
    }
    guard let (from, to) = folders, (try? Quarters.run(["cp", "-a", from, to])) != nil else { return }
    state.withLock {
      $0.copy = to
      $0.point = nil
    }
  }
}

/// What the service told its administrator, of warnings and worse.
final class Told: Sendable {
  private let lines = Mutex<[String]>([])

  func take() -> [String] {
    lines.withLock { lines in
      defer { lines = [] }
      return lines
    }
  }

  func tell(_ line: String) { lines.withLock { $0.append(line) } }

  var logger: Logger { Logger(label: "simulation") { _ in ToldHandler(told: self) } }
}

private struct ToldHandler: LogHandler {
  let told: Told
  var metadata: Logger.Metadata = [:]
  var logLevel = Logger.Level.warning

  func log(event: LogEvent) {
    told.tell("\(event.level) \(event.message)\(event.metadata.map { " \($0)" } ?? "")")
  }

  subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }
}

/// What went wrong with the simulation itself.
struct Trouble: Error, CustomStringConvertible {
  let description: String
  init(_ description: String) { self.description = description }
}
