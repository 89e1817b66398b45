internal import StrictJSON

/// Printable ASCII without quotes and backslashes: text that JSON writes as it is.
package enum PlainText {
  package static func allows(_ bytes: UnsafeRawBufferPointer) -> Bool {
    EightBytes.arePlainASCII(bytes)
  }

  package static func allows(_ text: String, limit: Int = 256) -> Bool {
    var text = text
    return text.withUTF8 { !$0.isEmpty && $0.count <= limit && allows(UnsafeRawBufferPointer($0)) }
  }
}
