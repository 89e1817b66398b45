import StrictJSON
import TalentDomain
import TalentInterface

/// Commands about the canary nominee that the rules refuse, each sent twice under one id: the refusal is on record, and its
/// outcome is kept.
enum RefusedCommands {
  static func findings(in world: World) throws -> [Scanner.Finding] {
    let time = at("2027-04-02 09:00:00")
    func refused(_ number: String?, _ command: some Command) throws -> [Scanner.Finding] {
      let (client, id) = (try world.by(number, at: time), CommandID.new())
      let first = try client.refused(command, id: id)
      guard try client.refused(command, id: id) == first else { throw Trouble("the same id got another answer") }
      return Canary.scanner.findings(in: first.canonical(), of: "the refusal of \(type(of: command).method)")
    }
    var proposal = ProposeSelection(world.order(20) + [Canary.number])
    proposal.reasons = [ReasonsGiven(Canary.ref, text: Canary.reason)]
    var feedback = GiveFeedback(to: Canary.number)
    feedback.next = Canary.feedback
    var late = Canary.form
    late.nominee = PersonRef(given: Cast.otherEmployees[0])
    var account = BindAccount()
    (account.account, account.person, account.uid) = (Canary.account, PersonRef(given: Cast.hr), 70_001)
    var role = GrantRole(.hr, to: Canary.number)
    role.cohort = "2027"
    let letter = NotifyNonSelection(to: Canary.number, reasons: Canary.reason.value)
    let score = ScoreAssessment(of: Canary.number, 1, 4, remark: Canary.remark.value)
    return try refused(Cast.chief, Canary.form) + refused(Cast.otherChief, late) + refused(Cast.hr, proposal)
      + refused(Cast.hr, letter) + refused(Cast.leader, feedback) + refused(Cast.assessors[0], score)
      + refused(nil, account) + refused(Canary.number, AcceptSeat(by: Canary.number))
  }
}
