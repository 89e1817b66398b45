import StrictJSON
import TalentDomain
import TalentInterface
import Testing

struct LetterTests {
  @Test func `every kind of letter holds what its case holds, escaped, and its digest is on record`() throws {
    try withTalentd { daemon in
      let world = try LetterCohort.built(on: daemon)
      let hr = try world.by(Cast.hr, at: LetterCohort.time)
      #expect(Set(LetterCohort.letters.map(\.kind)) == Set(LetterKind.allCases))
      for (kind, person, words) in LetterCohort.letters {
        let size = try hr.logSize()
        let letter = try hr.ask(RenderLetter(kind, of: person))
        let html = letter.html.value
        for word in words { #expect(html.shown.contains(word), "\(kind) does not say \(word)") }
        #expect(!html.contains("<script") && !html.contains("<b>") && !html.contains("<helhedssyn>"), "\(kind)")
        #expect(!html.contains("{{"))
        #expect(NormalForm.compose(html).utf8.elementsEqual(html.utf8))

        // One event, in the stream of the record, with the digest and nothing of the words.
        #expect(try hr.trail(from: size).withoutLooks.map(\.summary) == ["record letter.rendered.v1"])
        #expect(letter.position == size)
        let leaf = try hr.leaf(at: size)
        #expect(leaf.contains(letter.digest.text) && leaf.contains(letter.template.text))
        for name in LetterCohort.names.values { #expect(!leaf.contains(name)) }

        // The same again is the same to the byte, and on record once more.
        let again = try hr.ask(RenderLetter(kind, of: person))
        #expect(again.html == letter.html && again.digest == letter.digest)
        #expect((again.position ?? 0) > size)
      }
    }
  }

  @Test func `a file is known by its digest, to those who may know of the letter, until a single character differs`()
    throws
  {
    try withTalentd { daemon in
      let world = try LetterCohort.built(on: daemon)
      let letter = try world.by(Cast.hr, at: LetterCohort.time).ask(RenderLetter(.refusal, of: LetterCohort.refused))
      let own = try world.by(LetterCohort.refused, at: LetterCohort.time).ask(RenderLetter(.refusal))
      #expect(own.html == letter.html)
      #expect(own.position == nil)

      func known(_ html: String, to number: String) throws -> [String?] {
        var check = CheckLetter()
        (check.cohort, check.html) = ("2027", Document(html))
        return try world.by(number, at: LetterCohort.time).ask(check).rendered.map { $0.by.number?.value }
      }
      let html = letter.html.value
      for number in [Cast.hr, Cast.auditor, LetterCohort.refused] {
        #expect(try known(html, to: number) == [Cast.hr, LetterCohort.refused])
        #expect(try known(html + " ", to: number) == [])
        #expect(try known(html.replacing("stærkere", with: "staerkere"), to: number) == [])
      }
      for number in [Cast.board[0], Cast.leader, LetterCohort.participant] {
        #expect(try known(html, to: number) == [])
      }
    }
  }

  @Test func `the list says what there is and what was rendered, to each as much as they may know`() throws {
    try withTalentd { daemon in
      let world = try LetterCohort.built(on: daemon)
      let hr = try world.by(Cast.hr, at: LetterCohort.time)
      for (kind, person, _) in LetterCohort.letters { try hr.ask(RenderLetter(kind, of: person)) }
      func list(_ number: String) throws -> LetterList {
        var list = ListLetters()
        list.cohort = "2027"
        return try world.by(number, at: LetterCohort.time).ask(list)
      }
      let all = try list(Cast.hr)
      #expect(all.rendered.map(\.kind) == LetterCohort.letters.map(\.kind))
      #expect(all.rendered.allSatisfy { $0.by.number?.value == Cast.hr && $0.position != nil })
      #expect(all.kinds.first { $0.kind == .offer }?.due == 20)
      #expect(all.due.first { $0.kind == .refusal }?.rendered == 1)
      #expect(try list(Cast.board[0]).rendered.map(\.kind) == [.boardCase, .minutes])
      #expect(try list(LetterCohort.refused).rendered.map(\.kind) == [.refusal, .feedback, .information])
      #expect(try list(Cast.leader).rendered.map(\.kind) == [.feedback])
      #expect(try list(Cast.otherChief).rendered.map(\.kind) == [.internship])
      // A place in the reserve is not told by a list.
      let reserve = try list(LetterCohort.reserve)
      #expect(reserve.rendered == [] && reserve.due.map(\.kind) == [.information])
      #expect(try list(LetterCohort.reserve).rendered.allSatisfy { $0.position == nil })
    }
  }

  @Test func `as of an earlier day a letter says so, and what had not happened is refused`() throws {
    try withTalentd { daemon in
      let world = try LetterCohort.built(on: daemon)
      let hr = try world.by(Cast.hr, at: LetterCohort.time)
      let eve = AsOf(time: at("2027-03-21 12:00:00"))
      let offer = try hr.ask(RenderLetter(.offer, of: LetterCohort.participant), at: eve)
      #expect(offer.html.value.shown.contains("som sagen stod 21. marts 2027 kl. 12.00"))
      #expect(try hr.ask(RenderLetter(.offer, of: LetterCohort.participant)).html != offer.html)
      let error = #expect(throws: ServiceError.self) {
        try hr.ask(RenderLetter(.refusal, of: LetterCohort.refused), at: eve)
      }
      #expect(error?.rules == ["S2"])
    }
  }

  @Test func `a wrong template stops its letter and nothing else, and is told by file and line`() throws {
    try withFolder { folder in
      try Files.copyFolder(Programs.letters, to: "\(folder)/letters")
      let offer = "\(folder)/letters/offer.mustache"
      let right = try Files.text(offer)
      try Files.write(Array(right.replacing("{{answerBy}}", with: "{{anserBy}}").utf8), to: offer)
      var settings = Talentd.Settings()
      settings.lettersFolder = "\(folder)/letters"
      try withTalentd(settings) { daemon in
        #expect(daemon.errors.contains("the letter offer cannot be rendered: \(offer), line "), "\(daemon.errors)")
        let world = try LetterCohort.built(on: daemon)
        let hr = try world.by(Cast.hr, at: LetterCohort.time)
        let size = try hr.logSize()
        let error = #expect(throws: ServiceError.self) {
          try hr.ask(RenderLetter(.offer, of: LetterCohort.participant))
        }
        #expect(error?.kind == .misconfigured)
        #expect(error?.parameters["file"]?.string == offer)
        #expect(try hr.logSize() == size)
        let run = try Talentctl(daemon).run(
          "letter", "render", "offer", LetterCohort.participant, "--cohort", "2027", as: Cast.hr,
          at: LetterCohort.time)
        #expect(run.status == 78)
        #expect(run.error.contains("\(offer), line ") && run.error.contains("{{anserBy}}"), "\(run.error)")
        try hr.ask(RenderLetter(.refusal, of: LetterCohort.refused))

        // Mended, it is used without a restart.
        try Files.write(Array(right.utf8), to: offer)
        try hr.ask(RenderLetter(.offer, of: LetterCohort.participant))
      }
    }
  }

  @Test func `the command line writes letters for their reader alone, and checks them`() throws {
    try withTalentd { daemon in
      _ = try LetterCohort.built(on: daemon)
      func run(_ arguments: String..., input: ChildProcess.Input = .none) throws -> ChildProcess.Finished {
        try Talentctl(daemon).run(
          ["letter"] + arguments + ["--cohort", "2027"], as: Cast.hr, at: LetterCohort.time, input: input)
      }
      let folder = "\(daemon.folder)/breve"
      let all = try run("render", "offer", "--all", "--to", folder)
      #expect(all.status == 0, "\(all.error)")
      #expect(all.error.contains("20 letters written"))
      let files = try Files.names(in: folder)
      #expect(files.count == 20 && files.contains("offer-\(LetterCohort.participant).html"))
      let path = "\(folder)/offer-\(LetterCohort.participant).html"
      #expect(try Files.mode(of: path) == 0o600 && Files.mode(of: folder) == 0o700)

      let checked = try run("check", path)
      #expect(checked.status == 0 && checked.output.contains(Cast.hr), "\(checked.error)")
      let printed = try run("render", "offer", LetterCohort.participant)
      #expect(try Files.text(path) == printed.output)
      try Files.write(Array(printed.output.replacing("Tillykke", with: "tillykke").utf8), to: path)
      let changed = try run("check", path)
      #expect(changed.status == 5 && changed.output.isEmpty)
      try Files.write([0xFF, 0xFE], to: path)
      #expect(try run("check", path).status == 5)
      #expect(try run("render", "minutes", LetterCohort.participant).status == 64)
      #expect(try run("render", "certificate", LetterCohort.refused).status == 1)
    }
  }
}

extension Client {
  /// The bytes of an event, as text.
  fileprivate func leaf(at position: Int) throws -> String {
    var query = ShowEvent()
    query.position = position
    return try ask(query).leaf.value
  }
}
