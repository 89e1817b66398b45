import Glibc
import StrictJSON
import TalentDomain
import TalentInterface

/// The files of views in a state folder, seen from outside.
struct ViewFiles {
  let state: String

  var pointer: String { "\(state)/views.current" }

  /// The file that serves.
  func current() throws -> String {
    "\(state)/\(try Files.text(pointer).split(separator: "\n").first.map(String.init) ?? "")"
  }

  /// That file, and its write-ahead log where there is one.
  func parts() throws -> [String] { [try current(), try current() + "-wal"].filter(Files.exists) }

  func all() throws -> [String] {
    try Files.names(in: state).filter { $0.hasPrefix("views") }.map { "\(state)/\($0)" }
  }

  /// The digest over the rows below a position, by somebody else's reckoning: from a copy, for that SQLite tidies up.
  func digest(below end: Int) throws -> Digest {
    let run = try withFolder { folder in
      for path in try parts() { try Files.copy(path, to: "\(folder)/views\(path.hasSuffix("-wal") ? "-wal" : "")") }
      return try PlainPython.run("views.py", ["digest", "\(folder)/views", "\(end)"])
    }
    guard run.status == 0,
      let digest = try JSON(parsing: Array(run.output.utf8))["digest"]?.string.flatMap({ Digest($0) })
    else { throw Trouble("no digest: \(run.error)") }
    return digest
  }
}

extension Connection {
  func projections() throws -> ProjectionList { try Client(self).ask(ShowProjections()) }

  /// Rebuilds the views; the last step carries both digests.
  func rebuild() throws -> RebuildProgress {
    var last = RebuildProgress()
    try stream(
      "\(RebuildProjections.area.interface).\(RebuildProjections.method)",
      canonical: Ask<RebuildProjections>().canonical
    ) {
      last = try RebuildProgress(canonical: $0.canonical())
      return true
    }
    return last
  }
}
