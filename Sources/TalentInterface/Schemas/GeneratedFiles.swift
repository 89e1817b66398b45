import StrictJSON

/// The files of `events-schema/` that are made from the types: one schema an event, one description an interface, and the
/// table of disclosures.
package enum GeneratedFiles {
  package static var all: [(name: String, text: String)] {
    EventSchema.all.map { ($0.file, $0.schema.indented() + "\n") }
      + InterfaceText.all.map { ("\($0.area.interface).varlink", $0.text) }
      + [(DisclosuresPage.name, DisclosuresPage.text)]
  }
}

extension JSON {
  /// With line breaks and two spaces a level, for people who read and compare.
  package func indented(_ level: Int = 0) -> String {
    let inner = String(repeating: "  ", count: level + 1)
    let outer = String(repeating: "  ", count: level)
    switch self {
    case .array(let elements) where !elements.isEmpty:
      return "[\n" + elements.map { inner + $0.indented(level + 1) }.joined(separator: ",\n") + "\n\(outer)]"
    case .object(let members) where !members.isEmpty:
      let lines = members.map { member in
        inner + String(decoding: JSON.string(member.name).canonical(), as: UTF8.self) + ": "
          + member.value.indented(level + 1)
      }
      return "{\n" + lines.joined(separator: ",\n") + "\n\(outer)}"
    default: return String(decoding: canonical(), as: UTF8.self)
    }
  }
}
