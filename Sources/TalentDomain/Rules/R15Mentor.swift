extension Rule {
  static let mentorOutsideTheLine = Rule(
    .r15,
    Bilingual(
      da:
        "Mentoren er en erfaren leder uden for deltagerens egen ledelseslinje; det, der bliver sagt, registreres aldrig.",
      en: "The mentor is an experienced leader outside the participant's own line; what is said is never recorded."),
    source: "«fortrolighed og sparring med erfaren leder»",
    checks: [])
}
