import Glibc
import TalentDomain

/// How long it takes to verify a log, to hand out one cohort's bundle and to check it, and how large proofs are.
struct Evidencing {
  let bench: Bench
  let service: Service

  private var folder: String { "\(bench.folder)/bundle" }

  /// While the service runs.
  func exported() throws -> [Measurement] {
    let talentctl = "\(bench.programs)/talentctl"
    // It ends with a check of its own, which is what verifying takes.
    let export = try seconds([
      talentctl, "audit", "export", LargeLog.lastCohort.value, folder, "--as", Office.auditor, "--socket", bench.socket,
    ])
    let verify = try seconds([talentctl, "audit", "verify", folder])
    let sizes = try Sizes(of: folder)
    return [
      Measurement("exporting one cohort's bundle, and checking it", export, "s"),
      Measurement("checking it again", verify, "s"),
      Measurement("leaves in it", Double(sizes.proofs), ""),
      Measurement("the bundle", Double(sizes.bytes) / 1e6, "MB"),
      Measurement("of that, the hashes of the whole tree", Double(sizes.tiles) / 1e6, "MB"),
      Measurement("one .tlog-proof", Double(sizes.proofBytes) / Double(max(1, sizes.proofs)), "bytes"),
      Measurement("its path alone, in hashes of 32 bytes", Double(sizes.hashes) * 32, "bytes"),
    ]
  }

  /// Once it has stopped.
  func verified() throws -> [Measurement] {
    let ours = try seconds(["\(bench.programs)/talentd", "verify", bench.state])
    return [
      Measurement(
        "verifying \(bench.events) leaves, fields and views", ours, "s",
        beside: ("plain SHA-256 of their bytes", try Plain.hash(bench)))
    ]
  }

  private func seconds(_ words: [String]) throws -> Double {
    try timed {
      guard try Child(words).wait() == 0 else { throw Trouble("\(words.joined(separator: " ")) failed") }
    }.seconds
  }
}

extension Evidencing {
  /// What a bundle's folder holds.
  struct Sizes {
    private(set) var bytes = 0
    private(set) var tiles = 0
    private(set) var proofs = 0
    private(set) var proofBytes = 0
    /// In the longest path of a proof.
    private(set) var hashes = 0

    init(of folder: String) throws { try add(folder, "") }

    private mutating func add(_ root: String, _ folder: String) throws {
      guard let entries = opendir("\(root)/\(folder)") else { throw Trouble("cannot list \(root)/\(folder)") }
      defer { closedir(entries) }
      while let entry = readdir(entries) {
        let name = withUnsafeBytes(of: entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
        guard name != ".", name != ".." else { continue }
        let path = folder.isEmpty ? name : "\(folder)/\(name)"
        var status = stat()
        guard lstat("\(root)/\(path)", &status) == 0 else { throw Trouble("cannot look at \(root)/\(path)") }
        if status.st_mode & S_IFMT == S_IFDIR { try add(root, path) } else { take(root, path, Int(status.st_size)) }
      }
    }

    private mutating func take(_ root: String, _ path: String, _ size: Int) {
      bytes += size
      if path.hasPrefix("tile/") { tiles += size }
      guard path.hasPrefix("proofs/") else { return }
      proofs += 1
      proofBytes += size
      hashes = max(hashes, Sizes.hashes(in: "\(root)/\(path)"))
    }

    /// After the format's name and the index, one a line up to the blank one.
    private static func hashes(in path: String) -> Int {
      guard let file = fopen(path, "r") else { return 0 }
      defer { fclose(file) }
      var lines = 0
      var line = [CChar](repeating: 0, count: 256)
      while fgets(&line, 256, file) != nil, line[0] != 0x0A { lines += 1 }
      return lines - 2
    }
  }
}
