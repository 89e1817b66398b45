import Evidence
import TalentDomain
import Testing

@testable import TalentService

struct AnchorRegisterTests {
  /// Keys that nobody has: what is folded has been checked before it was kept.
  private static let keys = [
    "w1.example+befa920a+BAEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEB",
    "w2.example+60cb1452+BAICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgIC",
    "w3.example+0b0a6459+BAMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMD",
  ]
  private static let lines = [
    "vvqSCgAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA==",
    "YMsUUgAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA==",
    "CwpkWQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA==",
  ]

  private func register() throws -> AnchorRegister {
    let witnesses = Self.keys.enumerated().map { "witness w\($0.offset + 1) \($0.element)\n" }.joined()
    return AnchorRegister(try WitnessPolicy(parsing: Array("\(witnesses)group g 2 w1 w2 w3\nquorum g\n".utf8)))
  }

  private func cosigned(_ number: Int, _ size: Int, at time: Int64) -> CheckpointAnchored {
    var fact = CheckpointAnchored()
    fact.name = Line("w\(number).example")
    fact.cosignature = Line("— w\(number).example \(Self.lines[number - 1])")
    fact.size = size
    fact.time = Instant(milliseconds: time)
    return fact
  }

  @Test func `a size satisfies the policy when enough have signed it, from the last of them on`() throws {
    var register = try register()
    #expect(register.lacking == ["w1.example", "w2.example", "w3.example"])
    register.take(cosigned(1, 10, at: 500), position: 10)
    #expect(register.satisfied == nil)
    register.take(cosigned(3, 10, at: 300), position: 11)
    #expect(register.satisfied?.size == 10)
    #expect(register.satisfied?.time == Instant(milliseconds: 500))
    #expect(register.lacking == ["w2.example"])
  }

  @Test func `an authority lacks until it has stamped what the policy is satisfied with, or something later`() throws {
    func stamped(_ name: String, _ size: Int) -> CheckpointAnchored {
      var fact = CheckpointAnchored()
      fact.name = Line(name)
      fact.size = size
      fact.timestamp = Document("AA==")
      return fact
    }
    var register = try register()
    #expect(register.late(["a", "b"]) == ["a", "b"])
    register.take(stamped("a", 10), position: 10)
    #expect(register.late(["a", "b"]) == ["b"])
    for number in 1...2 { register.take(cosigned(number, 20, at: 500), position: 20 + number) }
    #expect(register.late(["a", "b"]) == ["a", "b"])
    register.take(stamped("b", 20), position: 30)
    register.take(stamped("a", 31), position: 31)
    #expect(register.late(["a", "b"]) == [])
  }

  @Test func `two signatures of one witness are one, and those at different sizes do not add up`() throws {
    var register = try register()
    register.take(cosigned(1, 10, at: 1), position: 10)
    register.take(cosigned(1, 10, at: 2), position: 11)
    register.take(cosigned(2, 12, at: 3), position: 12)
    #expect(register.satisfied == nil)
    #expect(register.reached.map(\.size) == [10, 12])
  }

  @Test func `an older size that is completed later takes nothing back`() throws {
    var register = try register()
    for (number, size) in [(1, 20), (2, 20), (1, 10), (2, 10)] {
      register.take(cosigned(number, size, at: Int64(size)), position: 30 + size + number)
    }
    #expect(register.satisfied?.size == 20)
  }

  @Test func `events that keep anchors do not wait to be anchored`() throws {
    var register = try register()
    #expect(register.waiting(10) == 10)
    register.take(cosigned(1, 10, at: 1), position: 10)
    register.take(cosigned(2, 10, at: 1), position: 11)
    #expect(register.waiting(12) == 0)
    #expect(register.waiting(13) == 1)
  }

  @Test func `what was kept is known by kind, name and size`() throws {
    var register = try register()
    register.take(cosigned(1, 10, at: 1), position: 10)
    #expect(register.kept(.cosignature, "w1.example", size: 10)?.position == 10)
    #expect(register.kept(.timestamp, "w1.example", size: 10) == nil)
    #expect(register.kept(.cosignature, "w1.example", size: 11) == nil)
    #expect(register.kept(.cosignature, "w2.example", size: 10) == nil)
  }

  @Test func `without a policy nothing satisfies it`() {
    var register = AnchorRegister(nil)
    register.take(cosigned(1, 10, at: 1), position: 10)
    #expect(register.satisfied == nil)
    #expect(register.newest?.size == 10)
  }
}
