import NIOPosix
import StrictJSON
import Testing

@testable import Varlink

/// Against the Python implementation of the Varlink project.
@Suite(.serialized, .timeLimit(.minutes(2))) struct InteropTests {
  func withCertification(_ body: (_ path: String) async throws -> Void) async throws {
    let service = CertificationService()
    try await withServer(CertificationService.definition) { call, reply in
      await service.handle(call, reply: reply)
    } _: { path, _ in
      try await body(path)
    }
  }

  @Test func `Python's certification client certifies our server`() async throws {
    try await withCertification { path in
      let result = try await Python.run(
        ["-m", "varlink.tests.test_certification", "--client", "--varlink=unix:\(path)"])
      #expect(result.status == 0, "\(result.output)")
      #expect(result.output.contains("Certification passed"), "\(result.output)")
    }
  }

  @Test func `Python's command line lists, introspects and calls our server`() async throws {
    try await withCertification { path in
      let info = try await Python.run(["-m", "varlink.cli", "info", "unix:\(path)"])
      #expect(info.status == 0, "\(info.output)")
      #expect(info.output.contains("org.varlink.certification"), "\(info.output)")
      let help = try await Python.run(["-m", "varlink.cli", "help", "unix:\(path)/org.varlink.certification"])
      #expect(help.status == 0, "\(help.output)")
      #expect(help.output.contains("nullable_array_struct: ?[](first: int, second: string)"), "\(help.output)")
      let call = try await Python.run(
        ["-m", "varlink.cli", "call", "unix:\(path)/org.varlink.certification.Start", "{}"])
      #expect(call.status == 0, "\(call.output)")
      #expect(call.output.contains("client_id"), "\(call.output)")
    }
  }

  @Test func `Python sees our errors, streams and pipelined replies`() async throws {
    try await withServer { path, _ in
      let result = try await Python.run([Python.script("speak.py"), path])
      #expect(result.status == 0, "\(result.output)")
    }
  }

  func withPythonServer(_ body: (_ path: String) async throws -> Void) async throws {
    try await withFolder { folder in
      let path = "\(folder)/socket"
      let server = try Python.Running([Python.script("certification_server.py"), path])
      let line = try await NIOThreadPool.singleton.runIfActive { server.readLine() }
      var problem: (any Error)?
      do {
        try #require(line == "listening")
        try await body(path)
      } catch { problem = error }
      // The script ends when its input does.
      server.closeInput()
      let status = try await NIOThreadPool.singleton.runIfActive { server.wait() }
      if let problem { throw problem }
      #expect(status == 0)
    }
  }

  @Test func `our client passes Python's certification server`() async throws {
    try await withPythonServer { path in
      try await VarlinkClient.connected(path: path) { client in
        let id = try #require(try await client.call("org.varlink.certification.Start")["client_id"])
        var answer: JSON = [:]
        func parameters(_ answer: JSON) -> JSON {
          .object([.init(name: "client_id", value: id)] + (answer.object ?? []).filter { $0.name != "client_id" })
        }
        for test in 1...9 {
          let method = "org.varlink.certification.\(CertificationService.name(test))"
          answer = try await client.call(method, parameters(answer))
          #expect(CertificationService.isSame(parameters(answer), parameters(CertificationService.answers[test])))
        }
        var replies: [JSON] = []
        for try await reply in try await client.stream("org.varlink.certification.Test10", parameters(answer)) {
          replies.append(try #require(reply["string"]))
        }
        #expect(replies == CertificationService.moreReplies.map { .string($0) })
        try await client.oneway(
          "org.varlink.certification.Test11", parameters(["last_more_replies": .array(replies)]))
        #expect(try await client.call("org.varlink.certification.End", parameters([:])) == ["all_ok": true])
      }
    }
  }

  @Test func `our plain client speaks with Python's server`() async throws {
    try await withPythonServer { path in
      try await NIOThreadPool.singleton.runIfActive {
        var client = try BlockingVarlinkClient(path: path, timeoutMilliseconds: 10_000)
        let info = try client.call("org.varlink.service.GetInfo")
        #expect(info["vendor"] == "Varlink")
        let id = try #require(try client.call("org.varlink.certification.Start")["client_id"])
        #expect(try client.call("org.varlink.certification.Test01", ["client_id": id]) == ["bool": true])
        let error = #expect(throws: VarlinkError.self) { try client.call("org.varlink.certification.Missing") }
        guard case .remote(name: "org.varlink.service.MethodNotFound", _)? = error else {
          Issue.record("\(String(describing: error))")
          return
        }
      }
    }
  }
}
