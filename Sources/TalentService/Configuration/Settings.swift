import Configuration
package import Letters
import StrictJSON
import SystemPackage
import TalentDomain

/// What an administrator sets: `Config/talentd.yaml`, over it the environment (`TALENTD_STATE_FOLDER`), over it flags
/// (`--state-folder`).
package struct Settings: Sendable {
  /// The log's name in every checkpoint and leaf, such as `talent.kommune.example/ledelsestalent`. Never changed.
  package var origin: String
  package var stateFolder: String
  /// The register of erased keys, outside the state folder and whatever is backed up of it.
  package var erasedKeysFile: String
  package var socketPath: String
  package var socketMode: UInt32
  package var zone: String
  /// Operating-system accounts that may set up people, accounts and roles before anybody has one.
  package var administrators: [String]
  package var simulate: Bool
  /// Hours between two background passes over the whole log.
  package var scrubHours: Int
  /// The folder of the letters' templates, which the municipality edits.
  package var lettersFolder: String
  /// Who writes them. Without a municipality no letter is rendered.
  package var sender: LetterSender
  /// Who must vouch for the log from outside.
  package var anchor: AnchorSettings
  /// SHA-256 of the configuration file, or of nothing without one: for the record.
  package var digest: String?

  /// Reads all three sources. `arguments` are the flags, without the program's name.
  package static func read(_ arguments: [String]) async throws(SettingsError) -> Settings {
    let flags = CommandLineArgumentsProvider(arguments: ["talentd"] + arguments)
    let environment = EnvironmentVariablesProvider().prefixKeys(with: "talentd")
    let above = ConfigReader(providers: [flags, environment])
    let path = above.string(forKey: "config")
    var providers: [any ConfigProvider] = [flags, environment]
    if let path {
      do {
        providers.append(try await FileProvider<YAMLSnapshot>(filePath: FilePath(path)))
      } catch {
        throw .unreadable(path)
      }
    }
    return try Settings(ConfigReader(providers: providers), path)
  }

  private init(_ config: ConfigReader, _ path: String?) throws(SettingsError) {
    guard let origin = config.string(forKey: "origin") else { throw .missing("origin") }
    guard let folder = config.string(forKey: "state.folder") else { throw .missing("state.folder") }
    self.origin = origin
    stateFolder = folder
    erasedKeysFile = config.string(forKey: "erased-keys.file", default: folder + "-erased/register")
    socketPath = config.string(forKey: "socket.path", default: "/run/talentd/talentd.sock")
    let mode = config.string(forKey: "socket.mode", default: "0660")
    guard let mode = UInt32(mode, radix: 8), mode <= 0o777 else {
      throw .invalid("socket.mode", "an octal mode such as 0660")
    }
    socketMode = mode
    zone = config.string(forKey: "zone", default: "Europe/Copenhagen")
    administrators = config.stringArray(forKey: "administrators", default: ["root"])
    simulate = config.bool(forKey: "simulate", default: false)
    scrubHours = config.int(forKey: "scrub.hours", default: 24)
    guard scrubHours > 0 else { throw .invalid("scrub.hours", "a number above 0") }
    lettersFolder = config.string(forKey: "letters.folder", default: "/etc/talentd/letters")
    sender = try LetterSender(config)
    anchor = try AnchorSettings(config)
    digest = FileDigest.of(path)
  }
}

extension LetterSender {
  fileprivate init(_ config: ConfigReader) throws(SettingsError) {
    self.init()
    address = try config.stringArray(forKey: "letters.address", default: []).map { text throws(SettingsError) in
      try Self.line(text, "letters.address")
    }
    board = try Self.line(config, "letters.board") ?? board
    dataProtectionOfficer = try Self.line(config, "letters.dpo")
    email = try Self.line(config, "letters.email")
    municipality = try Self.line(config, "letters.municipality") ?? municipality
    phone = try Self.line(config, "letters.phone")
    unit = try Self.line(config, "letters.unit") ?? unit
  }

  private static func line(_ config: ConfigReader, _ key: String) throws(SettingsError) -> Line? {
    guard let text = config.string(forKey: ConfigKey(key)) else { return nil }
    return try line(text, key)
  }

  private static func line(_ text: String, _ key: String) throws(SettingsError) -> Line {
    var writer = CanonicalWriter()
    writer.string(NormalForm.compose(text))
    guard let line = try? Line(canonical: writer.bytes) else {
      throw .invalid(key, "one line of at most \(Line.limit) characters")
    }
    return line
  }
}

package enum SettingsError: Error, Hashable {
  case missing(String)
  case invalid(String, String)
  case unreadable(String)
  case unreadableFile(String)

  package var sentence: String {
    switch self {
    case .missing(let key):
      "the setting \(key) is missing: give it in the file that --config names, as an environment variable, or as a flag"
    case .invalid(let key, let right): "the setting \(key) must be \(right)"
    case .unreadableFile(let path): "the file \(path), which a setting names, cannot be read, or is far too long"
    case .unreadable(let path): "the configuration \(path) cannot be read as YAML"
    }
  }
}
