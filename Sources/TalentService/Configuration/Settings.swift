import Configuration
import EventLog
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
  package var backup: BackupSettings
  /// How much others may ask at once.
  package var limits: LimitSettings
  /// The configuration file, where there is one.
  package var file: String?
  /// SHA-256 of the configuration file, or of nothing without one: for the record.
  package var digest: String?
  /// Called at named points of the log; for tests that stop there.
  var crashPoint: (@Sendable (CrashPoint) -> Void)? = CrashPoints.hook()
  /// What is given and is no setting.
  package var unknown: [UnknownSetting] = []

  /// Settings that another program reads in the same file (`talent-anchor`), and the flag that names it.
  private static let elsewhere: Set<String> = ["anchor.timeout", "config"]

  /// Reads all three sources. `arguments` are the flags, without the program's name.
  package static func read(_ arguments: [String]) async throws(SettingsError) -> Settings {
    let flags = CommandLineArgumentsProvider(arguments: ["talentd"] + arguments)
    let environment = EnvironmentVariablesProvider().prefixKeys(with: "talentd")
    let above = ConfigReader(providers: [flags, environment])
    guard let path = above.string(forKey: "config") else {
      return try Settings([flags, environment], nil, arguments)
    }
    let digest = FileDigest.of(path)
    // First by its lines, so that what is wrong can be told with one.
    let file = try ConfigurationFile(path)
    let provider: any ConfigProvider
    do {
      provider = try await FileProvider<YAMLSnapshot>(filePath: FilePath(path))
    } catch {
      throw .malformed(path)
    }
    var settings: Settings
    do {
      settings = try Settings([flags, environment, provider], file, arguments)
    } catch {
      guard case .invalid(let key, _) = error, let line = file.line(of: key) else { throw error }
      throw .at(file: path, line: line, error)
    }
    settings.file = path
    settings.digest = digest
    guard let digest, digest == FileDigest.of(path) else { throw .unsteady(path) }
    return settings
  }

  private init(
    _ providers: [any ConfigProvider], _ file: ConfigurationFile?, _ arguments: [String]
  ) throws(SettingsError) {
    let reading = SettingsReading()
    do {
      try self.init(ConfigReader(providers: providers, accessReporter: reading))
    } catch {
      // A value of the wrong kind comes first: what was refused may be the default that stood in for it.
      throw reading.fault ?? error
    }
    if let fault = reading.fault { throw fault }
    let known = reading.keys.union(Settings.elsewhere)
    unknown =
      StrayNames.flags(arguments, among: known) + StrayNames.variables(StrayNames.environment, among: known)
      + (file?.unknown(among: known) ?? [])
  }

  private init(_ config: ConfigReader) throws(SettingsError) {
    guard let origin = config.string(forKey: "origin") else { throw .missing("origin") }
    guard let folder = config.string(forKey: "state.folder") else { throw .missing("state.folder") }
    self.origin = origin
    stateFolder = folder
    erasedKeysFile = config.string(forKey: "erased-keys.file", default: folder + "-erased/register")
    socketPath = config.string(forKey: "socket.path", default: "/run/talentd/talentd.sock")
    let mode = config.string(forKey: "socket.mode", default: "0660")
    guard let mode = UInt32(mode, radix: 8), mode <= 0o777 else {
      throw .invalid(
        "socket.mode", Bilingual(da: "en oktal tilladelse som \"0660\"", en: "an octal mode such as \"0660\""))
    }
    socketMode = mode
    zone = config.string(forKey: "zone", default: "Europe/Copenhagen")
    administrators = config.stringArray(forKey: "administrators", default: ["root"])
    simulate = config.bool(forKey: "simulate", default: false)
    scrubHours = config.int(forKey: "scrub.hours", default: 24)
    guard scrubHours > 0 else { throw .invalid("scrub.hours", .aboveZero) }
    lettersFolder = config.string(forKey: "letters.folder", default: "/etc/talentd/letters")
    sender = try LetterSender(config)
    anchor = try AnchorSettings(config)
    backup = try BackupSettings(config, stateFolder: folder)
    limits = try LimitSettings(config)
    digest = FileDigest.of(nil)
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
      throw .invalid(
        key,
        Bilingual(
          da: "én linje på højst \(Line.limit) tegn", en: "one line of at most \(Line.limit) characters"))
    }
    return line
  }
}
