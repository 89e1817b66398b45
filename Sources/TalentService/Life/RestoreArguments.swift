import Glibc
import TalentDomain

/// What `talentd restore` and `talentd master-key` are told; the settings that say where things belong are among it.
struct RestoreArguments {
  /// What is wrong with the arguments, for whoever typed them.
  struct Fault: Error { let words: Bilingual }

  /// Folders in which backups lie; the newest is chosen.
  private(set) var from: [String] = []
  private(set) var log: String?
  private(set) var keys: String?
  /// A path, or `-` for what is typed.
  private(set) var masterKey: String?
  private(set) var register: String?
  private(set) var isRegisterLost = false
  private(set) var areMissingKeysLost = false
  private(set) var hasCredential = false
  private(set) var replaces = false
  private(set) var anchored: [String] = []
  private(set) var mayRollBack = false
  /// For `Settings.read`.
  private(set) var settings: [String] = []
  private(set) var rest: [String] = []

  private static let settingNames = ["--config", "--origin", "--state-folder", "--erased-keys-file"]

  init(_ arguments: [String]) throws(Fault) {
    var words = arguments.flatMap { word -> [String] in
      guard word.hasPrefix("--"), let sign = word.firstIndex(of: "=") else { return [word] }
      return [String(word[..<sign]), String(word[word.index(after: sign)...])]
    }[...]
    while let word = words.popFirst() {
      switch word {
      case "--from": from.append(try Self.value(of: word, &words))
      case "--log": log = try Self.value(of: word, &words)
      case "--keys": keys = try Self.value(of: word, &words)
      case "--master-key": masterKey = try Self.value(of: word, &words)
      case "--erased-keys": register = try Self.value(of: word, &words)
      case "--erased-keys-lost": isRegisterLost = true
      case "--missing-keys-lost": areMissingKeysLost = true
      case "--credential": hasCredential = true
      case "--replace": replaces = true
      case "--anchored": anchored.append(try Self.value(of: word, &words))
      case "--behind-anchor": mayRollBack = true
      case "--simulate": settings.append(word)
      case _ where Self.settingNames.contains(word): settings += [word, try Self.value(of: word, &words)]
      case _ where word.hasPrefix("--"):
        throw Fault(words: Bilingual(da: "\(word) er ukendt", en: "\(word) is unknown"))
      default: rest.append(word)
      }
    }
  }

  private static func value(of option: String, _ words: inout ArraySlice<String>) throws(Fault) -> String {
    guard let value = words.popFirst() else {
      throw Fault(words: Bilingual(da: "\(option) mangler sin værdi", en: "\(option) lacks its value"))
    }
    return value
  }
}
