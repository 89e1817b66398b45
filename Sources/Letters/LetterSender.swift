package import TalentDomain

/// Who writes the letters, as the configuration says (`letters` in talentd.yaml). Nothing of it is in the programme.
package struct LetterSender: Record {
  package var address: [Line] = []
  package var board = Line("Direktionen")
  package var dataProtectionOfficer: Line?
  package var email: Line?
  package var municipality = Line("")
  package var phone: Line?
  package var unit = Line("HR-Centret")

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("address", &address, "Lines of the postal address.")
    try members("board", &board, "What the executive board is called.")
    try members("dataProtectionOfficer", &dataProtectionOfficer, "How the data-protection officer is reached.")
    try members("email", &email)
    try members("municipality", &municipality)
    try members("phone", &phone)
    try members("unit", &unit, "What the HR Centre is called.")
  }
}
