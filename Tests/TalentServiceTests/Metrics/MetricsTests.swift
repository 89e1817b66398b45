import TalentDomain
import TalentInterface
import Testing

@testable import TalentService

struct MetricsTests {
  @Test func `a histogram counts each value into the first bucket that takes it`() {
    let histogram = Histogram(bounds: [1, 4])
    for value in [0, 1, 2, 4, 5, 400] { histogram.observe(value) }
    #expect(histogram.counts == [2, 2, 2])
    #expect(histogram.sum == 412)
    var page = MetricsWriter()
    page.histogram("x", [("method", "m")], histogram) { "\($0)" }
    #expect(
      page.text == """
        x_bucket{method="m",le="1"} 2
        x_bucket{method="m",le="4"} 4
        x_bucket{method="m",le="+Inf"} 6
        x_sum{method="m"} 412
        x_count{method="m"} 6

        """)
  }

  @Test(arguments: [
    (0, "0"), (500_000, "0.0005"), (1_000_000_000, "1"), (2_500_000_000, "2.5"), (10_000_000_001, "10.000000001"),
  ])
  func `nanoseconds are written as seconds, exact`(nanoseconds: Int, text: String) {
    #expect(MetricsWriter.seconds(nanoseconds) == text)
  }

  @Test func `every method and every rule has its place from the start`() {
    let metrics = ServiceMetrics()
    #expect(Set(metrics.methods.keys) == Set(Methods.names))
    #expect(Set(metrics.refusals.keys) == Set(Rulebook.rules.map(\.id.rawValue)))
    metrics.ended("dk.talentd.administration.Nonsense", .done, nanoseconds: 1, nil)
    #expect(metrics.unknownMethods.value == 1)
  }

  @Test func `a slow call tells where its time went, and a fast one nothing`() throws {
    let timing = CallTiming()
    for point in [CallTiming.Point.begun, .decided, .durable, .projected] { timing.mark(point) }
    let end = try #require(timing.time(.projected)) + 2_000_000_000
    let method = "dk.talentd.nomination.SubmitNomination"
    #expect(SlowCall(method, from: timing.received, to: end, timing, limitMilliseconds: 60_000) == nil)
    let call = try #require(SlowCall(method, from: timing.received, to: end, timing, limitMilliseconds: 1000))
    #expect(
      call.fields.map(\.0).suffix(5).map { $0 } == [
        "waiting-milliseconds", "deciding-milliseconds", "commit-milliseconds", "projecting-milliseconds",
        "reply-milliseconds",
      ])
    #expect(call.fields.last?.1 == "2000")
    #expect(call.sentence.hasPrefix("\(method) took 20"))
    // A query goes by no writer.
    #expect(SlowCall(method, from: 0, to: 5_000_000_000, CallTiming(), limitMilliseconds: 1)?.fields.count == 3)
  }
}
