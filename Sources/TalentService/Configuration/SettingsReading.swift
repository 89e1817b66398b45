import Configuration
import Synchronization
import TalentDomain

/// Notes, while settings are read, which of them there are and which had a value of another kind: what the code asks for is the
/// only list of settings there is. A value that cannot be read as what it should be would otherwise give way to the default in
/// silence.
final class SettingsReading: AccessReporter {
  private struct Noted {
    var keys: Set<String> = []
    var wrong: [(key: String, type: ConfigType)] = []
  }

  private let noted = Mutex(Noted())

  func report(_ event: AccessEvent) {
    let key = event.metadata.key.components.joined(separator: ".")
    var isWrong = event.conversionError != nil
    for provider in event.providerResults {
      if case .failure = provider.result { isWrong = true }
    }
    if case .failure = event.result { isWrong = true }
    noted.withLock { noted in
      noted.keys.insert(key)
      if isWrong { noted.wrong.append((key, event.metadata.valueType)) }
    }
  }

  /// Every setting that was asked for, such as `state.folder`.
  var keys: Set<String> { noted.withLock { $0.keys } }

  /// The first setting that holds another kind of value than it should.
  var fault: SettingsError? {
    noted.withLock { $0.wrong.first }.map { .invalid($0.key, SettingsReading.words($0.type)) }
  }

  private static func words(_ type: ConfigType) -> Bilingual {
    switch type {
    case .int: Bilingual(da: "et helt tal", en: "a whole number")
    case .bool: Bilingual(da: "true eller false", en: "true or false")
    case .stringArray: Bilingual(da: "en liste af tekster", en: "a list of texts")
    default: Bilingual(da: "en tekst", en: "one text")
    }
  }
}
