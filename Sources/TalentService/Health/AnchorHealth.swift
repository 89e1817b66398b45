import TalentDomain

/// Whether somebody outside vouches for the log, and lately.
enum AnchorHealth: HealthCheck {
  static let audience = HealthAudience.keepers

  static func look(_ context: HealthContext) -> [HealthVerdict] {
    let daemon = context.daemon
    return verdict(daemon.anchorStatus(context.memory), isSimulated: daemon.settings.simulate).map { [$0] } ?? []
  }

  static func verdict(_ anchor: AnchorStatus, isSimulated: Bool) -> HealthVerdict? {
    guard anchor.configured else { return isSimulated ? nil : .amiss(unwatched) }
    guard anchor.warning else {
      return .well(
        "anchor",
        Bilingual(
          da: "Loggen er bevidnet inden for de sidste \(anchor.warnHours) timer.",
          en: "The log has been witnessed within the last \(anchor.warnHours) hours."))
    }
    guard anchor.time != nil else { return .amiss(never) }
    return .amiss(
      HealthFinding(
        "anchor-old",
        Bilingual(
          da:
            "Det er over \(anchor.warnHours) timer siden, at loggen blev bevidnet af så mange, som politikken kræver.",
          en:
            "It is more than \(anchor.warnHours) hours since as many as the policy asks for witnessed the log."),
        remedy: remedy))
  }

  private static let unwatched = HealthFinding(
    "anchor-unconfigured",
    Bilingual(da: "Ingen uden for kommunen bevidner loggen.", en: "Nobody outside witnesses the log."),
    remedy: Bilingual(
      da: "Vælg vidner, og nævn filen med deres politik som policy under anchor i talentd.yaml: se README om vidner.",
      en:
        "Choose witnesses, and name the file with their policy as policy under anchor in talentd.yaml: see README on witnesses."
    ))

  private static let never = HealthFinding(
    "anchor-never",
    Bilingual(
      da: "Loggen er endnu ikke bevidnet af så mange, som politikken kræver.",
      en: "The log has not yet been witnessed by as many as the policy asks for."),
    remedy: remedy)

  private static let remedy = Bilingual(
    da: "Se efter med: journalctl -u talentd-anchor. Prøv igen med: systemctl start talentd-anchor.",
    en: "Look with: journalctl -u talentd-anchor. Try again with: systemctl start talentd-anchor.")
}
