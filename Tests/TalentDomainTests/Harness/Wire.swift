import StrictJSON
import TalentDomain
import Testing

/// Sends a value over the wire and back, as the socket and the log do: what a test works with has been written and read.
func carried<V: Value>(_ value: V) throws -> V {
  let bytes = value.canonical
  let back = try V(canonical: bytes)
  #expect(back == value, "\(V.self) does not read back what it writes")
  #expect(back.canonical == bytes)
  return back
}

/// Fills in the people that a command names, by number or by id.
struct TestResolver: Resolver {
  let directory: TestDirectory
  let organisation: Organisation
  let isCohort: Bool

  mutating func resolve(_ person: inout PersonRef) throws(Fault) {
    let byID = Alias(person.given).flatMap { organisation.people[$0] == nil ? nil : $0 }
    guard let found = directory.person(number: person.given) ?? byID else { return }
    person.person = found
    if isCohort { person.alias = directory.alias(of: found) }
  }

  mutating func resolve(_ person: inout Person) throws(Fault) {}
  mutating func resolve(_ thing: inout Thing) throws(Fault) {}
}

extension PersonRef {
  /// A person by employee number.
  init(_ number: String) { self.init(given: number) }
}
