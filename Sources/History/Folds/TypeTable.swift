/// Finds what belongs to a type of event by the bytes of its name, without making a string of them: every event of every
/// fold passes here.
package struct TypeTable<Entry: Sendable>: Sendable {
  private struct Slot: Sendable {
    let name: [UInt8]
    let entry: Entry
  }

  /// Open addressing; a power of two, and less than half full, so that a search ends soon.
  private let slots: [Slot?]

  package init(_ entries: [String: Entry]) {
    var capacity = 16
    while capacity < 2 * entries.count + 1 { capacity *= 2 }
    var slots = [Slot?](repeating: nil, count: capacity)
    for (name, entry) in entries {
      let name = Array(name.utf8)
      var index = name.withUnsafeBytes { TypeTable.hash($0) } & (capacity - 1)
      while slots[index] != nil { index = (index + 1) & (capacity - 1) }
      slots[index] = Slot(name: name, entry: entry)
    }
    self.slots = slots
  }

  package subscript(name: UnsafeRawBufferPointer) -> Entry? {
    let mask = slots.count - 1
    var index = TypeTable.hash(name) & mask
    while let slot = slots[index] {
      if slot.name.count == name.count, slot.name.withUnsafeBytes({ $0.elementsEqual(name) }) { return slot.entry }
      index = (index + 1) & mask
    }
    return nil
  }

  /// FNV-1a. Names of types are ours, so that nobody can make them collide.
  private static func hash(_ name: UnsafeRawBufferPointer) -> Int {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in name { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return Int(truncatingIfNeeded: hash >> 8)
  }
}
