import Crypto
import StrictJSON
import Testing

@testable import EventLog

@Suite("The master key on paper")
struct EscrowTests {
  private let origin = "test.example/log"

  @Test func `what is printed is read back, however it is typed`() throws {
    for _ in 0..<50 {
      let key = EscrowedKey(SymmetricKey(size: .bits256), origin: origin)
      let lines = key.lines
      #expect(lines.count == 5 && lines.prefix(4).allSatisfy { $0.utf8.count == 19 } && lines[4].utf8.count == 9)
      let numbered = lines.enumerated().map { "  \($0 + 1):  \($1)" }
      for typed in [
        lines.joined(separator: "\n"), lines.joined(separator: "\r\n\r\n"),
        lines.joined(separator: "\n").lowercased().replacing("-", with: " "),
        lines.joined(separator: "\n").replacing("0", with: "O").replacing("1", with: "l"),
        numbered.joined(separator: "\n"), numbered.reversed().joined(separator: "\n"),
        "HOVEDNØGLE\n\nThe key: keep it\n" + numbered.joined(separator: "\nnote: 12\n") + "\n7: 2027\n",
      ] {
        #expect(try EscrowedKey(typed: typed, origin: origin).file == key.file, "\(typed)")
      }
    }
  }

  @Test func `each line with a symbol misread, or two neighbours exchanged, is named`() throws {
    let key = EscrowedKey(SymmetricKey(size: .bits256), origin: origin)
    let lines = key.lines
    var tried = 0
    for line in 0..<4 {
      let symbols = Array(lines[line])
      for place in symbols.indices where symbols[place] != "-" {
        for other in "0123456789ABCDEFGHJKMNPQRSTVWXYZ" where other != symbols[place] {
          var wrong = symbols
          wrong[place] = other
          expect(.misread([line + 1]), lines, [line: String(wrong)])
          tried += 1
        }
        guard let next = symbols[(place + 1)...].firstIndex(where: { $0 != "-" }), symbols[next] != symbols[place]
        else {
          continue
        }
        var wrong = symbols
        wrong.swapAt(place, next)
        expect(.misread([line + 1]), lines, [line: String(wrong)])
      }
    }
    #expect(tried == 4 * 16 * 31)
    expect(.misread([1, 2]), lines, [0: lines[1], 1: lines[0]])
    expect(.misread([2, 4]), lines, [1: lines[0], 3: lines[0]])
  }

  @Test func `lines that are missing or too short are named, and a page of another log or key is told apart`() throws {
    let lines = EscrowedKey(SymmetricKey(size: .bits256), origin: origin).lines
    let other = EscrowedKey(SymmetricKey(size: .bits256), origin: origin).lines
    expect(.missing([2]), lines, [1: String(lines[1].dropLast())])
    expect(.missing([3, 5]), lines, [2: lines[2] + "-U", 4: "?"])
    #expect(throws: EscrowedKey.Fault.missing([2, 3, 4, 5])) {
      try EscrowedKey(typed: "1: \(lines[0])\nsomething else\n", origin: origin)
    }
    #expect(throws: EscrowedKey.Fault.missing([1, 2, 3, 4, 5])) { try EscrowedKey(typed: "", origin: origin) }
    // A line that is right by itself, from another page.
    expect(.another, lines, [2: other[2]])
    expect(.another, lines, [4: other[4]])
    #expect(throws: EscrowedKey.Fault.another) {
      try EscrowedKey(typed: lines.joined(separator: "\n"), origin: "test.example/other")
    }
  }

  private func expect(_ fault: EscrowedKey.Fault, _ lines: [String], _ changed: [Int: String]) {
    let typed = lines.enumerated().map { "\($0 + 1): \(changed[$0] ?? $1)" }.joined(separator: "\n")
    #expect(throws: fault) { try EscrowedKey(typed: typed, origin: origin) }
  }
}
