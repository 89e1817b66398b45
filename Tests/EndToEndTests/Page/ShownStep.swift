import StrictJSON

/// What the browser showed at one step.
struct ShownStep {
  struct Line {
    let name: String
    let total: String
    /// Both figures, without their decimal point.
    let thousandths: [Int]
    let bar: Int
    let status: String
  }

  struct Place {
    let kind: String
    let mark: String
    let name: String?
  }

  let json: JSON

  init(_ json: JSON) { self.json = json }

  var step: Int { json.number("step") ?? -1 }
  /// Of the event.
  var position: Int? { json.text("current").flatMap { Int($0.dropFirst()) } }
  var stage: String? { json.text("stage") }
  var deadline: String? { json.text("deadline") }
  var isRanked: Bool { json["isRanked"]?.bool ?? false }
  var border: Int { json.number("border") ?? -2 }
  var reserve: [String] { json["reserve"]?.strings ?? [] }

  func count(_ name: String) -> Int? { json.text("counts", name).flatMap { Int($0) } }

  var ranking: [Line] {
    (json["ranking"]?.array ?? []).map { line in
      let figures = line["figures"]?.strings ?? []
      return Line(
        name: line.text("name") ?? "", total: figures.first ?? "",
        thousandths: figures.map { Int($0.filter(\.isNumber)) ?? -1 }, bar: line.number("bar") ?? -1,
        status: line.text("status") ?? "")
    }
  }

  var places: [Place] {
    (json["places"]?.array ?? []).map { place in
      Place(kind: place.text("kind") ?? "", mark: place.text("mark") ?? "", name: place.text("name"))
    }
  }
}

/// The list of events as it stands in the page's own bytes.
struct EventList {
  let positions: [Int]

  init(_ page: [UInt8]) throws {
    let text = String(decoding: page, as: UTF8.self)
    guard
      let list = text.split(separator: "id=\"events\">").dropFirst().first?.split(separator: "</ol>\n</section>").first
    else { throw Trouble("the page has no list of events") }
    positions = list.split(separator: "<li id=e").dropFirst().compactMap { Int($0.prefix(while: \.isNumber)) }
  }
}
