import Testing

@testable import TalentService

struct ClockWatchTests {
  @Test func `a clock that runs with the time that passes has not been set`() {
    var watch = ClockWatch()
    #expect(watch.look(wall: 1_000_000, passed: 500) == nil)
    #expect(watch.look(wall: 1_005_000, passed: 5_500) == nil)
    // A day later: steered by some milliseconds, as NTP does.
    #expect(watch.look(wall: 87_405_010, passed: 86_405_500) == nil)
  }

  @Test func `a clock that is set forward or back is noticed once, by how much`() {
    var watch = ClockWatch()
    _ = watch.look(wall: 10_000_000, passed: 1000)
    #expect(watch.look(wall: 13_602_000, passed: 3000) == 3_600_000)
    #expect(watch.look(wall: 13_603_000, passed: 4000) == nil)
    #expect(watch.look(wall: 6_403_500, passed: 4500) == -7_200_000)
    #expect(watch.look(wall: 6_404_000, passed: 5000) == nil)
  }

  @Test func `a second is the least that counts`() {
    var watch = ClockWatch()
    _ = watch.look(wall: 0, passed: 0)
    #expect(watch.look(wall: 2000, passed: 1000) == nil)
    #expect(watch.look(wall: 5001, passed: 3000) == 1001)
  }

  @Test func `at the start a log whose last event lies ahead tells that the clock was set back`() {
    #expect(ClockWatch.step(since: nil, now: 5000) == nil)
    #expect(ClockWatch.step(since: 5000, now: 9000) == nil)
    #expect(ClockWatch.step(since: 6000, now: 5000) == nil)
    #expect(ClockWatch.step(since: 6001, now: 5000) == -1001)
  }
}
