package import StrictJSON

/// A call as it travels: one JSON object, without the NUL that ends it.
package struct CallFrame: Sendable, Hashable {
  /// With its interface, such as `org.varlink.service.GetInfo`.
  package let method: String
  /// An object; empty where the caller left it out.
  package let parameters: JSON
  package let more: Bool
  package let oneway: Bool
  package let upgrade: Bool

  /// Reads a frame. Whatever is not a call in every respect is malformed, and nobody can be answered: the connection ends.
  package init(parsing bytes: UnsafeRawBufferPointer, limits: JSONLimits) throws(MalformedFrame) {
    guard let json = try? JSON(parsing: bytes, limits: limits), case .object(let members) = json else {
      throw .notAnObject
    }
    var method: String?
    var parameters = JSON.object([])
    var more = false
    var oneway = false
    var upgrade = false
    for member in members {
      switch member.name {
      case "method":
        guard case .string(let name) = member.value else { throw .wrongType }
        method = name
      case "parameters":
        guard member.value != .null else { continue }
        guard case .object = member.value else { throw .wrongType }
        parameters = member.value
      case "more": more = try Self.flag(member.value)
      case "oneway": oneway = try Self.flag(member.value)
      case "upgrade": upgrade = try Self.flag(member.value)
      // Extensions are named after their vendor, with a full stop; others are ignored, anything else is a mistake.
      default: guard member.name.utf8.contains(UInt8(ascii: ".")) else { throw .unknownMember }
      }
    }
    guard let method else { throw .noMethod }
    guard (more ? 1 : 0) + (oneway ? 1 : 0) + (upgrade ? 1 : 0) <= 1 else { throw .contradictoryFlags }
    self.method = method
    self.parameters = parameters
    self.more = more
    self.oneway = oneway
    self.upgrade = upgrade
  }

  private static func flag(_ value: JSON) throws(MalformedFrame) -> Bool {
    switch value {
    case .bool(let value): value
    case .null: false
    default: throw .wrongType
    }
  }

  /// Writes a call around canonical parameters.
  static func write(_ method: String, canonical parameters: some Collection<UInt8>, more: Bool, oneway: Bool) -> [UInt8]
  {
    var writer = CanonicalWriter(reserving: parameters.count + method.utf8.count + 64)
    writer.beginObject()
    writer.key("method")
    writer.string(method)
    if more {
      writer.key("more")
      writer.bool(true)
    }
    if oneway {
      writer.key("oneway")
      writer.bool(true)
    }
    // `{}` and leaving them out are the same; senders should leave them out.
    if parameters.count > 2 {
      writer.key("parameters")
      writer.raw(parameters)
    }
    writer.endObject()
    return writer.bytes + [0]
  }
}

/// Why a frame is no call or no reply. It says nothing of the content.
package enum MalformedFrame: Error, Hashable {
  case notAnObject, wrongType, unknownMember, noMethod, contradictoryFlags, tooLong
}
