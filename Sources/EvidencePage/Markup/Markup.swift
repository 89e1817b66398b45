internal import EventWords
internal import Leaves
internal import TalentDomain

/// HTML being written. Everything that comes from a leaf or a disclosure goes through `text`, which escapes it.
///
/// Words stand in Danish, each with its number in a list of all, from which the page's script takes the English ones.
struct Markup {
  private var bytes: [UInt8] = []
  /// Every word used, by its number.
  private(set) var words: [Bilingual] = []
  private var numbers: [Bilingual: Int] = [:]

  /// What was written since the last time.
  mutating func taken() -> [UInt8] {
    defer { bytes = [] }
    return bytes
  }

  /// Markup of ours.
  mutating func raw(_ markup: StaticString) { markup.withUTF8Buffer { bytes.append(contentsOf: $0) } }

  mutating func raw(_ number: Int) { bytes.append(contentsOf: String(number).utf8) }

  /// Text, in an element or in an attribute between double quotes.
  mutating func text(_ text: String) {
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "&"): raw("&amp;")
      case UInt8(ascii: "<"): raw("&lt;")
      case UInt8(ascii: ">"): raw("&gt;")
      case UInt8(ascii: "\""): raw("&quot;")
      default: bytes.append(byte)
      }
    }
  }

  /// The number of some words in the list of all.
  mutating func number(of word: Bilingual) -> Int {
    if let number = numbers[word] { return number }
    numbers[word] = words.count
    words.append(word)
    return words.count - 1
  }

  mutating func word(_ word: Bilingual) {
    raw("<i data-t=")
    raw(number(of: word))
    raw(">")
    text(word.da)
    raw("</i>")
  }

  mutating func word(_ da: String, _ en: String) { word(Bilingual(da: da, en: en)) }

  /// The attribute that makes an element's whole text one of the words, and the text.
  mutating func attributed(_ word: Bilingual) {
    raw(" data-t=")
    raw(number(of: word))
    raw(">")
    text(word.da)
  }

  mutating func date(_ date: CivilDate) {
    raw("<time datetime=")
    text(date.text)
    raw(">")
    text(date.danish)
    raw("</time>")
  }

  /// In UTC, which the script turns into the cohort's own time. There are thousands: the text is what says the time to
  /// machines, too.
  mutating func instant(_ instant: Instant) {
    let text = instant.text
    raw("<time>")
    self.text("\(text.prefix(10)) \(text.dropFirst(11).prefix(8))")
    if instant.milliseconds % 1000 != 0 { self.text(String(text.suffix(5).dropLast())) }
    raw("Z</time>")
  }

  /// An exact number by three decimals, and the fraction where these do not say all of it.
  mutating func rational(_ value: Rational) {
    decimal(value.decimal)
    guard 1000 % value.denominator != 0 else { return }
    raw(" (")
    text(value.text)
    raw(")")
  }

  /// A number with a decimal point, shown with a comma in Danish.
  mutating func decimal(_ decimal: String) {
    raw("<data value=")
    text(decimal)
    raw(">")
    text(decimal.replacing(".", with: ","))
    raw("</data>")
  }
}

extension Rational {
  /// `3.600`: always three, so that figures line up.
  var threeDecimals: String {
    let thousandths = (numerator.magnitude * 1000 + denominator.magnitude / 2) / denominator.magnitude
    return "\(thousandths / 1000).\(String(thousandths % 1000 + 1000).dropFirst())"
  }
}
