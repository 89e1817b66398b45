import Glibc

/// How long to fuzz: `TALENT_FUZZ_SECONDS`, else ten seconds. CI gives it a minute.
enum FuzzTime {
  static var seconds: Double {
    getenv("TALENT_FUZZ_SECONDS").flatMap { Double(String(cString: $0)) } ?? 10
  }

  /// The end of a share of it that begins now.
  static func end(ofShare share: Double) -> ContinuousClock.Instant { .now + .seconds(seconds * share) }
}
