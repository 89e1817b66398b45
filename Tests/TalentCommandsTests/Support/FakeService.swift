import Glibc
import StrictJSON
import Synchronization
import TalentDomain
import TalentInterface
import Varlink

/// A service that answers as a test says. It speaks the real interfaces, so that what a command sends must fit them.
final class FakeService: Sendable {
  enum Answer: Sendable {
    case reply([UInt8])
    /// Each is a page; the last ends the stream.
    case pages([[UInt8]])
    case error(WireError, [UInt8])
    /// The connection is closed instead.
    case nothing
  }

  struct Call: Sendable {
    let method: String
    let parameters: JSON
  }

  let socket: String
  private let calls = Mutex<[Call]>([])

  private init(socket: String) { self.socket = socket }

  /// The calls that have come, in their order.
  var received: [Call] { calls.withLock { $0 } }

  private static let interfaces = Result { try InterfaceText.all.map { try VarlinkInterface(parsing: $0.text) } }

  /// Runs a service in a folder of its own, which is gone afterwards.
  static func run<R: Sendable>(
    _ answer: @escaping @Sendable (Call) -> Answer, _ body: (FakeService) async throws -> R
  ) async throws -> R {
    var template = Array("\(P_tmpdir)/talentctl-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw VarlinkError.connection(.system(errno)) }
    let folder = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    let service = FakeService(socket: folder + "/talentd.sock")
    defer {
      unlink(service.socket)
      rmdir(folder)
    }
    let interfaces = try interfaces.get()
    let server = try VarlinkServer(
      .path(service.socket, mode: 0o600),
      info: ServiceInfo(vendor: "Test", product: "Test", version: "1", url: "https://talent.example"),
      interfaces: interfaces, handler: Handler(service: service, answer: answer))
    return try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { try await server.run() }
      let outcome: Result<R, any Error>
      do { outcome = .success(try await body(service)) } catch { outcome = .failure(error) }
      server.stop()
      try await group.waitForAll()
      return try outcome.get()
    }
  }

  private struct Handler: VarlinkHandler {
    let service: FakeService
    let answer: @Sendable (Call) -> Answer

    func handle(_ call: VarlinkCall, reply: ReplySink) async {
      let call = (seen: Call(method: call.name, parameters: call.parameters), interface: call.interface)
      service.calls.withLock { $0.append(call.seen) }
      switch answer(call.seen) {
      case .reply(let bytes): await reply.reply(canonical: bytes)
      case .error(let error, let bytes): await reply.error("\(call.interface).\(error.rawValue)", canonical: bytes)
      case .nothing: return
      case .pages(let pages):
        for page in pages.dropLast() {
          do { try await reply.continues(canonical: page) } catch { return }
        }
        await reply.reply(canonical: pages.last ?? [])
      }
    }
  }
}

extension Record {
  /// A record with some members set.
  static func with(_ change: (inout Self) -> Void) -> Self {
    var record = Self()
    change(&record)
    return record
  }
}

extension Person {
  static func named(_ number: String, _ name: String, _ id: UInt64) -> Person {
    .with {
      $0.id = Alias(bits: id)
      $0.name = Line(name)
      $0.number = Line(number)
    }
  }
}

extension FindingLine {
  static let ownCentre = FindingLine.with {
    $0.rule = "R5"
    $0.ruleDa = "Centerchefen indstiller fra eget center."
    $0.ruleEn = "The centre chief nominates from the own centre."
    $0.problemDa = "Medarbejderen hører til et andet center."
    $0.problemEn = "The employee belongs to another centre."
    $0.remedyDa = "Centerchefen dér indstiller."
    $0.remedyEn = "The chief there nominates."
  }
}
