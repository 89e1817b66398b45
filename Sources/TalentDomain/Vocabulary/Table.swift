/// A table of which a changed copy shares all but a small part with the original.
///
/// The service publishes the whole state after each batch and goes on changing its own: a plain dictionary would be copied
/// as a whole with the first change of each batch, and everything would be the slower the more people there are. Here the
/// rows stand in parts by their keys, and a change copies one part.
package struct Table<Key: TableKey, Value: Sendable>: Sendable {
  private static var parts: Int { 64 }

  private var parts = [[Key: Value]](repeating: [:], count: Table.parts)

  package init() {}

  package subscript(key: Key) -> Value? {
    get { parts[Table.part(of: key)][key] }
    _modify { yield &parts[Table.part(of: key)][key] }
  }

  package mutating func updateValue(_ value: Value, forKey key: Key) -> Value? {
    parts[Table.part(of: key)].updateValue(value, forKey: key)
  }

  package var count: Int { parts.reduce(0) { $0 + $1.count } }

  /// In no order that means anything.
  package var values: some Sequence<Value> { parts.lazy.flatMap(\.values) }

  private static func part(of key: Key) -> Int { Int(truncatingIfNeeded: key.spread) & (parts - 1) }
}

extension Table: Sequence {
  package func makeIterator() -> some IteratorProtocol<(key: Key, value: Value)> {
    parts.lazy.flatMap { $0 as [Key: Value] }.makeIterator()
  }
}

/// A key that says by some of its bits in which part of a table it stands.
package protocol TableKey: Hashable, Sendable {
  var spread: UInt64 { get }
}

/// Drawn at random, so that any bits serve.
extension Alias: TableKey {
  package var spread: UInt64 { bits }
}

/// Employee numbers, which differ in their last digits.
extension String: TableKey {
  package var spread: UInt64 { utf8.reduce(0) { $0 &* 31 &+ UInt64($1) } }
}
