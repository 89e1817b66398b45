import StrictJSON
import TalentDomain
import Transparency

/// The log of `events-schema/vectors.json`: made from the program's own types and from fixed numbers, without chance or
/// clock, so that whoever makes it gets the same bytes.
///
/// The texts are those of the real programme's kind: umlauts and the Danish letters, quotes, a line break.
struct VectorLog {
  struct Entry {
    let leaf: [UInt8]
    /// What may be shown, in the order in which it was sealed.
    let disclosures: [Disclosure]
    /// Digests of what this log does not show: withheld, or erased.
    let withheld: [String]
  }

  static let origin = "vectors.talentd.example/ledelsestalent"
  /// Of the log's Ed25519 key: 0, 1, … 31. Known to everybody, so never one for a real log.
  static let seed = (0..<32).map { UInt8($0) }

  private(set) var entries: [Entry] = []
  private var heads: [String: (revision: Int, digest: String)] = [:]

  /// 2027-02-01T08:00:00.000Z; each event a second and a millisecond later.
  private static let start: Int64 = 1_801_468_800_000

  init() {
    let administrator = Alias(bits: 0x1122_3344_5566_7788)
    let employee = Alias(bits: 0x2233_4455_6677_8899)
    let centre = Alias(bits: 0x3344_5566_7788_99AA)
    append(
      "record", by: .service, ServiceStarted(administrators: 1, configuration: Self.digestOfNothing, version: "1.0.0"))
    append(
      "organisation", by: .administrator, CentreRegistered(centre: centre, name: "Center for Børn og Undervisning"))
    append(
      "organisation", by: .administrator, PersonRegistered(person: employee), about: employee,
      sealed: [PersonName(name: "Åse \"Æble\" Østergård", number: "10585", email: "aase@kommune.example")])
    append(
      "organisation", by: .administrator, behalf: administrator, employment(employee, centre), about: employee,
      sealed: [EmploymentNames(profession: "pædagog", workplace: "Børnehuset Ål")], showing: 0)
    cohort(of: administrator, employee)
    refusal(of: administrator)
  }

  private mutating func cohort(of administrator: Alias, _ employee: Alias) {
    let (hr, nominee) = (Alias(bits: 0x4455_6677_8899_AABB), Alias(bits: 0x5566_7788_99AA_BBCC))
    append(
      "cohort/2027", by: hr, cohortOpened, command: "01946bf0-1c00-7000-8000-000000000004",
      sealed: [PersonLink(alias: hr, person: administrator)])
    var interest = InterestConfirmed()
    interest.date = CivilDate("2027-01-15") ?? .blank
    interest.employee = nominee
    append(
      "cohort/2027", by: hr, behalf: nominee, interest, about: nominee,
      command: "01946bf0-1c00-7000-8000-000000000005", sealed: [PersonLink(alias: nominee, person: employee)])
    var score = AssessmentScored()
    score.assessor = hr
    score.basis = .demonstrated
    score.nominee = nominee
    score.points = 3
    score.question = 4
    var remark = AssessmentRemark()
    remark.remark = "Ser helheden,\nogså på tværs – »hun lytter først«."
    append(
      "cohort/2027", by: hr, score, about: nominee, command: "01946bf0-1c00-7000-8000-000000000006", cause: 5,
      ruleSet: "2027.1", sealed: [remark])
  }

  private mutating func refusal(of administrator: Alias) {
    append(
      "record", by: administrator,
      CommandRefused(
        contentDigest: Self.digestOfNothing, method: "dk.talentd.nomination.SubmitNomination", rules: ["R2", "R6"],
        stream: "cohort/2027"))
  }

  private var cohortOpened: CohortOpened {
    var opened = CohortOpened()
    opened.closes = Instant("2027-03-01T23:00:00.000Z") ?? .blank
    opened.cohort = "2027"
    opened.deadline = CivilDate("2027-03-01") ?? .blank
    opened.kickOff = CivilDate("2027-04-26") ?? .blank
    opened.mbtiDate = CivilDate("2027-04-06") ?? .blank
    opened.seats = 20
    opened.title = "Udvikling af ledelsestalent 2027"
    opened.zone = "Europe/Copenhagen"
    return opened
  }

  private func employment(_ person: Alias, _ centre: Alias) -> EmploymentRecorded {
    EmploymentRecorded(
      person,
      Employee(
        centre: centre, workplace: Alias(bits: 0x6677_8899_AABB_CCDD), profession: Alias(bits: 0x7788_99AA_BBCC_DDEE),
        leader: nil, hasLed: false))
  }

  /// SHA-256 of no bytes.
  private static let digestOfNothing = Digest("47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU") ?? .blank

  // MARK: Appending

  /// - Parameter shown: how many of the sealed records are disclosed; nil for all of them.
  private mutating func append(
    _ stream: String, by actor: Alias, behalf: Alias? = nil, _ fact: some Fact, about subject: Alias? = nil,
    command: String? = nil, cause: Int? = nil, ruleSet: String? = nil, sealed: [any SealedRecord] = [],
    showing shown: Int? = nil
  ) {
    let position = entries.count
    let disclosures = sealed.enumerated().map { ordinal, record in disclosure(record, position, ordinal) }
    let head = heads[stream]
    let recorded = Instant(milliseconds: Self.start + Int64(position) * 1001)
    var data: [(String, JSON?)] = [
      ("actor", .string(actor.text)), ("behalf", behalf.map { .string($0.text) }),
      ("cause", cause.map { .integer(Int64($0)) }), ("command", command.map { .string($0) }),
      ("facts", try? JSON(parsing: fact.canonical)), ("localdate", "2027-02-01"),
      ("previous", head.map { .string($0.digest) }), ("received", .string(recorded.adding(milliseconds: -7).text)),
      ("revision", .integer(Int64(head.map { $0.revision + 1 } ?? 0))), ("ruleset", ruleSet.map { .string($0) }),
      ("stream", .string(stream)),
    ]
    if !disclosures.isEmpty { data.append(("_sd", .array(disclosures.map(\.digest).sorted().map { .string($0) }))) }
    let type = "\(type(of: fact).type)"
    let leaf = object([
      ("data", object(data)), ("dataschema", .string("urn:talentd:event:\(type)")), ("id", .string(String(position))),
      ("recordedtime", .string(recorded.text)), ("source", .string(Self.origin)), ("specversion", "1.0"),
      ("subject", subject.map { .string($0.text) }), ("time", .string(recorded.text)), ("type", .string(type)),
    ]).canonical()
    let count = shown ?? disclosures.count
    entries.append(
      Entry(
        leaf: leaf, disclosures: Array(disclosures.prefix(count)),
        withheld: disclosures.dropFirst(count).map(\.digest)))
    heads[stream] = (head.map { $0.revision + 1 } ?? 0, Base64URL.encode(Hash(of: leaf).bytes))
  }

  /// The salt is 16 times the same byte: the position in its upper half, the ordinal in its lower.
  private func disclosure(_ record: any SealedRecord, _ position: Int, _ ordinal: Int) -> Disclosure {
    Disclosure(
      salt: Array(repeating: UInt8(position << 4 | ordinal), count: 16), name: "\(type(of: record).name)",
      value: record.canonical)
  }
}

/// An object of those members that are there.
func object(_ members: [(String, JSON?)]) -> JSON {
  .object(members.compactMap { name, value in value.map { JSON.Member(name: name, value: $0) } })
}
