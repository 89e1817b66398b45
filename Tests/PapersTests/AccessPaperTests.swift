import TalentDomain
import Testing

@testable import Papers

struct AccessPaperTests {
  private static let document: AccessDocument = {
    var document = AccessDocument()
    document.name = "Ida <b>Holm</b> & \"co\""
    document.made = CivilDate("2027-03-01")
    document.summary = ["Du står i <registret>."]
    document.chapters = [AccessChapter(1, "Hvem & hvad", "<i>")]
    var piece = AccessPiece()
    piece.chapter = 1
    piece.date = CivilDate("2027-03-01") ?? .blank
    piece.title = "<script>alert(1)</script>"
    piece.fields = [AccessField("Svar", nil), AccessField("Tekst", "første\nanden & </dd>", level: 1)]
    document.pieces = [piece]
    document.sections = AccessSection.all(DataController())
    return document
  }()

  private static let html = String(decoding: AccessPaper.html(of: document), as: UTF8.self)

  @Test func `nothing that somebody wrote becomes markup`() {
    #expect(!AccessPaperTests.html.contains("<script"))
    #expect(!AccessPaperTests.html.contains("<b>"))
    #expect(AccessPaperTests.html.contains("Ida &lt;b&gt;Holm&lt;/b&gt; &amp; &quot;co&quot;"))
    #expect(AccessPaperTests.html.contains("første<br>anden &amp; &lt;/dd&gt;"))
  }

  @Test func `the page asks nobody for anything`() {
    for word in ["src=", "http://", "https://", "url(", "@import", "<link", "<img"] {
      #expect(!AccessPaperTests.html.contains(word), "\(word)")
    }
    #expect(AccessPaperTests.html.contains("default-src 'none'"))
    #expect(AccessPaperTests.html.contains("<html lang=\"da\">"))
  }

  @Test func `every way in the contents leads somewhere`() throws {
    let anchors = AccessPaperTests.html.split(separator: "href=\"#").dropFirst().compactMap {
      $0.split(separator: "\"").first
    }
    #expect(anchors.count > 6)
    for anchor in anchors where anchor.hasPrefix("k") || anchor.hasPrefix("a") {
      #expect(AccessPaperTests.html.contains("id=\"\(anchor)\""), "\(anchor)")
    }
  }

  @Test func `the rights name the authority and the officer`() {
    var controller = DataController()
    controller.dataProtectionOfficer = "dpo@demo.example"
    let text = AccessSection.all(controller).flatMap(\.paragraphs).map(\.value).joined(separator: " ")
    for word in [
      "Datatilsynet", "dpo@demo.example", "Berigtigelse", "Sletning", "Begrænsning", "Indsigelse", "artikel 22",
    ] {
      #expect(text.contains(word), "\(word)")
    }
  }
}
