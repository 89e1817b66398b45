/// The letters and documents that the programme sends, each by a template of its own.
package enum LetterKind: String, Choice {
  case boardCase, certificate, feedback, information, internship, lapse, minutes, offer, refusal, reserve

  /// In the order of a case.
  package static let inOrder: [LetterKind] = [
    .information, .boardCase, .minutes, .offer, .reserve, .refusal, .lapse, .feedback, .internship, .certificate,
  ]

  package var label: Bilingual {
    switch self {
    case .boardCase: Bilingual(da: "Indstilling til direktionen", en: "The board's case")
    case .certificate: Bilingual(da: "Deltagerbevis", en: "Certificate")
    case .feedback: Bilingual(da: "Tilbagemelding", en: "Feedback sheet")
    case .information: Bilingual(da: "Oplysning om brugen af data", en: "Information on the use of data")
    case .internship: Bilingual(da: "Praktikaftale", en: "Internship agreement")
    case .lapse: Bilingual(da: "Afslutning af reservelisten", en: "Lapse of the reserve")
    case .minutes: Bilingual(da: "Beslutningsreferat", en: "Decision minutes")
    case .offer: Bilingual(da: "Tilbud om plads", en: "Offer of a seat")
    case .refusal: Bilingual(da: "Afslag med begrundelse", en: "Refusal with reasons")
    case .reserve: Bilingual(da: "Plads på reservelisten", en: "Place in the reserve")
    }
  }

  /// The board's papers are about a cohort; every other letter is about one person.
  package var isAboutPerson: Bool { self != .boardCase && self != .minutes }

  /// Under the subject's key of this class lies the digest of a rendering: it says nothing more once that key is gone.
  package var retention: RetentionClass {
    switch self {
    case .boardCase, .lapse, .minutes, .offer, .refusal, .reserve: .selection
    case .certificate, .internship: .programme
    case .feedback: .feedback
    case .information: .record
    }
  }

  /// What a letter of this kind says, as its template may name it.
  package var contents: any LetterContents.Type {
    switch self {
    case .boardCase: BoardCaseContents.self
    case .certificate: CertificateContents.self
    case .feedback: FeedbackContents.self
    case .information: InformationContents.self
    case .internship: InternshipContents.self
    case .lapse: LapseContents.self
    case .minutes: MinutesContents.self
    case .offer: OfferContents.self
    case .refusal: RefusalContents.self
    case .reserve: ReserveContents.self
    }
  }
}

/// What a letter of one kind says. A template names its members, and no others.
package protocol LetterContents: Record {}

/// One letter, ready for its template.
package struct Letter: Sendable {
  package let kind: LetterKind
  package var head: LetterHead
  package var contents: any LetterContents

  package init(_ kind: LetterKind, _ head: LetterHead, _ contents: any LetterContents) {
    self.kind = kind
    self.head = head
    self.contents = contents
  }

  /// Fills in what the people and things in it are called.
  package mutating func resolve(_ resolver: inout some Resolver) throws(Fault) {
    try head.resolve(&resolver)
    var contents = contents
    try contents.resolve(&resolver)
    self.contents = contents
  }
}

/// What stands on every letter.
package struct LetterHead: Record {
  package var asOf: Line?
  package var cohort = Code.blank
  package var date = CivilDate.blank
  package var recipient: Person?
  package var title = Line("")

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("asOf", &asOf, "Only where an earlier state is shown: which.")
    try members("cohort", &cohort)
    try members("date", &date, "The day of the event that the letter tells of.")
    try members("recipient", &recipient, "Whom it is about.")
    try members("title", &title, "The cohort's title.")
  }
}
