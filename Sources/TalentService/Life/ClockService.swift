import CPlatform
import EventLog
import Glibc
import ServiceLifecycle

extension MachineClocks {
  static let machine = MachineClocks(
    wall: { talent_realtime_ms() },
    passed: {
      var time = timespec()
      clock_gettime(CLOCK_BOOTTIME, &time)
      return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
    })
}

/// Looks at the clock every few seconds while nobody writes. The writer looks by itself with each command, and it alone
/// records.
struct ClockService: ServiceLifecycle.Service {
  let daemon: Daemon
  private static let interval = Duration.seconds(5)

  func run() async throws {
    await cancelWhenGracefulShutdown {
      var watch = ClockWatch()
      while !Task.isCancelled {
        let clocks = MachineClocks.machine
        if watch.look(wall: clocks.wall(), passed: clocks.passed()) != nil {
          _ = try? await daemon.writer.submit(.lookAtClock)
        }
        try? await Task.sleep(for: ClockService.interval)
      }
    }
  }
}
