import CPlatform
import Glibc
import NIOCore
import Seeded
import StrictJSON
import Testing

@testable import Varlink

@Suite struct FuzzTests {
  static let seeds: [String] = [
    #"{"method":"org.example.test.Echo","parameters":{"text":"hello"}}"#,
    #"{"method":"org.example.test.Paint","more":true,"parameters":{"things":[{"name":"å","colour":"red"}]}}"#,
    #"{"oneway":true,"method":"a.B","parameters":{"deep":[[[[[[[[{"x":[1,-2.5e3,null,true]}]]]]]]]]}}"#,
    #"{"method":"\u0041.\ud83d\ude00","org.vendor":{"":""}}"#,
  ]

  /// Cuts a stream of mutated frames in random pieces; the decoder must find the frames that plain splitting finds, and
  /// nothing may trap. Runs for TALENT_FUZZ_SECONDS, or 5 s.
  @Test func `mutated frames in random pieces never trap and are cut where they should be`() throws {
    var random = SeededGenerator("TALENT_FUZZ_SEED", or: 20_270_426)
    let seconds = getenv("TALENT_FUZZ_SECONDS").flatMap { Int64(String(cString: $0)) } ?? 5
    let end = talent_monotonic_ms() + seconds * 1000
    let directory = try ServiceDirectory(
      ServiceInfo(vendor: "", product: "", version: "", url: ""), [VarlinkInterface(parsing: Example.definition)])
    var rounds = 0
    while talent_monotonic_ms() < end {
      rounds += 1
      var stream: [UInt8] = []
      for _ in 0..<Int.random(in: 1...6, using: &random) { stream += mutated(using: &random) + [0] }
      if Bool.random(using: &random) { stream += mutated(using: &random) }
      let limit = Bool.random(using: &random) ? 1 << 20 : 64
      let expected = split(stream, limit: limit)

      var found: [[UInt8]] = []
      var isTooLong = false
      var buffer = FrameBuffer(limit: limit)
      var rest = stream[...]
      while !rest.isEmpty && !isTooLong {
        let count = min(rest.count, Int.random(in: 1...64, using: &random))
        buffer.append(ByteBuffer(bytes: rest.prefix(count)), at: 0)
        rest = rest.dropFirst(count)
        do {
          while let (frame, _) = try buffer.next() { found.append(Array(frame.readableBytesView)) }
        } catch { isTooLong = true }
      }
      try #require(found == expected.frames && isTooLong == expected.isTooLong, "round \(rounds)")
      for frame in found {
        if let call = try? FrameTests.parse(frame) { _ = directory.work(for: call) }
      }
    }
    #expect(rounds > 100)
  }

  func split(_ stream: [UInt8], limit: Int) -> (frames: [[UInt8]], isTooLong: Bool) {
    var frames: [[UInt8]] = []
    for piece in stream.split(separator: 0, omittingEmptySubsequences: false) {
      if piece.count > limit { return (frames, true) }
      frames.append(Array(piece))
    }
    // What follows the last NUL has not ended.
    return (frames.dropLast(), false)
  }

  func mutated(using random: inout SeededGenerator) -> [UInt8] {
    var bytes = Array((Self.seeds.randomElement(using: &random) ?? "").utf8)
    for _ in 0..<Int.random(in: 0...4, using: &random) {
      guard !bytes.isEmpty else { break }
      let index = Int.random(in: 0..<bytes.count, using: &random)
      switch Int.random(in: 0..<5, using: &random) {
      case 0: bytes[index] = UInt8.random(in: 0...255, using: &random)
      case 1: bytes.remove(at: index)
      case 2: bytes.insert(UInt8.random(in: 0...255, using: &random), at: index)
      case 3: bytes.removeSubrange(index...)
      default: bytes.insert(contentsOf: bytes[index...], at: Int.random(in: 0...index, using: &random))
      }
    }
    return bytes
  }
}
