// From the offer of a seat to leaving it.

extension SeatOffered {
  package func happening(in cohort: Cohort, _ header: Header) -> Happening? { Happening(.offered, [nominee], header) }
}

extension ReservePromoted {
  package func happening(in cohort: Cohort, _ header: Header) -> Happening? { Happening(.promoted, [nominee], header) }
}

extension SeatAccepted {
  package func happening(in cohort: Cohort, _ header: Header) -> Happening? { Happening(.accepted, [nominee], header) }
}

extension SeatDeclined {
  package func happening(in cohort: Cohort, _ header: Header) -> Happening? { Happening(.declined, [nominee], header) }
}

extension SeatOfferLapsed {
  package func happening(in cohort: Cohort, _ header: Header) -> Happening? { Happening(.lapsed, [nominee], header) }
}

extension ParticipantWithdrew {
  package func happening(in cohort: Cohort, _ header: Header) -> Happening? { Happening(.withdrew, [nominee], header) }
}

extension ParticipationDeferred {
  package func happening(in cohort: Cohort, _ header: Header) -> Happening? { Happening(.deferred, [nominee], header) }
}
