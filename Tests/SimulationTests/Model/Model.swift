import TalentDomain

/// What ought to be, told as simply as the programme's words tell it, and written without a look at the service's own rules.
struct Model {
  var staff: [Staff] = [] {
    didSet { leading = Set(staff.compactMap { $0.job?.leader }) }
  }
  /// Whoever is the immediate leader of somebody who works here.
  private var leading: Set<Who> = []
  var centres: [CentreState] = []
  var proxies: Set<Proxy> = []
  var cohorts: [CohortState] = []
  var privacy = PrivacyState()

  func index(of number: String) -> Who? { staff.firstIndex { $0.number == number } }

  // MARK: Who is who

  func isEmployed(_ who: Who) -> Bool { staff[who].job != nil }

  /// What somebody is, in a cohort or in general; nobody who does not work here is anything.
  func hats(_ who: Who?, in cohort: Int? = nil) -> Set<Hat> {
    guard let who else { return [.administrator] }
    guard isEmployed(who) else { return [] }
    var hats: Set<Hat> = [.employee]
    if centres.contains(where: { $0.post(of: who) != nil }) { hats.insert(.centreChief) }
    if leadsSomebody(who) { hats.insert(.leader) }
    for held in staff[who].roles where held.cohort == nil || held.cohort == cohort { hats.insert(Hat(held.role)) }
    return hats
  }

  /// In whichever cohort.
  func hatsAnywhere(_ who: Who?) -> Set<Hat> {
    guard let who, isEmployed(who) else { return hats(who) }
    return hats(who).union(staff[who].roles.map { Hat($0.role) })
  }

  func leadsSomebody(_ who: Who) -> Bool { leading.contains(who) }

  /// Immediate leader, chief or deputy of somebody who works here or did.
  func leads(_ leader: Who?, _ who: Who) -> Bool {
    guard let leader, let job = staff[who].lastJob else { return false }
    return job.leader == leader || centres[job.centre].post(of: leader) != nil
  }

  func holds(_ who: Who?, _ role: Role, in cohort: Int?) -> Bool {
    guard let who else { return false }
    return staff[who].roles.contains { $0.role == role && ($0.cohort == nil || (cohort != nil && $0.cohort == cohort)) }
  }

  /// The HR Centre and the board's secretary record for everybody, others by a proxy.
  func mayRecord(_ who: Who?, for other: Who) -> Bool {
    guard let who else { return false }
    return proxies.contains(Proxy(to: who, of: other)) || holds(who, .hr, in: nil) || holds(who, .secretary, in: nil)
  }

  /// The one whose answer it is, or somebody who records for that one.
  func mayAnswer(for who: Who, _ moment: Moment) -> Bool {
    moment.principal == who || mayRecord(moment.actor, for: who)
  }

  func isExperienced(_ who: Who) -> Bool { isLeading(who) || staff[who].job?.hasLed == true }

  func isLeading(_ who: Who) -> Bool { leadsSomebody(who) || centres.contains { $0.post(of: who) != nil } }

  /// Leader's leader and so on, upwards or downwards, and the chief and deputy of the centre.
  func areOfOneLine(_ one: Who, _ other: Who) -> Bool { one == other || isAbove(one, other) || isAbove(other, one) }

  private func isAbove(_ leader: Who, _ who: Who) -> Bool {
    if leads(leader, who) { return true }
    var (seen, above): (Set<Who>, Who?) = ([who], staff[who].job?.leader)
    while let next = above, seen.insert(next).inserted {
      if next == leader { return true }
      above = staff[next].job?.leader
    }
    return false
  }
}

/// When something is asked, and by whom.
struct Moment {
  /// Nil is the administrator whom the configuration names.
  var actor: Who?
  var behalf: Who?
  /// Milliseconds since 1970: when it came in, and when it is recorded, which is never before the event before it.
  var received: Int64
  var recorded: Int64
  var today: CivilDate
  /// The day by the clock on which it came in.
  var receivedDay: CivilDate

  var principal: Who? { behalf ?? actor }
  /// Those who act here, the one and the one in whose name.
  var people: Set<Who> { Set([actor, behalf].compactMap { $0 }) }

  func isLater(_ date: CivilDate?) -> Bool { date.map { $0 > today } ?? false }
}

/// Who may ask for something: what the programme's words say of who does what.
struct Gate {
  var who: Set<Hat>
  /// Those who record it in the name of somebody in `who`.
  var recorders: Set<Hat> = []
  /// Whose own case it is about.
  var oneself: Who?

  static func by(_ who: Hat..., recordedBy recorders: Set<Hat> = []) -> Gate {
    Gate(who: Set(who), recorders: recorders)
  }
  static let administration = by(.administrator)
  /// The personnel register is HR's and the administrators'.
  static let register = by(.administrator, .hr)
  static let chief = by(.centreChief, recordedBy: [.hr])
  static let hr = by(.hr)
  static let board = by(.board, recordedBy: [.secretary])
  /// Whoever was there, or HR for them.
  static let participants = by(.employee, recordedBy: [.hr])

  static func byOneself(_ who: Who, recordedBy recorders: Set<Hat>) -> Gate {
    Gate(who: [.employee], recorders: recorders, oneself: who)
  }
}

/// What ought to become of a command.
enum Outlook: Equatable, CustomStringConvertible {
  /// The types of its events; `more` lets deviations follow that the service noticed.
  case done([String], more: Bool)
  /// The rules that it breaks, and the types of what is kept all the same.
  case refused(Set<String>, kept: [String])
  case notFound, notPermitted, invalid, conflict

  var description: String {
    switch self {
    case .done(let types, let more): "done \(types)\(more ? " and deviations" : "")"
    case .refused(let rules, let kept): "refused by \(rules.sorted()), keeping \(kept)"
    case .notFound: "not found"
    case .notPermitted: "not permitted"
    case .invalid: "invalid"
    case .conflict: "conflict"
    }
  }
}

/// Why a command is not even judged by the rules.
enum Stop: Error { case notFound, notPermitted, invalid, refused(String) }

/// What the rules make of a command: the ones it breaks, or its events.
struct Judgement {
  var broken: Set<String> = []
  var events: [String] = []
  var kept: [String] = []
  var mayDeviate = false

  init(_ events: String...) { self.events = events }
  init(events: [String]) { self.events = events }

  mutating func breaks(_ rule: String, if isBroken: Bool) { if isBroken { broken.insert(rule) } }
}

/// Why a case is closed to whoever asks, whatever the command says.
enum ClosedTo { case nobody, nominees, nomineesAndBlind, everyoneBarred, barred }

/// Something that somebody may ask for, with what the model makes of it.
struct Deed {
  let command: any Command
  let gate: Gate
  var cohort: Int?
  var closed = ClosedTo.nobody
  /// The people whom the command names.
  var named: [Who] = []
  let judge: (Model, Moment) throws(Stop) -> Judgement
  let effect: (inout Model, Moment) -> Void
  /// What is kept of it although these rules refused it.
  var keep: ((inout Model, Moment, Set<String>) -> Void)?

  var name: String { String(describing: type(of: command)) }
}

extension Model {
  /// What ought to become of a deed, before anything is asked.
  func outlook(_ deed: Deed, _ moment: Moment) -> Outlook {
    guard admits(deed.gate, moment) else { return .notPermitted }
    if let denied = authorises(deed, moment) { return denied }
    if let rule = closes(deed, moment) { return .refused([rule], kept: []) }
    do throws(Stop) {
      let judgement = try deed.judge(self, moment)
      guard judgement.broken.isEmpty else { return .refused(judgement.broken, kept: judgement.kept) }
      return .done(judgement.events, more: judgement.mayDeviate)
    } catch {
      switch error {
      case .notFound: return .notFound
      case .notPermitted: return .notPermitted
      case .invalid: return .invalid
      case .refused(let rule): return .refused([rule], kept: [])
      }
    }
  }

  /// The door: whether there is any way in which somebody might.
  private func admits(_ gate: Gate, _ moment: Moment) -> Bool {
    if let actor = moment.actor, !staff[actor].isKnown { return false }
    let hats = hatsAnywhere(moment.actor)
    // An auditor reads everything and records nothing.
    guard !hats.contains(.auditor) else { return false }
    return !gate.who.isDisjoint(with: hats) || !gate.recorders.isDisjoint(with: hats)
      || proxies.contains { $0.to == moment.actor }
  }

  /// Whether this one may, in this cohort and in this name.
  private func authorises(_ deed: Deed, _ moment: Moment) -> Outlook? {
    let (gate, own) = (deed.gate, hats(moment.actor, in: deed.cohort))
    guard !own.contains(.auditor) else { return .notPermitted }
    let records = !gate.recorders.isDisjoint(with: own)
    guard let behalf = moment.behalf else {
      guard !gate.who.isDisjoint(with: own) || (gate.oneself != nil && records) else { return .notPermitted }
      return isOwn(gate, moment.actor, own) ? nil : .notFound
    }
    guard staff[behalf].isKnown else { return records ? .notFound : .notPermitted }
    let theirs = hats(behalf, in: deed.cohort)
    let isProxy = moment.actor.map { proxies.contains(Proxy(to: $0, of: behalf)) } ?? false
    guard !gate.who.isDisjoint(with: theirs), isProxy || records else { return .notPermitted }
    return isOwn(gate, behalf, own.union(theirs)) ? nil : .notFound
  }

  /// Nobody learns of another's case, but those who record for others.
  private func isOwn(_ gate: Gate, _ who: Who?, _ hats: Set<Hat>) -> Bool {
    guard let oneself = gate.oneself, gate.recorders.isDisjoint(with: hats) else { return true }
    return who == oneself
  }

  /// Nominees stay out of the decision, assessors out of what shows others' scores before their own, and whoever is
  /// conflicted out of that case.
  private func closes(_ deed: Deed, _ moment: Moment) -> String? {
    guard deed.closed != .nobody, let index = deed.cohort, index < cohorts.count, let actor = moment.actor else {
      return nil
    }
    let cohort = cohorts[index]
    let isDecision = deed.closed != .barred
    if isDecision, cohort.live[actor] != nil, !cohort.isTold { return "R19" }
    if deed.closed == .nomineesAndBlind, cohort.isBlind(actor) { return "R20" }
    guard cohort.approved == nil else { return nil }
    if deed.closed == .everyoneBarred,
      cohort.conflicts.contains(where: { $0.who == actor && $0.ruling != false && cohort.live[$0.nominee] != nil })
    {
      return "R19"
    }
    return deed.named.contains { cohort.isBarred(actor, from: $0) } ? "R19" : nil
  }
}
