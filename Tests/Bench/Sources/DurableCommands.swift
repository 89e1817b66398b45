import Glibc
import TalentDomain
import TalentInterface

/// Commands a second that are on the disk before they are answered, beside the plain program, which inserts the rows that
/// the service wrote for the same calls.
struct DurableCommands {
  let bench: Bench
  let service: Service

  private var plainSocket: String { "\(bench.folder)/plain-socket" }

  func measured() throws -> [Measurement] {
    // Also warms both up, and leaves the rows that the plain program copies.
    let warm = try Plain.load(bench, socket: bench.socket, frame: frame, clients: 1, seconds: Double(bench.seconds))
    let plain = try plainProgram(Int(warm.calls))
    defer { plain.kill() }
    _ = try Plain.load(bench, socket: plainSocket, frame: frame, clients: 1, seconds: 1)
    var measurements: [Measurement] = []
    var ours: [Double] = []
    for clients in [1, 16, 64] {
      var rates: (ours: [Double], plain: [Double]) = ([], [])
      for _ in 0..<bench.rounds {
        rates.ours.append(try round(bench.socket, clients).rate)
        rates.plain.append(try round(plainSocket, clients).rate)
      }
      ours.append(median(rates.ours))
      measurements.append(
        Measurement(
          "durable commands, \(clients) client\(clients == 1 ? "" : "s")", median(rates.ours), "/s",
          beside: ("plain C", median(rates.plain)), target: clients == 1 ? .ratioAtLeast(0.8) : nil))
    }
    measurements.append(
      Measurement(
        "durable commands, 64 clients", ours[2], "/s", beside: ("1 client", ours[0]), target: .ratioAtLeast(5)))
    return measurements
  }

  private func round(_ socket: String, _ clients: Int) throws -> Plain.Load {
    try Plain.load(bench, socket: socket, frame: frame, clients: clients, seconds: Double(bench.seconds))
  }

  /// A note on the case: one event with one sealed field, the most usual kind of command.
  private var frame: [UInt8] {
    var note = RecordCaseNote()
    note.cohort = Office.cohort
    note.text = "Centerchefen har oplyst, at projektet ledes i fællesskab, og at det er nyt for begge; se bilag 2."
    return Office.frame(
      "\(RecordCaseNote.area.interface).\(RecordCaseNote.method)",
      Office.parameters(note, as: Office.hr, id: CommandID("00000000-0000-7000-8000-000000000000")))
  }

  /// It takes its rows from the events that were recorded last.
  private func plainProgram(_ calls: Int) throws -> Child {
    let count = min(calls, 1000)
    let size = try Office(service).status().size ?? 0
    return try Plain.server(
      bench, "store", socket: plainSocket,
      ["\(bench.state)/log.sqlite3", try views(), String(size - count), String(count), "\(bench.folder)/plain-state"])
  }

  /// The file that the pointer names.
  private func views() throws -> String {
    guard let file = fopen("\(bench.state)/views.current", "r") else { throw Trouble("there are no views") }
    defer { fclose(file) }
    var line = [CChar](repeating: 0, count: 256)
    guard fgets(&line, 256, file) != nil else { throw Trouble("there are no views") }
    let name = line.prefix { $0 != 0 && $0 != 10 }.map { UInt8(bitPattern: $0) }
    return "\(bench.state)/\(String(decoding: name, as: UTF8.self))"
  }
}
