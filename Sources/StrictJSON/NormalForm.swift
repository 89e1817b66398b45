// The standard library keeps its normaliser behind this name. The alternative is the whole of Foundation, or tables of
// our own that would age; `NormalFormTests` holds it to Unicode's examples, so a compiler that drops it fails there.
@_spi(_Unicode) import Swift

/// Unicode normalisation form C (UAX #15): the one spelling of text that leaves and sockets accept.
package enum NormalForm {
  /// Below U+0300 nothing combines and nothing changes. The first byte of U+0300 in UTF-8 is 0xCC, and no byte of a lower
  /// character reaches it, so a look at the bytes settles most European text.
  static func isObvious(_ utf8: UnsafeRawBufferPointer) -> Bool {
    for byte in utf8 where byte >= 0xCC { return false }
    return true
  }

  package static func isComposed(_ text: String) -> Bool {
    var copy = text
    if copy.withUTF8({ isObvious(UnsafeRawBufferPointer($0)) }) { return true }
    return text._nfc.elementsEqual(text.unicodeScalars)
  }

  package static func compose(_ text: String) -> String {
    if isComposed(text) { return text }
    var scalars = String.UnicodeScalarView()
    scalars.append(contentsOf: text._nfc)
    return String(scalars)
  }
}
