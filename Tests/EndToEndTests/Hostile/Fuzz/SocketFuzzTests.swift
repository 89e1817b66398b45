import Seeded
import StrictJSON
import TalentDomain
import TalentInterface
import Testing

/// The running service under generated and damaged calls of people with every role: each gets an answer, a typed error or a
/// closed connection, and the log that is left verifies, opens again and folds.
@Suite(.serialized, .timeLimit(.minutes(4))) struct SocketFuzzTests {
  @Test(arguments: [World.Stage.prepared, .ranked, .seated])
  func `a fuzzed service answers, refuses or hangs up, and leaves a log in order`(_ stage: World.Stage) throws {
    try withTalentd { daemon in
      _ = try World.built(on: daemon, to: stage, nominees: 4, seats: 2)
      let memory = try ResidentMemory(daemon)
      let pid = daemon.pid
      var fuzzer = try SocketFuzzer(daemon, SeededGenerator("TALENT_FUZZ_SEED", or: 20_270_426), at: stage)
      let end = FuzzTime.end(ofShare: 0.2)
      while ContinuousClock.now < end, try fuzzer.next() {}
      print("fuzzed at stage \(stage): \(fuzzer.tally)")
      #expect(daemon.pid == pid, "the service has ended: \(daemon.errors.suffix(2000))")
      let highest = try memory.highest
      print("memory: \(memory.start) KiB at the start, at most \(highest) KiB more")
      #expect(highest <= ResidentMemory.allowance)

      try daemon.stop()
      let verified = try daemon.verify()
      #expect(verified.status == 0, "\(verified.error)")
      try daemon.start()
      let hr = try daemon.client(as: Cast.hr)
      var nominations = ListNominations()
      nominations.cohort = "2027"
      #expect(try hr.ask(nominations).nominations.count >= (stage == .prepared ? 0 : 4))
      let rebuilt = try daemon.connection().rebuild()
      #expect(rebuilt.before == rebuilt.digest)
    }
  }
}

/// Sends what a generator makes, and holds the service to an answer.
struct SocketFuzzer {
  private let daemon: Talentd
  private var generator: CallGenerator
  private var socket: RawSocket
  private(set) var tally: [String: Int] = [:]
  /// Moments after the stage. Time never goes back: after the latest of them it stays there.
  private let times: [String]
  private static let actors =
    [
      Cast.hr, Cast.hr, Cast.chief, Cast.chief, Cast.otherChief, Cast.secretary, Cast.auditor, Cast.portal, Cast.dpo,
      Cast.leader,
    ]
    + Cast.board + Cast.assessors + Cast.employees.prefix(4)
  private static let sentinel = Array(#"{"method":"org.varlink.service.GetInfo"}"#.utf8)

  init(_ daemon: Talentd, _ random: SeededGenerator, at stage: World.Stage) throws {
    self.daemon = daemon
    times =
      stage == .seated
      ? ["2027-05-03T12:00:00.000Z", "2027-06-15T12:00:00.000Z", "2028-01-20T12:00:00.000Z"]
      : ["2027-02-01T12:00:00.000Z", "2027-03-01T22:59:59.999Z", "2027-03-11T12:00:00.000Z"]
    generator = CallGenerator(random)
    socket = try RawSocket(daemon.socket)
  }

  /// One call more. False when the service is gone.
  mutating func next() throws -> Bool {
    let (method, parameters) = generator.call()
    let streams = method.streams && parameters["query"]?["follow"]?.bool != true
    var frame = Relay.frame(method.fullName, act(parameters, method).canonical())
    if streams { frame.insert(contentsOf: Array(#""more":true,"#.utf8), at: 1) }
    let isDamaged = generator.random.below(3) == 0
    if isDamaged { frame = Mutation.mutate(frame, &generator.random) }
    socket.send(frame + [0] + SocketFuzzer.sentinel + [0])
    var answers = 0
    while true {
      switch try socket.receive() {
      case .frame(let reply) where reply["parameters"]?["interfaces"] != nil:
        // After the call's own answer, and nothing is missing: calls are answered in order.
        if !isDamaged { #expect(answers == 1, "\(answers) answers to \(text(frame))") }
        return true
      case .frame(let reply):
        if reply["continues"]?.bool != true { answers += 1 }
        note(reply, frame)
      case .closed:
        tally["hung up", default: 0] += 1
        // One that ends may still be counted as running, and serves nobody.
        guard daemon.pid != nil, let next = try? RawSocket(daemon.socket) else {
          Issue.record("the service ended after \(text(frame))")
          return false
        }
        socket = next
        return true
      case .timedOut:
        Issue.record("no answer to \(text(frame))")
        return false
      }
    }
  }

  private mutating func note(_ reply: JSON, _ frame: [UInt8]) {
    guard let name = reply["error"]?.string else {
      tally["answered", default: 0] += 1
      return
    }
    let last = name.split(separator: ".").last.map(String.init) ?? ""
    tally[last, default: 0] += 1
    let isOfService = name.hasPrefix("org.varlink.service.")
    #expect(isOfService || WireError(rawValue: last) != nil, "\(name) is no error of the interface")
    if last == WireError.internalFailure.rawValue { Issue.record("a fault of the service by \(text(frame))") }
  }

  /// Somebody of the town acts, at a time of the programme.
  private mutating func act(_ parameters: JSON, _ method: Method) -> JSON {
    guard case .object(var members) = parameters, generator.random.below(10) > 0 else { return parameters }
    let simulate: JSON = [
      "actor": .string(generator.pick(SocketFuzzer.actors)),
      "at": .string(generator.pick(times)),
    ]
    switch method.kind {
    case .query, .imports: members.append(.init(name: "simulate", value: simulate))
    case .command:
      guard let index = members.firstIndex(where: { $0.name == "call" }), case .object(var call) = members[index].value
      else { return parameters }
      call.append(.init(name: "simulate", value: simulate))
      members[index].value = .object(call)
    }
    return .object(members)
  }

  private func text(_ frame: [UInt8]) -> String { String(decoding: frame.prefix(4000), as: UTF8.self) }
}
