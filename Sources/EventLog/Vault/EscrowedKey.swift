internal import Crypto
internal import Transparency

/// A master key as it lies in the safe: on paper, for people to type back.
///
/// Four lines of eight bytes each and a fifth that stands for all of them, in Crockford's base 32 (no I, L, O or U; what
/// looks like a 1 or a 0 is one), in groups of four. A key's line ends with three symbols of check sum, in which its number
/// counts too; the fifth is the beginning of SHA-256 over the key and the log's origin.
package struct EscrowedKey: Sendable {
  /// What is wrong with lines that were typed; each number counts from 1.
  package enum Fault: Error, Hashable, Sendable {
    /// Lines that are not there, or not of sixteen symbols (the fifth: eight).
    case missing([Int])
    /// Lines whose check sum says that something was misread.
    case misread([Int])
    /// Each line by itself is right, and together they are no key of this log.
    case another
  }

  /// The lines of the key, and the last one.
  package static let count = 5

  let key: SymmetricKey
  package let origin: String

  init(_ key: SymmetricKey, origin: String) {
    self.key = key
    self.origin = origin
  }

  /// As `master.key` and a credential hold it: base64 and a new line.
  package var file: [UInt8] { MasterKey.text(key) }

  package var lines: [String] {
    let bytes = key.withUnsafeBytes { Array($0) }
    let parts = (0..<4).map { index in
      let part = Array(bytes[index * 8..<index * 8 + 8])
      return Crockford.text(part.bits + EscrowCheck.sum(of: part, line: index + 1).bits(15) + [false])
    }
    return (parts + [Self.total(bytes, origin)]).map(Crockford.grouped)
  }

  /// Reads the lines back: all five in their order, or each with its number and a colon before it, wherever they stand
  /// among other text.
  package init(typed text: String, origin: String) throws(Fault) {
    let lines = Self.numbered(text)
    let missing = (1...Self.count).filter { lines[$0]?.count != ($0 < 5 ? 16 : 8) }
    guard missing.isEmpty else { throw .missing(missing) }
    var bytes: [UInt8] = []
    var misread: [Int] = []
    for number in 1...4 {
      let bits = (lines[number] ?? []).flatMap { UInt16($0).bits(5) }
      let part = bits.prefix(64).bytes
      if bits.dropFirst(64).prefix(15).elementsEqual(EscrowCheck.sum(of: part, line: number).bits(15)), !bits[79] {
        bytes += part
      } else {
        misread.append(number)
      }
    }
    guard misread.isEmpty else { throw .misread(misread) }
    guard lines[5] == Crockford.values(Self.total(bytes, origin)) else { throw .another }
    self.init(SymmetricKey(data: bytes), origin: origin)
  }

  /// The beginning of the digest: eight symbols, 40 bits.
  private static func total(_ bytes: [UInt8], _ origin: String) -> String {
    Crockford.text(Array(Hash(of: Array("escrow".utf8) + bytes + Array(origin.utf8)).bytes.prefix(5)).bits)
  }

  /// The values of the symbols of each line, by its number.
  private static func numbered(_ text: String) -> [Int: [UInt8]] {
    let lines = text.split(whereSeparator: \.isNewline).map { $0.trimmingSpaces }.filter { !$0.isEmpty }
    var found: [Int: [UInt8]] = [:]
    for line in lines {
      guard let colon = line.firstIndex(of: ":"), let number = Int(line[..<colon]), (1...count).contains(number) else {
        continue
      }
      found[number] = Crockford.values(line[line.index(after: colon)...])
    }
    if found.isEmpty, lines.count == count {
      for (index, line) in lines.enumerated() { found[index + 1] = Crockford.values(line) }
    }
    return found
  }
}

/// The check sum of a line: a cyclic one of 15 bits (polynomial 0x4599), which finds whatever lies within 15 neighbouring
/// bits: any one symbol misread, any two neighbours exchanged. It begins with the line's number.
private enum EscrowCheck {
  static func sum(of part: [UInt8], line: Int) -> UInt16 {
    var register = UInt16(line)
    for bit in part.bits {
      let carries = (register >> 14 & 1 == 1) != bit
      register = register << 1 & 0x7FFF
      if carries { register ^= 0x4599 }
    }
    return register
  }
}

private enum Crockford {
  private static let symbols = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ".utf8)

  /// Five bits a symbol; the number of bits is a multiple of five.
  static func text(_ bits: [Bool]) -> String {
    String(
      decoding: stride(from: 0, to: bits.count, by: 5).map { start in
        symbols[bits[start..<start + 5].reduce(0) { $0 << 1 | ($1 ? 1 : 0) }]
      }, as: UTF8.self)
  }

  static func grouped(_ text: String) -> String {
    let symbols = Array(text)
    return stride(from: 0, to: symbols.count, by: 4).map { String(symbols[$0..<min($0 + 4, symbols.count)]) }
      .joined(separator: "-")
  }

  /// Nil where there is anything but symbols, spaces and dashes.
  static func values(_ text: some StringProtocol) -> [UInt8]? {
    var values: [UInt8] = []
    for byte in text.utf8 where ![0x20, 0x09, 0x2D].contains(byte) {
      let upper = byte >= 0x61 && byte <= 0x7A ? byte - 0x20 : byte
      let read: UInt8 =
        [UInt8(ascii: "O"): UInt8(ascii: "0"), UInt8(ascii: "I"): 0x31, UInt8(ascii: "L"): 0x31][upper] ?? upper
      guard let value = symbols.firstIndex(of: read) else { return nil }
      values.append(UInt8(value))
    }
    return values
  }
}

extension [UInt8] {
  fileprivate var bits: [Bool] { flatMap { UInt16($0).bits(8) } }
}

extension UInt16 {
  /// The lowest so many bits, the most significant of them first.
  fileprivate func bits(_ count: Int) -> [Bool] { (0..<count).reversed().map { self >> $0 & 1 == 1 } }
}

extension Sequence<Bool> {
  fileprivate var bytes: [UInt8] {
    let bits = Array(self)
    return stride(from: 0, to: bits.count, by: 8).map { start in
      bits[start..<start + 8].reduce(0) { $0 << 1 | ($1 ? 1 : 0) }
    }
  }
}

extension StringProtocol {
  fileprivate var trimmingSpaces: SubSequence {
    let trimmed = self.drop { $0 == " " || $0 == "\t" || $0 == "\r" }
    guard let last = trimmed.lastIndex(where: { $0 != " " && $0 != "\t" && $0 != "\r" }) else { return trimmed }
    return trimmed[...last]
  }
}
