import Seeded
import TalentDomain
import Testing

struct TableTests {
  @Test func `a table holds what a dictionary would, and a copy keeps what it held`() {
    var random = SeededGenerator("TALENT_TABLE_SEED", or: 20_270_426)
    var table = Table<Alias, Int>()
    var dictionary: [Alias: Int] = [:]
    let keys = (0..<300).map { _ in Alias(bits: random.next()) }
    for step in 0..<5000 {
      let key = keys[random.below(keys.count)]
      let (copy, held) = (table, dictionary)
      switch random.below(4) {
      case 0:
        table[key] = nil
        dictionary[key] = nil
      case 1:
        #expect(table.updateValue(step, forKey: key) == dictionary.updateValue(step, forKey: key))
      default:
        table[key] = step
        dictionary[key] = step
      }
      #expect(table[key] == dictionary[key])
      #expect(copy[key] == held[key])
      guard step.isMultiple(of: 500) else { continue }
      #expect(table.count == dictionary.count)
      #expect(Dictionary(uniqueKeysWithValues: table.map { ($0.key, $0.value) }) == dictionary)
      #expect(table.values.sorted() == dictionary.values.sorted())
      #expect(Dictionary(uniqueKeysWithValues: copy.map { ($0.key, $0.value) }) == held)
    }
  }

  @Test func `numbers of employees spread over the parts of a table`() {
    let parts = Set((10_000..<10_200).map { String($0).spread & 63 })
    #expect(parts.count > 32)
  }
}
