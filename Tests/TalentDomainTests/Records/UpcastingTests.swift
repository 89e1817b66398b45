import StrictJSON
import TalentDomain
import Testing

/// How an old log is read by a newer program: a fictional seat count that was once a number of rows and chairs.
struct UpcastingTests {
  private struct SeatsCountedV1: Fact {
    var chairs = 0
    var rows = 0
    static let type: StaticString = "seats.counted.v1"
    static let purpose = Bilingual(da: "Talt i rækker.", en: "Counted in rows.")

    mutating func visit(_ members: inout some Visitor) throws(Fault) {
      try members("chairs", &chairs)
      try members("rows", &rows)
    }
  }

  private struct SeatsCounted: Fact {
    var seats = 0
    static let type: StaticString = "seats.counted.v2"
    static let purpose = Bilingual(da: "Talt.", en: "Counted.")

    mutating func visit(_ members: inout some Visitor) throws(Fault) { try members("seats", &seats) }
  }

  private let folds: [String: Fold<[Int]>] = [
    "\(SeatsCountedV1.type)": Fold(SeatsCountedV1.self) { old in
      var new = SeatsCounted()
      new.seats = old.chairs * old.rows
      return new
    } _: { (fact: SeatsCounted, state, _) in
      state.append(fact.seats)
    },
    "\(SeatsCounted.type)": Fold(SeatsCounted.self) { fact, state, _ in state.append(fact.seats) },
  ]

  @Test func `an event of an earlier version is lifted to today's, and its leaf stays as it was`() throws {
    let leaves: [(String, String)] = [
      ("seats.counted.v1", #"{"chairs":5,"rows":4}"#), ("seats.counted.v2", #"{"seats":21}"#),
    ]
    let header = Header(
      position: 0, revision: 0, effective: .blank, recorded: .blank, received: .blank, localDate: .blank, actor: .none)
    var state: [Int] = []
    for (type, leaf) in leaves {
      let fold = try #require(folds[type])
      try Array(leaf.utf8).withUnsafeBytes { bytes in
        var cursor = CanonicalCursor(bytes)
        try fold.apply(&cursor, &state, header)
        #expect(cursor.isAtEnd)
        var again = CanonicalCursor(bytes)
        #expect(try fold.read(&again) is SeatsCounted)
      }
    }
    #expect(state == [20, 21])
  }

  @Test func `an event of today's version is not read as yesterday's`() throws {
    let fold = try #require(folds["seats.counted.v1"])
    var state: [Int] = []
    let header = Header(
      position: 0, revision: 0, effective: .blank, recorded: .blank, received: .blank, localDate: .blank, actor: .none)
    #expect(throws: Fault(.missing, at: ["chairs"])) {
      try Array(#"{"seats":21}"#.utf8).withUnsafeBytes { bytes in
        var cursor = CanonicalCursor(bytes)
        try fold.apply(&cursor, &state, header)
      }
    }
    #expect(state.isEmpty)
  }
}
