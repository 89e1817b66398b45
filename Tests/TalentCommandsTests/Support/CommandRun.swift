import Dispatch
import Synchronization
import TalentCommands

/// What one run of the command line wrote, and how it ended.
struct CommandRun {
  let status: Int32
  let output: String
  let errors: String

  /// Runs it in this process, on a thread of its own: it blocks, and the server in the tests needs the threads of Swift's
  /// pool.
  static func of(
    _ arguments: [String], socket: String? = nil, variables: [String: String] = [:], columns: Int? = nil
  ) async -> CommandRun {
    var variables = variables
    variables["TALENTD_SOCKET"] = variables["TALENTD_SOCKET"] ?? socket ?? "/nonexistent/talentd.sock"
    let streams = Streams()
    let surroundings = Surroundings(
      variable: { [variables] in variables[$0] }, output: { bytes in streams.output.withLock { $0 += bytes } },
      errors: { bytes in streams.errors.withLock { $0 += bytes } }, columns: columns, errorsAreTerminal: false,
      now: { 1_800_000_000_000 })
    let lane = lanes[turn.add(1, ordering: .relaxed).oldValue % lanes.count]
    let status = await withCheckedContinuation { done in
      lane.async { done.resume(returning: CommandLineInterface.run(arguments, surroundings)) }
    }
    return CommandRun(
      status: status, output: String(decoding: streams.output.withLock { $0 }, as: UTF8.self),
      errors: String(decoding: streams.errors.withLock { $0 }, as: UTF8.self))
  }

  /// A few at a time: reading a command line takes long in a debug build, and of a hundred that share two processors each
  /// would wait longer for its answer than it has patience.
  private static let lanes = (0..<2).map { DispatchQueue(label: "command line \($0)") }
  private static let turn = Atomic(0)

  private final class Streams: Sendable {
    let output = Mutex<[UInt8]>([])
    let errors = Mutex<[UInt8]>([])
  }
}
