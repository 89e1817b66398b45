internal import TalentDomain

/// HTML for print, being written: one file that asks nobody for anything and runs no script. All but our own markup is
/// escaped.
struct PaperWriter {
  private var bytes: [UInt8] = []

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

  /// `<name>text</name>`
  mutating func element(_ name: StaticString, _ text: String) {
    raw("<")
    raw(name)
    raw(">")
    self.text(text)
    raw("</")
    raw(name)
    raw(">\n")
  }

  /// A table row of texts.
  mutating func row(_ cells: [String], heading: Bool = false) {
    raw("<tr>")
    for cell in cells {
      if heading { raw("<th scope=\"col\">") } else { raw("<td>") }
      text(cell)
    }
    raw("\n")
  }

  /// A date, kept on one line.
  mutating func date(_ date: CivilDate) {
    raw("<time datetime=\"")
    text(date.text)
    raw("\">")
    text(date.unbroken)
    raw("</time>")
  }

  /// A whole page around what `body` writes.
  static func page(title: String, _ body: (inout PaperWriter) -> Void) -> [UInt8] {
    var writer = PaperWriter()
    writer.raw("<!doctype html>\n<html lang=\"da\">\n<head>\n<meta charset=\"utf-8\">\n")
    writer.raw(
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n")
    writer.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
    writer.raw("<meta name=\"referrer\" content=\"no-referrer\">\n<meta name=\"robots\" content=\"noindex\">\n")
    writer.element("title", title)
    writer.raw("<style>\n")
    writer.bytes += PackageResources.paper_css
    writer.raw("</style>\n</head>\n<body>\n")
    body(&writer)
    writer.raw("</body>\n</html>\n")
    return writer.bytes
  }
}

extension CivilDate {
  /// 8. april 2027, kept on one line.
  var unbroken: String { danish.replacing(" ", with: "\u{A0}") }
}
