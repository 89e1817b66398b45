import EventWords
import TalentDomain
import Testing

@testable import EvidencePage

struct MarkupTests {
  @Test(arguments: [
    ("</script><script>", "&lt;/script&gt;&lt;script&gt;"), ("a & b", "a &amp; b"),
    ("\"quoted\"", "&quot;quoted&quot;"),
    ("Søren", "Søren"),
  ])
  func `text cannot become markup`(text: String, written: String) {
    var out = Markup()
    out.text(text)
    #expect(String(decoding: out.taken(), as: UTF8.self) == written)
  }

  @Test(arguments: [
    (Rational(49, 18), "2.722", "2.722"), (Rational(1, 2), "0.5", "0.500"), (Rational(4), "4", "4.000"),
    (Rational(2, 3), "0.667", "0.667"), (Rational(7999, 2000), "4", "4.000"), (Rational(1, 3), "0.333", "0.333"),
  ])
  func `a number is shown by at most three decimals, halves rounded up`(
    number: Rational, short: String, long: String
  ) {
    #expect(number.decimal == short)
    #expect(number.threeDecimals == long)
  }

  @Test func `a word stands once in the list of all`() {
    var out = Markup()
    for _ in 1...3 { out.word("ja", "yes") }
    out.word("nej", "no")
    #expect(out.words.map(\.en) == ["yes", "no"])
    #expect(String(decoding: out.taken(), as: UTF8.self).hasSuffix("<i data-t=0>ja</i><i data-t=1>nej</i>"))
  }

  @Test func `a template is filled, and what it holds is not filled again`() {
    let template = Template(Array("<a>{{one}}</a>{{two}}{{none}}.".utf8))
    let page = template.filled(["one": Array("{{two}}".utf8), "two": Array("2".utf8)])
    #expect(String(decoding: page, as: UTF8.self) == "<a>{{two}}</a>2.")
  }
}
