import CPlatform
import Glibc

/// What a command meets around it: variables, the two streams, a terminal perhaps. The process's own, or a test's.
package struct Surroundings: Sendable {
  package var variable: @Sendable (String) -> String?
  package var output: @Sendable ([UInt8]) -> Void
  package var errors: @Sendable ([UInt8]) -> Void
  /// Columns of the terminal that standard output is; nil where it is a file or a pipe.
  package var columns: Int?
  package var errorsAreTerminal: Bool
  /// Milliseconds since 1970.
  package var now: @Sendable () -> Int64

  package init(
    variable: @escaping @Sendable (String) -> String?, output: @escaping @Sendable ([UInt8]) -> Void,
    errors: @escaping @Sendable ([UInt8]) -> Void, columns: Int? = nil, errorsAreTerminal: Bool = false,
    now: @escaping @Sendable () -> Int64
  ) {
    self.variable = variable
    self.output = output
    self.errors = errors
    self.columns = columns
    self.errorsAreTerminal = errorsAreTerminal
    self.now = now
  }

  /// Commands are made by the argument parser, which hands nothing on; a task-local value reaches them all the same.
  @TaskLocal package static var current = Surroundings.process

  package static let process = Surroundings(
    variable: { name in getenv(name).map { String(cString: $0) } },
    output: { writeAll($0, to: 1) }, errors: { writeAll($0, to: 2) },
    columns: terminalColumns(1), errorsAreTerminal: isatty(2) == 1,
    now: { talent_realtime_ms() })

  package func say(_ text: String) { errors(Array((text + "\n").utf8)) }

  /// Whoever reads may have gone (`| head`): then there is nobody left to tell.
  private static func writeAll(_ bytes: [UInt8], to descriptor: Int32) {
    var written = 0
    while written < bytes.count {
      let result = bytes.withUnsafeBytes { write(descriptor, $0.baseAddress! + written, bytes.count - written) }
      if result >= 0 {
        written += result
      } else if errno != EINTR {
        return
      }
    }
  }

  private static func terminalColumns(_ descriptor: Int32) -> Int? {
    guard isatty(descriptor) == 1 else { return nil }
    var size = winsize()
    guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col >= 20 else { return 80 }
    return Int(size.ws_col)
  }
}
