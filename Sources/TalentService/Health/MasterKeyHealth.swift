import EventLog
import TalentDomain

/// A change of the master key that is not finished: the key in its place is still the one before.
enum MasterKeyHealth: HealthCheck {
  static let audience = HealthAudience.administrators

  static func look(_ context: HealthContext) -> [HealthVerdict] {
    [verdict(MasterKeyShown(context.daemon.log.masterKey))]
  }

  static func verdict(_ key: MasterKeyShown) -> HealthVerdict {
    guard key.awaited else {
      return .well(
        "master-key",
        key.source == .file
          ? Bilingual(
            da: "Hovednøgle nr. \(key.number) er i filen master.key.",
            en: "Master key no. \(key.number) is in the file master.key.")
          : Bilingual(
            da: "Hovednøgle nr. \(key.number) kommer fra systemd.",
            en: "Master key no. \(key.number) comes from systemd."))
    }
    return .amiss(key.source == .file ? unwritten : credential)
  }

  private static let unwritten = HealthFinding(
    "master-key-unwritten", grave: true,
    Bilingual(
      da: "Hovednøglen er skiftet, men filen master.key kunne ikke skrives.",
      en: "The master key has been changed, and the file master.key could not be written."),
    remedy: Bilingual(
      da: "Gør plads på disken, og start tjenesten igen: den gør skiftet færdigt.",
      en: "Make room on the disk, and start the service again: it finishes the change."))

  private static let credential = HealthFinding(
    "master-key-awaited",
    Bilingual(
      da: "Hovednøglen er skiftet, men systemd har stadig den gamle.",
      en: "The master key has been changed, and systemd still has the old one."),
    remedy: Bilingual(
      da:
        "Lav den nye fortrolige fil af siden fra talentctl admin key escrow (talentd master-key læser den), og start "
        + "tjenesten igen.",
      en:
        "Make the new credential from the page of talentctl admin key escrow (talentd master-key reads it), and start the "
        + "service again."))
}
