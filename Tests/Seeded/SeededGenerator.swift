import Glibc

/// SplitMix64 (Steele, Lea and Flood, 2014): the same numbers for the same seed, everywhere. A test prints its seed, so that a
/// failure can be had again.
package struct SeededGenerator: RandomNumberGenerator, Sendable {
  private var state: UInt64

  /// Two seeds that never change and one that always does.
  package static let seeds: [UInt64] = [1, 2, .random(in: 3...UInt64.max)]

  package init(seed: UInt64) { state = seed }

  package init(seed: UInt64, for test: StaticString) {
    print("\(test): seed \(seed)")
    state = seed
  }

  /// From a variable of the environment, where it holds a number; else this one.
  package init(_ variable: String, or seed: UInt64) {
    let given = getenv(variable).flatMap { UInt64(String(cString: $0)) } ?? seed
    print("\(variable)=\(given)")
    self.init(seed: given)
  }

  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = state
    word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
    return word ^ (word >> 31)
  }

  package mutating func below(_ limit: Int) -> Int { Int.random(in: 0..<limit, using: &self) }

  package mutating func bytes(_ count: Int) -> [UInt8] { (0..<count).map { _ in .random(in: 0...255, using: &self) } }
}
