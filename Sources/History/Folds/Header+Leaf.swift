package import Leaves
internal import StrictJSON
package import TalentDomain

extension Header {
  /// What a leaf carries beside its facts.
  /// - Throws: `LeafError`, naming the position, where an id is none of ours.
  package init(_ leaf: Leaf) throws(LeafError) {
    let malformed = LeafError(position: leaf.position, .malformed)
    guard let actor = leaf.actorAlias, let date = CivilDate(utf8: leaf.localDateBytes) else { throw malformed }
    self.init(
      position: leaf.position, revision: leaf.revision, effective: Instant(milliseconds: leaf.effective),
      recorded: Instant(milliseconds: leaf.recorded), received: Instant(milliseconds: leaf.received), localDate: date,
      actor: actor, behalf: try leaf.alias(leaf.behalf), subject: try leaf.alias(leaf.subject), cause: leaf.cause)
  }
}

extension Leaf {
  package var actorAlias: Alias? {
    guard let start = bytes.baseAddress, let actor = actorBytes.baseAddress else { return nil }
    // The cursor reads a string from its opening quote, which stands right before the bytes.
    var cursor = CanonicalCursor(bytes, at: actor - start - 1)
    return try? Alias.read(&cursor)
  }

  /// An id that may be absent, but not be anything else.
  package func alias(_ text: String?) throws(LeafError) -> Alias? {
    guard let text else { return nil }
    guard let alias = Alias(text) else { throw LeafError(position: position, .malformed) }
    return alias
  }
}
