import Configuration
package import EventLog
import TalentDomain

/// Where backups go, how long they stay, and when somebody is warned.
package struct BackupSettings: Sendable {
  package var places: BackupPlaces
  package var retention = BackupRetention()
  /// How old the last good one may become before `admin status` warns.
  package var warnHours: Int

  init(_ config: ConfigReader, stateFolder: String) throws(SettingsError) {
    places = BackupPlaces(
      logs: config.string(forKey: "backup.log-folder", default: stateFolder + "-backup/log"),
      keys: config.string(forKey: "backup.keys-folder", default: stateFolder + "-backup/keys"))
    guard places.logs != places.keys else {
      throw .invalid(
        "backup.keys-folder",
        Bilingual(
          da: "en anden mappe end backup.log-folder: den, der har begge dele, har mere end den, der har den ene",
          en: "another folder than backup.log-folder: whoever has both has more than either"))
    }
    warnHours = try Self.number(config, "backup.warn-hours", 26, 1...8760)
    retention.daily = try Self.number(config, "backup.keep-daily", retention.daily, 1...3660)
    retention.monthly = try Self.number(config, "backup.keep-monthly", retention.monthly, 0...1200)
    retention.keysDays = config.int(forKey: "backup.keep-keys-days", default: retention.keysDays)
    let longest = BackupRetention.longestKeysDays
    guard (1...longest).contains(retention.keysDays) else {
      throw .invalid(
        "backup.keep-keys-days",
        Bilingual(
          da: "et antal dage fra 1 til \(longest): den, der slettes, er lovet, at ingen kopi har nøglerne længere",
          en:
            "a number of days from 1 to \(longest): whoever is erased is promised that no backup holds their keys for longer"
        ))
    }
  }

  private static func number(
    _ config: ConfigReader, _ key: String, _ usual: Int, _ range: ClosedRange<Int>
  ) throws(SettingsError) -> Int {
    let number = config.int(forKey: ConfigKey(key), default: usual)
    guard range.contains(number) else {
      let (low, high) = (range.lowerBound, range.upperBound)
      throw .invalid(
        key, Bilingual(da: "et tal fra \(low) til \(high)", en: "a number from \(low) to \(high)"))
    }
    return number
  }
}
