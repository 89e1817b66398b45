import Projections
import TalentDomain
import TalentInterface

/// Whom the log is closed to. It shows how everybody was judged and cannot show it in part, and its length alone tells what
/// happened: so there are people to whom no log, no position and no bundle is given, whatever else they are. Every way to
/// the log passes here.
enum Impartiality {
  /// Why the log is closed to somebody at present, in whichever cohort.
  static func closesLog(to person: Alias, _ memory: Memory) -> Shield? {
    for (_, cohort) in memory.cohorts {
      guard let alias = cohort.links.aliasOf[person], let shield = cohort.state.closesLog(to: alias) else { continue }
      return shield
    }
    return memory.left.shield(of: person)
  }

  /// - Throws: a refusal by R19 or R20 where a query reads the log and the log is closed to the caller.
  static func check(_ query: any Query, _ scene: Scene) throws(Refusal) {
    guard query.readsLog(scene), let shield = closesLog(to: scene.caller.person, scene.memory) else { return }
    throw .rule(Finding(closedBy: shield))
  }

  /// Whether somebody to whom the log is open may see a row of it: of a cohort to which they are nominated themselves, the
  /// own events alone.
  static func shows(_ row: AuditRow, to scene: Scene) -> Bool {
    guard let code = Stream.cohort(in: row.stream), let cohort = scene.memory.cohorts[code],
      let alias = cohort.links.aliasOf[scene.caller.person], cohort.state.nominations.live[alias] != nil
    else { return true }
    return row.subject == alias && OwnEvents.shows(row.type, of: alias, in: cohort.state)
  }

  /// A bundle is of one cohort, and none of it is given to whoever was nominated to it, however long ago.
  static func check(_ receiver: Alias, in cohort: Cohort) throws(Refusal) {
    guard receiver != .none else { return }
    if cohort.nominations.live[receiver] != nil {
      throw .rule(
        Finding(
          .r19,
          Bilingual(
            da: "Du er selv indstillet til holdet, og en bevispakke viser, hvordan alle er vurderet.",
            en: "You are yourself nominated to the cohort, and a bundle shows how everybody was judged."),
          remedy: Bilingual(
            da: "En anden udleverer pakken. Din egen del kan du få udleveret af HR-Centret eller revisor.",
            en: "Somebody else hands out the bundle. Your own part you get from the HR Centre or an auditor.")))
    }
  }
}

extension Query {
  /// Whether the answer shows the log as such, how long it is, or all that it holds of somebody else.
  fileprivate func readsLog(_ scene: Scene) -> Bool {
    switch self {
    case let query as GiveAccessDocument:
      // To whoever answers for nobody's data, nobody else is there.
      scene.answersForData && (try? scene.resolved(query))?.person.map { $0.person != scene.caller.person } ?? false
    case is ListAuditTrail, is FollowLog, is ShowEvent, is ShowCheckpoint, is ExportBundle, is ReplayCohort,
      is ReplayWhatIf, is ListRetention, is ShowProjections, is RebuildProjections, is CheckpointForAnchoring,
      is KeepAnchor, is MakeBackup, is ListBackups, is ShowMetrics:
      true
    default: false
    }
  }
}

extension Finding {
  fileprivate init(closedBy shield: Shield) {
    switch shield {
    case .nominee:
      self.init(
        .r19,
        Bilingual(
          da: "Du er selv indstillet, og loggen viser, hvordan alle vurderes.",
          en: "You are nominated yourself, and the log shows how everybody is judged."),
        remedy: Bilingual(
          da: "En anden slår op i loggen, indtil alle på holdet har fået besked.",
          en: "Somebody else looks into the log until everybody of the cohort has been told."))
    case .blind:
      self.init(
        .r20,
        Bilingual(
          da: "Du er bedømmer og mangler selv at afgive point, og loggen viser de andres.",
          en: "You are an assessor and have scores left to give, and the log shows those of others."),
        remedy: Bilingual(
          da: "Afgiv dine point først, eller lad en anden slå op i loggen.",
          en: "Give your scores first, or let somebody else look into the log."))
    case .barred:
      self.init(
        .r19,
        Bilingual(
          da: "Du er inhabil i en af sagerne, og loggen viser, hvordan den behandles.",
          en: "You have a conflict of interest in one of the cases, and the log shows how it is handled."),
        remedy: Bilingual(
          da: "En anden slår op i loggen, indtil direktionen har godkendt udvælgelsen.",
          en: "Somebody else looks into the log until the board has approved the selection."))
    }
  }
}

extension Scene {
  /// Whether the caller answers people who ask what is recorded of them.
  var answersForData: Bool {
    !caller.capacities(memory.organisation, in: nil).isDisjoint(with: [.dpo, .hr])
  }
}
