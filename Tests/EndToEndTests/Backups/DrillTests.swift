import Glibc
import TalentDomain
import TalentInterface
import Testing
import Transparency

/// `systemd/disaster-drill.md`, carried out as it is written: every command of every block, in order, by a shell that knows nothing
/// else. Only the block of names is another. Debian's packages and the service manager are stood in for: the programs are
/// those of this build, and `systemctl start` starts the service with the configuration that the drill has put there.
struct DrillTests {
  @Test func `the disaster drill leads from nothing to the record verified and serving`() throws {
    try OSUser.requireRoot()
    let drill = try Drill()
    try withTalentd { daemon in
      _ = try World.built(on: daemon, to: .prepared)
      try fill(daemon)
      let machine = try DrillMachine(daemon)
      try drill.expectNames(machine.names.keys.sorted())
      let page = try Talentctl(daemon).run("admin", "key", "escrow")
      try Files.write(Array(page.output.utf8), to: machine.page, mode: 0o600)
      let made = try machine.timed("backup") { try daemon.makeBackup() }
      let people = try daemon.client(as: Cast.hr).ask(ListPeople()).canonical
      let minutes = Minutes(key: try daemon.key(), size: made.size)
      try machine.run(drill.before, "each day", minutes)

      // The machine is gone.
      daemon.kill()
      Files.remove(daemon.socket)
      for folder in [daemon.state, "\(daemon.state)-erased", daemon.backups, machine.etc] {
        Files.remove(folder)
        #expect(!Files.exists(folder))
      }
      defer { machine.end() }
      for (title, commands) in drill.steps {
        let run = try machine.timed(title) { try machine.run(commands, title, minutes) }
        if title.hasPrefix("4") {
          #expect(run.output.contains("\(made.size) events") && run.output.contains(made.name.value), "\(run.output)")
        }
        if title.hasPrefix("6") {
          #expect(run.output.contains("intact"), "\(run.output)")
          let root = try #require(Base64URL.decode(made.root.text).flatMap { Hash(bytes: $0) })
          for line in ReadAloud.lines(of: root.hex) { #expect(run.output.contains(line), "\(run.output)") }
        }
        if title.hasPrefix("7") { #expect(run.output.contains("running"), "\(run.output)") }
        if title.hasPrefix("8") { #expect(run.output.contains("holds"), "\(run.output)") }
      }
      // Everybody is there, under the same name.
      #expect(try daemon.client(as: Cast.hr).ask(ListPeople()).canonical == people)
      #expect(try daemon.client().ask(ListBackups()).backups.map(\.verified) == [true])
      machine.tell(events: made.size)
    }
  }

  /// `TALENT_DRILL_EVENTS=100000` measures it on a log of that size.
  private func fill(_ daemon: Talentd) throws {
    guard let wanted = getenv("TALENT_DRILL_EVENTS").flatMap({ Int(String(cString: $0)) }) else { return }
    let client = try daemon.client()
    var number = 0
    while try daemon.size() < wanted {
      try client.importAll(
        (0..<500).map { RegisterPerson("d\(number + $0)", centre: Cast.schools, "Skolen", "lærer", under: Cast.leader) }
      )
      number += 500
    }
  }
}

/// What stands on the page of the minutes.
struct Minutes {
  let key: String
  let size: Int
}

/// The document, as commands.
struct Drill {
  /// What the block of names sets.
  let names: [String]
  let before: String
  /// By headline.
  let steps: [(title: String, commands: String)]

  init() throws {
    var (names, before, steps): ([String], String, [(String, String)]) = ([], "", [])
    var (title, fence): (String, String?) = ("", nil)
    var block: [Substring] = []
    for line in try Files.text("\(Unit.folder)/disaster-drill.md").split(
      separator: "\n", omittingEmptySubsequences: false)
    {
      if line.hasPrefix("## ") { title = String(line.dropFirst(3)) }
      guard line.hasPrefix("```") else {
        if fence != nil { block.append(line) }
        continue
      }
      guard let kind = fence else {
        fence = String(line.dropFirst(3))
        block = []
        continue
      }
      let commands = block.joined(separator: "\n") + "\n"
      switch kind {
      case "sh variables": names += block.compactMap { $0.split(separator: "=").first.map(String.init) }
      case "sh before": before += commands
      case "sh": steps.append((title, commands))
      default: throw Trouble("the drill has a block of \(kind), which nobody would know how to carry out")
      }
      fence = nil
    }
    (self.names, self.before, self.steps) = (names, before, steps)
  }

  /// Every name that the commands use is one of those set at the top, and the other way round.
  func expectNames(_ given: [String]) throws {
    #expect(names.sorted() == given)
    let text = before + steps.map(\.commands).joined()
    for name in names { #expect(text.contains("$\(name)"), "\(name) is set and never used") }
    #expect(steps.count >= 8 && !before.isEmpty)
  }
}

/// Stands for the old machine and for the new one.
final class DrillMachine {
  private let daemon: Talentd
  private let folder: String
  private var seconds: [(String, Double)] = []

  var etc: String { "\(folder)/etc" }
  var page: String { "\(folder)/page" }
  private var bin: String { "\(folder)/bin" }
  private var pid: String { "\(folder)/pid" }

  var names: [String: String] {
    [
      "COPY_LOGS": "\(folder)/copies/logs", "COPY_KEYS": "\(folder)/copies/keys",
      "COPY_ERASED": "\(folder)/copies/erased", "COPY_ETC": "\(folder)/copies/etc", "PAGE": page, "LOG_KEY": "",
      "MINUTES": "",
      "ETC": etc, "STATE": daemon.state, "ERASED": "\(daemon.state)-erased", "BACKUP": daemon.backups,
      "OWNER": "root:root",
    ]
  }

  init(_ daemon: Talentd) throws {
    self.daemon = daemon
    folder = daemon.folder
    for path in [etc, bin, "\(folder)/copies"] { mkdir(path, 0o755) }
    try Files.write(
      Array(
        """
        origin: \(daemon.settings.origin)
        simulate: true
        state:
          folder: \(daemon.state)
        erased-keys:
          file: \(daemon.state)-erased/register
        backup:
          log-folder: \(daemon.backups)/log
          keys-folder: \(daemon.backups)/keys
        socket:
          path: \(daemon.socket)
        administrators:
          - root
        letters:
          folder: \(Programs.letters)

        """.utf8), to: "\(etc)/talentd.yaml")
    for (name, program) in [("talentd", try Programs.talentd()), ("talentctl", try Programs.talentctl())] {
      symlink(program, "\(bin)/\(name)")
    }
    try Files.write(Array("#!/bin/sh\ntest \"$1\" = install\n".utf8), to: "\(bin)/apt-get", mode: 0o755)
    try Files.write(
      Array(
        """
        #!/bin/sh
        # start and stop of the service; what is enabled begins at the next boot only.
        case "$1 $2" in
        "start talentd.socket")
          setsid talentd --config "\(etc)/talentd.yaml" < /dev/null > "\(folder)/journal" 2>&1 &
          echo $! > "\(pid)"
          for i in $(seq 600); do talentctl admin whoami > /dev/null 2>&1 && exit 0; sleep 0.1; done
          exit 1 ;;
        "stop "*) test ! -e "\(pid)" || kill $(cat "\(pid)") ;;
        "enable --now") ;;
        *) echo "systemctl $*: nobody has shown me that" >&2; exit 1 ;;
        esac

        """.utf8), to: "\(bin)/systemctl", mode: 0o755)
    chmod("\(bin)/apt-get", 0o755)
    chmod("\(bin)/systemctl", 0o755)
  }

  @discardableResult
  func run(_ commands: String, _ title: String, _ minutes: Minutes) throws -> ChildProcess.Finished {
    var names = self.names
    names["LOG_KEY"] = minutes.key
    names["MINUTES"] = "\(minutes.size)"
    let settings = names.sorted { $0.key < $1.key }.map { "\($0.key)='\($0.value)'\n" }.joined()
    let run = try ChildProcess.run(
      ["/bin/sh", "-eu", "-c", settings + commands],
      environment: [
        "PATH": "\(bin):/usr/sbin:/usr/bin:/sbin:/bin", "TALENTD_SOCKET": daemon.socket, "LC_ALL": "C.UTF-8",
      ], seconds: 600)
    guard run.status == 0 else { throw Trouble("«\(title)» ended with \(run.status): \(run.output) \(run.error)") }
    return run
  }

  func timed<Value>(_ title: String, _ body: () throws -> Value) throws -> Value {
    let start = ContinuousClock.now
    defer { seconds.append((title, Double((ContinuousClock.now - start) / .milliseconds(1)) / 1000)) }
    return try body()
  }

  func tell(events: Int) {
    print("the drill with \(events) events, in seconds:")
    for (title, time) in seconds { print("  \(title): \(time)") }
    print("  in all: \(seconds.map(\.1).reduce(0, +))")
  }

  /// Ends the service that a step started.
  func end() {
    guard let text = try? Files.text(pid), let number = pid_t(text.split(separator: "\n").first ?? "") else { return }
    kill(number, SIGKILL)
  }
}
