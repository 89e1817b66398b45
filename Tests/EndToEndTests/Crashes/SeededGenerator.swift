import Glibc

/// The same numbers for the same seed (SplitMix64). Tests print the seed that they began with.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// From a variable of the environment, where it holds a number; else this one.
  init(_ variable: String, or seed: UInt64) {
    let given = getenv(variable).flatMap { UInt64(String(cString: $0)) } ?? seed
    print("\(variable)=\(given)")
    self.init(seed: given)
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }

  mutating func below(_ limit: Int) -> Int { Int.random(in: 0..<limit, using: &self) }
}
