import TalentDomain
import Testing

@testable import TalentService

struct RefusalRegisterTests {
  private let actor = Alias(bits: 100)
  private let hour: Int64 = 3_600_000

  @Test func `the same refusal is new once`() {
    var register = RefusalRegister()
    #expect(register.note(actor: actor, content: [1], rules: ["R5"], at: 0) == .new)
    #expect(register.note(actor: actor, content: [1], rules: ["R5"], at: 1) == .known)
    #expect(register.note(actor: actor, content: [1], rules: ["R5"], at: 10 * hour) == .known)
  }

  @Test func `what was noted and did not become durable is new again, and does not count`() {
    var register = RefusalRegister()
    _ = register.note(actor: actor, content: [1], rules: ["R5"], at: 0)
    register.committed()
    for number in 2..<100 { _ = register.note(actor: actor, content: [UInt8(number)], rules: ["R5"], at: 1) }
    register.rolledBack()
    #expect(register.note(actor: actor, content: [1], rules: ["R5"], at: 2) == .known)
    for number in 2...60 {
      #expect(register.note(actor: actor, content: [UInt8(number)], rules: ["R5"], at: 2) == .new)
    }
    #expect(register.note(actor: actor, content: [61], rules: ["R5"], at: 3) == .summarise(61, since: 0))
  }

  @Test func `another actor, content or rule is another refusal`() {
    var register = RefusalRegister()
    _ = register.note(actor: actor, content: [1], rules: ["R5"], at: 0)
    #expect(register.note(actor: Alias(bits: 101), content: [1], rules: ["R5"], at: 0) == .new)
    #expect(register.note(actor: actor, content: [2], rules: ["R5"], at: 0) == .new)
    #expect(register.note(actor: actor, content: [1], rules: ["R2", "R5"], at: 0) == .new)
  }

  @Test func `beyond sixty within the hour there is one summary, and then no more`() {
    var register = RefusalRegister()
    for number in 0..<60 {
      #expect(register.note(actor: actor, content: [UInt8(number)], rules: ["R5"], at: 5) == .new)
    }
    #expect(register.note(actor: actor, content: [60], rules: ["R5"], at: 6) == .summarise(61, since: 5))
    #expect(register.note(actor: actor, content: [61], rules: ["R5"], at: 7) == .tooMany)
    // Others are not held up by it.
    #expect(register.note(actor: Alias(bits: 101), content: [61], rules: ["R5"], at: 8) == .new)
    // What was recorded before is still known.
    #expect(register.note(actor: actor, content: [3], rules: ["R5"], at: 9) == .known)
  }

  @Test func `the hour ends a full hour after its first refusal`() {
    var register = RefusalRegister()
    for number in 0..<62 { _ = register.note(actor: actor, content: [UInt8(number)], rules: ["R5"], at: 0) }
    #expect(register.note(actor: actor, content: [100], rules: ["R5"], at: hour - 1) == .tooMany)
    #expect(register.note(actor: actor, content: [100], rules: ["R5"], at: hour) == .new)
  }
}
