import Seeded
import StrictJSON

extension SeededGenerator {
  mutating func json(depth: Int = 4) -> JSON {
    switch Int.random(in: 0..<(depth > 0 ? 8 : 6), using: &self) {
    case 0: return .null
    case 1: return .bool(.random(using: &self))
    case 2: return .integer(integer())
    case 3: return .double(fraction())
    case 4, 5: return .string(text())
    case 6:
      var elements: [JSON] = []
      for _ in 0..<Int.random(in: 0...4, using: &self) { elements.append(json(depth: depth - 1)) }
      return .array(elements)
    default:
      var members: [JSON.Member] = []
      for _ in 0..<Int.random(in: 0...12, using: &self) {
        let name = text()
        if members.contains(where: { $0.name.utf8.elementsEqual(name.utf8) }) { continue }
        members.append(JSON.Member(name: name, value: json(depth: depth - 1)))
      }
      return .object(members)
    }
  }

  mutating func integer() -> Int64 {
    let largest: Int64 = 9_007_199_254_740_991
    switch Int.random(in: 0..<4, using: &self) {
    case 0: return [0, 1, -1, largest, -largest].randomElement(using: &self) ?? 0
    case 1: return .random(in: -1000...1000, using: &self)
    default: return .random(in: -largest...largest, using: &self)
    }
  }

  /// A double that is no integer: an integer's canonical spelling reads back as one.
  mutating func fraction() -> Double {
    while true {
      let value = Double(bitPattern: next())
      if value.isFinite, value != value.rounded() { return value }
    }
  }

  /// NFC text of a few characters, most of them such as make trouble.
  mutating func text() -> String {
    var scalars = String.UnicodeScalarView()
    for _ in 0..<Int.random(in: 0...6, using: &self) {
      switch Int.random(in: 0..<6, using: &self) {
      case 0:
        scalars.append(["\"", "\\", "/", "\n", "\t", "\u{0}", "\u{1F}", "\u{7F}"].randomElement(using: &self) ?? "a")
      case 1:
        scalars.append(["å", "ø", "é", "€", "😀", "\u{E000}", "\u{FFFD}", "\u{301}"].randomElement(using: &self) ?? "a")
      case 2:
        if let scalar = Unicode.Scalar(UInt32.random(in: 0x80...0x10FFFF, using: &self)) { scalars.append(scalar) }
      default: scalars.append(Unicode.Scalar(UInt8.random(in: 0x61...0x7A, using: &self)))
      }
    }
    return NormalForm.compose(String(scalars))
  }

  /// The same bytes with one to three of them changed, dropped, doubled or replaced by a token.
  mutating func mutate(_ bytes: [UInt8]) -> [UInt8] {
    var mutated = bytes
    for _ in 0..<Int.random(in: 1...3, using: &self) where !mutated.isEmpty {
      let place = Int.random(in: mutated.indices, using: &self)
      switch Int.random(in: 0..<6, using: &self) {
      case 0: mutated[place] = .random(in: 0...255, using: &self)
      case 1: mutated.remove(at: place)
      case 2: mutated.insert(mutated[place], at: place)
      case 3: mutated.removeSubrange(place...)
      case 4: mutated[place] ^= 1 << UInt8.random(in: 0..<8, using: &self)
      default:
        let token =
          ["{", "[", "\"", "\\u", "\\ud83d", "1e", "-", "0", ",", ":", "}", "]"].randomElement(using: &self) ?? ""
        mutated.insert(contentsOf: token.utf8, at: place)
      }
    }
    return mutated
  }
}
