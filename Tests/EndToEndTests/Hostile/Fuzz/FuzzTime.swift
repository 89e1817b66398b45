import Glibc

/// How long to fuzz: `TALENT_FUZZ_SECONDS`, else a minute where `CI` is true, else ten seconds.
enum FuzzTime {
  static var seconds: Double {
    if let given = getenv("TALENT_FUZZ_SECONDS").flatMap({ Double(String(cString: $0)) }) { return given }
    return getenv("CI").map { String(cString: $0) } == "true" ? 60 : 10
  }

  /// The end of a share of it that begins now.
  static func end(ofShare share: Double) -> ContinuousClock.Instant { .now + .seconds(seconds * share) }
}
