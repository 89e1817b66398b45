import StrictJSON
import Testing

@Suite struct JSONParserTests {
  @Test(
    arguments: [
      ("null", .null), (" true ", true), ("false", false), ("0", 0), ("-0", 0), ("-1", -1), ("42", 42),
      ("9007199254740991", 9_007_199_254_740_991), ("-9007199254740991", -9_007_199_254_740_991),
      ("1.0", .double(1)), ("1e2", .double(100)), ("-0.0", .double(0)), ("1E-2", .double(0.01)), ("1e+2", .double(100)),
      ("1e-999", .double(0)), (#""""#, ""), (#""a\/b""#, "a/b"), (#""\u00e5\u00E5å""#, "ååå"),
      (#""\ud83d\ude00😀""#, "😀😀"), (#""\b\f\n\r\t\"\\""#, "\u{8}\u{C}\n\r\t\"\\"), (#""\u0000""#, "\u{0}"),
      ("[]", []), ("[ ]", []), ("[1,[2],{}]", [1, [2], [:]]), ("{}", [:]), ("\t{\r\n}", [:]),
      (#"{"a":1,"b":{"a":2}}"#, ["a": 1, "b": ["a": 2]]), (#"{"":0}"#, ["": 0]),
    ] as [(String, JSON)])
  func `what RFC 8259 allows is read`(text: String, value: JSON) throws {
    #expect(try JSON(parsing: Array(text.utf8)) == value)
  }

  @Test(
    arguments: [
      ("", .unexpectedEnd, 0), (" ", .unexpectedEnd, 1), ("nul", .unexpectedEnd, 3), ("nulL", .unexpectedByte, 3),
      ("True", .unexpectedByte, 0), ("nullnull", .trailingBytes, 4), ("1 2", .trailingBytes, 2),
      ("[1]]", .trailingBytes, 3),
      ("\u{FEFF}1", .unexpectedByte, 0), ("\u{A0}1", .unexpectedByte, 0), ("\u{B}1", .unexpectedByte, 0),
      ("'a'", .unexpectedByte, 0), ("// a\n1", .unexpectedByte, 0), ("NaN", .unexpectedByte, 0),
      ("Infinity", .unexpectedByte, 0), ("undefined", .unexpectedByte, 0),
      ("[", .unexpectedEnd, 1), ("[1", .unexpectedEnd, 2), ("[1,", .unexpectedEnd, 3), ("[1,]", .unexpectedByte, 3),
      ("[,1]", .unexpectedByte, 1), ("[1 2]", .unexpectedByte, 3), ("[1}", .unexpectedByte, 2),
      ("]", .unexpectedByte, 0),
      ("{", .unexpectedEnd, 1), (#"{"a"}"#, .unexpectedByte, 4), (#"{"a":}"#, .unexpectedByte, 5),
      (#"{"a":1,}"#, .unexpectedByte, 7), ("{a:1}", .unexpectedByte, 1), ("{1:1}", .unexpectedByte, 1),
      (#"{"a":1 "b":2}"#, .unexpectedByte, 7), (#"{"a""#, .unexpectedEnd, 4), (#"{"a":1"#, .unexpectedEnd, 6),
      ("-", .unexpectedEnd, 1), ("+1", .unexpectedByte, 0), ("01", .invalidNumber, 0), ("-01", .invalidNumber, 0),
      ("00", .invalidNumber, 0), ("1.", .unexpectedEnd, 2), ("[1.]", .invalidNumber, 1), (".5", .unexpectedByte, 0),
      ("1e", .unexpectedEnd, 2), ("[1e+]", .invalidNumber, 1), ("1e1.5", .trailingBytes, 3), ("0x1", .trailingBytes, 1),
      ("1_000", .trailingBytes, 1), ("-a", .invalidNumber, 0), ("1e400", .invalidNumber, 0),
      ("-1e400", .invalidNumber, 0),
      ("9007199254740992", .integerOutOfRange, 0), ("-9007199254740992", .integerOutOfRange, 0),
      ("99999999999999999999999", .integerOutOfRange, 0), ("[1,18446744073709551616]", .integerOutOfRange, 3),
      (#"""#, .unexpectedEnd, 1), (#""a"#, .unexpectedEnd, 2), (#""\"#, .unexpectedEnd, 2),
      (#""\""#, .unexpectedEnd, 3),
      ("\"\u{1}\"", .controlCharacter, 1), ("\"a\nb\"", .controlCharacter, 2), ("\"\\n\u{1F}\"", .controlCharacter, 3),
      (#""\x41""#, .invalidEscape, 1), (#""\'""#, .invalidEscape, 1), (#""\U0041""#, .invalidEscape, 1),
      (#""\u00g0""#, .invalidEscape, 1), (#""\u+041""#, .invalidEscape, 1), (#""\u004""#, .invalidEscape, 1),
      (#""\u00"#, .unexpectedEnd, 5), (#""\ud800""#, .loneSurrogate, 1), (#""\udc00""#, .loneSurrogate, 1),
      (#""\ud800\ud800""#, .loneSurrogate, 1), (#""\ud800a""#, .loneSurrogate, 1), (#""\ud800\n""#, .loneSurrogate, 1),
      (#""\ude00\ud83d""#, .loneSurrogate, 1),
      (#"{"a":1,"a":2}"#, .duplicateKey, 0), (#"{"a":1,"\u0061":2}"#, .duplicateKey, 0),
      (#"[{"b":{"":1,"":1}}]"#, .duplicateKey, 6),
      (#"{"1":0,"2":0,"3":0,"4":0,"5":0,"6":0,"7":0,"8":0,"9":0,"10":0,"3":0}"#, .duplicateKey, 0),
      ("\"a\u{30A}\"", .notNormalised, 0), (#""a\u030a""#, .notNormalised, 0), ("{\"e\u{301}\":1}", .notNormalised, 1),
      ("\"\u{212B}\"", .notNormalised, 0),
    ] as [(String, JSONError.Kind, Int)])
  func `what it does not allow is refused with its place`(text: String, kind: JSONError.Kind, offset: Int) {
    #expect(throws: JSONError(kind, at: offset)) { try JSON(parsing: Array(text.utf8)) }
  }

  @Test(
    arguments: [
      [0x80], [0xC0, 0xAF], [0xC3], [0xE2, 0x82], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xFF],
      [0xF8, 0x88, 0x80, 0x80, 0x80],
      [0xC3, 0x5C, 0x6E],
    ] as [[UInt8]])
  func `strings are valid UTF-8`(content: [UInt8]) {
    #expect(throws: JSONError(.invalidUTF8, at: 1)) { try JSON(parsing: [0x22] + content + [0x22]) }
  }

  @Test func `nesting ends at the limit`() throws {
    func nested(_ depth: Int) -> [UInt8] {
      Array((String(repeating: #"[{"a":"#, count: depth / 2) + "1" + String(repeating: "}]", count: depth / 2)).utf8)
    }
    _ = try JSON(parsing: nested(64))
    #expect(throws: JSONError(.tooDeep, at: 192)) { try JSON(parsing: nested(66)) }
    _ = try JSON(parsing: nested(512), limits: JSONLimits(maximumDepth: .max))
    #expect(throws: JSONError(.tooDeep, at: 1536)) {
      try JSON(parsing: nested(514), limits: JSONLimits(maximumDepth: .max))
    }
    #expect(throws: JSONError(.tooDeep, at: 64)) { try JSON(parsing: [UInt8](repeating: 0x5B, count: 1 << 20)) }
  }

  @Test func `siblings do not count as depth`() throws {
    let text = "[" + Array(repeating: "[]", count: 200).joined(separator: ",") + ",{}]"
    #expect(try JSON(parsing: Array(text.utf8)).array?.count == 201)
  }

  @Test func `length ends at the limit`() throws {
    let bytes = Array(#""abc""#.utf8)
    _ = try JSON(parsing: bytes, limits: JSONLimits(maximumLength: 5))
    #expect(throws: JSONError(.tooLarge, at: 4)) { try JSON(parsing: bytes, limits: JSONLimits(maximumLength: 4)) }
  }

  @Test func `names that differ only in their normal form are two names where normal form is not asked for`() throws {
    let text = "{\"\u{E5}\":1,\"a\u{30A}\":2}"
    let json = try JSON(parsing: Array(text.utf8), limits: JSONLimits(requiresNFC: false))
    #expect(json["\u{E5}"] == 1)
    #expect(json["a\u{30A}"] == 2)
  }

  @Test func `a long object with distinct names is read in reasonable time`() throws {
    let text = "{" + (0..<50_000).map { "\"\($0)\":\($0)" }.joined(separator: ",") + "}"
    let json = try JSON(parsing: Array(text.utf8))
    #expect(json.object?.count == 50_000)
  }

  @Test func `an error tells a person what is wrong and quotes nothing`() {
    #expect(JSONError(.duplicateKey, at: 7).description == "An object has two members of the same name (at byte 7)")
    for kind in JSONError.Kind.allCases { #expect(!kind.sentence.isEmpty && !kind.sentence.hasSuffix(".")) }
  }
}
