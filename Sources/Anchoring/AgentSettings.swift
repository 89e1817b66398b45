import Configuration
import Evidence
import Glibc
import SystemPackage
import TalentDomain

/// What `talent-anchor` reads of the service's configuration.
struct AgentSettings: Sendable {
  struct Authority: Sendable {
    let name: Code
    let url: String
  }

  let socketPath: String
  let policy: WitnessPolicy
  /// Time-stamp authorities.
  let authorities: [Authority]
  /// How long to wait for one answer, from the first byte asked to the last one read.
  let timeoutSeconds: Int

  static func read(_ arguments: [String]) async throws -> AgentSettings {
    let flags = CommandLineArgumentsProvider(arguments: ["talent-anchor"] + arguments)
    let environment = EnvironmentVariablesProvider().prefixKeys(with: "talentd")
    var providers: [any ConfigProvider] = [flags, environment]
    if let path = ConfigReader(providers: providers).string(forKey: "config") {
      do {
        providers.append(try await FileProvider<YAMLSnapshot>(filePath: FilePath(path)))
      } catch {
        throw AgentSettingsError.unreadable(path)
      }
    }
    return try AgentSettings(ConfigReader(providers: providers))
  }

  private init(_ config: ConfigReader) throws {
    socketPath = config.string(forKey: "socket.path", default: "/run/talentd/talentd.sock")
    guard let path = config.string(forKey: "anchor.policy") else { throw AgentSettingsError.missingPolicy }
    guard let bytes = Self.bytes(of: path) else { throw AgentSettingsError.unreadable(path) }
    do {
      policy = try WitnessPolicy(parsing: bytes)
    } catch {
      throw AgentSettingsError.policy(path, error)
    }
    authorities = try config.stringArray(forKey: "anchor.authorities", default: []).map { text in
      guard let equals = text.firstIndex(of: "="), let name = Code(String(text[..<equals])),
        Self.isAddress(text[text.index(after: equals)...])
      else { throw AgentSettingsError.authority }
      return Authority(name: name, url: String(text[text.index(after: equals)...]))
    }
    guard Set(authorities.map(\.name)).count == authorities.count else { throw AgentSettingsError.authority }
    for witness in policy.witnesses {
      guard witness.url.map({ Self.isAddress($0) }) ?? true else {
        throw AgentSettingsError.address("\(witness.name)")
      }
    }
    timeoutSeconds = config.int(forKey: "anchor.timeout", default: 20)
    // All of a run lies within the tolerance with which an auditor brackets times.
    guard (1...60).contains(timeoutSeconds) else { throw AgentSettingsError.timeout }
  }

  private static func isAddress(_ text: some StringProtocol) -> Bool {
    (text.hasPrefix("https://") || text.hasPrefix("http://")) && text.utf8.allSatisfy { (0x21...0x7E).contains($0) }
  }

  private static func bytes(of path: String) -> [UInt8]? {
    guard let file = fopen(path, "rb") else { return nil }
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: WitnessPolicy.lengthLimit + 1)
    let count = fread(&bytes, 1, bytes.count, file)
    return ferror(file) == 0 ? Array(bytes[..<count]) : nil
  }
}

enum AgentSettingsError: Error {
  case unreadable(String)
  case missingPolicy
  case policy(String, PolicyError)
  case authority
  case address(String)
  case timeout

  var sentence: String {
    switch self {
    case .unreadable(let path): "the file \(path) cannot be read"
    case .missingPolicy: "the setting anchor.policy is missing: it names the file with the witnesses"
    case .policy(let path, let error): "the policy \(path), \(error)"
    case .authority:
      "the setting anchor.authorities must be a list of name=url, each name once, in lower-case letters, digits, dots and "
        + "hyphens, such as tsa=https://tsa.example/tsr"
    case .address(let name): "the address of the witness \(name) must begin with https:// or http://"
    case .timeout: "the setting anchor.timeout must be a number of seconds from 1 to 60"
    }
  }
}
