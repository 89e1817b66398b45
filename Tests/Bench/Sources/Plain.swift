import Glibc
import StrictJSON
import Varlink

/// `plain.c` at work.
enum Plain {
  /// What a round of load came to.
  struct Load {
    let calls: Double
    let clients: Int
    let seconds: Double
    /// Round trips in microseconds.
    let p50: Double
    let p99: Double
    /// Of a reply, in bytes, with the NUL at its end.
    let replyLength: Int

    var rate: Double { calls / seconds }
  }

  /// Sends a frame again and again.
  static func load(_ bench: Bench, socket: String, frame: [UInt8], clients: Int, seconds: Double) throws -> Load {
    let file = "\(bench.folder)/frame"
    try write(frame, to: file)
    let json = try output(bench, ["load", socket, file, String(clients), String(seconds)])
    guard json["errors"]?.integer == 0 else { throw Trouble("a call was answered with an error") }
    return Load(
      calls: number(json, "calls"), clients: clients, seconds: number(json, "nanoseconds") / 1e9,
      p50: number(json, "p50") / 1e3, p99: number(json, "p99") / 1e3, replyLength: Int(number(json, "bytes")))
  }

  /// Reads every leaf of a log: events a second.
  static func scan(_ bench: Bench) throws -> Double {
    let json = try output(bench, ["scan", "\(bench.state)/log.sqlite3"])
    return number(json, "rows") / (number(json, "nanoseconds") / 1e9)
  }

  /// Reads every leaf of a log, and takes its SHA-256: seconds.
  static func hash(_ bench: Bench) throws -> Double {
    number(try output(bench, ["hash", "\(bench.state)/log.sqlite3"]), "nanoseconds") / 1e9
  }

  /// A server of its own; it listens when this returns, and ends with the value.
  static func server(_ bench: Bench, _ mode: String, socket: String, _ words: [String]) throws -> Child {
    unlink(socket)
    let process = try Child([bench.plain, mode, socket] + words)
    let end = ContinuousClock.now + .seconds(60)
    while (try? BlockingVarlinkClient(path: socket)) == nil {
      guard !process.hasEnded() else { throw Trouble("the plain program ended at its start") }
      guard ContinuousClock.now < end else { throw Trouble("the plain program does not listen") }
      usleep(1000)
    }
    return process
  }

  private static func output(_ bench: Bench, _ words: [String]) throws -> JSON {
    let process = try Child([bench.plain] + words, reads: true)
    let bytes = process.output()
    guard process.wait() == 0 else { throw Trouble("the plain program failed: \(words.joined(separator: " "))") }
    return try JSON(parsing: bytes.filter { $0 != UInt8(ascii: "\n") })
  }

  private static func number(_ json: JSON, _ name: String) -> Double { Double(json[name]?.integer ?? 0) }

  private static func write(_ bytes: [UInt8], to path: String) throws {
    guard let file = fopen(path, "w") else { throw Trouble("cannot write \(path)") }
    defer { fclose(file) }
    guard fwrite(bytes, 1, bytes.count, file) == bytes.count else { throw Trouble("cannot write \(path)") }
  }
}
