import NIOCore

/// Lets tasks run on an event loop wherever nothing else is asked for.
///
/// An actor's executor alone is not enough: a continuation resumes its task on the global pool first, which then changes
/// to the actor, so that each wait would cost two changes of thread. With this preference it resumes on the loop.
final class EventLoopExecutor: TaskExecutor {
  private let loop: any EventLoop

  init(_ loop: any EventLoop) {
    self.loop = loop
  }

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    let serial = loop.executor.asUnownedSerialExecutor()
    let preferred = asUnownedTaskExecutor()
    // Being on the loop is being on every actor whose executor it is: said here, it saves one more turn of the loop.
    loop.execute { job.runSynchronously(isolatedTo: serial, taskExecutor: preferred) }
  }
}

/// Runs what takes long on the global pool, out of the way of an event loop. In a handler, neither `@concurrent` nor an
/// actor without an executor of its own leads away from the loop, as both follow the task's preference.
package func offEventLoop<Value: Sendable>(
  _ body: @Sendable @concurrent () async throws -> Value
) async rethrows -> Value {
  try await withTaskExecutorPreference(globalConcurrentExecutor) { try await body() }
}
