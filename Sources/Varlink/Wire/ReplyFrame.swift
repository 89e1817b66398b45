package import StrictJSON

/// A reply as it travels: one JSON object, without the NUL that ends it.
package struct ReplyFrame: Sendable, Hashable {
  package let parameters: JSON
  /// The full name of the error, if the call failed.
  package let error: String?
  /// Whether another reply to the same call follows.
  package let continues: Bool

  package init(parsing bytes: UnsafeRawBufferPointer, limits: JSONLimits) throws(MalformedFrame) {
    guard let json = try? JSON(parsing: bytes, limits: limits), case .object(let members) = json else {
      throw .notAnObject
    }
    var parameters = JSON.object([])
    var error: String?
    var continues = false
    for member in members where member.value != .null {
      switch (member.name, member.value) {
      case ("parameters", .object): parameters = member.value
      case ("error", .string(let name)): error = name
      case ("continues", .bool(let value)): continues = value
      case ("parameters", _), ("error", _), ("continues", _): throw .wrongType
      default: continue
      }
    }
    guard error == nil || !continues else { throw .contradictoryFlags }
    self.parameters = parameters
    self.error = error
    self.continues = continues
  }
}

/// The bytes around the parameters of a reply. Members stand in canonical order, so that the whole reply is canonical
/// when its parameters are.
enum ReplyPieces {
  static let plain: StaticString = "{\"parameters\":"
  static let continues: StaticString = "{\"continues\":true,\"parameters\":"
  static let end: StaticString = "}\0"

  /// Everything before the parameters of an error. The name comes from an interface: letters, digits and full stops.
  static func error(_ name: String) -> String { "{\"error\":\"\(name)\",\"parameters\":" }
}
