/// How much JSON may be read from somebody one does not trust.
package struct JSONLimits: Sendable, Hashable {
  /// In bytes.
  package var maximumLength: Int
  /// How many arrays and objects may stand within one another. The parser calls itself once a level, so that the stack
  /// sets a bound too: beyond 512 this number counts as 512.
  package var maximumDepth: Int
  /// Whether every name and string must be in Unicode normalisation form C.
  package var requiresNFC: Bool

  package init(maximumLength: Int = 1 << 20, maximumDepth: Int = 64, requiresNFC: Bool = true) {
    self.maximumLength = maximumLength
    self.maximumDepth = min(maximumDepth, 512)
    self.requiresNFC = requiresNFC
  }

  /// 1 MiB, 64 levels, NFC: what the socket accepts.
  package static let standard = JSONLimits()
}
