/// SplitMix64: the same seed gives the same cases. Each test prints its seed, so that a failure can be had again.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  /// Two seeds that never change and one that always does.
  static let seeds: [UInt64] = [1, 2, .random(in: 3...UInt64.max)]

  init(seed: UInt64, for test: StaticString) {
    print("\(test): seed \(seed)")
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = state
    word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
    return word ^ (word >> 31)
  }
}
