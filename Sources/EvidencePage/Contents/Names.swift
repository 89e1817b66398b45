internal import StrictJSON
internal import TalentDomain

/// Who and what the aliases are, as far as the bundle's disclosures say.
struct Names: Sendable {
  /// From a cohort's alias to the id in the organisation.
  private var behind: [Alias: Alias] = [:]
  private var people: [Alias: String] = [:]
  private var things: [Alias: String] = [:]
  /// Those whom the organisation's stream knows, and of those whoever has been erased.
  private var registered: Set<Alias> = []
  private var erased: Set<Alias> = []

  /// One key for a person, by whichever alias.
  func key(_ alias: Alias) -> Alias { behind[alias] ?? alias }

  /// `10536 Mette Rasmussen`
  func person(_ alias: Alias) -> String? { people[key(alias)] }

  /// A centre, a workplace or a profession.
  func thing(_ code: Alias) -> String? { things[key(code)] }

  /// Whether nobody knows any more who this was. In a bundle that says of one alias who it is, one of which it does not has lost
  /// its link; a bundle that says it of nobody withholds them all.
  func isErased(_ alias: Alias) -> Bool {
    if registered.contains(key(alias)) { return erased.contains(key(alias)) }
    return !behind.isEmpty && behind[alias] == nil
  }

  /// Takes what one event says of names; the newest holds.
  mutating func learn(_ type: String, _ facts: JSON, _ sealed: [SealedField]) {
    if type == "\(PersonRegistered.type)", let person = facts.alias("person") { registered.insert(person) }
    if type == "\(SubjectKeyDestroyed.type)", let person = facts.alias("person"),
      facts["classes"]?.array?.contains(.string(PersonName.retention.rawValue)) == true
    {
      erased.insert(person)
    }
    if type == "\(CentreRegistered.type)", let centre = facts.alias("centre"), let name = facts["name"]?.string {
      things[centre] = name
    }
    for case .disclosed(let name, let value) in sealed {
      switch name {
      case PersonLink.name:
        if let alias = value.alias("alias"), let person = value.alias("person") { behind[alias] = person }
      case CodeLink.name:
        if let code = value.alias("code"), let thing = value.alias("thing") { behind[code] = thing }
      case PersonName.name:
        guard let person = facts.alias("person"), let name = value["name"]?.string else { continue }
        people[person] = (value["number"]?.string.map { "\($0) " } ?? "") + name
      case EmploymentNames.name:
        for member in ["profession", "workplace"] {
          if let code = facts.alias(member), let name = value[member]?.string { things[code] = name }
        }
      default: continue
      }
    }
  }
}

extension JSON {
  func alias(_ member: String) -> Alias? { self[member]?.string.flatMap { Alias($0) } }
}
