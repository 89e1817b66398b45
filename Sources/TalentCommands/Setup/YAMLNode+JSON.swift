import StrictJSON
import TalentDomain
import TalentInterface

extension YAMLNode {
  subscript(_ key: String) -> YAMLNode? {
    guard case .map(let members) = content else { return nil }
    return members.first { $0.key == key }?.value
  }

  var scalar: String? {
    guard case .scalar(let text, _) = content else { return nil }
    return text
  }

  func renaming(_ names: [String: String]) -> YAMLNode {
    guard case .map(let members) = content else { return self }
    return YAMLNode(
      line: line, content: .map(members.map { YAMLMember(key: names[$0.key] ?? $0.key, value: $0.value) }))
  }

  func adding(_ key: String, _ text: String) -> YAMLNode {
    guard case .map(let members) = content else { return self }
    let member = YAMLMember(key: key, value: YAMLNode(line: line, content: .scalar(text, quoted: true)))
    return YAMLNode(line: line, content: .map(members + [member]))
  }

  /// A gathering's `date` (and `last-date`, where it has several), `starts` and `ends` as local times.
  func timed() -> YAMLNode {
    guard case .map(var members) = content, let date = self["date"]?.scalar else { return self }
    let last = self["last-date"]?.scalar ?? date
    members.removeAll { $0.key == "date" || $0.key == "last-date" }
    let dated = members.map { member in
      let day = ["starts": date, "ends": last][member.key]
      guard let day, let time = member.value.scalar else { return member }
      let full = time.utf8.count == 5 ? time + ":00" : time
      return YAMLMember(
        key: member.key, value: YAMLNode(line: member.value.line, content: .scalar("\(day)T\(full)", quoted: true)))
    }
    return YAMLNode(line: line, content: .map(dated))
  }

  /// As JSON of the form that is expected. Keys with hyphens are members in one word: `kick-off` is `kickOff`.
  func json(as shape: Shape) throws(YAMLFault) -> JSON {
    switch (content, shape) {
    case (.map(let members), .record(let record)):
      var named: [JSON.Member] = []
      for member in members {
        let name = member.key.joined
        guard let expected = record.members.first(where: { $0.name == name }) else {
          throw YAMLFault(member.value.line, "«\(member.key)» er ukendt her.", "“\(member.key)” is unknown here.")
        }
        named.append(JSON.Member(name: name, value: try member.value.json(as: expected.shape)))
      }
      return .object(named)
    case (.list(let items), .list(let element, _)):
      var values: [JSON] = []
      for item in items { values.append(try item.json(as: element)) }
      return .array(values)
    case (.scalar(let text, let quoted), _): return try scalar(text, quoted: quoted, as: shape)
    default: throw YAMLFault(line, "En anden form er forventet her.", "Another form is expected here.")
    }
  }

  private func scalar(_ text: String, quoted: Bool, as shape: Shape) throws(YAMLFault) -> JSON {
    switch shape {
    case .integer:
      guard !quoted, let value = Int64(text) else {
        throw YAMLFault(line, "Forventet: et helt tal.", "Expected: a whole number.")
      }
      return .integer(value)
    case .bool:
      guard !quoted, text == "true" || text == "false" else {
        throw YAMLFault(line, "Forventet: true eller false.", "Expected: true or false.")
      }
      return .bool(text == "true")
    case .list, .record: throw YAMLFault(line, "En anden form er forventet her.", "Another form is expected here.")
    default: return .string(text)
    }
  }

  /// The line that a fault of the record is on.
  func fault(_ fault: Fault) -> YAMLFault {
    var node = self
    for step in fault.path {
      if let index = Int(step), case .list(let items) = node.content, items.indices.contains(index - 1) {
        node = items[index - 1]
      } else if case .map(let members) = node.content, let member = members.first(where: { $0.key.joined == step }) {
        node = member.value
      }
    }
    let path = fault.path.map(\.hyphenated).joined(separator: ".")
    let sentence = fault.problem.sentence
    return YAMLFault(node.line, "\(path): \(sentence.da)", "\(path): \(sentence.en)")
  }
}
