/// «Praktikaftale» between participant and host.
package struct InternshipContents: LetterContents {
  package var days = Rational(0)
  package var from = CivilDate.blank
  package var host = Person()
  package var hostWorkplace: Thing?
  package var leader: Person?
  package var to = CivilDate.blank
  package var workplace: Thing?

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("days", &days)
    try members("from", &from)
    try members("host", &host)
    try members("hostWorkplace", &hostWorkplace)
    try members("leader", &leader, "The participant's immediate leader.")
    try members("to", &to)
    try members("workplace", &workplace, "The participant's.")
  }
}

/// «Deltagerbevis».
package struct CertificateContents: LetterContents {
  package var completed = CivilDate.blank
  package var kickOff = CivilDate.blank
  package var number = Code.blank
  package var tracks: [CertificateTrack] = []

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("completed", &completed)
    try members("kickOff", &kickOff)
    try members("number", &number)
    try members("tracks", &tracks, "In the order of the programme's table.")
  }
}

/// What a participant has taken part in of one track.
package struct CertificateTrack: Record {
  package var amount = Rational(0)
  package var track = Track.blank
  package var unit = TimeUnit.blank

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("amount", &amount)
    try members("track", &track)
    try members("unit", &unit)
  }
}
