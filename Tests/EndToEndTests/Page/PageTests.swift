import Evidence
import EvidencePage
import Leaves
import StrictJSON
import TalentDomain
import Testing

/// The page of a bundle in a real browser, beside what a fold of the same leaves says.
@Suite(.serialized, .timeLimit(.minutes(10))) struct PageTests {
  private let fixture: PageFixture

  init() throws { fixture = try PageFixture.played.get() }

  /// What the browser saw of the whole page; looked at once.
  private static let seen = Result {
    let fixture = try PageFixture.played.get()
    let page = try fixture.bundle.page
    let count = try EventList(page).positions.count
    let steps = Array(stride(from: 0, to: count, by: 7)) + [count - 1]
    return try withFolder { try PageScript.run(page, steps: steps, in: $0) }
  }

  @Test func `the slider moves, and ranking and seats follow what the fold says`() throws {
    let seen = try PageTests.seen.get()
    let steps = try #require(seen["shown"]?.object)
    #expect(steps.count > 20)
    var (ranked, offered, promoted): (Int, Int, Int) = (0, 0, 0)
    var places: [String: Int] = [:]
    for step in steps {
      let shown = ShownStep(step.value)
      let cohort = try fixture.bundle.cohort(after: try #require(shown.position))
      #expect(shown.step == Int(step.name))
      expect(shown, shows: cohort)
      ranked += shown.ranking.isEmpty ? 0 : 1
      offered += shown.places.contains { $0.kind == "offered" } ? 1 : 0
      promoted += cohort.selection.seats.values.contains(where: \.promoted) ? 1 : 0
      // Whoever has a place keeps it.
      for (index, place) in shown.places.enumerated() {
        guard let name = place.name else { continue }
        #expect(places.updateValue(index, forKey: name) ?? index == index, "\(name)")
      }
    }
    #expect(ranked > 3 && offered > 1 && promoted > 1, "the steps are ones at which there is something to see")
  }

  @Test func `the page begins at the last step, and says so in words`() throws {
    let first = ShownStep(try #require(PageTests.seen.get()["first"]))
    let last = try #require(fixture.bundle.leaves.last { first.position == $0.position })
    expect(first, shows: try fixture.bundle.cohort(after: last.position))
    #expect(first.json.text("value")?.hasPrefix("Trin \(first.step + 1) af ") == true)
    #expect(first.json.text("heard")?.contains("klage er modtaget") == true, "\(first.json.text("heard") ?? "")")
  }

  @Test func `arrows, Home, End and the page keys move the slider, and Tab comes to everything with a visible ring`()
    throws
  {
    let keyboard = try #require(PageTests.seen.get()["keyboard"])
    let count = try EventList(try fixture.bundle.page).positions.count
    let moves = (keyboard["moves"]?.array ?? []).map {
      ($0[0]?.string ?? "", $0[1]?.integer ?? -1, $0[2]?.integer ?? -2)
    }
    for (_, slider, step) in moves { #expect(slider == step, "what is shown is where the slider stands") }
    let places = Dictionary(uniqueKeysWithValues: moves.map { ($0.0, Int($0.1)) })
    #expect(places["Home"] == 0 && places["ArrowRight"] == 1 && places["ArrowUp"] == 2)
    #expect(try #require(places["PageUp"]) > 10)
    #expect(places["End"] == count - 1)
    let way = keyboard["way"]?.array ?? []
    #expect(Set(way.compactMap { $0.text("name") }).isSuperset(of: ["language", "back", "forward", "slider"]))
    #expect(way.allSatisfy { $0.text("outline") == "solid 3px" }, "\(way.map { $0.text("outline") ?? "" })")
    #expect(keyboard["milestone"]?[0] == keyboard["milestone"]?[1], "Enter on a turning point goes there")
  }

  @Test func `Danish and English say the same, and Danish comes first`() throws {
    let seen = try PageTests.seen.get()
    let (english, back) = (try #require(seen["english"]), try #require(seen["back"]))
    #expect(seen.text("first", "language") == "da" && english.text("language") == "en")
    #expect(english.text("title") == "The selection of cohort 2027, step by step")
    #expect(back.text("title") == "Udvælgelsen af hold 2027, trin for trin")
    let pairs = zip(english["headings"]?.strings ?? [], back["headings"]?.strings ?? [])
    #expect(pairs.allSatisfy { $0 != $1 }, "\(pairs.filter { $0 == $1 })")
    #expect(english["headings"]?.array?.count == back["headings"]?.array?.count)
    let (one, other) = (ShownStep(english), ShownStep(back))
    #expect(one.ranking.map(\.name) == other.ranking.map(\.name))
    #expect(one.ranking.first?.total.contains(".") == true && other.ranking.first?.total.contains(",") == true)
    #expect(one.ranking.map(\.thousandths) == other.ranking.map(\.thousandths))
  }

  @Test func `filters leave the events of one person or of one kind`() throws {
    let filters = try #require(PageTests.seen.get()["filters"]?.object)
    let counts = Dictionary(uniqueKeysWithValues: filters.map { ($0.name, Int($0.value.integer ?? 0)) })
    let scored = try fixture.bundle.leaves.count { leaf in
      try leaf.bytes.withLeaf(at: leaf.position) { $0.type == "\(AssessmentScored.type)" }
    }
    #expect(counts["kind \(AssessmentScored.purpose.da)"] == scored)
    let person = try #require(fixture.names.first { $0.value.hasPrefix("110 ") })
    let events = try fixture.bundle.leaves.count { leaf in
      try leaf.bytes.withLeaf(at: leaf.position) { $0.stream == "cohort/2027" && $0.subject == person.key.text }
    }
    #expect(try #require(counts["person \(person.value)"]) >= events && events > 10)
  }

  @Test func `it prints on A4, the step's state and the list of events, in either language`() throws {
    let seen = try PageTests.seen.get()
    for (name, words) in [
      ("printed", ["Udvælgelsen af hold 2027, trin for trin", "Ranglisten", "Pladsgrænse: 20", "Alle hændelser"]),
      ("printedEnglish", ["The selection of cohort 2027, step by step", "The ranking", "All events"]),
      ("plain", ["Udvælgelsen af hold 2027, trin for trin", "Ranglisten", "Pladsgrænse: 20", "Alle hændelser"]),
    ] {
      let printed = try #require(seen[name])
      #expect(try #require(printed.number("pages")) > 3, "\(name)")
      #expect(printed.text("size")?.contains("A4") == true, "\(printed.text("size") ?? "")")
      let text = try #require(printed.text("text"))
      for word in words { #expect(text.contains(word), "\(name): \(word)") }
      #expect(!text.contains("Vis alle"), "controls are not printed")
    }
    // Without scripts, too: every event is there, and the last state.
    let plain = try #require(seen.text("plain", "text"))
    let last = ShownStep(try #require(seen["first"]))
    for line in last.ranking { #expect(plain.contains(line.name)) }
    let tokens = Set(plain.split(whereSeparator: \.isWhitespace))
    let missing = try EventList(try fixture.bundle.page).positions.filter { !tokens.contains("\($0)") }
    #expect(missing == [])
  }

  @Test func `no request leaves the page, and its policy stops whatever would`() throws {
    let seen = try PageTests.seen.get()
    let requests = seen["requests"]?.strings ?? []
    #expect(requests.count == 1 && requests[0].hasPrefix("file:///") && requests[0].hasSuffix("/index.html"))
    #expect(seen["problems"]?.array == [], "\(seen["problems"]?.canonical().count ?? 0)")
    let stopped = Set(seen["tried"]?.strings ?? [])
    #expect(
      stopped.isSuperset(of: ["connect-src", "img-src", "frame-src", "script-src-elem", "eval", "fetch"]),
      "\(stopped.sorted())")
  }

  @Test func `nothing is wider than the screen, and text stands out from what lies behind it`() throws {
    let seen = try PageTests.seen.get()
    for step in seen["shown"]?.object ?? [] {
      #expect(try #require(step.value.number("narrowest")) > 60, "step \(step.name)")
    }
    #expect(seen.number("wider", "desktop") == 0 && seen.number("wider", "phone") == 0)
    for scheme in ["light", "dark"] {
      let ratio = try #require(seen["contrast"]?[scheme]?[0]?.string.flatMap { Double($0) })
      #expect(ratio >= 4.5, "\(scheme): \(seen["contrast"]?[scheme]?[1]?.string ?? "")")
    }
  }

  /// What a step shows is what the fold of the leaves up to it says.
  private func expect(_ shown: ShownStep, shows cohort: Cohort) {
    let place = Comment(rawValue: "step \(shown.step)")
    #expect(shown.stage == (cohort.isOpen ? Stage(cohort).rawValue : nil), place)
    #expect(shown.deadline == (cohort.isOpen ? cohort.setup.deadline.text : nil), place)
    #expect(shown.count("seats") == cohort.setup.seats, place)
    #expect(shown.count("forms") == cohort.nominations.forms.count, place)
    #expect(shown.count("forms1") == cohort.nominations.forms.values.count { $0.status == .eligible }, place)
    #expect(shown.count("forms4") == cohort.nominations.forms.values.count { $0.status == .refused }, place)
    #expect(shown.count("letters") == cohort.selection.notified.count, place)
    let sets = cohort.nominations.eligible.reduce(0) { sets, nominee in
      sets + (cohort.setup.criteria.map { cohort.assessment.fullSets(of: nominee, $0).count } ?? 0)
    }
    #expect(shown.count("sets") == sets, place)
    expectRanking(shown, cohort, place)
    let seats = cohort.selection.seats.filter { $0.value.isOccupied }
    let expected = Set(seats.map { "\(fixture.names[$0.key] ?? "") \($0.value.status.rawValue)" })
    #expect(Set(shown.places.compactMap { place in place.name.map { "\($0) \(place.kind)" } }) == expected, place)
    #expect(shown.places.count == cohort.setup.seats, place)
    #expect(shown.places.count { $0.kind == "free" } == cohort.setup.seats - seats.count, place)
    #expect(shown.places.allSatisfy { $0.mark == "#\($0.kind)" }, place)
    #expect(shown.reserve == cohort.selection.reserve.map { fixture.names[$0] ?? "" }, place)
  }

  private func expectRanking(_ shown: ShownStep, _ cohort: Cohort, _ place: Comment) {
    guard let ranking = cohort.assessment.ranking, let order = cohort.finalOrder else {
      #expect(!shown.isRanked && shown.ranking.isEmpty, place)
      return
    }
    #expect(shown.isRanked, place)
    #expect(shown.ranking.map(\.name) == order.map { fixture.names[$0] ?? "" }, place)
    #expect(shown.border == (order.count > cohort.setup.seats ? cohort.setup.seats : -1), place)
    for (line, nominee) in zip(shown.ranking, order) {
      guard let entry = ranking.entries.first(where: { $0.nominee == nominee }) else { continue }
      let exact = [entry.total, entry.plainMean]
      #expect(line.thousandths == exact.map { ($0.numerator * 2000 + $0.denominator) / (2 * $0.denominator) }, place)
      // Four points are the whole width; the figure has three decimals.
      #expect(abs(line.bar - entry.total.numerator * 250 / entry.total.denominator) <= 1, place)
      let status = cohort.status(of: nominee, embargoed: false)
      #expect(line.status == status?.label.da, place)
    }
  }
}
