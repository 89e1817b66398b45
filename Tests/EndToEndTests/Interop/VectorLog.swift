import StrictJSON
import TalentDomain
import Transparency

/// The log of `events-schema/vectors.json`: made from the program's own types and from fixed numbers, without chance or
/// clock, so that whoever makes it gets the same bytes.
///
/// The texts are those of the real programme's kind: umlauts and the Danish letters, quotes, a line break.
struct VectorLog {
  static let origin = "vectors.talentd.example/ledelsestalent"
  /// Of the log's Ed25519 key: 0, 1, … 31. Known to everybody, so never one for a real log.
  static let seed = (0..<32).map { UInt8($0) }

  /// From 2027-02-01T08:00:00.000Z; each event a second and a millisecond later.
  private var leaves = ChainedLeaves(origin: Self.origin, start: 1_801_468_800_000, step: 1001)

  var entries: [ChainedLeaves.Entry] { leaves.entries }

  init() {
    let administrator = Alias(bits: 0x1122_3344_5566_7788)
    let employee = Alias(bits: 0x2233_4455_6677_8899)
    let centre = Alias(bits: 0x3344_5566_7788_99AA)
    leaves.append(
      "record", by: .service, ServiceStarted(administrators: 1, configuration: Self.digestOfNothing, version: "1.0.0"))
    leaves.append(
      "organisation", by: .administrator, CentreRegistered(centre: centre, name: "Center for Børn og Undervisning"))
    leaves.append(
      "organisation", by: .administrator, PersonRegistered(person: employee), about: employee,
      sealed: [PersonName(name: "Åse \"Æble\" Østergård", number: "10585", email: "aase@kommune.example")])
    leaves.append(
      "organisation", by: .administrator, behalf: administrator, employment(employee, centre), about: employee,
      sealed: [EmploymentNames(profession: "pædagog", workplace: "Børnehuset Ål")], showing: 0)
    cohort(of: administrator, employee)
    refusal(of: administrator)
  }

  private mutating func cohort(of administrator: Alias, _ employee: Alias) {
    let (hr, nominee) = (Alias(bits: 0x4455_6677_8899_AABB), Alias(bits: 0x5566_7788_99AA_BBCC))
    leaves.append(
      "cohort/2027", by: hr, cohortOpened, command: "01946bf0-1c00-7000-8000-000000000004",
      sealed: [PersonLink(alias: hr, person: administrator)])
    var interest = InterestConfirmed()
    interest.date = CivilDate("2027-01-15") ?? .blank
    interest.employee = nominee
    leaves.append(
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
    leaves.append(
      "cohort/2027", by: hr, score, about: nominee, command: "01946bf0-1c00-7000-8000-000000000006", cause: 5,
      ruleSet: "2027.1", sealed: [remark])
  }

  private mutating func refusal(of administrator: Alias) {
    leaves.append(
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
}
