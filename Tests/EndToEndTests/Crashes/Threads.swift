import Glibc
import Synchronization

/// Threads beside the test's own, all of them ended before the test goes on: for calls that wait, made at the same time.
enum Threads {
  /// Runs `work` on so many threads, numbered from 0, and `body` on this one; returns when all have ended.
  static func run<Value>(
    _ count: Int, _ work: @escaping @Sendable (Int) -> Void, during body: () throws -> Value
  ) throws -> Value {
    var threads: [pthread_t] = []
    defer { for thread in threads { pthread_join(thread, nil) } }
    for number in 0..<count {
      var thread = pthread_t()
      let errand = Unmanaged.passRetained(Errand { work(number) })
      let error = pthread_create(&thread, nil, { Errand.carryOut($0) }, errand.toOpaque())
      guard error == 0 else {
        errand.release()
        throw Trouble("no thread: \(String(cString: strerror(error)))")
      }
      threads.append(thread)
    }
    return try body()
  }

  private final class Errand: Sendable {
    let work: @Sendable () -> Void

    init(_ work: @escaping @Sendable () -> Void) { self.work = work }

    static func carryOut(_ context: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
      if let context { Unmanaged<Errand>.fromOpaque(context).takeRetainedValue().work() }
      return nil
    }
  }
}
