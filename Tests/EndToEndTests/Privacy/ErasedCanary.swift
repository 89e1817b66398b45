import TalentDomain
import TalentInterface

/// The nominee of `CanarySelection`, told in March 2027 of not being selected, whose data may go three years later: what has to
/// come before, and the three steps of the erasure itself.
struct ErasedCanary {
  let world: World

  /// The first day on which no period of retention runs any more.
  static let due = at("2031-06-02 09:00:00")

  /// The employment ends, the archives and the auditors have what they need.
  func prepare() throws {
    let administrator = try world.by(nil, at: at("2027-06-30 09:00:00"))
    var unbind = UnbindAccount()
    unbind.person = Canary.ref
    try administrator.send(unbind)
    var leave = EndEmployment()
    leave.person = Canary.ref
    try administrator.send(leave)
    let hr = try world.by(Cast.hr, at: at("2027-07-01 09:00:00"))
    var conclude = ConcludeAudit()
    (conclude.cohort, conclude.reference) = ("2027", "Revision 2027/14")
    try hr.send(conclude)
    var clear = RecordArchiveClearance()
    (clear.cohort, clear.reference) = ("2027", "Arkiv 27-114")
    try hr.send(clear)
  }

  func request() throws {
    var request = RequestErasure()
    request.person = Canary.ref
    request.reason = Canary.note
    try world.by(Cast.hr, at: Self.due).send(request)
  }

  var decision: DecideErasure {
    var decide = DecideErasure()
    (decide.basis, decide.granted, decide.person) = (.noLongerNecessary, true, Canary.ref)
    decide.reason = Canary.reason
    return decide
  }

  func decide() throws { try world.by(Cast.dpo, at: Self.due).send(decision) }

  static var carryOut: CarryOutErasure {
    var carryOut = CarryOutErasure()
    carryOut.person = Canary.ref
    return carryOut
  }

  func begin(id: CommandID? = .new()) throws { try world.by(nil, at: Self.due).send(Self.carryOut, id: id) }

  /// All of it.
  func erase() throws {
    try prepare()
    try request()
    try decide()
    try begin()
  }

  /// What is said of nobody and nothing else in that selection. Its other words stand in the board's papers too, and that of the
  /// conflict belongs to the one who declared it.
  static let scanner = Canary.scanner.only([
    "name", "number", "e-mail", "workplace", "profession", "account", "answer", "remark", "feedback", "complaint",
  ])
}

extension Scanner {
  func only(_ canaries: Set<String>) -> Scanner { Scanner(needles.filter { canaries.contains($0.canary) }) }
}

/// The keys of somebody, as they are and as they are stored, and what was sealed under them: as an operator finds them.
struct Secrets {
  let scanner: Scanner

  /// - Parameter position: of an event that is about that person.
  init(of daemon: Talentd, at position: Int) throws {
    let lines = try attack("vault.py", [daemon.state, "secrets", "\(position)"]).split(separator: "\n")
    scanner = Scanner(
      try lines.map { line in
        let words = line.split(separator: " ")
        guard words.count == 2, words[1].utf8.count >= 64 else { throw Trouble("no secret: \(line)") }
        return Needle(canary: String(words[0]), encoding: "bytes", bytes: Self.bytes(words[1]))
      })
  }

  private static func bytes(_ hexadecimal: Substring) -> [UInt8] {
    let digits = Array(hexadecimal)
    return stride(from: 0, to: digits.count, by: 2).compactMap { UInt8(String(digits[$0..<$0 + 2]), radix: 16) }
  }
}

/// Everything that a process holds in memory and may read.
enum ProcessMemory {
  static func findings(_ scanner: Scanner, of daemon: Talentd) throws -> [Scanner.Finding] {
    guard let pid = daemon.pid else { throw Trouble("the service does not run") }
    let maps = try Files.text("/proc/\(pid)/maps").split(separator: "\n")
    return try maps.flatMap { line -> [Scanner.Finding] in
      let words = line.split(separator: " ", omittingEmptySubsequences: true)
      let range = words[0].split(separator: "-").compactMap { Int($0, radix: 16) }
      guard range.count == 2, words[1].hasPrefix("rw"), words.last != "[vvar]" else { return [] }
      let bytes = try Files.read("/proc/\(pid)/mem", from: range[0], count: range[1] - range[0])
      return scanner.findings(in: bytes, of: "memory \(words.last ?? "")")
    }
  }
}
