import StrictJSON

/// A headless Chromium (Debian's `chromium`), which says what it shows of a page: `python/page.py`.
enum PageScript {
  /// - Parameter steps: those that the slider is moved to, one after the other.
  static func run(_ page: [UInt8], steps: [Int], in folder: String) throws -> JSON {
    let file = "\(folder)/index.html"
    try Files.write(page, to: file)
    let run = try PlainPython.run("page.py", [file, folder] + steps.map(String.init), seconds: 300)
    guard run.status == 0 else { throw Trouble("the browser ended with \(run.status): \(run.error)") }
    return try JSON(parsing: Array(run.output.utf8), limits: JSONLimits(maximumLength: 1 << 26))
  }
}

extension JSON {
  var strings: [String] { (array ?? []).map { $0.string ?? "" } }

  /// The string at a path of members.
  func text(_ path: String...) -> String? { path.reduce(self) { $0?[$1] }?.string }
  func number(_ path: String...) -> Int? { path.reduce(self) { $0?[$1] }?.integer.map { Int($0) } }
}
