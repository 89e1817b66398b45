import TalentDomain
import Testing

@testable import TalentService

struct LookCounterTests {
  private let counter = LookCounter()
  private let reader = Alias(bits: 20)
  private let today = CivilDate("2027-03-02") ?? .blank
  private let people = (1...3).map { Sight.Seen(stream: "cohort/2027", person: Alias(bits: 1000 + $0)) }

  @Test func `the first look of a day is recorded, those after it are counted`() {
    #expect(counter.first(people, by: reader, on: today) == people)
    counter.recorded(people, by: reader, on: today)
    #expect(counter.due(before: today).isEmpty)
    #expect(counter.first(people, by: reader, on: today).isEmpty)
    #expect(counter.first([people[0]], by: reader, on: today).isEmpty)
    let due = counter.due()
    #expect(due.map(\.reader) == [reader])
    #expect(due.flatMap(\.fact.looks).map(\.count) == [2, 1, 1])
    #expect(counter.due().isEmpty)
  }

  @Test func `a look that could not be recorded is not taken for recorded`() {
    #expect(counter.first(people, by: reader, on: today) == people)
    #expect(counter.first(people, by: reader, on: today) == people)
  }

  @Test func `a day that has passed is due, and today is not`() {
    let tomorrow = today.adding(days: 1)
    for day in [today, tomorrow] {
      counter.recorded(people, by: reader, on: day)
      #expect(counter.first(people, by: reader, on: day).isEmpty)
    }
    #expect(counter.due(before: tomorrow).map(\.fact.day) == [today])
    #expect(counter.due(before: tomorrow).isEmpty)
    #expect(counter.due().map(\.fact.day) == [tomorrow])
  }

  @Test func `each reader and each day has counts of its own`() {
    counter.recorded(people, by: reader, on: today)
    #expect(counter.first(people, by: Alias(bits: 21), on: today) == people)
    #expect(counter.first(people, by: reader, on: today.adding(days: 1)) == people)
  }

  @Test func `what could not be written while nothing can be is due later, and counts as recorded until then`() {
    let fact = AccessesCounted(
      day: today, looks: people.map { LookCount(count: 1, of: $0.person, stream: Line($0.stream)) })
    counter.keep(LookCounter.Due(reader: reader, fact: fact))
    #expect(counter.first(people, by: reader, on: today).isEmpty)
    #expect(counter.due().flatMap(\.fact.looks).map(\.count) == [2, 2, 2])
  }

  @Test func `one list is one event, however long, until a leaf could not hold it`() {
    let many = (0..<AccessesCounted.limit + 1).map { Sight.Seen(stream: "s", person: Alias(bits: 1000 + UInt64($0))) }
    let facts = LookCounter.facts(today, many.map { ($0, 1) })
    #expect(facts.map(\.looks.count) == [AccessesCounted.limit, 1])
    let longest = (0..<AccessesCounted.limit).map {
      LookCount(
        count: 1_000_000, of: Alias(bits: 1 << 63 + UInt64($0)),
        stream: Line("cohort/" + String(repeating: "x", count: 64)))
    }
    #expect(AccessesCounted(day: today, looks: longest).canonical.count < 62_000)
  }

  @Test func `an answer in parts leaves one trace of each person`() {
    let sight = Sight()
    sight.name(people[0].person, in: people[0].stream)
    sight.open(people[1].person, in: people[1].stream)
    sight.name(people[1].person, in: people[1].stream)
    let first = sight.take()
    #expect(first.named == [people[0]] && first.opened == [people[1]])
    sight.name(people[0].person, in: people[0].stream)
    sight.name(people[2].person, in: people[2].stream)
    let second = sight.take()
    #expect(second.named == [people[2]] && second.opened.isEmpty)
  }
}
