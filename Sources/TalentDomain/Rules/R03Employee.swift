extension Rule {
  /// A form for a former leader is received like any other: whether a post was one of leadership is for HR to rule on.
  static let unknownOrFormerLeader = Rule(
    .r3,
    Bilingual(
      da: "Deltageren er medarbejder i kommunen og har ikke tidligere haft en lederstilling.",
      en: "The participant is an employee of the municipality and has never held a leadership post."),
    source: "«medarbejdere, der ikke tidligere har haft en lederstilling»",
    checks: onForms { form, _ in form.employed ? nil : form.nominee == .none ? unknown : .hasLeft }
      + [
        on(EligibilityConfirmed.self) { fact, _ in
          guard fact.employed else { return .hasLeft }
          guard fact.hasLed else { return nil }
          return Finding(
            .r3,
            (
              da: "Personaleregistret viser, at den indstillede har haft en lederstilling.",
              en: "The personnel register shows that the nominee has held a leadership post."
            ),
            remedy: (
              da: "Afvis deltagelsesbetingelserne, eller ret ansættelsen, hvis registret tager fejl.",
              en: "Reject the eligibility, or record the employment anew if the register is wrong."
            ))
        }
      ] + formerLeaderChecksOfSelection)

  private static let unknown = Finding(
    .r3,
    (
      da: "Personaleregistret kender ingen medarbejder med det nummer.",
      en: "The personnel register knows no employee by that number."
    ),
    remedy: (
      da: "Ret medarbejdernummeret, eller registrér medarbejderen først.",
      en: "Correct the employee number, or register the employee first."
    ))
}

extension Finding {
  /// Of somebody whom the personnel register knows, and who works here no more.
  package static let hasLeft = Finding(
    .r3,
    (
      da: "Medarbejderen er fratrådt.",
      en: "The employee has left."
    ),
    remedy: (
      da: "Kun medarbejdere i kommunen kan deltage. Er det en fejl, registrér ansættelsen på ny.",
      en: "Only employees of the municipality can take part. If it is wrong, record the employment anew."
    ))
}
