import NIOCore
import StrictJSON
import Testing

@testable import Varlink

@Suite struct FrameTests {
  static func parse(_ bytes: [UInt8]) throws -> CallFrame {
    try bytes.withUnsafeBytes { try CallFrame(parsing: $0, limits: .standard) }
  }

  static let malformed: [(String, MalformedFrame)] = [
    ("", .notAnObject),
    ("[]", .notAnObject),
    ("{}", .noMethod),
    (#"{"method":1}"#, .wrongType),
    (#"{"method":"a.B","parameters":[]}"#, .wrongType),
    (#"{"method":"a.B","more":1}"#, .wrongType),
    (#"{"method":"a.B","oneway":"true"}"#, .wrongType),
    (#"{"method":"a.B","more":true,"oneway":true}"#, .contradictoryFlags),
    (#"{"method":"a.B","more":true,"upgrade":true}"#, .contradictoryFlags),
    (#"{"method":"a.B","extra":1}"#, .unknownMember),
    (#"{"method":"a.B"} x"#, .notAnObject),
  ]

  @Test(arguments: malformed) func `what is no call is refused`(_ text: String, _ fault: MalformedFrame) {
    let thrown = #expect(throws: MalformedFrame.self) { try Self.parse(Array(text.utf8)) }
    #expect(thrown == fault)
  }

  @Test func `nulls count as left out, and vendors may add members of their own`() throws {
    let call = try Self.parse(
      Array(#"{"method":"a.B","parameters":null,"more":null,"oneway":false,"org.vendor":{"x":1}}"#.utf8))
    #expect(call.method == "a.B")
    #expect(call.parameters == .object([]))
    #expect(!call.more && !call.oneway && !call.upgrade)
  }

  @Test func `a call is written as it is read`() throws {
    let bytes = CallFrame.write("a.B", canonical: Array(#"{"x":1}"#.utf8), more: true, oneway: false)
    #expect(String(decoding: bytes, as: UTF8.self) == #"{"method":"a.B","more":true,"parameters":{"x":1}}"# + "\0")
    #expect(try Self.parse(bytes.dropLast()).more)
  }

  @Test func `a frame longer than the limit is refused before it has ended`() throws {
    var buffer = FrameBuffer(limit: 10)
    buffer.append(ByteBuffer(repeating: 1, count: 10), at: 0)
    #expect(try buffer.next() == nil)
    buffer.append(ByteBuffer(repeating: 1, count: 1), at: 0)
    #expect(throws: MalformedFrame.tooLong) { try buffer.next() }
  }

  @Test func `a frame carries the time at which its last byte came`() throws {
    var buffer = FrameBuffer(limit: 100)
    buffer.append(ByteBuffer(bytes: [1, 2]), at: 10)
    buffer.append(ByteBuffer(bytes: [3, 0, 4, 0, 5]), at: 20)
    buffer.append(ByteBuffer(bytes: [6, 0]), at: 30)
    #expect(try buffer.next()?.at == 20)
    #expect(try buffer.next()?.at == 20)
    #expect(try buffer.next()?.at == 30)
    #expect(try buffer.next() == nil)
    #expect(buffer.isEmpty)
    buffer.append(ByteBuffer(bytes: [7, 0]), at: 40)
    #expect(try buffer.next()?.at == 40)
  }
}
