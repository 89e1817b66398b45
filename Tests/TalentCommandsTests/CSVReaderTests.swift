import Testing

@testable import TalentCommands

struct CSVReaderTests {
  struct Example: Sendable, CustomTestStringConvertible {
    let name: String
    let text: String
    let rows: [[String]]
    var testDescription: String { name }
  }

  static let examples = [
    Example(name: "semicolons", text: "a;b\n1;2\n", rows: [["a", "b"], ["1", "2"]]),
    Example(name: "commas", text: "a,b\n1,2\n", rows: [["a", "b"], ["1", "2"]]),
    Example(name: "tabs", text: "a\tb\n1\t2\n", rows: [["a", "b"], ["1", "2"]]),
    Example(name: "a comma within a header of semicolons", text: "a, b;c\n1;2", rows: [["a, b", "c"], ["1", "2"]]),
    Example(name: "CRLF and no last line break", text: "a;b\r\n1;2", rows: [["a", "b"], ["1", "2"]]),
    Example(name: "quotes doubled", text: "a\n\"say \"\"no\"\"\"\n", rows: [["a"], ["say \"no\""]]),
    Example(
      name: "separators and line breaks in quotes", text: "a;b\n\"x;\r\ny\";2\n",
      rows: [["a", "b"], ["x;\r\ny", "2"]]),
    Example(name: "a separator in the header's quotes", text: "\"a,b\";c\n1;2\n", rows: [["a,b", "c"], ["1", "2"]]),
    Example(name: "empty cells", text: "a;b;c\n;;\n;x;\n", rows: [["a", "b", "c"], ["", "", ""], ["", "x", ""]]),
    Example(name: "an empty quoted cell at the end", text: "a;b\n1;\"\"", rows: [["a", "b"], ["1", ""]]),
    Example(name: "one column", text: "a\n1\n", rows: [["a"], ["1"]]),
  ]

  @Test(arguments: examples)
  func `a file is split into its cells`(_ example: Example) {
    let reader = CSVReader(example.text)
    #expect(reader.records.map(\.fields) == example.rows)
    #expect(reader.records.allSatisfy { $0.isWellFormed })
    #expect(!reader.endsWithinQuotes)
  }

  @Test func `rows are numbered as a spreadsheet numbers them, whatever lines they take`() {
    let reader = CSVReader("a;b\n\"one\ntwo\";2\n\n3;4\n")
    #expect(reader.records.map(\.number) == [1, 2, 3, 4])
    #expect(reader.records[2].isBlank)
  }

  @Test(arguments: ["a\nx\"y\n", "a\n\"x\"y\n"])
  func `a quote in the wrong place spoils its row only`(_ text: String) {
    let reader = CSVReader(text + "fine\n")
    #expect(reader.records.map(\.isWellFormed) == [true, false, true])
  }

  @Test func `quotes that never close are told`() {
    #expect(CSVReader("a\n\"x\ny\n").endsWithinQuotes)
  }
}

struct TextEncodingTests {
  @Test func `UTF-8 with a byte-order mark is read without it`() {
    let (text, encoding) = TextEncoding.decode([0xEF, 0xBB, 0xBF] + Array("Ærø".utf8))
    #expect(text == "Ærø")
    #expect(encoding == .utf8)
  }

  @Test func `bytes that are no UTF-8 are Windows-1252`() {
    let (text, encoding) = TextEncoding.decode([0x80, 0x20, 0xC6, 0xF8, 0xE5, 0x20, 0x96, 0x20, 0x93, 0x94])
    #expect(text == "€ Æøå – “”")
    #expect(encoding == .windows1252)
  }

  @Test func `decomposed letters are composed`() {
    let (text, _) = TextEncoding.decode(Array("A\u{30A}se".utf8))
    #expect(Array(text.utf8) == Array("\u{C5}se".utf8))
  }
}
