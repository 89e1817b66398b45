import Glibc

/// Other people's tools: a Python with the packages of Tests/python-requirements.txt, named by TALENT_PYTHON. Where it is
/// missing, tests fail.
enum PythonScript {
  static func executable() throws -> String {
    guard let path = getenv("TALENT_PYTHON") else {
      throw Trouble("set TALENT_PYTHON to a Python with the packages of Tests/python-requirements.txt")
    }
    return String(cString: path)
  }

  /// Runs one of the scripts of `Interop/python` to its end.
  static func run(_ name: String, _ arguments: [String], seconds: Int = 120) throws -> ChildProcess.Finished {
    try ChildProcess.run(
      [try executable(), "\(Programs.sources)/Interop/python/\(name)"] + arguments,
      environment: ["PYTHONDONTWRITEBYTECODE": "1", "LC_ALL": "C.UTF-8"], seconds: seconds)
  }
}

extension Programs {
  /// The formats that a stranger's verifier is written from.
  static let eventsSchema =
    "/" + sources.split(separator: "/").dropLast(2).joined(separator: "/") + "/events-schema"
}
