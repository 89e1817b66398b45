import StrictJSON
import TalentDomain
import Testing

/// Every fact, command and sealed record there is, held to what the log and the socket ask of them all.
struct RecordTests {
  static let sealed: [any SealedRecord.Type] =
    FactRegistry.all.flatMap { $0.sealed } + [PersonLink.self, CodeLink.self]
  static let records: [any Record.Type] = FactRegistry.all + Commands.all + sealed

  @Test func `members are visited in canonical order, each name once`() {
    for record in RecordTests.records {
      let names = record.recordShape.members.map { Array($0.name.utf16) }
      for (name, next) in zip(names, names.dropFirst()) {
        #expect(name.lexicographicallyPrecedes(next), "\(record): \(String(decoding: next, as: UTF16.self))")
      }
    }
  }

  @Test(arguments: [UInt64.random(in: 0..<1 << 32), 1])
  func `a record reads back what it writes, to the byte`(_ seed: UInt64) throws {
    var generator = ShapeGenerator(seed: seed)
    for record in RecordTests.records {
      for _ in 0..<20 { try readBack(record, generator.record(record.recordShape), seed) }
    }
  }

  private func readBack<R: Record>(_: R.Type, _ bytes: [UInt8], _ seed: UInt64) throws {
    let record = try R(canonical: bytes)
    #expect(record.canonical == bytes, "\(R.self), seed \(seed)")
    #expect(try R(canonical: record.canonical) == record, "\(R.self), seed \(seed)")
  }

  @Test func `a member that nobody knows is refused`() {
    var generator = ShapeGenerator(seed: 2)
    for record in RecordTests.records {
      for name in ["_", "mmmm", "zzzz"] {
        let bytes = generator.record(record.recordShape) { $0.append((name, Array("1".utf8))) }
        // Where it stands in the order decides whether it is seen as unknown or in place of the one expected there.
        #expect(throws: Fault.self, "\(record) \(name)") { try record.init(canonical: bytes) }
      }
      let last = generator.record(record.recordShape) { $0.append(("zzzz", Array("1".utf8))) }
      #expect(throws: Fault(.unknownMember), "\(record)") { try record.init(canonical: last) }
    }
  }

  @Test func `a member that is missing is named`() {
    var generator = ShapeGenerator(seed: 3)
    for record in RecordTests.records {
      for member in record.recordShape.members where !member.isOptional {
        let bytes = generator.record(record.recordShape) { $0.removeAll { $0.name == member.name } }
        #expect(throws: Fault(.missing, at: [member.name]), "\(record)") { try record.init(canonical: bytes) }
      }
    }
  }

  @Test func `a client may write null for what is not given`() throws {
    var generator = ShapeGenerator(seed: 4)
    generator.writesNull = true
    for command in Commands.all {
      for _ in 0..<20 {
        let bytes = generator.record(command.recordShape)
        let back = String(decoding: try command.init(canonical: bytes).canonical, as: UTF8.self)
        #expect(!back.contains("null"), "\(command)")
      }
    }
  }

  @Test func `a fact holds no words of people's own, and names nobody by number`() {
    for fact in FactRegistry.all {
      for shape in leaves(of: fact.recordShape) {
        switch shape {
        // What a witness or an authority has signed is a long text of a machine's.
        case .text(limit: Document.limit) where fact == CheckpointAnchored.self: break
        case .text, .person: Issue.record("\(fact) holds \(shape)")
        default: break
        }
      }
    }
  }

  private func leaves(of record: RecordShape) -> [Shape] {
    record.members.map(\.shape).flatMap(leaves)
  }

  private func leaves(of shape: Shape) -> [Shape] {
    switch shape {
    case .list(let element, _): leaves(of: element)
    case .record(let record): leaves(of: record)
    default: [shape]
    }
  }

  @Test func `each type of event has a name of its own, a noun, what happened to it and a version`() throws {
    let types = FactRegistry.all.map { "\($0.type)" }
    #expect(Set(types).count == types.count)
    for type in types {
      #expect(try /[a-z]+(-[a-z]+)*\.[a-z]+(-[a-z]+)*\.v[0-9]+/.wholeMatch(in: type) != nil, "\(type)")
    }
  }

  @Test func `each method has a name and a purpose of its own`() {
    let methods = Commands.all.map { $0.method }
    #expect(Set(methods).count == methods.count)
    let purposes = Commands.all.map { $0.purpose } + FactRegistry.all.map { $0.purpose }
    for purpose in purposes { #expect(!purpose.da.isEmpty && !purpose.en.isEmpty && purpose.da != purpose.en) }
  }

  @Test func `one claim's name means one kind of sealed record`() {
    let names = Dictionary(grouping: RecordTests.sealed) { "\($0.name)" }
    for (name, kinds) in names { #expect(Set(kinds.map { ObjectIdentifier($0) }).count == 1, "\(name)") }
  }

  @Test func `every fact of a rule's check stands in the register, and every rule has its sentence`() {
    let types = Set(FactRegistry.all.map { "\($0.type)" })
    for rule in Rulebook.rules {
      #expect(!rule.sentence.da.isEmpty && !rule.sentence.en.isEmpty && !rule.source.isEmpty)
      for check in rule.checks { #expect(types.contains(check.type), "\(rule.id): \(check.type)") }
    }
  }
}
