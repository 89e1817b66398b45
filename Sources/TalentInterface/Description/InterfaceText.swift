package import TalentDomain

/// The Varlink description of an interface, made from the records that are served: introspection cannot tell otherwise.
package enum InterfaceText {
  /// One text an area, in the order of `Area`.
  package static let all: [(area: Area, text: String)] = Area.allCases.map { ($0, text(of: $0)) }

  package static func text(of area: Area) -> String {
    let methods = Methods.all.filter { $0.area == area }
    var types = NamedTypes()
    for method in methods {
      for member in method.input.members + method.output.members { types.collect(member.shape) }
    }
    for error in WireError.allCases {
      for member in error.parameters.recordShape.members { types.collect(member.shape) }
    }
    var text = "# talentd: \(purpose(of: area))\ninterface \(area.interface)\n"
    for (name, definition) in types.definitions { text += "\ntype \(name) \(definition)\n" }
    for method in methods {
      text += "\n# \(method.purpose.da)\n# \(method.purpose.en)\n"
      text += "method \(method.name)\(members(method.input)) -> \(members(method.output))\n"
    }
    for error in WireError.allCases {
      text += "\n# \(error.purpose)\nerror \(error.rawValue) \(members(error.parameters.recordShape))\n"
    }
    return text
  }

  private static func purpose(of area: Area) -> String {
    switch area {
    case .organisation: "people, posts, accounts and roles"
    case .cohort: "the cohorts and what is fixed before the first form"
    case .nomination: "forms, their receipt and eligibility"
    case .assessment: "assessors, scores, conflicts of interest and the ranking"
    case .programme: "gatherings, work groups, mentors, internships, dialogues, and what they add up to"
    case .selection: "proposal, approval, seats, letters and feedback"
    case .record: "the audit trail and the log itself"
    case .administration: "the service"
    }
  }

  fileprivate static func members(_ record: RecordShape) -> String {
    "(" + record.members.map { "\($0.name): \($0.isOptional ? "?" : "")\(type(of: $0.shape))" }.joined(separator: ", ")
      + ")"
  }

  fileprivate static func type(of shape: Shape) -> String {
    switch shape {
    case .alias, .code, .date, .instant, .localTime, .rational, .digest, .person, .line, .text: "string"
    case .bool: "bool"
    case .integer: "int"
    case .choice(let name, _): name
    case .list(let element, _): "[]\(type(of: element))"
    case .record(let record): NamedTypes.name(of: record)
    }
  }
}

private let methodNames = Set(Methods.all.map(\.name))

/// The named types that some methods use, each defined once, those it needs first.
private struct NamedTypes {
  private(set) var definitions: [(name: String, definition: String)] = []
  private var seen: Set<String> = []

  mutating func collect(_ shape: Shape) {
    switch shape {
    case .choice(let name, let words):
      guard seen.insert(name).inserted else { return }
      definitions.append((name, "(\(words.joined(separator: ", ")))"))
    case .list(let element, _): collect(element)
    case .record(let record):
      guard seen.insert(NamedTypes.name(of: record)).inserted else { return }
      for member in record.members { collect(member.shape) }
      definitions.append((NamedTypes.name(of: record), InterfaceText.members(record)))
    default: break
    }
  }

  /// `ImportRow<TalentDomain.SubmitNomination>` is called `ImportRowSubmitNomination`; a record after which a method is
  /// called, `SubmitNominationInput`, for in an interface a name stands for one thing only.
  static func name(of record: RecordShape) -> String {
    guard let bracket = record.name.firstIndex(of: "<") else {
      return methodNames.contains(record.name) ? record.name + "Input" : record.name
    }
    let argument = record.name[bracket...].dropFirst().dropLast()
    let last = argument.split(separator: ".").last.map(String.init) ?? String(argument)
    return String(record.name[..<bracket]) + last.replacing("TalentDomain", with: "")
  }
}
