import Glibc

/// A demonstration that has been played, and the service on the folder that it left.
struct Demonstration {
  static let example = "\(Programs.sources)/../../Config/example"

  let daemon: Talentd
  /// What it told.
  let output: String
}

func withDemonstration<Value>(_ body: (Demonstration) throws -> Value) throws -> Value {
  try withFolder { folder in
    let programs = "/" + (try Programs.talentd()).split(separator: "/").dropLast().joined(separator: "/")
    let run = try ChildProcess.run(
      ["\(Demonstration.example)/demonstration", programs, folder], environment: ["DEMO_LANGUAGE": "en"],
      seconds: 240)
    guard run.status == 0 else { throw Trouble("the demonstration ended with \(run.status): \(run.error)") }
    for suffix in ["", "-erased"] {
      guard rename("\(folder)/log\(suffix)", "\(folder)/state\(suffix)") == 0 else { throw Trouble("it left no log") }
    }
    var settings = Talentd.Settings()
    settings.origin = "demo.kommune.example/ledelsestalent"
    let daemon = Talentd(in: folder, settings)
    defer { daemon.kill() }
    try daemon.start()
    let value = try body(Demonstration(daemon: daemon, output: run.output))
    try daemon.stop()
    return value
  }
}
