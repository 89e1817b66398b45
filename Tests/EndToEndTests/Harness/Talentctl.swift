import TalentDomain

/// Runs of the command line against one service.
struct Talentctl {
  let socket: String
  /// Another user than the one who runs the tests.
  var user: OSUser?
  var language = "en"

  init(_ daemon: Talentd, user: OSUser? = nil) {
    socket = daemon.socket
    self.user = user
  }

  /// Runs a verb to its end. `number` and `time` say who acts and when, where the service simulates.
  func run(
    _ arguments: [String], as number: String? = nil, at time: SimulatedTime? = nil, input: ChildProcess.Input = .none,
    seconds: Int = 60
  ) throws -> ChildProcess.Finished {
    var environment = ["TALENTD_SOCKET": socket, "LC_ALL": language == "da" ? "da_DK.UTF-8" : "C.UTF-8"]
    environment["TALENTD_AS"] = number
    environment["TALENTD_CLOCK"] = time?.text
    return try ChildProcess.run(
      (user?.prefix ?? []) + [try Programs.talentctl()] + arguments, environment: environment, input: input,
      seconds: seconds)
  }

  func run(_ arguments: String..., as number: String? = nil, at time: SimulatedTime? = nil) throws
    -> ChildProcess.Finished
  {
    try run(arguments, as: number, at: time)
  }
}
