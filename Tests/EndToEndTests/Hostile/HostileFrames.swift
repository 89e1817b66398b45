import TalentDomain
import TalentInterface

/// What no honest client sends, and what must come of it.
struct HostileFrame: CustomStringConvertible, Sendable {
  enum Fate: Sendable {
    /// Nobody can be answered: the connection ends.
    case hungUp
    /// The last part of the error's name.
    case error(String)
  }

  let description: String
  let bytes: [UInt8]
  let fate: Fate

  init(_ description: String, _ bytes: [UInt8], _ fate: Fate) {
    self.description = description
    self.bytes = bytes
    self.fate = fate
  }

  init(_ description: String, _ text: String, _ fate: Fate) {
    self.init(description, Array(text.utf8), fate)
  }

  static let all = frames + calls

  /// Not even a call.
  private static let frames: [HostileFrame] = [
    HostileFrame("nothing", "", .hungUp),
    HostileFrame("binary", [1, 0xFF, 0xFE, 0x80, 0x13], .hungUp),
    HostileFrame("another protocol", "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n", .hungUp),
    HostileFrame("an array", "[1]", .hungUp),
    HostileFrame("no method", "{}", .hungUp),
    HostileFrame("two calls in one frame", "{\"method\":\"a.B\"}{\"method\":\"a.B\"}", .hungUp),
    HostileFrame("the method twice", "{\"method\":\"a.B\",\"method\":\"a.B\"}", .hungUp),
    HostileFrame("a key twice", named(#"{"name":"x","name":"y"}"#), .hungUp),
    HostileFrame("a key twice, once escaped", named(#"{"name":"x","n\u0061me":"y"}"#), .hungUp),
    HostileFrame(
      "a hundred thousand levels",
      "{\"method\":\"a.B\",\"parameters\":{\"x\":" + String(repeating: "[", count: 100_000),
      .hungUp),
    HostileFrame(
      "65 levels",
      "{\"method\":\"a.B\",\"parameters\":{\"x\":" + String(repeating: "[", count: 63)
        + String(repeating: "]", count: 63) + "}}", .hungUp),
    HostileFrame(
      "objects in objects",
      "{\"method\":\"a.B\",\"parameters\":" + String(repeating: "{\"a\":", count: 50_000), .hungUp),
    HostileFrame("two mebibytes", [UInt8](repeating: 0x20, count: 2 << 20), .hungUp),
    HostileFrame(
      "invalid UTF-8", Array(#"{"method":"a.B","parameters":{"x":""#.utf8) + [0xC3, 0x28, 0x22, 0x7D, 0x7D], .hungUp),
    HostileFrame(
      "overlong UTF-8", Array(#"{"method":"a.B","parameters":{"x":""#.utf8) + [0xC0, 0xAF, 0x22, 0x7D, 0x7D], .hungUp),
    HostileFrame(
      "an encoded surrogate",
      Array(#"{"method":"a.B","parameters":{"x":""#.utf8) + [0xED, 0xA0, 0x80, 0x22, 0x7D, 0x7D], .hungUp),
    HostileFrame("half a surrogate pair", named(#"{"name":"\ud83d"}"#), .hungUp),
    HostileFrame("decomposed letters", named("{\"name\":\"A\u{30A}rhus\"}"), .hungUp),
    HostileFrame("decomposed letters, escaped", named(#"{"name":"A\u030arhus"}"#), .hungUp),
    HostileFrame("a line break in a string", named("{\"name\":\"a\nb\"}"), .hungUp),
    HostileFrame("an integer too wide", named(#"{"name":9007199254740993}"#), .hungUp),
    HostileFrame("a number out of range", named(#"{"name":1e999}"#), .hungUp),
    HostileFrame("a number that is none", named(#"{"name":NaN}"#), .hungUp),
    HostileFrame("a byte-order mark", "\u{FEFF}{\"method\":\"a.B\"}", .hungUp),
    HostileFrame("contradictory flags", #"{"method":"a.B","more":true,"oneway":true}"#, .hungUp),
    HostileFrame("a flag that is none", #"{"method":"a.B","more":"yes"}"#, .hungUp),
    HostileFrame("an unknown member of the frame", #"{"method":"a.B","extra":1}"#, .hungUp),
    HostileFrame("parameters that are none", #"{"method":"a.B","parameters":[]}"#, .hungUp),
  ]

  /// A call, but not one to be carried out.
  private static let calls: [HostileFrame] = [
    HostileFrame("no such interface", #"{"method":"a.B"}"#, .error("InterfaceNotFound")),
    HostileFrame("no such method", #"{"method":"dk.talentd.organisation.Drop"}"#, .error("MethodNotFound")),
    HostileFrame("a method without an interface", #"{"method":"Drop"}"#, .error("InterfaceNotFound")),
    HostileFrame("an empty method", #"{"method":""}"#, .error("InterfaceNotFound")),
    HostileFrame(
      "a method of 900 kB", #"{"method":""# + String(repeating: "a.", count: 450_000) + "\"}",
      .error("InterfaceNotFound")),
    HostileFrame("no parameters", #"{"method":"dk.talentd.organisation.RegisterCentre"}"#, .error("InvalidParameter")),
    HostileFrame("an unknown parameter", centre(#"{"name":"x"},"extra":{}"#), .error("InvalidParameter")),
    HostileFrame("an unknown member", centre(#"{"name":"x","extra":1}"#), .error("InvalidParameter")),
    HostileFrame("a number for a text", centre(#"{"name":1}"#), .error("InvalidParameter")),
    HostileFrame("null for a text", centre(#"{"name":null}"#), .error("InvalidParameter")),
    HostileFrame("an empty name", centre(#"{"name":""}"#), .error("InvalidInput")),
    HostileFrame("a blank name", centre(#"{"name":"\u2003\u2003"}"#), .error("InvalidInput")),
    HostileFrame("a control character", centre(#"{"name":"a\u0007b"}"#), .error("InvalidInput")),
    HostileFrame("a NUL in a text", centre(#"{"name":"a\u0000b"}"#), .error("InvalidInput")),
    HostileFrame("201 letters", centre("{\"name\":\"\(String(repeating: "å", count: 201))\"}"), .error("InvalidInput")),
    HostileFrame(
      "900,000 letters", centre("{\"name\":\"\(String(repeating: "x", count: 900_000))\"}"), .error("InvalidInput")),
    HostileFrame("an id that is none", centre(#"{"name":"x"}"#, call: #"{"id":"x"}"#), .error("InvalidInput")),
    HostileFrame(
      "another's time in a real log",
      centre(#"{"name":"x"}"#, call: #"{"simulate":{"at":"2027-01-01T00:00:00.000Z"}}"#),
      .error("InvalidInput")),
    HostileFrame(
      "another's name in a real log", centre(#"{"name":"x"}"#, call: #"{"simulate":{"actor":"1"}}"#),
      .error("InvalidInput")),
    HostileFrame(
      "501 rows",
      #"{"method":"dk.talentd.organisation.ImportCentres","parameters":{"rows":["#
        + (0..<501).map { _ in #"{"command":{"name":"x"},"id":"00000000-0000-7000-8000-000000000001"}"# }.joined(
          separator: ",")
        + "]}}", .error("InvalidInput")),
    HostileFrame(
      "a position that is none",
      #"{"method":"dk.talentd.administration.ShowStatus","parameters":{"at":{"position":-1},"query":{}}}"#,
      .error("InvalidInput")),
    HostileFrame(
      "a rebuild without more", #"{"method":"dk.talentd.administration.RebuildProjections","parameters":{"query":{}}}"#,
      .error("ExpectedMore")),
  ]

  private static func named(_ value: String) -> String {
    "{\"method\":\"dk.talentd.organisation.RegisterCentre\",\"parameters\":{\"call\":{},\"command\":\(value)}}"
  }

  private static func centre(_ command: String, call: String = "{}") -> String {
    "{\"method\":\"dk.talentd.organisation.RegisterCentre\",\"parameters\":{\"call\":\(call),\"command\":\(command)}}"
  }
}
