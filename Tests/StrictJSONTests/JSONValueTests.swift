import StrictJSON
import Testing

@Suite struct JSONValueTests {
  private let value: JSON = ["name": "Åse", "count": 3, "part": 0.5, "open": true, "gone": nil, "list": [1, "two"]]

  @Test func `members, elements and scalars are reached by name and place`() {
    #expect(value["name"]?.string == "Åse")
    #expect(value["count"]?.integer == 3)
    #expect(value["count"]?.double == 3)
    #expect(value["part"]?.double == 0.5)
    #expect(value["open"]?.bool == true)
    #expect(value["gone"]?.isNull == true)
    #expect(value["list"]?[1] == "two")
    #expect(value["list"]?.array?.count == 2)
    #expect(value.object?.map(\.name) == ["name", "count", "part", "open", "gone", "list"])
  }

  @Test func `what is not there or of another kind is nil`() {
    #expect(value["other"] == nil)
    #expect(value["list"]?[2] == nil)
    #expect(value["list"]?[-1] == nil)
    #expect(value["name"]?.integer == nil)
    #expect(value["part"]?.integer == nil)
    #expect(value["name"]?["x"] == nil)
    #expect(value[0] == nil)
    #expect(value["count"]?.bool == nil)
    #expect(value["count"]?.object == nil)
  }

  @Test func `strings are equal by their bytes, unlike Swift's`() {
    let composed = "\u{E5}"
    let decomposed = "a\u{30A}"
    #expect(composed == decomposed)
    #expect(JSON.string(composed) != JSON.string(decomposed))
    #expect(JSON.object([.init(name: composed, value: 1)]) != JSON.object([.init(name: decomposed, value: 1)]))
    #expect(Set([JSON.string(composed), JSON.string(decomposed)]).count == 2)
  }

  @Test func `an integer and a double of the same value are two spellings, so two values`() {
    #expect(JSON.integer(1) != JSON.double(1))
    #expect(JSON.double(1).canonical() == JSON.integer(1).canonical())
  }
}
