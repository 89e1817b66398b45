import Glibc
import TalentDomain
import Testing

@testable import Letters

/// Templates are the municipality's own to edit: what is wrong with one is told by file and line, before anybody gets a letter
/// with a gap in it.
struct TemplateFaultTests {
  private static let layout = "<html>\n{{#asOf}}{{.}}{{/asOf}}\n{{$body}}\n{{/body}}\n</html>\n"

  /// The fault of an offer by this template, on this page.
  private func fault(_ body: [UInt8], layout: String = layout) throws -> FileFault? {
    try withFolder { folder in
      try write(Array(layout.utf8), to: "\(folder)/layout.mustache")
      try write(body, to: "\(folder)/offer.mustache")
      return TemplateFolder(folder, sender: Filling.filled(LetterSender.self).record).fault(of: .offer)
    }
  }

  private func fault(_ body: String, layout: String = layout) throws -> FileFault? {
    try fault(Array(body.utf8), layout: layout)
  }

  /// A template, the line of its fault, and what the fault names.
  @Test(
    arguments: [
      ("{{<layout}}\n{{$body}}\n{{anserBy}}\n{{/body}}\n{{/layout}}", 3, "anserBy"),
      ("{{recipient.navn}}", 1, "recipient.navn"), ("\n\n{{#gatherings}}{{slut}}{{/gatherings}}", 3, "slut"),
      ("{{#gatherings}}{{starts.year}}{{/gatherings}}", 1, "starts.year"), ("{{reasons}}", 1, "reasons"),
      ("\n{{^promoted}}\nuden slutning", 2, "{{/promoted}}"), ("{{#promoted}}{{/answerBy}}", 1, "{{/answerBy}}"),
      ("{{/promoted}}", 1, "{{/promoted}}"), ("{{{title}}}", 1, "layout"), ("{{&title}}", 1, "layout"),
      ("{{>andet}}", 1, "layout"), ("{{<andet}}{{/andet}}", 1, "layout"), ("{{=<% %>=}}", 1, "layout"),
      ("{{% CONTENT_TYPE: TEXT}}", 1, "layout"), ("a\n{{title", 2, "layout"), ("{{.}}", 1, "{{.}}"),
      ("{{}}", 1, "{{}}"), ("{{uppercased(title)}}", 1, "uppercased(title)"),
    ])
  func `what a letter does not have is named with its file and line`(
    body: String, line: Int, name: String
  ) throws {
    let fault = try #require(try fault(body))
    #expect(fault.file.value.hasSuffix("/offer.mustache"))
    #expect(fault.line == line)
    #expect(fault.problemDa.value.contains(name) && fault.problemEn.value.contains(name), "\(fault)")
  }

  @Test func `a fault of the page is the page's`() throws {
    let fault = try #require(try fault("{{title}}", layout: "\n{{answerBy}}"))
    #expect(fault.file.value.hasSuffix("/layout.mustache"))
    #expect(fault.line == 2)
  }

  @Test func `a template that is no text, or too long, or not there, is told of by its file`() throws {
    #expect(try fault([0xC3, 0x28])?.problemEn == "The file is not UTF-8.")
    let long = try #require(try fault(String(repeating: " ", count: TemplateFolder.limit + 1)))
    #expect(long.problemEn == "The file is larger than 256 KiB.")
    let folder = TemplateFolder("/nowhere", sender: Filling.filled(LetterSender.self).record)
    #expect(folder.fault(of: .boardCase)?.file == "/nowhere/layout.mustache")
  }

  @Test func `a fault of one letter leaves the others as they are`() throws {
    try withFolder { folder in
      try write(Array(Self.layout.utf8), to: "\(folder)/layout.mustache")
      try write(Array("{{anserBy}}".utf8), to: "\(folder)/offer.mustache")
      try write(Array("{{<layout}}{{$body}}{{reasons}}{{/body}}{{/layout}}".utf8), to: "\(folder)/refusal.mustache")
      let templates = TemplateFolder(folder, sender: Filling.filled(LetterSender.self).record)
      var contents = RefusalContents()
      contents.reasons = "Andre stod stærkere & <bedre>."
      let letter = Letter(.refusal, LetterHead(), contents)
      #expect(try templates.render(letter).html.contains("Andre stod stærkere &amp; &lt;bedre&gt;."))
      #expect(throws: TemplateError.self) { try templates.render(Letter(.offer, LetterHead(), OfferContents())) }
    }
  }

  /// macOS saves é as e and a mark of its own; the socket takes one form only.
  @Test func `letters that an editor took apart are put together`() throws {
    try withFolder { folder in
      try write(Array("{{$body}}{{/body}}".utf8), to: "\(folder)/layout.mustache")
      let body = "{{<layout}}{{$body}}Re\u{301}sume\u{301} pa\u{30A}{{/body}}{{/layout}}"
      try write(Array(body.utf8), to: "\(folder)/offer.mustache")
      let templates = TemplateFolder(folder, sender: Filling.filled(LetterSender.self).record)
      let html = try templates.render(Letter(.offer, LetterHead(), OfferContents())).html
      #expect(html.utf8.elementsEqual("Résumé på".utf8))
    }
  }

  @Test(
    arguments: [
      (Rational(49, 18), "2,72", "2,72", "49/18"), (Rational(5, 2), "2,5", "2,50", "5/2"),
      (Rational(3), "3", "3,00", "3"), (Rational(1, 200), "0,01", "0,01", "1/200"), (Rational(0), "0", "0,00", "0"),
      (Rational(-1, 3), "-0,33", "-0,33", "-1/3"), (Rational(-1, 1000), "0", "0,00", "-1/1000"),
      (Rational(1999, 200), "10", "10,00", "1999/200"), (Rational(100), "100", "100,00", "100"),
    ])
  func `numbers are written as in Danish, and rounded half away from zero`(
    number: Rational, short: String, fixed: String, exact: String
  ) {
    let danish = DanishNumber(number)
    #expect(danish.renderText == short)
    #expect(danish.child(named: "fixed") as? String == fixed)
    #expect(danish.child(named: "exact") as? String == exact)
  }

  private func write(_ bytes: [UInt8], to path: String) throws {
    let file = try #require(fopen(path, "w"))
    fwrite(bytes, 1, bytes.count, file)
    fclose(file)
  }

  private func withFolder<Value>(_ body: (String) throws -> Value) throws -> Value {
    var template = Array("\(P_tmpdir)/letters-XXXXXX".utf8CString)
    try #require(mkdtemp(&template) != nil)
    let folder = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    defer {
      for name in ["layout", "offer", "refusal"] { unlink("\(folder)/\(name).mustache") }
      rmdir(folder)
    }
    return try body(folder)
  }
}
