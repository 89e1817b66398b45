import TalentDomain
import TalentInterface
import Transparency

/// A row's command id is made from its content, so that an import can be repeated: the same row gets the same answer.
///
/// A UUID of version 8 (RFC 9562), whose 122 free bits come from SHA-256 of method, scope (the cohort), behalf and the
/// canonical command, each ended by a zero byte, which canonical JSON never holds.
enum RowID {
  static func make<C: Command>(_: C.Type, _ command: C, behalf: PersonRef?, scope: String) -> CommandID {
    var content: [UInt8] = []
    for part in [C.fullMethod, scope, behalf?.given ?? ""] { content += Array(part.utf8) + [0] }
    content += command.canonical
    var digits = Array(Hash(of: content).hex.utf8.prefix(32))
    digits[12] = UInt8(ascii: "8")
    // The variant of RFC 9562: the two high bits are 10.
    digits[16] = Array("89ab".utf8)[Int(digits[16]) & 3]
    var text = ""
    for (index, digit) in digits.enumerated() {
      if index == 8 || index == 12 || index == 16 || index == 20 { text.append("-") }
      text.unicodeScalars.append(Unicode.Scalar(digit))
    }
    return CommandID(text) ?? .blank
  }
}
