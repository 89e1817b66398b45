import Configuration
package import Evidence
import Glibc
import TalentDomain
package import TimeStamps

/// Who must vouch for the log from outside, and what the program that asks them may use.
package struct AnchorSettings: Sendable {
  /// Whose cosignatures count, and how many (C2SP tlog-policy). Without it nothing is anchored.
  package var policy: WitnessPolicy?
  /// Who vouches for time-stamp authorities. Without it a time-stamp is held against the checkpoint alone.
  package var authorities: TimeStampAuthorities?
  /// The names of the authorities that are asked.
  package var authorityNames: [String]
  /// The account of `talent-anchor`.
  package var account: String
  /// How old the last anchor may become before `admin status` warns.
  package var warnHours: Int
  /// The file that is touched when a turning point should be anchored at once.
  package var bell: String

  init(_ config: ConfigReader) throws(SettingsError) {
    // Their addresses are talent-anchor's to read, and to refuse.
    authorityNames = config.stringArray(forKey: "anchor.authorities", default: []).map { text in
      String(text.prefix { $0 != "=" })
    }
    account = config.string(forKey: "anchor.account", default: "talent-anchor")
    warnHours = config.int(forKey: "anchor.warn-hours", default: 26)
    bell = config.string(forKey: "anchor.bell", default: "/run/talentd-anchor/wanted")
    guard warnHours > 0 else { throw .invalid("anchor.warn-hours", .aboveZero) }
    policy = try config.string(forKey: "anchor.policy").map { path throws(SettingsError) in
      let bytes = try SettingsFile.read(path, limit: WitnessPolicy.lengthLimit)
      do throws(PolicyError) {
        return try WitnessPolicy(parsing: bytes)
      } catch {
        throw .invalid(
          "anchor.policy",
          Bilingual(da: "en politik for vidner; \(path), \(error)", en: "a policy of witnesses; \(path), \(error)"))
      }
    }
    authorities = try config.string(forKey: "anchor.tsa-ca").map { path throws(SettingsError) in
      let bytes = try SettingsFile.read(path, limit: 1 << 20)
      do throws(TimeStampError) {
        return try TimeStampAuthorities(pem: bytes)
      } catch {
        throw .invalid(
          "anchor.tsa-ca",
          Bilingual(
            da: "en fil med certifikater i PEM; \(path): \(error)",
            en: "a file of certificates in PEM; \(path): \(error)"))
      }
    }
  }
}

/// A file that a setting names.
enum SettingsFile {
  /// - Parameter limit: bytes; a longer one is none that could be meant.
  static func read(_ path: String, limit: Int) throws(SettingsError) -> [UInt8] {
    guard let file = fopen(path, "rb") else { throw .unreadableFile(path) }
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: limit + 1)
    let count = fread(&bytes, 1, bytes.count, file)
    guard ferror(file) == 0, count <= limit else { throw .unreadableFile(path) }
    return Array(bytes[..<count])
  }
}
