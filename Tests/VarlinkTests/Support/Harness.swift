import Glibc
import NIOCore
import NIOPosix
import StrictJSON
import Synchronization
import Testing

@testable import Varlink

/// A folder for sockets that is gone when `body` ends.
func withFolder<Value>(_ body: (String) async throws -> Value) async throws -> Value {
  let folder = try #require(
    "/tmp/varlink-XXXXXX".withCString { template -> String? in
      guard let copy = strdup(template) else { return nil }
      defer { free(copy) }
      return mkdtemp(copy).map { String(cString: $0) }
    })
  defer {
    if let entries = opendir(folder) {
      while let entry = readdir(entries) {
        let name = withUnsafePointer(to: &entry.pointee.d_name) {
          $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        }
        if name != "." && name != ".." { unlink("\(folder)/\(name)") }
      }
      closedir(entries)
    }
    rmdir(folder)
  }
  return try await body(folder)
}

/// A server with one interface and a handler written as a closure, running while `body` runs.
func withServer(
  _ definition: String = Example.definition,
  configure: (inout ServerConfiguration) -> Void = { _ in },
  handler: @escaping @Sendable (VarlinkCall, ReplySink) async -> Void,
  _ body: (_ path: String, _ server: VarlinkServer) async throws -> Void
) async throws {
  try await withFolder { folder in
    let path = "\(folder)/socket"
    var configuration = ServerConfiguration()
    configure(&configuration)
    let server = try VarlinkServer(
      .path(path, mode: 0o600),
      info: ServiceInfo(vendor: "Vendor", product: "Product", version: "1", url: "https://x.y"),
      interfaces: [VarlinkInterface(parsing: definition)], handler: ClosureHandler(body: handler),
      configuration: configuration)
    async let running: Void = server.run()
    do {
      try await body(path, server)
    } catch {
      server.stop()
      try await running
      throw error
    }
    server.stop()
    try await running
  }
}

/// A server of the example interface.
func withServer(
  configure: (inout ServerConfiguration) -> Void = { _ in },
  _ body: (_ path: String, _ server: VarlinkServer) async throws -> Void
) async throws {
  try await withServer(configure: configure, handler: Example.handle, body)
}

struct ClosureHandler: VarlinkHandler {
  let body: @Sendable (VarlinkCall, ReplySink) async -> Void

  func handle(_ call: VarlinkCall, reply: ReplySink) async { await body(call, reply) }
}

/// The interface that most tests speak.
enum Example {
  static let definition = """
    # For tests.
    interface org.example.test

    type Colour (red, green)
    type Thing (name: string, colour: ?Colour)

    # Gives back what it gets.
    method Echo(text: string) -> (text: string)
    method Count(upTo: int) -> (number: int)
    method Paint(things: []Thing) -> (count: int)
    method Forget() -> ()
    method Silent() -> ()
    method Later() -> ()

    error Failed (why: string)
    """

  static func handle(_ call: VarlinkCall, _ reply: ReplySink) async {
    switch call.name {
    case "Echo": await reply.reply(call.parameters)
    case "Count":
      let last = call.parameters["upTo"]?.integer ?? 0
      do {
        for number in 1..<max(1, last) { try await reply.continues(["number": .integer(number)]) }
        await reply.reply(["number": .integer(last)])
      } catch {}
    case "Paint": await reply.reply(["count": .integer(Int64(call.parameters["things"]?.array?.count ?? 0))])
    case "Forget": await reply.error("org.example.test.Failed", ["why": "forgotten"])
    case "Later": await reply.methodNotImplemented(call.method)
    default: return
    }
  }
}

/// Counts, and lets a test wait for a count.
final class Counter: Sendable {
  private struct State {
    var count = 0
    var waiting: [(Int, CheckedContinuation<Void, Never>)] = []
  }

  private let state = Mutex(State())

  var count: Int { state.withLock { $0.count } }

  func increment() {
    let ready = state.withLock { state -> [CheckedContinuation<Void, Never>] in
      state.count += 1
      let ready = state.waiting.filter { $0.0 <= state.count }
      state.waiting.removeAll { $0.0 <= state.count }
      return ready.map(\.1)
    }
    for continuation in ready { continuation.resume() }
  }

  func wait(for count: Int) async {
    await withCheckedContinuation { continuation in
      let isThere = state.withLock { state in
        if state.count >= count { return true }
        state.waiting.append((count, continuation))
        return false
      }
      if isThere { continuation.resume() }
    }
  }
}

/// Keeps what was reported.
final class Collected<Element: Sendable>: Sendable {
  private let elements = Mutex<[Element]>([])
  let counter = Counter()

  var all: [Element] { elements.withLock { $0 } }

  func append(_ element: Element) {
    elements.withLock { $0.append(element) }
    counter.increment()
  }
}
