import TalentDomain
import TalentInterface
import Testing

/// What the service counts, as a collector reads it.
struct MetricsTests {
  /// Samples by their name with labels, as they stand in the text.
  private func samples(_ text: String) throws -> [String: Double] {
    var samples: [String: Double] = [:]
    var types: [Substring: Substring] = [:]
    for line in text.split(separator: "\n") {
      let words = line.split(separator: " ")
      if line.hasPrefix("# TYPE ") {
        #expect(types.updateValue(words[3], forKey: words[2]) == nil, "\(line)")
      } else if !line.hasPrefix("#") {
        let space = try #require(line.lastIndex(of: " "))
        let name = line.prefix { $0 != "{" && $0 != " " }
        let stem = ["_bucket", "_sum", "_count"].first { name.hasSuffix($0) }.map { name.dropLast($0.count) }
        #expect(types[name] != nil || stem.map { types[$0] == "histogram" } == true, "\(line)")
        let value = try #require(Double(String(line[line.index(after: space)...])), "\(line)")
        #expect(samples.updateValue(value, forKey: String(line[..<space])) == nil, "\(line)")
      }
    }
    return samples
  }

  @Test func `calls, refusals, commits and sizes are counted in a format that collectors read`() throws {
    try withTalentd { daemon in
      _ = try World.built(on: daemon, to: .opened)
      let run = try Talentctl(daemon).run("admin", "metrics")
      #expect(run.status == 0, "\(run.error)")
      let samples = try samples(run.output)
      let opened = #"talentd_calls_total{method="dk.talentd.cohort.OpenCohort",result="done"}"#
      #expect(samples[opened] == 1)
      let latency = #"talentd_call_seconds_count{method="dk.talentd.cohort.OpenCohort"}"#
      #expect(samples[latency] ?? 0 >= 1)
      #expect(
        samples[#"talentd_call_seconds_bucket{method="dk.talentd.cohort.OpenCohort",le="+Inf"}"#] == samples[latency])
      let size = try #require(try daemon.client().ask(ShowStatus()).size)
      #expect(samples["talentd_events"] == Double(size))
      #expect(samples["talentd_events_total"] == Double(size))
      #expect(samples["talentd_commits_total"] ?? 0 > 1)
      #expect(samples["talentd_durable_seconds_count"] ?? 0 > 1)
      #expect(samples["talentd_read_only"] == 0)
      #expect(samples["process_resident_memory_bytes"] ?? 0 > 1_048_576)
      #expect(samples["process_open_fds"] ?? 0 > 3)
      #expect(samples[#"talentd_file_bytes{file="log"}"#] ?? 0 > 0)
      #expect(samples[#"talentd_health_findings{grave="yes"}"#] == 0)
    }
  }

  /// Nothing of anybody stands in a label, and who has no business with counts sees none.
  @Test func `metrics tell nothing of people, and not to everybody`() throws {
    try withTalentd { daemon in
      let world = try World.built(on: daemon, to: .received)
      let text = try world.by(nil).ask(ShowMetrics()).text.value
      // Of what labels say, all comes from our own tables.
      let known = Set(Methods.names + Rulebook.rules.map(\.id.rawValue))
      for line in text.split(separator: "\n") where !line.hasPrefix("#") {
        for label in line.split(separator: "{").dropFirst().joined().prefix(while: { $0 != "}" }).split(separator: ",")
        {
          let parts = label.split(separator: "=").map { String($0.filter { $0 != "\"" }) }
          #expect(["method", "rule", "result", "le", "file", "grave", "version"].contains(parts[0]), "\(line)")
          if ["method", "rule"].contains(parts[0]) { #expect(known.contains(parts[1]), "\(line)") }
        }
      }
      #expect(throws: ServiceError.self) { try world.by(Cast.employees[0]).ask(ShowMetrics()) }
    }
  }

  @Test func `a slow call is told by its phases, and without who called or with what`() throws {
    var settings = Talentd.Settings()
    settings.arguments = ["--limits-slow-milliseconds", "1"]
    try withTalentd(settings) { daemon in
      _ = try World.built(on: daemon, to: .received)
      let slow = try until("something took a millisecond", seconds: 30) {
        daemon.errors.split(separator: "\n").first { $0.contains("code=slow-call") && $0.contains("commit ") }
      }
      #expect(slow.contains("waiting") && slow.contains("deciding") && slow.contains("projecting"))
      let fields = Set(slow.split(separator: " ").filter { $0.contains("=") }.map { String($0.prefix { $0 != "=" }) })
      #expect(
        fields == [
          "code", "message-id", "method", "reference", "milliseconds", "waiting-milliseconds", "deciding-milliseconds",
          "commit-milliseconds", "projecting-milliseconds", "reply-milliseconds",
        ])
    }
  }
}
