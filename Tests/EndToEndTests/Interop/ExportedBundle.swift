import StrictJSON
import TalentDomain

/// A bundle in a folder, as `talentctl audit export` wrote it.
struct ExportedBundle {
  let folder: String

  /// By an auditor, from a service that runs.
  static func exported(
    from daemon: Talentd, to name: String, options: [String] = [], at time: SimulatedTime? = nil
  ) throws -> ExportedBundle {
    let bundle = ExportedBundle(folder: "\(daemon.folder)/\(name)")
    let run = try Talentctl(daemon).run(
      ["audit", "export", "2027", bundle.folder] + options, as: Cast.auditor, at: time, seconds: 300)
    guard run.status == 0 else { throw Trouble("the export ended with \(run.status): \(run.output)\(run.error)") }
    return bundle
  }

  func files() throws -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    for path in try Files.all(below: folder) { files[String(path.dropFirst(folder.count + 1))] = try Files.read(path) }
    return files
  }

  var manifest: JSON {
    get throws {
      try JSON(parsing: try Files.read("\(folder)/manifest.json"), limits: JSONLimits(maximumLength: 1 << 26))
    }
  }

  var logKey: String {
    get throws { try manifest["keys"]?.array?.first?.string.unwrapped() ?? "" }
  }

  struct Finding: Hashable {
    let check: String
    let flaw: String
    let position: Int?
    let path: String?
  }

  /// What `talentctl audit verify` finds, without a service.
  func verified(_ options: [String] = []) throws -> [Finding] {
    let run = try ChildProcess.run(
      [try Programs.talentctl(), "audit", "verify", folder, "--output", "json"] + options,
      environment: ["LC_ALL": "C.UTF-8"], seconds: 120)
    let findings = try JSON(parsing: Array(run.output.utf8))["findings"]?.array ?? []
    guard run.status == (findings.isEmpty ? 0 : 5) else { throw Trouble("it ended with \(run.status): \(run.error)") }
    return findings.map { finding in
      Finding(
        check: finding["check"]?.string ?? "", flaw: finding["flaw"]?.string ?? "",
        position: finding["position"]?.integer.map(Int.init), path: finding["path"]?.string)
    }
  }
}
