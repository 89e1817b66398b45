import Seeded
import Testing

@testable import TalentCommands

/// The lines of iCalendar (RFC 5545, 3.1).
struct ContentLineTests {
  private func lines(_ name: String, text: String) -> [UInt8] {
    var lines = ContentLines()
    lines.add(name, text: text)
    return lines.bytes
  }

  /// Lines as they are transmitted, without their ends.
  private func physical(_ bytes: [UInt8]) -> [[UInt8]] {
    var rows: [[UInt8]] = [[]]
    for byte in bytes {
      if byte == 0x0A, rows[rows.count - 1].last == 0x0D {
        rows[rows.count - 1].removeLast()
        rows.append([])
      } else {
        rows[rows.count - 1].append(byte)
      }
    }
    return rows.dropLast()
  }

  @Test func `what means something is escaped, and a line break is two characters`() {
    #expect(String(decoding: lines("X", text: "a;b,c\\d\ne\u{7}"), as: UTF8.self) == "X:a\\;b\\,c\\\\d\\ne\r\n")
  }

  @Test func `a line of 75 octets is left alone, one of 76 is folded`() {
    #expect(physical(lines("X", text: String(repeating: "a", count: 73))).map(\.count) == [75])
    #expect(physical(lines("X", text: String(repeating: "a", count: 74))).map(\.count) == [75, 2])
  }

  @Test(arguments: SeededGenerator.seeds)
  func `folded lines are short, whole letters, and unfold to what they were`(seed: UInt64) throws {
    var chance = SeededGenerator(seed: seed, for: "folding")
    let letters: [Character] = ["a", "æ", "Å", "€", "’", "👩🏽", " ", "\t", "z", "ø"]
    for _ in 0..<300 {
      let text = String(
        (0..<Int.random(in: 0...400, using: &chance)).map { _ in letters.randomElement(using: &chance) ?? "a" }
      )
      .replacing("\t", with: " ")
      let rows = physical(lines("SUMMARY", text: text))
      for row in rows {
        #expect(row.count <= 75)
        // Each line by itself is UTF-8: nothing is split.
        #expect(String(validating: row, as: UTF8.self) != nil)
      }
      #expect(rows.dropFirst().allSatisfy { $0.first == 0x20 && $0.count > 1 })
      let unfolded = (rows.first ?? []) + rows.dropFirst().flatMap { $0.dropFirst() }
      #expect(String(decoding: unfolded, as: UTF8.self) == "SUMMARY:\(text)")
    }
  }
}
