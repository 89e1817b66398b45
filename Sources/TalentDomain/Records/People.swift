package import StrictJSON

/// Fills in who is meant. Commands name people by number, answers by alias: the service knows both.
package protocol Resolver {
  mutating func resolve(_ person: inout PersonRef) throws(Fault)
  mutating func resolve(_ person: inout Person) throws(Fault)
  mutating func resolve(_ thing: inout Thing) throws(Fault)
}

/// A person as a command names one: by employee number, or by the id that a query showed.
package struct PersonRef: Value {
  /// As the client wrote it.
  package let given: String
  /// The id in the organisation's stream; `none` where nobody is known by what was given.
  package var person: Alias
  /// The alias in the command's cohort; `none` for a command outside cohorts, or for nobody.
  package var alias: Alias

  package init(given: String, person: Alias = .none, alias: Alias = .none) {
    self.given = given
    self.person = person
    self.alias = alias
  }

  package static let blank = PersonRef(given: "")
  package static let shape = Shape.person

  package static func read(_ cursor: inout CanonicalCursor) throws(Fault) -> PersonRef {
    guard let text = try? cursor.string(), (1...64).contains(text.utf8.count), text.utf8.allSatisfy({ $0 > 0x20 })
    else {
      throw Fault(.expected("an employee number or an id"))
    }
    return PersonRef(given: text)
  }

  package func write(_ writer: inout CanonicalWriter) { writer.string(given) }

  package mutating func resolve(_ resolver: inout some Resolver) throws(Fault) { try resolver.resolve(&self) }
}

/// A person as an answer shows one: the alias, and the name and number where the reader may know them.
package struct Person: Record {
  package var erased: Bool?
  package var id = Alias.none
  package var name: Line?
  package var number: Line?

  package init() {}
  package init(_ id: Alias) { self.id = id }

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("erased", &erased, "True where nobody knows any more who it was.")
    try members("id", &id, "The alias in the cohort, or in the organisation's stream.")
    try members("name", &name)
    try members("number", &number, "The employee number.")
  }

  package mutating func resolve(_ resolver: inout some Resolver) throws(Fault) { try resolver.resolve(&self) }
}

/// A centre, a workplace or a profession as an answer shows it: its code, and its name.
package struct Thing: Record {
  package var id = Alias.none
  package var name: Line?

  package init() {}
  package init(_ id: Alias) { self.id = id }

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("id", &id, "The code in the cohort, or in the organisation's stream.")
    try members("name", &name)
  }

  package mutating func resolve(_ resolver: inout some Resolver) throws(Fault) { try resolver.resolve(&self) }
}
