import StrictJSON
import Synchronization

@testable import Varlink

/// The service with which Varlink implementations test one another: each answer is the next call's parameter, and each
/// call must be just so.
final class CertificationService: VarlinkHandler {
  static let definition = """
    # Tests implementations of Varlink against one another.
    interface org.varlink.certification

    type Interface (
      foo: ?[]?[string](foo, bar, baz),
      anon: (foo: bool, bar: bool)
    )

    type MyType (
      object: object,
      enum: (one, two, three),
      struct: (first: int, second: string),
      array: []string,
      dictionary: [string]string,
      stringset: [string](),
      nullable: ?string,
      nullable_array_struct: ?[](first: int, second: string),
      interface: Interface
    )

    method Start() -> (client_id: string)
    method Test01(client_id: string) -> (bool: bool)
    method Test02(client_id: string, bool: bool) -> (int: int)
    method Test03(client_id: string, int: int) -> (float: float)
    method Test04(client_id: string, float: float) -> (string: string)
    method Test05(client_id: string, string: string) -> (bool: bool, int: int, float: float, string: string)
    method Test06(client_id: string, bool: bool, int: int, float: float, string: string) -> (
      struct: (bool: bool, int: int, float: float, string: string)
    )
    method Test07(client_id: string, struct: (bool: bool, int: int, float: float, string: string)) -> (
      map: [string]string
    )
    method Test08(client_id: string, map: [string]string) -> (set: [string]())
    method Test09(client_id: string, set: [string]()) -> (mytype: MyType)
    method Test10(client_id: string, mytype: MyType) -> (string: string)
    method Test11(client_id: string, last_more_replies: []string) -> ()
    method End(client_id: string) -> (all_ok: bool)

    error ClientIdError ()
    error CertificationError (wants: object, got: object)
    """

  /// What each test answers, and so what the next one must be called with.
  static let answers: [JSON] = [
    [:],
    ["bool": true],
    ["int": 1],
    ["float": 1.0],
    ["string": "ping"],
    ["bool": false, "int": 2, "float": 3.141592653589793, "string": "a lot of string"],
    ["struct": ["bool": false, "int": 2, "float": 3.141592653589793, "string": "a lot of string"]],
    ["map": ["foo": "Foo", "bar": "Bar"]],
    ["set": ["one": [:], "two": [:], "three": [:]]],
    [
      "mytype": [
        "object": ["method": "org.varlink.certification.Test09", "parameters": ["map": ["foo": "Foo", "bar": "Bar"]]],
        "enum": "two",
        "struct": ["first": 1, "second": "2"],
        "array": ["one", "two", "three"],
        "dictionary": ["foo": "Foo", "bar": "Bar"],
        "stringset": ["one": [:], "two": [:], "three": [:]],
        "interface": [
          "foo": [nil, ["foo": "foo", "bar": "bar"], nil, ["one": "foo", "two": "bar"]],
          "anon": ["foo": true, "bar": false],
        ],
      ]
    ],
  ]

  static let moreReplies: [String] = (1...10).map { "Reply number \($0)" }

  /// The next test of each client.
  private let next = Mutex<[String: Int]>([:])

  func handle(_ call: VarlinkCall, reply: ReplySink) async {
    if call.name == "Start" {
      let id = "client-\(call.connection)-\(next.withLock { $0.count })"
      next.withLock { $0[id] = 1 }
      return await reply.reply(["client_id": .string(id)])
    }
    guard let id = call.parameters["client_id"]?.string, let expected = next.withLock({ $0[id] }) else {
      return await reply.error("org.varlink.certification.ClientIdError")
    }
    let given = JSON.object((call.parameters.object ?? []).filter { $0.name != "client_id" && $0.value != .null })
    guard let wanted = Self.wanted(expected), Self.isSame(given, wanted), call.name == Self.name(expected),
      call.more == (expected == 10), call.oneway == (expected == 11)
    else {
      next.withLock { $0[id] = nil }
      return await reply.error(
        "org.varlink.certification.CertificationError",
        ["wants": ["method": .string(Self.name(expected))], "got": ["method": .string(call.method)]])
    }
    next.withLock { $0[id] = expected < 12 ? expected + 1 : nil }
    switch expected {
    case 10:
      for text in Self.moreReplies.dropLast() {
        do { try await reply.continues(["string": .string(text)]) } catch { return }
      }
      await reply.reply(["string": .string(Self.moreReplies[9])])
    case 11: await reply.reply([:])
    case 12: await reply.reply(["all_ok": true])
    default: await reply.reply(Self.answers[expected])
    }
  }

  static func name(_ test: Int) -> String { test == 12 ? "End" : test < 10 ? "Test0\(test)" : "Test\(test)" }

  /// What a test must be called with, beside the client's id.
  static func wanted(_ test: Int) -> JSON? {
    switch test {
    case 1...10: answers[test - 1]
    case 11: ["last_more_replies": .array(moreReplies.map { .string($0) })]
    case 12: [:]
    default: nil
    }
  }

  /// Equal, where 1 and 1.0 are the same number: implementations may write a float without its fraction. A null member
  /// is the same as none.
  static func isSame(_ left: JSON, _ right: JSON) -> Bool {
    switch (left, right) {
    case (.object, .object):
      let left = (left.object ?? []).filter { $0.value != .null }
      let right = (right.object ?? []).filter { $0.value != .null }
      return left.count == right.count
        && left.allSatisfy { member in
          right.contains { $0.name == member.name && isSame(member.value, $0.value) }
        }
    case (.array(let left), .array(let right)):
      return left.count == right.count && zip(left, right).allSatisfy { isSame($0, $1) }
    case (.integer, .double), (.double, .integer): return left.double == right.double
    default: return left == right
    }
  }
}
