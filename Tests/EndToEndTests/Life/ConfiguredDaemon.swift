import Glibc
import TalentDomain

/// A service by a configuration file, which a test may change while it runs.
final class ConfiguredDaemon {
  let daemon: Talentd
  let path: String

  init(in folder: String, _ text: String = "") throws {
    path = "\(folder)/talentd.yaml"
    var settings = Talentd.Settings()
    settings.arguments = ["--config", path]
    daemon = Talentd(in: folder, settings)
    try write(text)
  }

  /// What stands in the file; flags give the rest.
  func write(_ text: String) throws { try Files.write(Array("zone: Europe/Copenhagen\n\(text)".utf8), to: path) }

  func reload() throws {
    guard let pid = daemon.pid else { throw Trouble("the service does not run") }
    kill(pid, SIGHUP)
  }

  /// The codes of what `admin status` shows as amiss.
  func findings() throws -> [String] { try daemon.client().ask(ShowStatus()).health.map(\.code.value) }

  func untilFindings(_ what: String, _ holds: ([String]) -> Bool) throws {
    try until(what, seconds: 30) { holds(try findings()) ? true : nil }
  }

  static func with<Value>(_ text: String = "", _ body: (ConfiguredDaemon) throws -> Value) throws -> Value {
    try withFolder { folder in
      let configured = try ConfiguredDaemon(in: folder, text)
      defer { configured.daemon.kill() }
      try configured.daemon.start()
      return try body(configured)
    }
  }
}
