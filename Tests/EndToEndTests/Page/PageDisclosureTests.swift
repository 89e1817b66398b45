import Evidence
import EvidencePage
import Leaves
import StrictJSON
import TalentDomain
import Testing
import Transparency

/// What may stand in a page: what the bundle discloses, and nothing else of anybody.
@Suite(.serialized) struct PageDisclosureTests {
  private let fixture: PageFixture

  init() throws { fixture = try PageFixture.played.get() }

  @Test func `the same bundle makes the same bytes, and another makes others`() throws {
    let page = try fixture.bundle.page
    #expect(try fixture.bundle.page == page)
    #expect(try fixture.partial.page != page)
    #expect(page.count < 3_000_000)
    var other = fixture.bundle
    other.leaves.removeLast()
    #expect(try other.page != page)
  }

  @Test func `nothing that the bundle withholds stands in its page`() throws {
    let open = Set(PageDisclosureTests.words(of: fixture.partial))
    let clear = try PageDisclosureTests.clear(fixture.partial)
    let withheld = Set(PageDisclosureTests.words(of: fixture.bundle)).subtracting(open).filter { !clear.contains($0) }
    let whole = String(decoding: try fixture.bundle.page, as: UTF8.self)
    let partial = String(decoding: try fixture.partial.page, as: UTF8.self)
    // Ids of links are no words: they stand in the page of whoever has the link's other end.
    let words = withheld.filter { Alias($0) == nil }
    #expect(words.count > 2 * fixture.hidden.count, "there is something to withhold")
    for number in fixture.hidden { #expect(words.contains("Medarbejder \(number)")) }
    for word in words {
      #expect(!PageDisclosureTests.holds(partial, word), "\(word)")
    }
    #expect(words.count { PageDisclosureTests.holds(whole, $0) } > fixture.hidden.count, "the whole page has them")
    #expect(partial.contains("tilbageholdt: ikke til den, pakken er til"))
  }

  @Test func `every link leads to an event that the page shows`() throws {
    let part = try LogBundle.part(
      of: fixture.bundle, about: try #require(fixture.names.first { $0.value.hasPrefix("112 ") }).key.text)
    for page in [try fixture.bundle.page, try part.page] {
      let text = String(decoding: page, as: UTF8.self)
      let links = Set(text.split(separator: "href=#e").dropFirst().compactMap { Int($0.prefix(while: \.isNumber)) })
      let shown = Set(text.split(separator: "<li id=e").dropFirst().compactMap { Int($0.prefix(while: \.isNumber)) })
      #expect(!shown.isEmpty && links.subtracting(shown) == [])
    }
    #expect(String(decoding: try fixture.bundle.page, as: UTF8.self).split(separator: "href=#e").count > 20)
  }

  @Test func `text that means to be markup is text`() throws {
    let page = String(decoding: try fixture.bundle.page, as: UTF8.self)
    #expect(!page.contains(PageFixture.hostile))
    #expect(page.contains("&lt;/script&gt;&lt;script&gt;document.title='x'"))
    #expect(page.split(separator: "<script").count == 3, "the data and the script, and no other")
    #expect(!page.contains("https://example.org/x onerror=alert(1)>"))
  }

  @Test func `a page names no address but the vocabulary of drawings`() throws {
    // Whatever somebody wrote is text, and may name what it likes.
    let page = String(decoding: try fixture.partial.page, as: UTF8.self).replacing("https://example.org/x", with: "")
    let addresses = page.split(separator: "http", omittingEmptySubsequences: false).dropFirst()
      .filter { !$0.hasPrefix("-equiv=") }
    #expect(addresses.count == 1 && addresses.allSatisfy { $0.hasPrefix("://www.w3.org/2000/svg'") })
    for means in ["<img", "<iframe", "<link rel=\"stylesheet", "@import", "url(h", "url(//"] {
      #expect(!page.contains(means), "\(means)")
    }
  }

  @Test func `a person's part tells of that person alone`() throws {
    let nominee = try #require(fixture.names.first { $0.value.hasPrefix("112 ") })
    let part = try LogBundle.part(of: fixture.bundle, about: nominee.key.text)
    #expect(part.leaves.count > 10)
    let page = try part.page
    let seen = try withFolder { try PageScript.run(page, steps: [0, 5], in: $0) }
    #expect(seen.text("first", "own") == CaseStatus.accepted.label.da)
    #expect(seen["first"]?["ranking"]?.array == [] && seen["first"]?["places"]?.array == [])
    #expect(seen["problems"]?.array == [])
    let text = String(decoding: page, as: UTF8.self)
    // The others are nominees too, and stand nowhere in it: not by alias and not by name.
    let cohort = try fixture.bundle.cohort(after: .max)
    for other in cohort.nominations.eligible where other != nominee.key {
      #expect(!text.contains(other.text))
      #expect(!text.contains(try #require(fixture.names[other])))
    }
  }

  /// Every string of every disclosure.
  private static func words(of bundle: Bundle) -> [String] {
    bundle.sealed.flatMap { line -> [String] in
      guard case .disclosed(let encoded) = line.content, let disclosure = Disclosure(encoded: encoded),
        let value = try? JSON(parsing: disclosure.value)
      else { return [] }
      return strings(in: value).filter { $0.count > 5 }
    }
  }

  private static func strings(in json: JSON) -> [String] {
    switch json {
    case .string(let text): [text]
    case .array(let elements): elements.flatMap { strings(in: $0) }
    case .object(let members): members.flatMap { strings(in: $0.value) }
    default: []
    }
  }

  /// What stands in the leaves themselves, which is nobody's secret.
  private static func clear(_ bundle: Bundle) throws -> String {
    bundle.leaves.map { String(decoding: $0.bytes, as: UTF8.self) }.joined()
  }

  /// Whether a page holds some words, and not as the beginning of a longer number.
  private static func holds(_ page: String, _ word: String) -> Bool {
    var escaped = Markup.escaped(word)
    if escaped.last?.isNumber == true { escaped += "<" }
    return page.contains(escaped) || page.contains(word + "\"")
  }
}

private enum Markup {
  static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
      .replacing("\"", with: "&quot;")
  }
}
