import TalentDomain
import Testing

@testable import EventLog
@testable import TalentService

struct RestoreWordsTests {
  @Test(
    arguments: [
      .notEmpty(path: "/s"), .notPlaced(path: "/s", code: 18), .unreadable(path: "/s"), .registerThere(path: "/s"),
      .noBackup([.init(path: "/s", reason: .failed), .init(path: "/s/2", reason: .keysOlder)]),
      .behindAnchor(path: "/s", anchored: 9, size: 7, recorded: 1_800_000_000_000), .anchorDiffers(path: "/s", size: 9),
      .anchorMalformed(path: "/s"), .anchorOfAnother(path: "/s", found: "x.example/log"),
    ] as [RestoreError])
  func `every refusal names the place and the numbers in both languages, and says that nothing was restored or why`(
    _ error: RestoreError
  ) {
    let (words, code) = RestoreWords.of(error) { "\($0)" }
    #expect(words.da != words.en && [5, 65, 66, 74, 78].contains(code))
    for words in [words.da, words.en] {
      #expect(words.contains("/s") && !words.contains("  "), "\(words)")
      if case .behindAnchor = error { #expect(words.contains("1800000000000") && words.contains("2"), "\(words)") }
    }
  }

  @Test func `times are told as the municipality's clocks show them`() {
    #expect(RestoreTold.time(1_803_045_600_000, "Europe/Copenhagen") == "2027-02-19 15:00:00 (Europe/Copenhagen)")
  }
}
