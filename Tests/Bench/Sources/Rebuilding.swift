import TalentDomain

/// How fast the views are made anew from the log, while the old ones serve.
struct Rebuilding {
  let bench: Bench
  let service: Service

  func measured() throws -> [Measurement] {
    let office = try Office(service)
    var last = RebuildProgress()
    let seconds = try timed { try office.stream(RebuildProjections()) { last = $0 } }.seconds
    guard let digest = last.digest, last.before == digest else {
      throw Trouble("the rebuilt views have another digest than those they replace")
    }
    return [
      Measurement(
        "rebuilding the views", Double(last.total) / seconds, "events/s", beside: ("plain scan", try Plain.scan(bench)))
    ]
  }
}
