import ArgumentParser

struct SeatNoun: ParsableCommand {
  static let configuration = CommandConfiguration.noun(
    "seat", "Offers of seats, and their answers.",
    [Offer.self, Accept.self, Decline.self, Lapse.self, List.self, Withdraw.self, Defer.self])
}
