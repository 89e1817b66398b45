import TalentDomain
import Testing

@testable import EvidencePage

struct SeatPlacesTests {
  private static func seat(_ status: SeatState.Status, at position: Int, promoted: Bool = false) -> SeatState {
    SeatState(
      status: status, answerBy: .blank, closes: .blank, promoted: promoted, position: position)
  }

  private static let people = (1...5).map { Alias(bits: UInt64(100 + $0)) }

  @Test func `whoever has a seat keeps the place, and a promoted one takes that of who declined`() {
    var places = SeatPlaces()
    var seats: [Alias: SeatState] = [:]
    for (index, person) in SeatPlacesTests.people.prefix(3).enumerated() {
      seats[person] = SeatPlacesTests.seat(.offered, at: index)
    }
    places.follow(seats, count: 3)
    #expect(places.places.map { $0?.nominee } == SeatPlacesTests.people.prefix(3).map { $0 })
    seats[SeatPlacesTests.people[1]] = SeatPlacesTests.seat(.declined, at: 5)
    places.follow(seats, count: 3)
    #expect(places.places.map { $0?.nominee } == [SeatPlacesTests.people[0], nil, SeatPlacesTests.people[2]])
    seats[SeatPlacesTests.people[3]] = SeatPlacesTests.seat(.offered, at: 6, promoted: true)
    places.follow(seats, count: 3)
    #expect(places.places[1]?.nominee == SeatPlacesTests.people[3])
    #expect(places.places[1]?.promoted == true)
  }

  @Test func `a seat too many is shown, not hidden`() {
    var places = SeatPlaces()
    var seats: [Alias: SeatState] = [:]
    for (index, person) in SeatPlacesTests.people.enumerated() {
      seats[person] = SeatPlacesTests.seat(.accepted, at: index)
    }
    places.follow(seats, count: 4)
    #expect(places.places.count == 5)
    #expect(places.places.allSatisfy { $0 != nil })
  }

  @Test func `fewer seats take away free places alone`() {
    var places = SeatPlaces()
    places.follow([SeatPlacesTests.people[0]: SeatPlacesTests.seat(.accepted, at: 1)], count: 4)
    places.follow([SeatPlacesTests.people[0]: SeatPlacesTests.seat(.accepted, at: 1)], count: 2)
    #expect(places.places.map { $0?.nominee } == [SeatPlacesTests.people[0], nil])
  }
}
