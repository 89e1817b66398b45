package import EventLog
internal import StrictJSON
package import TalentDomain

extension Header {
  /// What a leaf carries beside its facts.
  /// - Throws: `LogError.corrupt`, naming the position, where an id is none of ours.
  package init(_ leaf: Leaf) throws(LogError) {
    let malformed = LogError.corrupt(position: leaf.position, .leafMalformed)
    guard let actor = leaf.actorAlias, let date = CivilDate(leafText: leaf.localDate) else { throw malformed }
    self.init(
      position: leaf.position, revision: leaf.revision, effective: Instant(milliseconds: leaf.effective),
      recorded: Instant(milliseconds: leaf.recorded), received: Instant(milliseconds: leaf.received), localDate: date,
      actor: actor, behalf: try leaf.alias(leaf.behalf), subject: try leaf.alias(leaf.subject), cause: leaf.cause)
  }
}

extension Leaf {
  var actorAlias: Alias? {
    guard let start = bytes.baseAddress, let actor = actorBytes.baseAddress else { return nil }
    // The cursor reads a string from its opening quote, which stands right before the bytes.
    var cursor = CanonicalCursor(bytes, at: actor - start - 1)
    return try? Alias.read(&cursor)
  }

  /// An id that may be absent, but not be anything else.
  func alias(_ text: String?) throws(LogError) -> Alias? {
    guard let text else { return nil }
    guard let alias = Alias(text) else { throw .corrupt(position: position, .leafMalformed) }
    return alias
  }
}

extension CivilDate {
  /// From `YYYY-MM-DD` without memory of its own: a leaf's date is read for every event of every fold.
  fileprivate init?(leafText text: String) {
    var text = text
    let date: CivilDate? = text.withUTF8 { utf8 in
      guard utf8.count == 10, utf8[4] == UInt8(ascii: "-"), utf8[7] == UInt8(ascii: "-") else { return nil }
      var parts = (year: 0, month: 0, day: 0)
      for index in 0..<10 where index != 4 && index != 7 {
        let digit = Int(utf8[index]) - 0x30
        guard (0...9).contains(digit) else { return nil }
        switch index {
        case 0...3: parts.year = parts.year * 10 + digit
        case 5...6: parts.month = parts.month * 10 + digit
        default: parts.day = parts.day * 10 + digit
        }
      }
      return CivilDate(year: parts.year, month: parts.month, day: parts.day)
    }
    guard let date else { return nil }
    self = date
  }
}
