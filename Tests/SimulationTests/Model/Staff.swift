import TalentDomain

/// Somebody, by the place in the model's list: what the service calls people steers nothing here.
typealias Who = Int

/// What somebody is in a matter: the programme's word for it.
enum Hat: Hashable, Sendable {
  case administrator, assessor, auditor, board, centreChief, dpo, employee, hr, leader, portal, secretary

  init(_ role: Role) {
    switch role {
    case .administrator: self = .administrator
    case .assessor: self = .assessor
    case .auditor: self = .auditor
    case .board: self = .board
    case .dpo: self = .dpo
    case .hr: self = .hr
    case .portal: self = .portal
    case .secretary: self = .secretary
    }
  }
}

/// One person of the municipality, as the model knows them.
struct Staff {
  struct Job: Equatable {
    var centre: Int
    var workplace: String
    var profession: String
    var leader: Who?
    var hasLed: Bool
  }

  struct Held: Hashable {
    var role: Role
    /// Nil: in every cohort.
    var cohort: Int?
  }

  let number: String
  var name: String
  /// Nil for whoever does not work here.
  var job: Job?
  /// The last one that somebody had.
  var lastJob: Job?
  /// Whether the register has ever heard of them, and still knows who they are.
  var isKnown = false
  var roles: Set<Held> = []
  var uid: Int?
  var told: Set<Int> = []
  /// The first day without employment.
  var left: CivilDate?

  var reference: PersonRef { PersonRef(given: number) }
}

struct CentreState {
  let name: String
  var chief: Who?
  var deputy: Who?

  func post(of who: Who) -> CentrePost? { chief == who ? .chief : deputy == who ? .deputy : nil }
}

struct Proxy: Hashable {
  var to: Who
  var of: Who
}
