import Dispatch
import Synchronization

/// Runs what a library makes asynchronous, and waits for it: a command line does one thing after the other, on one thread.
/// It is the only place where a task is begun that nobody owns: this thread does nothing until it has ended.
func waiting<Value: Sendable>(for work: @escaping @Sendable () async -> Value) -> Value {
  let result = Mutex<Value?>(nil)
  let done = DispatchSemaphore(value: 0)
  Task.detached {
    let value = await work()
    result.withLock { $0 = value }
    done.signal()
  }
  done.wait()
  guard let value = result.withLock({ $0 }) else { preconditionFailure("signalled before there was a result") }
  return value
}
