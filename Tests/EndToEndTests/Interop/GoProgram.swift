/// Go's own code for transparency logs, golang.org/x/mod/sumdb, as Debian packages it, and a program over it that was made for
/// these tests: `go/bundle.go`.
enum GoProgram {
  /// Built once, with nothing fetched.
  private static let bundle = Once<String> {
    let folder = try LastingFolder.make()
    let program = "\(folder)/bundle"
    let run = try ChildProcess.run(
      ["go", "build", "-o", program, "\(Programs.sources)/go/bundle.go"],
      environment: [
        "GO111MODULE": "off", "GOPATH": "/usr/share/gocode", "GOFLAGS": "", "GOCACHE": "\(folder)/cache",
        "HOME": folder,
      ], seconds: 300)
    guard run.status == 0 else {
      throw Trouble("go/bundle.go is not built (golang-go, golang-golang-x-mod-dev): \(run.error)")
    }
    Files.remove("\(folder)/cache")
    return program
  }

  /// Runs the program over a bundle's folder to its end.
  static func run(_ arguments: [String]) throws -> ChildProcess.Finished {
    try ChildProcess.run([try bundle.value] + arguments, seconds: 120)
  }
}
