import StrictJSON
import TalentDomain
import Testing

/// The table of disclosures, cell by cell, over the socket as really different users: what a row says yes to is there, what
/// it says no to is nowhere, whatever is asked.
struct DisclosureMatrixTests {
  @Test func `each sees what the table says, in each state of the case, and nothing else`() throws {
    try OSUser.requireRoot()
    try withTalentd { daemon in
      let sealed = try SealedWorld(on: daemon)
      let alias = try sealed.alias()
      for state in SealedWorld.State.allCases {
        try sealed.move(to: state)
        let entry = try state == .told ? sealed.voided() : nil
        let size = try sealed.world.by(Cast.hr, at: state.asked).logSize()
        for onlooker in DisclosureOnlooker.all {
          var seen = try Looking.text(onlooker, on: daemon, at: state.asked, size: size, entry: entry)
          if [SealedWorld.participant, SealedWorld.refused].contains(onlooker.number) {
            seen += try Looking.ownPart(of: onlooker.number, on: daemon, at: state.asked)
          }
          compare(seen, onlooker, state, alias)
        }
      }
      // Who has left has no account any more, and gets the own part on paper.
      let leaver = DisclosureOnlooker(who: "the leaver", user: .nobody, number: SealedWorld.leaver, capacities: [])
      let part = try Looking.ownPart(of: SealedWorld.leaver, on: daemon, at: SealedWorld.State.told.asked)
      compare(part, leaver, .told, alias, only: [.leavingReason])
    }
  }

  private func compare(
    _ seen: String, _ onlooker: DisclosureOnlooker, _ state: SealedWorld.State, _ alias: Alias,
    only: Set<SealedKind>? = nil
  ) {
    for kind in SealedKind.allCases where only?.contains(kind) ?? true {
      let word = SealedWorld.word(of: kind, linked: alias)
      let vantage = onlooker.vantage(kind, in: state)
      // The record as a whole is what is looked for; of a name all may be shown but the address.
      let mayBeShown = kind.row.isFor(vantage, member: "name") && SealedWorld.since(kind) <= state
      let isThere = seen.contains(word)
      if !mayBeShown || !isLabel(kind, onlooker) {
        #expect(isThere == mayBeShown, "\(onlooker.who), \(state): \(kind)")
      }
    }
    let email = SealedKind.personName.row.isFor(onlooker.vantage(.personName, in: state), member: "email")
    guard only == nil else { return }
    #expect(seen.contains(SealedWorld.email) == email, "\(onlooker.who), \(state): the e-mail address")
  }

  /// A name stands where the person is shown at all, which somebody who is only an employee may have no reason for.
  private func isLabel(_ kind: SealedKind, _ onlooker: DisclosureOnlooker) -> Bool {
    (kind == .personName || kind == .employmentNames) && onlooker.capacities.isEmpty
  }
}
