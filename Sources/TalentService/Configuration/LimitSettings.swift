import Configuration
import TalentDomain

/// How much the service lets others ask of it at once, and when it calls a call slow.
package struct LimitSettings: Sendable, Hashable {
  /// Connections in all, and of one account.
  package var connections: Int
  package var connectionsPerAccount: Int
  /// A call that takes longer than so many milliseconds is told in the service's log.
  package var slowMilliseconds: Int

  init(_ config: ConfigReader) throws(SettingsError) {
    connections = config.int(forKey: "limits.connections", default: 512)
    connectionsPerAccount = config.int(forKey: "limits.connections-per-account", default: 128)
    slowMilliseconds = config.int(forKey: "limits.slow-milliseconds", default: 1000)
    guard 1...65_536 ~= connections else { throw .invalid("limits.connections", LimitSettings.count(65_536)) }
    guard 1...connections ~= connectionsPerAccount else {
      throw .invalid("limits.connections-per-account", LimitSettings.count(connections))
    }
    guard slowMilliseconds > 0 else { throw .invalid("limits.slow-milliseconds", .aboveZero) }
  }

  private static func count(_ most: Int) -> Bilingual {
    Bilingual(da: "et tal fra 1 til \(most)", en: "a number from 1 to \(most)")
  }
}

extension Bilingual {
  static let aboveZero = Bilingual(da: "et tal over 0", en: "a number above 0")
}
