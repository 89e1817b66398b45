import StrictJSON
import Testing

@Suite struct NormalFormTests {
  /// From UAX #15 and NormalizationTest.txt: composition, reordering, exclusions, Hangul, singletons.
  @Test(arguments: [
    ("a\u{30A}", "\u{E5}"), ("\u{212B}", "\u{C5}"), ("\u{1E0B}\u{323}", "\u{1E0D}\u{307}"),
    ("q\u{307}\u{323}", "q\u{323}\u{307}"),
    ("\u{1100}\u{1161}\u{11A8}", "\u{AC01}"), ("\u{FB33}", "\u{5D3}\u{5BC}"), ("\u{958}", "\u{915}\u{93C}"),
    ("\u{2126}", "\u{3A9}"), ("e\u{301}e\u{301}", "\u{E9}\u{E9}"), ("\u{1D15E}", "\u{1D157}\u{1D165}"),
    ("\u{340}", "\u{300}"),
  ])
  func `what is not composed is seen, and composed on request`(text: String, composed: String) {
    #expect(!NormalForm.isComposed(text))
    #expect(NormalForm.compose(text).unicodeScalars.elementsEqual(composed.unicodeScalars))
    #expect(NormalForm.isComposed(composed))
  }

  @Test(arguments: ["", "abc", "Åse Ærø", "\u{301}", "q\u{323}\u{307}", "\u{FB01}", "漢字", "😀", "\u{2FF}\u{300}", "ΐ"])
  func `what is composed stays as it is`(text: String) {
    #expect(NormalForm.isComposed(text))
    #expect(NormalForm.compose(text).unicodeScalars.elementsEqual(text.unicodeScalars))
  }

  @Test func `no character below U+0300 is anything but itself, which the fast path relies on`() {
    for value in UInt32(0)..<0x300 {
      guard let scalar = Unicode.Scalar(value) else { continue }
      // With a letter after it, so that the text is not obviously composed and the standard library is asked.
      let text = String(scalar) + "漢"
      #expect(NormalForm.isComposed(text), "U+\(String(value, radix: 16))")
    }
  }
}
