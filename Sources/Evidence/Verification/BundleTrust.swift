package import Leaves
package import Transparency

/// What whoever verifies brings along, by another way than the bundle.
package struct BundleTrust: Sendable {
  /// The log's keys. Without any, the bundle's own word is taken for them, and the report says so.
  package var logKeys: [NoteVerifier] = []
  /// Which witnesses count, and how many must agree.
  package var policy: WitnessPolicy?
  /// Keys of witnesses, beside those that the policy names.
  package var witnessKeys: [NoteVerifier] = []
  /// Checkpoints that one has from elsewhere: an earlier bundle, the minutes, a witness.
  package var known: [SignedNote] = []
  /// How far a recorded time may lie outside its bracket, in milliseconds.
  package var tolerance = Bracket.usualTolerance
  /// How much older than the export the newest anchor may be where a policy is given, in milliseconds.
  package var anchorAge: Int64 = 48 * 3_600_000
  /// The time of a time-stamp response over some bytes, in milliseconds since 1970; nil where it is not valid. Nil itself
  /// where no authority's certificate was given.
  package var timestamps: (@Sendable (_ response: [UInt8], _ data: [UInt8]) -> Int64?)?
  /// The page that a bundle's contents make; the verifier compares it with the one that is there.
  package var page: (@Sendable (Bundle) throws -> [UInt8])?
  /// Whether the facts of a leaf are those of its type.
  package var isKnown: (@Sendable (Leaf) -> Bool)?

  package init() {}
}
