import Glibc
import StrictJSON
import TalentDomain
import TalentInterface

/// The same log twice, grown apart in one thing, and what the same people are answered in each.
enum Twins {
  struct Reply {
    let asker: String
    let method: String
    let parameters: String
    /// The whole frame.
    let reply: String
    /// The last part of the error's name; nil for an answer.
    let error: String?

    init(
      asker: String, _ method: TalentInterface.Method, _ parameters: [UInt8], _ outcome: RawSocket.Outcome
    ) throws {
      guard case .frame(let frame) = outcome else { throw Trouble("\(method.fullName) gets no reply: \(outcome)") }
      self.asker = asker
      self.method = method.fullName
      self.parameters = String(decoding: parameters, as: UTF8.self)
      reply = String(decoding: Twins.visible(frame, of: method).canonical(), as: UTF8.self)
      error = frame["error"]?.string?.split(separator: ".").last.map(String.init)
    }
  }

  static func answers(_ difference: Difference) throws -> (one: [Reply], other: [Reply]) {
    try withTalentd { daemon in
      let common = try difference.common.played(on: daemon)
      let things = try things(common)
      try daemon.stop()
      let both = try [difference.one, difference.other].map { happening in
        try withFolder { folder in
          try copyState(of: daemon, to: folder)
          let twin = Talentd(in: folder)
          defer { twin.kill() }
          try twin.start()
          try happening(common.going(on: try twin.connection()))
          return try ask(difference.hiddenFrom, things, on: twin, at: difference.asked)
        }
      }
      return (both[0], both[1])
    }
  }

  /// Everybody asks everything, in the same order.
  static func ask(_ askers: [String], _ things: [String], on daemon: Talentd, at time: SimulatedTime) throws -> [Reply]
  {
    let socket = try RawSocket(daemon.socket)
    return try askers.flatMap { asker in
      let others = ["110", "112", "116", Onlooker.last, Cast.assessors[1], "999"].filter { $0 != asker }
      let questioner = Questioner(asker: asker, people: [asker] + others, things: things)
      let calls = Methods.all.flatMap { method in
        (0..<Questioner.variants(of: method)).map {
          (method, questioner.call(method, variant: $0, at: time).canonical())
        }
      }
      return try calls.map { method, parameters in
        try Reply(asker: asker, method, parameters, socket.exchange(Relay.frame(method.fullName, parameters)))
      }
    }
  }

  /// When a process was started is its own, and new keys are drawn at random: neither tells of a log.
  private static func visible(_ frame: JSON, of method: TalentInterface.Method) -> JSON {
    switch method.name {
    case "\(ShowStatus.method)": frame["parameters"]?.without("started") ?? frame
    case "\(RotateLogKey.method)", "\(ListLogKeys.method)":
      (frame["parameters"]?["keys"]?.array).map { .array($0.map { $0.without("key") }) } ?? frame
    case "\(RotateMasterKey.method)", "\(EscrowMasterKey.method)": frame["error"] ?? "done"
    // When it was made stands in a backup's name, and where it lies is each service's own folder.
    case "\(MakeBackup.method)", "\(ListBackups.method)": frame["error"] ?? "done"
    default: frame
    }
  }

  /// Ids of forms and conflicts, as they are in both.
  static func things(_ world: World) throws -> [String] {
    var forms = ListNominations()
    forms.cohort = "2027"
    var conflicts = ListAssessments()
    conflicts.cohort = "2027"
    let hr = try world.by(Cast.hr)
    let ids = try hr.ask(forms).nominations.map(\.id) + hr.ask(conflicts).conflicts.map(\.id)
    return ids.map(\.text) + ["0123456789abc"]
  }

  /// The folders of the log, its keys and what lies beside them.
  private static func copyState(of daemon: Talentd, to folder: String) throws {
    for name in try Files.names(in: daemon.folder) {
      var status = stat()
      guard lstat("\(daemon.folder)/\(name)", &status) == 0, status.st_mode & S_IFMT == S_IFDIR else { continue }
      try Files.copyFolder("\(daemon.folder)/\(name)", to: "\(folder)/\(name)")
    }
  }
}

extension World {
  /// The same world in another service.
  fileprivate func going(on connection: Connection) throws -> World {
    try World(dates: dates, nominees: nominees.count, seats: seats) { Client(connection, as: $0) }
  }
}

extension JSON {
  fileprivate func without(_ name: String) -> JSON {
    guard case .object(let members) = self else { return self }
    return .object(members.filter { $0.name != name })
  }
}
