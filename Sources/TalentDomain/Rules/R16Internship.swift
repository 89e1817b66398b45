extension Rule {
  static let hostIsALeader = Rule(
    .r16,
    Bilingual(
      da: "Praktikværten er leder, og praktikken forventes at ligge i januar.",
      en: "The internship's host is a leader, and it is expected in January."),
    source: "«følge ledere i deres praksis» · «forventes at ligge i januar»",
    checks: [])
}
