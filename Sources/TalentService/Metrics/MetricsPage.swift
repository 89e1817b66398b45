import CPlatform
import EventLog
import Glibc
import TalentDomain
import Varlink

/// All metrics of one moment, as text.
struct MetricsPage {
  private let daemon: Daemon
  private let memory: Memory
  private var page = MetricsWriter()

  init(_ daemon: Daemon) {
    self.daemon = daemon
    memory = daemon.published.read()
  }

  static func text(of daemon: Daemon) -> String {
    var page = MetricsPage(daemon)
    page.build()
    page.calls()
    page.writing()
    page.socket()
    page.files()
    page.process()
    page.record()
    BackupMetrics.write(daemon, to: &page.page)
    return page.page.text
  }

  private mutating func build() {
    page.begin("talentd_build_info", .gauge, "The program's version.")
    page.sample("talentd_build_info", [("version", Daemon.version)], "1")
    page.one(
      "talentd_start_time_seconds", .gauge, "When the service started, in seconds since 1970.",
      Int(daemon.started.milliseconds / 1000))
  }

  // MARK: Calls

  private mutating func calls() {
    let called = daemon.metrics.methods.sorted { $0.key < $1.key }.filter { $0.value.results.contains { $0.value > 0 } }
    page.begin("talentd_calls_total", .counter, "Calls by method and how they ended.")
    for (method, counted) in called { samples("talentd_calls_total", method, counted.results) }
    page.begin("talentd_import_rows_total", .counter, "Rows of imports by method and what became of them.")
    for (method, counted) in called { samples("talentd_import_rows_total", method, counted.rows) }
    page.begin("talentd_refusals_total", .counter, "Findings of refusals by rule.")
    for (rule, counter) in daemon.metrics.refusals.sorted(by: { $0.key < $1.key }) where counter.value > 0 {
      page.sample("talentd_refusals_total", [("rule", rule)], "\(counter.value)")
    }
    page.begin("talentd_call_seconds", .histogram, "From a call's last byte to its answer.")
    for (method, counted) in called {
      page.histogram("talentd_call_seconds", [("method", method)], counted.seconds, unit: MetricsWriter.seconds)
    }
    page.begin("talentd_durable_seconds", .histogram, "From a command's last byte until the disk has it.")
    page.histogram("talentd_durable_seconds", [], daemon.metrics.durable, unit: MetricsWriter.seconds)
    page.one(
      "talentd_unknown_method_calls_total", .counter, "Calls of methods that there are not.",
      daemon.metrics.unknownMethods.value)
    page.one(
      "talentd_slow_calls_total", .counter, "Calls beyond limits.slow-milliseconds.", daemon.metrics.slow.value)
  }

  private mutating func samples(_ name: String, _ method: String, _ counters: [Counter]) {
    for (result, counter) in zip(CallResult.allCases, counters) where counter.value > 0 {
      page.sample(name, [("method", method), ("result", result.label)], "\(counter.value)")
    }
  }

  // MARK: The writer

  private mutating func writing() {
    let metrics = daemon.metrics
    page.one("talentd_events", .gauge, "Events in the log.", memory.size)
    page.one("talentd_warm_cohorts", .gauge, "Cohorts that are kept in memory.", memory.cohorts.count)
    page.one("talentd_events_total", .counter, "Events appended since the start.", metrics.events.value)
    page.one("talentd_commits_total", .counter, "Commits since the start.", metrics.commits.value)
    page.begin("talentd_batch_requests", .histogram, "Requests that shared a commit.")
    page.histogram("talentd_batch_requests", [], metrics.batches) { "\($0)" }
    page.one("talentd_writer_queue", .gauge, "Requests that wait for the writer.", daemon.writer.waiting)
    page.one("talentd_read_only", .gauge, "1 while nothing can be written.", daemon.writer.isReadOnly ? 1 : 0)
    page.one(
      "talentd_heartbeat_age_seconds", .gauge, "Since the last round through the event loops and the writer.",
      Int(daemon.heartbeat.age / 1000))
    page.one(
      "talentd_erasures_pending", .gauge, "Erasures that have begun and are not finished.",
      memory.organisation.privacy.begun.count)
  }

  private mutating func socket() {
    let metrics = daemon.metrics
    page.one("talentd_connections", .gauge, "Clients connected.", daemon.server?.connections)
    page.one(
      "talentd_connections_refused_total", .counter, "Connections beyond a limit, or not welcome.",
      metrics.connectionsRefused.value)
    page.one(
      "talentd_frames_refused_total", .counter, "Connections ended for a frame that is none.",
      metrics.framesRefused.value
    )
    page.one(
      "talentd_accept_failures_total", .counter, "Times that no connection could be taken, for want of descriptors.",
      metrics.notAccepted.value)
  }

  // MARK: The machine

  private mutating func files() {
    let folder = daemon.log.settings.folder
    page.begin("talentd_file_bytes", .gauge, "Size of the service's files.")
    var views = 0
    for name in FolderNames.list(folder) where name.hasPrefix("views") { views += FileSizes.of("\(folder)/\(name)") }
    for (file, bytes) in [
      ("log", FileSizes.of("\(folder)/log.sqlite3")), ("log-wal", FileSizes.of("\(folder)/log.sqlite3-wal")),
      ("keys", FileSizes.of("\(folder)/keys.sqlite3")), ("keys-wal", FileSizes.of("\(folder)/keys.sqlite3-wal")),
      ("views", views),
    ] { page.sample("talentd_file_bytes", [("file", file)], "\(bytes)") }
    guard let space = DiskSpace(folder) else { return }
    page.one(
      "talentd_disk_available_bytes", .gauge, "Left on the file system of the state folder.",
      Int(clamping: space.available))
    page.one(
      "talentd_disk_bytes", .gauge, "Of the file system of the state folder, in all.", Int(clamping: space.total))
  }

  private mutating func process() {
    page.one("process_resident_memory_bytes", .gauge, "Resident memory.", ProcessMemory.resident)
    page.one("process_open_fds", .gauge, "Open file descriptors.", Descriptors.open)
    page.one("process_max_fds", .gauge, "How many there may be.", Descriptors.limit)
  }

  // MARK: The record

  private mutating func record() {
    page.one("talentd_scrubbed_events", .gauge, "Events that the background pass has verified.", daemon.log.scrubMark)
    page.one(
      "talentd_checkpoint_events", .gauge, "Events that the newest checkpoint signs.",
      daemon.log.latestCheckpoint?.size ?? 0)
    let anchor = daemon.anchorStatus(memory)
    page.one("talentd_anchor_configured", .gauge, "1 where a policy names witnesses.", anchor.configured ? 1 : 0)
    page.one(
      "talentd_anchor_time_seconds", .gauge, "When enough witnesses last signed, in seconds since 1970.",
      anchor.time.map { Int($0.milliseconds / 1000) })
    page.one("talentd_anchor_events", .gauge, "Events that they signed.", anchor.size)
    page.begin("talentd_health_findings", .gauge, "What `talentctl admin status` shows as amiss.")
    let findings = HealthChecks.findings(
      HealthContext(daemon: daemon, memory: memory, now: Instant(milliseconds: talent_realtime_ms()))
    ) { _ in true }
    page.sample("talentd_health_findings", [("grave", "no")], "\(findings.count { !$0.grave })")
    page.sample("talentd_health_findings", [("grave", "yes")], "\(findings.count(where: \.grave))")
  }
}

enum ProcessMemory {
  /// In bytes; nil where the machine does not tell.
  static var resident: Int? {
    guard let file = fopen("/proc/self/statm", "r") else { return nil }
    defer { fclose(file) }
    var buffer = [CChar](repeating: 0, count: 256)
    guard fgets(&buffer, Int32(buffer.count), file) != nil else { return nil }
    let text = String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    let fields = text.split(separator: " ")
    guard fields.count > 1, let pages = Int(fields[1]) else { return nil }
    return pages * Int(sysconf(Int32(_SC_PAGESIZE)))
  }
}

enum FolderNames {
  /// Of everything in a folder, sorted; empty where it cannot be read.
  static func list(_ path: String) -> [String] {
    guard let entries = opendir(path) else { return [] }
    defer { closedir(entries) }
    var names: [String] = []
    while let entry = readdir(entries) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }
}
