/// Why some bytes are not the leaf that they should be. It carries nothing of their content.
package struct LeafError: Error, Hashable, Sendable {
  package enum Flaw: Hashable, Sendable {
    /// Not a canonical event of this shape, or of a type that is not known.
    case malformed
    /// The event's id is not its position.
    case misplaced
  }

  package let position: Int
  package let flaw: Flaw

  package init(position: Int, _ flaw: Flaw) {
    self.position = position
    self.flaw = flaw
  }
}
