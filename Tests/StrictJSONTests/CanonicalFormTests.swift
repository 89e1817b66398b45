import StrictJSON
import Testing

/// RFC 8785's own examples.
@Suite struct CanonicalFormTests {
  private func canonical(_ text: String) throws(JSONError) -> String {
    let json = try JSON(parsing: Array(text.utf8), limits: JSONLimits(requiresNFC: false))
    return String(decoding: json.canonical(), as: UTF8.self)
  }

  @Test func `the example of sections 3.2.2 to 3.2.4 comes out byte for byte`() throws {
    let input = #"""
      {
        "numbers": [333333333.33333329, 1E30, 4.50,
                    2e-3, 0.000000000000000000000000001],
        "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
        "literals": [null, true, false]
      }
      """#
    let output =
      #"{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"#
      + #""string":"€$\u000f\nA'B\"\\\\\"/"}"#
    #expect(try canonical(input) == output)
    let hexadecimal = try JSON(parsing: Array(input.utf8)).canonical().map {
      ($0 < 16 ? "0" : "") + String($0, radix: 16)
    }
    #expect(
      hexadecimal.joined(separator: " ") == """
        7b 22 6c 69 74 65 72 61 6c 73 22 3a 5b 6e 75 6c 6c 2c 74 72 \
        75 65 2c 66 61 6c 73 65 5d 2c 22 6e 75 6d 62 65 72 73 22 3a \
        5b 33 33 33 33 33 33 33 33 33 2e 33 33 33 33 33 33 33 2c 31 \
        65 2b 33 30 2c 34 2e 35 2c 30 2e 30 30 32 2c 31 65 2d 32 37 \
        5d 2c 22 73 74 72 69 6e 67 22 3a 22 e2 82 ac 24 5c 75 30 30 \
        30 66 5c 6e 41 27 42 5c 22 5c 5c 5c 5c 5c 22 2f 22 7d
        """)
  }

  @Test func `names sort by their UTF-16 code units`() throws {
    let input = #"""
      {
        "\u20ac": "Euro Sign",
        "\r": "Carriage Return",
        "\ufb33": "Hebrew Letter Dalet With Dagesh",
        "1": "One",
        "\ud83d\ude00": "Emoji: Grinning Face",
        "\u0080": "Control",
        "\u00f6": "Latin Small Letter O With Diaeresis"
      }
      """#
    let json = try JSON(
      parsing: try JSON(parsing: Array(input.utf8), limits: JSONLimits(requiresNFC: false)).canonical(),
      limits: JSONLimits(requiresNFC: false))
    #expect(
      json.object?.compactMap(\.value.string) == [
        "Carriage Return", "One", "Control", "Latin Small Letter O With Diaeresis", "Euro Sign", "Emoji: Grinning Face",
        "Hebrew Letter Dalet With Dagesh",
      ])
  }

  @Test(arguments: [
    (#"{"peach": 1, "péché": 2, "pêche": 3, "sin": 4}"#, #"{"peach":1,"péché":2,"pêche":3,"sin":4}"#),
    (
      #"{"1": {"f": {"f": "hi","F": 5} ,"\n": 56.0}, "10": { }, "": "empty", "a": { }, "111": [ {"e": "yes","E": "no" } ], "A": { }}"#,
      #"{"":"empty","1":{"\n":56,"f":{"F":5,"f":"hi"}},"10":{},"111":[{"E":"no","e":"yes"}],"A":{},"a":{}}"#
    ),
    (#"[56, {"d": true, "10": null, "1": [ ]}]"#, #"[56,{"1":[],"10":null,"d":true}]"#),
    (
      #"{"\u20ac":1,"\r":2,"\u000a":3,"1":4,"</script>":5,"\ud83d\ude02":6}"#,
      "{\"\\n\":3,\"\\r\":2,\"1\":4,\"</script>\":5,\"€\":1,\"😂\":6}"
    ),
  ])
  func `locale plays no part, and white space goes`(input: String, output: String) throws {
    #expect(try canonical(input).utf8.elementsEqual(output.utf8))
  }

  @Test func `text is never normalised on the way`() throws {
    let json = JSON.object([JSON.Member(name: "Unnormalized Unicode", value: "A\u{30A}")])
    #expect(json.canonical() == Array("{\"Unnormalized Unicode\":\"A\u{30A}\"}".utf8))
  }

  @Test func `control characters have one escape each`() {
    let text = String(String.UnicodeScalarView((0..<0x21).compactMap { Unicode.Scalar(UInt8($0)) }))
    let expected =
      #""\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\b\t\n\u000b\f\r\u000e\u000f"#
      + #"\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001a\u001b\u001c\u001d\u001e\u001f ""#
    #expect(JSON.string(text).canonical() == Array(expected.utf8))
    #expect(JSON.string("\u{7F}\u{80}\u{2028}/").canonical() == Array("\"\u{7F}\u{80}\u{2028}/\"".utf8))
  }

  @Test func `a number that is not finite stops the program rather than be signed`() async {
    await #expect(processExitsWith: .failure) { _ = JSON.array([.double(.nan)]).canonical() }
    await #expect(processExitsWith: .failure) { _ = JSON.double(-.infinity).canonical() }
  }
}
