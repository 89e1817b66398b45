internal import Evidence
internal import StrictJSON
internal import Transparency

/// What stands sealed beside an event, as far as the bundle opens it.
enum SealedField: Sendable {
  case disclosed(name: String, value: JSON)
  /// Not to be shown to whoever the bundle is for.
  case withheld
  case erased

  /// A disclosure that is none reads as withheld: whoever verifies the bundle names it.
  init(_ line: Bundle.SealedLine) {
    switch line.content {
    case .withheld(.audience): self = .withheld
    case .withheld(.erased): self = .erased
    case .disclosed(let encoded):
      guard let disclosure = Disclosure(encoded: encoded), let value = try? JSON(parsing: disclosure.value) else {
        self = .withheld
        return
      }
      self = .disclosed(name: disclosure.name, value: value)
    }
  }
}
