import Glibc
import Seeded
import StrictJSON
import TalentDomain
import TalentInterface
import Testing
import Varlink

/// The decoders of frames and commands, in this process: whatever they are given, they say no or give back what was said.
@Suite(.serialized, .timeLimit(.minutes(3))) struct DecoderFuzzTests {
  @Test func `decoders of frames and commands refuse or read, and what is read is written back the same`() throws {
    var generator = CallGenerator(SeededGenerator("TALENT_FUZZ_SEED", or: 20_270_426), wrongPerMille: 4)
    let readers = Reading.all
    let end = FuzzTime.end(ofShare: 0.4)
    var (frames, read) = (0, 0)
    while ContinuousClock.now < end {
      let (method, parameters) = generator.call()
      let reading = try #require(readers[method.fullName], "\(method.fullName) has no decoder here")
      let canonical = parameters.canonical()
      trace(canonical)
      if try reading(canonical) { read += 1 }
      // The cursor reads the bytes of leaves, too: it must bear anything.
      let damaged = Mutation.mutate(canonical, &generator.random)
      trace(damaged)
      _ = try reading(damaged)

      let frame = Relay.frame(method.fullName, canonical)
      for bytes in [frame, Mutation.mutate(frame, &generator.random)] {
        trace(bytes)
        frames += 1
        try check(frame: bytes, reading)
      }
    }
    print("decoders fuzzed: \(frames) frames, \(read) calls read whole")
    #expect(frames > 1000 && read > 100)
  }

  /// As the service does it: the frame, then its parameters in canonical form, then the command.
  private func check(frame bytes: [UInt8], _ reading: Reading.Reader) throws {
    guard let call = try? bytes.withUnsafeBytes({ try CallFrame(parsing: $0, limits: .standard) }) else { return }
    let canonical = call.parameters.canonical()
    let again = try JSON(parsing: canonical)
    #expect(again.canonical() == canonical)
    _ = try reading(canonical)
  }

  /// With TALENT_FUZZ_TRACE set, each input goes to standard error before it is tried: the last one is the culprit.
  private func trace(_ bytes: [UInt8]) {
    guard DecoderFuzzTests.traces else { return }
    _ = (bytes + [UInt8(ascii: "\n")]).withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, $0.count) }
  }

  private static let traces = getenv("TALENT_FUZZ_TRACE") != nil
}

/// The decoder of each method.
enum Reading {
  /// Whether the bytes were read. Fails the test where what was read is not what is written back.
  typealias Reader = ([UInt8]) throws -> Bool

  static var all: [String: Reader] {
    var readers: [String: Reader] = [:]
    for type in Commands.all { readers["\(type.area.interface).\(type.method)"] = command(type) }
    for (type, name) in Imports.all { readers["\(type.area.interface).\(name)"] = imports(type) }
    for type in Queries.all { readers["\(type.area.interface).\(type.method)"] = query(type) }
    return readers
  }

  private static func command<C: Command>(_: C.Type) -> Reader { { try reads(Write<C>.self, $0) } }
  private static func imports<C: Command>(_: C.Type) -> Reader { { try reads(Import<C>.self, $0) } }
  private static func query<Q: Query>(_: Q.Type) -> Reader { { try reads(Ask<Q>.self, $0) } }

  private static func reads<R: Record>(_: R.Type, _ bytes: [UInt8]) throws -> Bool {
    let record: R
    do {
      record = try R(canonical: bytes)
    } catch {
      return false
    }
    let written = record.canonical
    // A `null` for «not given» is not written back; all else is.
    if written.count == bytes.count { #expect(written == bytes) }
    #expect(try R(canonical: written) == record)
    return true
  }
}
