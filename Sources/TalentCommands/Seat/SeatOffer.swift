import ArgumentParser
import TalentDomain

extension SeatNoun {
  struct Offer: BulkVerb {
    static let configuration = CommandConfiguration.verb("offer", OfferSeat.self)
    static let methods = [OfferSeat.fullMethod, ShowSelection.fullMethod, ListSeats.fullMethod]

    @OptionGroup var who: NomineeOrAll
    @OptionGroup var cohort: CohortOption
    @OptionGroup var options: WriteOptions

    func command(_ nominee: PersonRef) throws -> OfferSeat {
      var command = OfferSeat()
      command.cohort = try cohort.code()
      command.nominee = nominee
      return command
    }

    /// The selected who have not been offered a seat yet.
    func everybody(_ session: Session) throws -> [PersonRef] {
      var selection = ShowSelection()
      selection.cohort = try cohort.code()
      var seats = ListSeats()
      seats.cohort = selection.cohort
      let offered = Set(try session.ask(seats).answer.lines.map(\.nominee.id))
      return try session.ask(selection).answer.selected.map(\.nominee).filter { !offered.contains($0.id) }
        .map(\.reference)
    }
  }
}
