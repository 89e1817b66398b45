import EventLog
import TalentDomain

/// Whether anything can be written.
enum WritingHealth: HealthCheck {
  static let audience = HealthAudience.everyone

  static func look(_ context: HealthContext) -> [HealthVerdict] {
    let log = context.daemon.log
    if log.halted != nil { return [.amiss(halted)] }
    guard context.daemon.writer.isReadOnly else {
      return [
        .well("writing", Bilingual(da: "Der kan skrives.", en: "Writing works."))
      ]
    }
    let cause =
      context.daemon.condition.trouble.map { Explanation.cause($0) }
      ?? Bilingual(da: "disken siger nej", en: "the disk refuses")
    return [
      .amiss(
        HealthFinding(
          "read-only", grave: true,
          Bilingual(
            da: "Der kan ikke skrives: \(cause.da). Opslag besvares, og intet er gået tabt.",
            en: "Nothing can be written: \(cause.en). Queries are answered, and nothing is lost."),
          remedy: Bilingual(
            da: "Fjern årsagen (df -h, dmesg). Tjenesten prøver selv igen hvert sekund.",
            en: "Take away the cause (df -h, dmesg). The service tries again by itself each second.")))
    ]
  }

  private static let halted = HealthFinding(
    "log-halted", grave: true,
    Bilingual(
      da: "Loggen modsiger sig selv, så der skrives ikke mere.",
      en: "The log contradicts itself, so nothing more is written."
    ),
    remedy: Bilingual(
      da:
        "Stands tjenesten, lad mappen være, kør talentd verify på den, og gendan den nyeste sikkerhedskopi, som holder.",
      en: "Stop the service, leave the folder as it is, run talentd verify on it, and restore the latest backup that "
        + "verifies."))
}
