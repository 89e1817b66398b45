import EventLog
import Seeded
import TalentDomain
import TalentInterface

@testable import TalentService

/// A year of one municipality, played by chance against the real service, and held against the model after each step.
///
/// All chance comes from one seed. What the service draws (ids, aliases, digests) is only handed back to it, and steers
/// nothing here: people, cohorts, forms and entries are chosen by their place in the model.
final class Simulator {
  let seed: UInt64
  let limit: Int
  let quarters: Quarters
  var dice: SeededGenerator
  var model = Model()
  var ledger = Ledger()
  var refusals = RefusalCount()
  /// The time that is played, in milliseconds since 1970.
  var now: Int64
  /// Calls so far: a row of an import counts as one.
  var steps = 0
  var counts = Counts()
  var calendars: [Calendar] = []
  var life: Life?
  let rights: Rights
  /// What nobody heard the end of, and the folder that the service is found in then.
  var unheard: Unheard?
  var moving = ""
  /// Who was behind what the service called them in each cohort, as long as it could say so.
  var met: [Int: [Alias: Who]] = [:]
  private var trace: [String] = []

  init(seed: UInt64, commands limit: Int) throws {
    self.seed = seed
    self.limit = limit
    quarters = try Quarters()
    rights = try Rights()
    dice = SeededGenerator(seed: seed)
    now = Clock.at(CivilDate(year: 2027, month: 1, day: 4) ?? .blank, hour: 8)
  }

  struct Counts {
    var done = 0
    var refused = 0
    var denied = 0
    var looks = 0
    var crashes = 0
    var restarts = 0
    var byCommand: [String: (done: Int, not: Int)] = [:]
    var byRule: [String: Int] = [:]
  }

  /// Plays until so many calls have been made, or the year is over.
  func run() async throws {
    defer { quarters.clear() }
    do {
      while steps < limit, !isOver {
        refusals = RefusalCount()
        let end = try await Life.lived(in: quarters) { life in
          self.life = life
          defer { self.life = nil }
          try await self.awake(life)
          return try await self.live(life)
        }
        switch end {
        case .stopped: counts.restarts += 1
        case .crashed:
          counts.crashes += 1
          try quarters.moveOn(to: moving)
        }
        try checkTold()
      }
    } catch {
      throw Trouble(story(error))
    }
  }

  /// What a reader needs to have the failure again, and to see what led to it.
  func story(_ error: any Error) -> String {
    """
    SEED=\(seed) step \(steps), \(Clock.local(now).text): \(error)
    the last steps:
    \(trace.suffix(30).joined(separator: "\n"))
    """
  }

  func note(_ line: String) {
    trace.append("  \(steps) \(line)")
    if trace.count > 400 { trace.removeFirst(300) }
  }

  /// The folder was found again: what was acknowledged is all there.
  private func awake(_ life: Life) async throws {
    try ledger.check(life.daemon.log)
    if let unheard {
      self.unheard = nil
      return try await settle(unheard, life)
    }
    for event in try ledger.take(life.daemon.log) where event.stream != "record" {
      throw Trouble("the service began with \(event)")
    }
  }

  func checkTold() throws {
    let told = quarters.told.take()
    guard told.isEmpty else { throw Trouble("the service warned: \(told.joined(separator: "; "))") }
  }

  // MARK: One command

  struct Extras {
    var dryRun = false
    /// The revision that the caller says to have seen.
    var expected: Int?
    var id: CommandID?
  }

  /// Sends a command as somebody, and holds what comes of it against what ought to.
  @discardableResult
  func perform(_ deed: Deed, by actor: Who?, for behalf: Who? = nil, _ extras: Extras = Extras()) async throws -> Bool {
    guard let life else { throw Trouble("nobody is there") }
    let moment = nextMoment(actor, behalf)
    let options = options(moment, extras)
    let outlook = forecast(deed, moment, extras)
    steps += 1
    note(
      "\(name(actor))\(behalf.map { " for \(name($0))" } ?? "") \(deed.name)\(extras.dryRun ? " (dry run)" : "") "
        + "\(deed.cohort.map { model.cohorts[$0].code.value } ?? "") \(deed.named.map { model.staff[$0].number }): \(outlook)"
    )
    let reply = try await life.send(deed.command, options)
    let events = try ledger.take(life.daemon.log)
    try hold(reply, events, against: outlook, deed, moment, extras)
    guard !extras.dryRun else { return false }
    return apply(deed, outlook, reply, moment)
  }

  /// What ought to come, with the options of the call.
  private func forecast(_ deed: Deed, _ moment: Moment, _ extras: Extras) -> Outlook {
    let outlook = model.outlook(deed, moment)
    guard let expected = extras.expected else { return outlook }
    switch outlook {
    case .done, .refused: return expected == ledger.revision(of: stream(of: deed)) ? outlook : .conflict
    default: return outlook
    }
  }

  func stream(of deed: Deed) -> String {
    deed.cohort.map { "cohort/\(model.cohorts[$0].code.value)" } ?? "organisation"
  }

  /// What the model makes of what has been done.
  func apply(_ deed: Deed, _ outlook: Outlook, _ reply: Reply, _ moment: Moment) -> Bool {
    switch outlook {
    case .done(let events, _):
      guard !events.isEmpty else { return true }
      deed.effect(&model, moment)
      takePart(deed, moment)
      return true
    case .refused(let rules, let kept) where !kept.isEmpty:
      deed.keep?(&model, moment, rules)
      takePart(deed, moment)
      return false
    default: return false
    }
  }

  private func takePart(_ deed: Deed, _ moment: Moment) {
    guard let cohort = deed.cohort else { return }
    model.cohorts[cohort].touched = moment.today
    model.cohorts[cohort].parts.formUnion(moment.people)
    model.cohorts[cohort].parts.formUnion(deed.named.filter { model.staff[$0].isKnown })
  }

  func nextMoment(_ actor: Who?, _ behalf: Who?) -> Moment {
    now += Int64(dice.below(20_000))
    var received = now
    // Somebody's clock is set back, by minutes or by days; what is recorded never goes back.
    if dice.below(40) == 0 { received -= Int64(dice.below(4 * 86_400_000)) }
    let recorded = max(received, ledger.now)
    return Moment(
      actor: actor, behalf: behalf, received: received, recorded: recorded, today: Clock.day(of: recorded),
      receivedDay: Clock.day(of: received))
  }

  func options(_ moment: Moment, _ extras: Extras) -> CallOptions {
    var options = CallOptions()
    options.behalf = moment.behalf.map { model.staff[$0].reference }
    options.dryRun = extras.dryRun ? true : nil
    options.expected = extras.expected
    options.id = extras.id ?? newID()
    options.simulate = Simulation()
    options.simulate?.actor = moment.actor.map { model.staff[$0].reference }
    options.simulate?.at = Instant(milliseconds: moment.received)
    return options
  }

  func newID() -> CommandID { .make(milliseconds: now, random: (dice.next(), dice.next())) }

  func name(_ who: Who?) -> String { who.map { model.staff[$0].number } ?? "the administrator" }

  // MARK: Holding it against the model

  private func hold(
    _ reply: Reply, _ events: [Ledger.Event], against outlook: Outlook, _ deed: Deed, _ moment: Moment, _ extras: Extras
  ) throws {
    let count = { (isDone: Bool) in
      var entry = self.counts.byCommand[deed.name] ?? (0, 0)
      if isDone { entry.done += 1 } else { entry.not += 1 }
      self.counts.byCommand[deed.name] = entry
    }
    var expected: [String] = []
    switch (outlook, reply) {
    case (.done(let types, let more), .done(let got, _)):
      guard got.prefix(types.count).elementsEqual(types),
        more ? got.dropFirst(types.count).allSatisfy({ $0 == "deviation.flagged.v1" }) : got.count == types.count
      else {
        // Several people's entries come each with their own deviations.
        guard more, got.filter({ $0 != "deviation.flagged.v1" }) == types else {
          throw disagreement(deed, outlook, reply)
        }
        expected = got
        break
      }
      counts.done += 1
      count(true)
      expected = got
    case (.refused(let rules, let kept), .refused(let got)):
      guard rules == Set(got) else { throw disagreement(deed, outlook, reply) }
      counts.refused += 1
      for rule in got.prefix(1) { counts.byRule[rule, default: 0] += 1 }
      count(false)
      guard !extras.dryRun else { break }
      let word = refusals.note(moment, deed, got)
      // What is kept is kept once, and never asked for again; anything else is told to wait.
      guard word != .busy || !kept.isEmpty else { throw disagreement(deed, outlook, reply) }
      expected = kept + word.events
    case (.refused(_, let kept), .busy):
      guard !extras.dryRun, kept.isEmpty, refusals.isFull(moment) else { throw disagreement(deed, outlook, reply) }
      count(false)
    case (.notFound, .notFound), (.notPermitted, .notPermitted), (.conflict, .conflict), (.invalid, .invalid):
      counts.denied += 1
      count(false)
    default: throw disagreement(deed, outlook, reply)
    }
    if extras.dryRun { expected = [] }
    try hold(events, expected, deed, moment)
  }

  /// Exactly what was expected was appended, once, where it belongs, at the time that it is.
  private func hold(_ events: [Ledger.Event], _ expected: [String], _ deed: Deed, _ moment: Moment) throws {
    // What a receipt shows of others leaves its trace.
    let told = events.filter { !["access.given.v1", "accesses.counted.v1"].contains($0.type) }
    let extra = deed.afterwards
    let types = told.map(\.type).filter { !extra.contains($0) }
    guard types == expected else {
      throw Trouble("\(deed.name) appended \(types), not \(expected)")
    }
    let stream = stream(of: deed)
    for event in told {
      let wanted = event.type.hasPrefix("command.refused") || event.type.hasPrefix("refusals.") ? "record" : stream
      guard event.stream == wanted else { throw Trouble("\(event) belongs into \(wanted)") }
      guard event.recorded == moment.recorded else {
        throw Trouble("\(event) was recorded at \(event.recorded), and it was \(moment.recorded)")
      }
    }
  }

  private func disagreement(_ deed: Deed, _ outlook: Outlook, _ reply: Reply) -> Trouble {
    Trouble(
      """
      \(deed.name): the model says \(outlook), the service \(reply)
      \(String(decoding: deed.command.canonical, as: UTF8.self))
      """)
  }
}

/// What the service notes of refusals: the same one once, and beyond sixty an hour of one person a summary and no more.
struct RefusalCount {
  enum Word { case known, new, summary, busy }
  private struct Key: Hashable {
    let actor: Who?
    let method: String
    let content: [UInt8]
    let rules: [String]
  }
  private var seen: Set<Key> = []
  private var hours: [Who?: (since: Int64, count: Int)] = [:]

  mutating func note(_ moment: Moment, _ deed: Deed, _ rules: [String]) -> Word {
    let key = Key(actor: moment.actor, method: deed.name, content: deed.command.canonical, rules: rules)
    if seen.contains(key) { return .known }
    var hour = hours[moment.actor] ?? (moment.recorded, 0)
    if moment.recorded - hour.since >= 3_600_000 { hour = (moment.recorded, 0) }
    hour.count += 1
    hours[moment.actor] = hour
    if hour.count == 61 { return .summary }
    if hour.count > 61 { return .busy }
    seen.insert(key)
    return .new
  }

  /// What was sent again without having been heard: counted where it was judged anew, or by this very life.
  mutating func forgive(_ unheard: Simulator.Unheard, _ reply: Reply, isThere: Bool) {
    guard case .refused(let rules) = reply, !isThere else { return }
    _ = note(unheard.moment, unheard.deed, rules)
  }

  /// Whether the next one is too many; it counts.
  mutating func isFull(_ moment: Moment) -> Bool {
    guard let hour = hours[moment.actor], moment.recorded - hour.since < 3_600_000, hour.count >= 61 else {
      return false
    }
    hours[moment.actor] = (hour.since, hour.count + 1)
    return true
  }
}

extension RefusalCount.Word {
  var events: [String] {
    switch self {
    case .new: ["command.refused.v1"]
    case .summary: ["refusals.summarised.v1"]
    case .known, .busy: []
    }
  }
}

extension Deed {
  /// What the service appends of itself when this is done.
  var afterwards: Set<String> { command is CarryOutErasure ? ["subject-key.destroyed.v1"] : [] }
}
