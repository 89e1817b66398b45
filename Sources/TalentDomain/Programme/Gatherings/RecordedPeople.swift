/// Whose time a command records: at least one, each of them once.
func recorded(_ people: [PersonRef]) throws(Refusal) -> [PersonRef] {
  guard !people.isEmpty else { throw .invalid(Fault(.expected("at least one participant"), at: ["participants"])) }
  var seen: Set<Alias> = []
  for (index, person) in people.enumerated() {
    guard seen.insert(try person.known().alias).inserted else {
      throw .invalid(Fault(.expected("each participant once"), at: ["participants", String(index + 1)]))
    }
  }
  return people
}

extension Organisation {
  /// Those whose time somebody records: the own, or anybody's for whoever records on their behalf. Others are not found,
  /// whether they exist or not.
  func recordable(_ people: [PersonRef], _ context: Context) throws(Refusal) -> [Alias] {
    let people = try recorded(people)
    guard people.allSatisfy({ mayAnswer(for: $0.person, context) }) else { throw .notFound }
    return people.map(\.alias)
  }
}
