extension Rule {
  /// A day outside January warns (`Cohort.deviations`); only the host is held to the rule.
  static let hostIsALeader = Rule(
    .r16,
    Bilingual(
      da: "Praktikværten er leder, og praktikken forventes at ligge i januar.",
      en: "The internship's host is a leader, and it is expected in January."),
    source: "«følge ledere i deres praksis» · «forventes at ligge i januar»",
    checks: [
      on(InternshipAgreed.self) { fact, _ in
        guard !fact.leads else { return nil }
        return Finding(
          .r16,
          (da: "Praktikværten er ikke leder.", en: "The host is not a leader."),
          remedy: (
            da: "Vælg en praktikvært, der er nærmeste leder for nogen, centerchef eller stedfortræder.",
            en: "Choose a host who is somebody's immediate leader, a centre chief or a deputy."
          ))
      }
    ])
}
