/// In what capacity somebody asks: by a role that an event granted, or by a post that the personnel register shows.
package enum Capacity: String, Choice {
  /// Named in the configuration; other administrators hold the role.
  case administrator
  /// The program that asks witnesses and time-stamp authorities, by its account in the configuration.
  case anchor
  case assessor, auditor, board, centreChief, dpo
  /// Employed here.
  case employee
  case hr
  /// The immediate leader of somebody.
  case leader
  case portal, secretary
  /// The account that the service itself runs as, which may ask for a backup and for nothing else.
  case service
}

extension Organisation {
  /// What somebody is, in one cohort or in general.
  package func capacities(of person: Alias, in cohort: Code? = nil) -> Set<Capacity> {
    guard people[person] != nil else { return [] }
    var capacities: Set<Capacity> = [.employee]
    if appointment(of: person) != nil { capacities.insert(.centreChief) }
    if leaders[person] != nil { capacities.insert(.leader) }
    for held in roles[person] ?? [] where held.cohort == nil || held.cohort == cohort {
      capacities.insert(Capacity(held.role))
    }
    return capacities
  }
}

extension Capacity {
  package init(_ role: Role) {
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

extension Capacity {
  package var words: Bilingual {
    switch self {
    case .administrator: Bilingual(da: "administrator", en: "administrator")
    case .anchor: Bilingual(da: "forankringen", en: "the anchoring")
    case .assessor: Bilingual(da: "bedømmer", en: "assessor")
    case .auditor: Bilingual(da: "revisor", en: "auditor")
    case .board: Bilingual(da: "direktion", en: "executive board")
    case .centreChief: Bilingual(da: "centerchef", en: "centre chief")
    case .dpo: Bilingual(da: "DPO", en: "data-protection officer")
    case .employee: Bilingual(da: "medarbejder", en: "employee")
    case .hr: Bilingual(da: "HR-Centret", en: "HR Centre")
    case .leader: Bilingual(da: "nærmeste leder", en: "immediate leader")
    case .portal: Bilingual(da: "HR-portalen", en: "HR portal")
    case .secretary: Bilingual(da: "direktionens sekretær", en: "board's secretary")
    case .service: Bilingual(da: "tjenesten selv", en: "the service itself")
    }
  }
}
