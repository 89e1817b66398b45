import Glibc
import Varlink

/// The service that is measured: one process at a time on the bench's state folder.
final class Service {
  let bench: Bench
  private(set) var process: Child?

  init(_ bench: Bench) { self.bench = bench }

  /// Starts it and waits until the socket answers. In seconds.
  @discardableResult
  func start() throws -> Double {
    mkdir(bench.state, 0o700)
    guard let user = getpwuid(geteuid()) else { throw Trouble("who runs this has no name") }
    return try timed {
      let process = try Child([
        "\(bench.programs)/talentd", "--origin", "bench.talentd.example/log", "--state-folder", bench.state,
        "--socket-path", bench.socket, "--administrators", String(cString: user.pointee.pw_name), "--simulate",
      ])
      self.process = process
      try Service.wait(for: bench.socket, of: process)
    }.seconds
  }

  func stop() throws {
    guard let status = process?.terminate(), status == 0 else { throw Trouble("talentd did not stop in good order") }
  }

  func kill() { process?.kill() }

  /// Waits until a service answers `GetInfo`, asking each fifth of a millisecond; five minutes at most.
  static func wait(for socket: String, of process: Child) throws {
    let end = ContinuousClock.now + .seconds(300)
    while true {
      if var client = try? BlockingVarlinkClient(path: socket, timeoutMilliseconds: 60_000),
        (try? client.call("org.varlink.service.GetInfo")) != nil
      {
        return
      }
      guard !process.hasEnded() else { throw Trouble("the service ended at its start") }
      guard ContinuousClock.now < end else { throw Trouble("the service does not answer") }
      usleep(200)
    }
  }
}
