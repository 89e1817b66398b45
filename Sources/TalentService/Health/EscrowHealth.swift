import EventLog
import Projections
import TalentDomain

/// Whether the master key in use has been printed for the safe: without it no backup can be opened.
enum EscrowHealth: HealthCheck {
  static let audience = HealthAudience.administrators

  static func look(_ context: HealthContext) -> [HealthVerdict] {
    guard !context.daemon.simulates, let number = try? printed(context.daemon) else { return [] }
    let inUse = context.daemon.log.masterKey.ordinal + 1
    guard number == inUse else { return [.amiss(missing)] }
    return [
      .well(
        "escrow",
        Bilingual(
          da: "Hovednøgle nr. \(inUse) er udskrevet til pengeskabet.",
          en: "Master key no. \(inUse) has been printed for the safe."))
    ]
  }

  /// The number of the key that was printed last; 0 where none was.
  private static func printed(_ daemon: Daemon) throws -> Int {
    let positions = try daemon.views.reader().latest(1, type: "\(MasterKeyEscrowed.type)", in: Stream.record)
    guard let position = positions.first else { return 0 }
    return (try Folding.recordedFact(at: position, daemon.log.reader()) as? MasterKeyEscrowed)?.number ?? 0
  }

  private static let missing = HealthFinding(
    "escrow-missing",
    Bilingual(
      da: "Hovednøglen, som bruges nu, er ikke udskrevet til pengeskabet.",
      en: "The master key in use has not been printed for the safe."),
    remedy: Bilingual(
      da: "Udskriv den: talentctl admin key escrow. Uden den kan ingen sikkerhedskopi åbnes på en ny maskine.",
      en: "Print it: talentctl admin key escrow. Without it no backup can be opened on a new machine."))
}
