/// The frame of the page, with places to fill: `{{name}}`.
struct Template {
  private let frame: [UInt8]

  init(_ frame: [UInt8]) {
    self.frame = frame
  }

  /// The frame with every place filled; a place without a part stays empty.
  func filled(_ parts: [String: [UInt8]]) -> [UInt8] {
    var page: [UInt8] = []
    var rest = frame[...]
    while let open = rest.firstRange(of: Array("{{".utf8)), let close = rest.firstRange(of: Array("}}".utf8)) {
      page += rest[..<open.lowerBound]
      page += parts[String(decoding: rest[open.upperBound..<close.lowerBound], as: UTF8.self)] ?? []
      rest = rest[close.upperBound...]
    }
    return page + rest
  }
}
