import Crypto
import StrictJSON
import TalentDomain
import Transparency

/// The log of `events-schema/bundle-vectors`: two cohorts in 25 events, of which a witness cosigned three sizes, and
/// whose key was changed on the way. Its times are not played, so that anchors bracket them. Nobody in it is real, and its keys
/// are no secrets.
struct BundleLog {
  static let origin = "bundles.talentd.example/ledelsestalent"
  static let cohort = "2027"
  /// Sizes that the witness cosigned, each the newest when it did.
  static let anchored = [8, 16, 21]

  let keys: [Curve25519.Signing.PrivateKey]
  let witness: Curve25519.Signing.PrivateKey
  private(set) var leaves = ChainedLeaves(origin: Self.origin, start: 1_801_468_800_000, step: 600_001)
  private(set) var exported = 0
  /// Digests of what is gone in the end.
  private(set) var erased: Set<String> = []
  /// `checkpoint.anchored`, in order.
  private(set) var anchors: [CheckpointAnchored] = []

  /// By how many milliseconds events were dated back when they were recorded, by position.
  private let dated: [Int: Int64]
  /// Whose anchors it shows instead of its own: a witness does not sign again what was made anew.
  private let kept: [CheckpointAnchored]

  private let administrator = Alias(bits: 0x1122_3344_5566_7788)
  private let employee = Alias(bits: 0x2233_4455_6677_8899)
  private let colleague = Alias(bits: 0x2233_4455_6677_88AA)
  private let centre = Alias(bits: 0x3344_5566_7788_99AA)
  // In the cohort.
  private let hr = Alias(bits: 0x4455_6677_8899_AABB)
  private let nominee = Alias(bits: 0x5566_7788_99AA_BBCC)
  private let assessor = Alias(bits: 0x6677_8899_AABB_CCDD)
  // In the other one.
  private let otherHR = Alias(bits: 0x7788_99AA_BBCC_DDEE)

  init(dated: [Int: Int64] = [:], anchors kept: [CheckpointAnchored] = []) throws {
    self.dated = dated
    self.kept = kept
    keys = try [0, 32].map { try Self.key(from: $0) }
    witness = try Self.key(from: 64)
    organisation()
    cohorts()
    try anchor()
    scores()
    try rotate()
    append("cohort/2027", by: assessor, score(4, 2), about: nominee)
    try anchor()
    append("cohort/2027", by: assessor, score(5, 4), about: nominee, sealed: [remark("Vil mere,\nog siger det.")])
    append("cohort/2028", by: otherHR, interest(otherHR), about: otherHR)
    append("record", by: administrator, refusal)
    append("cohort/2027", by: hr, closing)
    try anchor()
    export()
    append("record", by: .service, ServiceStopped())
    erase()
  }

  /// The colleague's name, and who the assessor was, are gone after the export.
  private mutating func erase() {
    var destroyed = SubjectKeyDestroyed()
    destroyed.person = colleague
    destroyed.classes = [.employment, .link]
    for position in Self.erasedAt {
      let digests = leaves.entries[position].withheld.map(\.digest)
      erased.formUnion(digests)
      destroyed.covers.append(ErasureCover(position: position, digests: digests.compactMap { Digest($0) }))
    }
    append("organisation", by: .service, destroyed, about: colleague)
  }

  /// Beside which events something was sealed that is erased.
  static let erasedAt = [4, 9]

  /// Whatever the tree is, for a checkpoint of so many leaves.
  var tree: KnownTree { KnownTree(leaves: leaves.entries.map { TreeHash.leaf($0.leaf) }) }

  /// Both keys sign from the rotation on.
  func checkpoint(size: Int, root: Hash? = nil) throws -> SignedNote {
    let checkpoint = Checkpoint(
      origin: try LogOrigin(Self.origin).unwrapped(), size: size, root: try root ?? tree.root(size: size))
    return try SignedNote(text: checkpoint.text, signedBy: try signers(size > Self.rotation ? 2 : 1))
  }

  /// The position of `log-key.rotated`.
  static let rotation = 14

  func signers(_ count: Int) throws -> [NoteSigner] {
    let origin = try LogOrigin(Self.origin).unwrapped()
    return keys.prefix(count).map { NoteSigner(origin: origin, key: $0) }
  }

  /// A C2SP verifier key for cosignatures.
  var witnessKey: String {
    let material = [0x04] + [UInt8](witness.publicKey.rawRepresentation)
    return "\(Self.witnessName)+\(Self.hexadecimal(witnessID))+\(Base64.encode(material))"
  }

  // MARK: Events

  private mutating func organisation() {
    append("record", by: .service, ServiceStarted(administrators: 1, configuration: Self.nothing, version: "1.0.0"))
    append(
      "organisation", by: .administrator, CentreRegistered(centre: centre, name: "Center for Børn og Undervisning"))
    for (person, name, number) in [
      (administrator, "Bodil Åkjær", "10473"), (employee, "Åse \"Æble\" Østergård", "10585"),
      (colleague, "Søren Ærø", "10596"),
    ] {
      append(
        "organisation", by: .administrator, PersonRegistered(person: person), about: person,
        sealed: [PersonName(name: Line(name), number: Line(number), email: nil)], showing: person == colleague ? 0 : 1)
    }
  }

  private mutating func cohorts() {
    append("cohort/2027", by: hr, opened("2027"), sealed: [PersonLink(alias: hr, person: administrator)])
    append(
      "cohort/2027", by: hr, behalf: nominee, interest(nominee), about: nominee,
      sealed: [PersonLink(alias: nominee, person: employee)])
    append("cohort/2028", by: otherHR, opened("2028"), sealed: [PersonLink(alias: otherHR, person: administrator)])
  }

  private mutating func scores() {
    append(
      "cohort/2027", by: assessor, score(1, 3), about: nominee,
      sealed: [remark("Ser helheden – »hun lytter først«."), PersonLink(alias: assessor, person: colleague)], showing: 1
    )
    append(
      "cohort/2027", by: assessor, score(2, 4), about: nominee, sealed: [remark("Grundig.")], showing: 0)
    append("cohort/2028", by: otherHR, interest(otherHR), about: otherHR)
    append("cohort/2027", by: assessor, score(3, 2), about: nominee, sealed: [remark("På vej.")])
    append("record", by: administrator, refusal)
  }

  private mutating func rotate() throws {
    let vkeys = try signers(2).map(\.verifier.vkey)
    let statement = (["talentd log key rotation v1", Self.origin] + vkeys).map { $0 + "\n" }.joined()
    var rotated = LogKeyRotated()
    (rotated.previous, rotated.key) = (Line(vkeys[0]), Line(vkeys[1]))
    let signatures = try keys.map { Base64.encode([UInt8](try $0.signature(for: Array(statement.utf8)))) }
    (rotated.signature, rotated.proof) = (Line(signatures[0]), Line(signatures[1]))
    rotated.until = Instant("2027-03-01T00:00:00.000Z") ?? .blank
    append("record", by: administrator, rotated)
  }

  private mutating func anchor() throws {
    let size = Self.anchored[anchors.count]
    if anchors.count < kept.count {
      anchors.append(kept[anchors.count])
      return append("record", by: .service, kept[anchors.count - 1])
    }
    // Nine minutes after the last of them was recorded.
    let time = leaves.recorded(size - 1).adding(milliseconds: 540_000)
    let note = try checkpoint(size: size)
    var anchored = CheckpointAnchored()
    anchored.size = size
    anchored.name = Line(Self.witnessName)
    anchored.note = Document(String(decoding: note.bytes, as: UTF8.self))
    anchored.time = Instant(milliseconds: time.milliseconds / 1000 * 1000)
    anchored.cosignature = Line(try cosignature(of: note, at: UInt64(time.milliseconds / 1000)))
    anchors.append(anchored)
    append("record", by: .service, anchored)
  }

  private mutating func export() {
    exported = leaves.entries.count
    var export = BundleExported()
    export.cohort = "2027"
    export.streams = ["cohort/2027", "organisation", "record"].compactMap { stream in
      guard let head = leaves.heads[stream], let digest = Digest(head.digest) else { return nil }
      var end = StreamEnd()
      (end.count, end.head, end.stream) = (head.count, digest, Line(stream))
      return end
    }
    append("record", by: administrator, export)
  }

  private mutating func append(
    _ stream: String, by actor: Alias, behalf: Alias? = nil, _ fact: some Fact, about subject: Alias? = nil,
    sealed: [any SealedRecord] = [], showing shown: Int? = nil
  ) {
    leaves.append(
      stream, by: actor, behalf: behalf, fact, about: subject, sealed: sealed, showing: shown,
      earlier: dated[leaves.entries.count] ?? 0)
  }

  // MARK: Facts

  private func opened(_ code: Code) -> CohortOpened {
    var opened = CohortOpened()
    opened.closes = Instant("2027-03-01T23:00:00.000Z") ?? .blank
    opened.cohort = code
    opened.deadline = CivilDate("2027-03-01") ?? .blank
    opened.kickOff = CivilDate("2027-04-26") ?? .blank
    opened.mbtiDate = CivilDate("2027-04-06") ?? .blank
    opened.seats = 20
    opened.title = "Udvikling af ledelsestalent"
    opened.zone = "Europe/Copenhagen"
    return opened
  }

  private func interest(_ person: Alias) -> InterestConfirmed {
    var interest = InterestConfirmed()
    interest.date = CivilDate("2027-01-15") ?? .blank
    interest.employee = person
    return interest
  }

  private func score(_ question: Int, _ points: Int) -> AssessmentScored {
    var score = AssessmentScored()
    (score.assessor, score.nominee, score.basis) = (assessor, nominee, .demonstrated)
    (score.question, score.points) = (question, points)
    return score
  }

  private func remark(_ text: String) -> AssessmentRemark {
    var remark = AssessmentRemark()
    remark.remark = Text(text)
    return remark
  }

  private var closing: ScoringClosed {
    var closed = ScoringClosed()
    (closed.nominees, closed.sets) = (1, 2)
    return closed
  }

  private var refusal: CommandRefused {
    CommandRefused(
      contentDigest: Self.nothing, method: "dk.talentd.nomination.SubmitNomination", rules: ["R2"],
      stream: "cohort/2027")
  }

  /// SHA-256 of no bytes.
  private static let nothing = Digest("47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU") ?? .blank

  // MARK: The witness

  private static let witnessName = "witness.talentd.example/w1"

  private static func key(from first: UInt8) throws -> Curve25519.Signing.PrivateKey {
    try Curve25519.Signing.PrivateKey(rawRepresentation: (first..<first + 32).map { $0 })
  }

  private var witnessID: [UInt8] {
    let material = [0x04] + [UInt8](witness.publicKey.rawRepresentation)
    return Array(SHA256.hash(data: Array("\(Self.witnessName)\n".utf8) + material).prefix(4))
  }

  private func cosignature(of note: SignedNote, at time: UInt64) throws -> String {
    let signature = try witness.signature(for: Array("cosignature/v1\ntime \(time)\n\(note.text)".utf8))
    let stamp = (0..<8).map { UInt8(truncatingIfNeeded: time >> (56 - 8 * $0)) }
    return "— \(Self.witnessName) \(Base64.encode(witnessID + stamp + [UInt8](signature)))"
  }

  private static func hexadecimal(_ bytes: [UInt8]) -> String {
    bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}
