internal import Glibc

/// A thread of the operating system: the writer sits in SQLite and in syncs, which the pool that runs tasks should not.
enum Thread {
  private final class Work {
    let body: @Sendable () -> Void
    let end: @Sendable () -> Void

    init(_ body: @escaping @Sendable () -> Void, _ end: @escaping @Sendable () -> Void) {
      self.body = body
      self.end = end
    }
  }

  /// - Parameter end: called on the thread at its very end, when what `body` held on to has been let go: whoever is told may
  ///   open the log again.
  static func start(
    _ body: @escaping @Sendable () -> Void, then end: @escaping @Sendable () -> Void
  ) throws(LogError) {
    let work = Unmanaged.passRetained(Work(body, end))
    var thread = pthread_t()
    let code = pthread_create(
      &thread, nil,
      { work in
        if let work { Thread.run(work)() }
        return nil
      }, work.toOpaque())
    guard code == 0 else {
      work.release()
      throw .system(code: code)
    }
    pthread_detach(thread)
  }

  /// - Returns: what is left to do, once the work itself is gone.
  private static func run(_ pointer: UnsafeMutableRawPointer) -> @Sendable () -> Void {
    let work = Unmanaged<Work>.fromOpaque(pointer).takeRetainedValue()
    work.body()
    return work.end
  }
}
