import TalentDomain

/// Whether the service answers itself: the event loops and the writer.
enum HeartbeatHealth: HealthCheck {
  static let audience = HealthAudience.administrators

  static func look(_ context: HealthContext) -> [HealthVerdict] {
    guard let part = context.daemon.condition.stuck else {
      return [
        .well(
          "heartbeat", Bilingual(da: "Tjenesten svarer sig selv.", en: "The service answers itself."))
      ]
    }
    return [
      .amiss(
        HealthFinding(
          "stuck", grave: true,
          Bilingual(
            da: "En del af tjenesten svarer ikke længere.", en: "A part of the service answers no more: \(part)."),
          remedy: Bilingual(
            da:
              "systemd genstarter den. Gør den ikke: systemctl restart talentd; se så efter en disk, der hænger (dmesg).",
            en:
              "systemd starts it anew. If it does not: systemctl restart talentd; then look for a disk that hangs (dmesg)."
          )))
    ]
  }
}
