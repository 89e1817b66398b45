import TalentDomain

// Centres, people, posts, accounts, roles and proxies: the personnel register is HR's and the administrators', accounts and
// roles are the administrators' alone, and nobody gives oneself anything.
extension Model {
  func registerCentre(_ name: String) -> Deed {
    Deed(
      command: RegisterCentre(name: Line(name)), gate: .register,
      judge: { (model: Model, _: Moment) throws(Stop) in
        var judgement = Judgement("centre.registered.v1")
        judgement.breaks("S3", if: model.centres.contains { $0.name == name })
        return judgement
      },
      effect: { model, _ in model.centres.append(CentreState(name: name)) })
  }

  /// A row of the register. `centre` may be one that nobody has registered.
  func register(_ who: Who, _ name: String, _ job: Staff.Job) -> Deed {
    var command = RegisterPerson()
    command.centre = Line(centreName(job.centre))
    command.hasLed = job.hasLed
    command.leader = job.leader.map { staff[$0].reference }
    command.name = Line(name)
    command.number = Line(staff[who].number)
    command.profession = Line(job.profession)
    command.workplace = Line(job.workplace)
    return Deed(
      command: command, gate: .register, named: [who],
      judge: { (model: Model, _: Moment) throws(Stop) in
        try model.expectPlace(job)
        let before = model.staff[who]
        return Judgement(
          events: (before.isKnown && before.name == name ? [] : ["person.registered.v1"])
            + (before.job == job ? [] : ["employment.recorded.v1"]))
      },
      effect: { model, _ in
        model.staff[who].name = name
        model.staff[who].isKnown = true
        model.employ(who, job)
      })
  }

  func recordEmployment(_ who: Who, _ job: Staff.Job, on date: CivilDate? = nil) -> Deed {
    var command = RecordEmployment()
    command.centre = Line(centreName(job.centre))
    command.date = date
    command.hasLed = job.hasLed
    command.leader = job.leader.map { staff[$0].reference }
    command.person = staff[who].reference
    command.profession = Line(job.profession)
    command.workplace = Line(job.workplace)
    return Deed(
      command: command, gate: .register, named: [who],
      judge: { (model: Model, moment: Moment) throws(Stop) in
        try model.expectKnown(who)
        try model.expectPlace(job)
        guard model.staff[who].job != job else { return Judgement() }
        var judgement = Judgement("employment.recorded.v1")
        judgement.breaks("S4", if: moment.isLater(date))
        return judgement
      },
      effect: { model, _ in if model.staff[who].job != job { model.employ(who, job) } })
  }

  func endEmployment(_ who: Who, on date: CivilDate? = nil) -> Deed {
    var command = EndEmployment()
    command.date = date
    command.person = staff[who].reference
    return Deed(
      command: command, gate: .register, named: [who],
      judge: { (model: Model, moment: Moment) throws(Stop) in
        try model.expectKnown(who)
        let person = model.staff[who]
        guard person.job != nil else { return Judgement() }
        let posts = model.centres.reduce(0) { $0 + ($1.chief == who ? 1 : 0) + ($1.deputy == who ? 1 : 0) }
        let proxies = model.proxies.count { $0.to == who || $0.of == who }
        var judgement = Judgement(
          events: Array(repeating: "centre-post.vacated.v1", count: posts)
            + Array(repeating: "role.revoked.v1", count: person.roles.count)
            + Array(repeating: "delegation.revoked.v1", count: proxies)
            + (person.uid == nil ? [] : ["account.unbound.v1"]) + ["employment.ended.v1"])
        judgement.breaks("S3", if: moment.people.contains(who))
        judgement.breaks("S4", if: moment.isLater(date))
        return judgement
      },
      effect: { model, moment in
        guard model.staff[who].job != nil else { return }
        for index in model.centres.indices {
          if model.centres[index].chief == who { model.centres[index].chief = nil }
          if model.centres[index].deputy == who { model.centres[index].deputy = nil }
        }
        model.proxies = model.proxies.filter { $0.to != who && $0.of != who }
        model.staff[who].roles = []
        model.staff[who].uid = nil
        model.staff[who].job = nil
        model.staff[who].left = date ?? moment.today
      })
  }

  func appoint(_ who: Who, _ post: CentrePost, of centre: Int, on date: CivilDate? = nil) -> Deed {
    var command = AppointCentreChief()
    command.centre = Line(centreName(centre))
    command.date = date
    command.person = staff[who].reference
    command.post = post
    return Deed(
      command: command, gate: .register, named: [who],
      judge: { (model: Model, moment: Moment) throws(Stop) in
        try model.expectKnown(who)
        guard centre < model.centres.count else { throw .notFound }
        let held = model.centres[centre].post(of: who)
        guard held != post else { return Judgement() }
        var judgement = Judgement("centre-chief.appointed.v1")
        judgement.breaks("S3", if: held != nil || model.staff[who].job == nil)
        judgement.breaks("S4", if: moment.isLater(date))
        return judgement
      },
      effect: { model, _ in
        switch post {
        case .chief: model.centres[centre].chief = who
        case .deputy: model.centres[centre].deputy = who
        }
      })
  }

  func vacate(_ post: CentrePost, of centre: Int, on date: CivilDate? = nil) -> Deed {
    var command = VacateCentrePost()
    command.centre = Line(centreName(centre))
    command.date = date
    command.post = post
    return Deed(
      command: command, gate: .register,
      judge: { (model: Model, moment: Moment) throws(Stop) in
        guard centre < model.centres.count else { throw .notFound }
        let centre = model.centres[centre]
        guard (post == .chief ? centre.chief : centre.deputy) != nil else { return Judgement() }
        var judgement = Judgement("centre-post.vacated.v1")
        judgement.breaks("S4", if: moment.isLater(date))
        return judgement
      },
      effect: { model, _ in
        switch post {
        case .chief: model.centres[centre].chief = nil
        case .deputy: model.centres[centre].deputy = nil
        }
      })
  }

  func bind(_ who: Who, uid: Int) -> Deed {
    var command = BindAccount()
    command.account = Line("konto\(uid)")
    command.person = staff[who].reference
    command.uid = uid
    return Deed(
      command: command, gate: .administration, named: [who],
      judge: { (model: Model, moment: Moment) throws(Stop) in
        try model.expectKnown(who)
        guard uid >= 0 else { throw .invalid }
        if let holder = model.staff.firstIndex(where: { $0.uid == uid }) {
          guard holder == who else { throw .refused("S3") }
          return Judgement()
        }
        var judgement = Judgement("account.bound.v1")
        judgement.breaks(
          "S3", if: moment.people.contains(who) || model.staff[who].uid != nil || model.staff[who].job == nil)
        return judgement
      },
      effect: { model, _ in model.staff[who].uid = uid })
  }

  func unbind(_ who: Who) -> Deed {
    var command = UnbindAccount()
    command.person = staff[who].reference
    return Deed(
      command: command, gate: .administration, named: [who],
      judge: { (model: Model, moment: Moment) throws(Stop) in
        try model.expectKnown(who)
        var judgement = Judgement("account.unbound.v1")
        judgement.breaks("S3", if: moment.people.contains(who) || model.staff[who].uid == nil)
        return judgement
      },
      effect: { model, _ in model.staff[who].uid = nil })
  }

  func grant(_ role: Role, to who: Who, in cohort: Int? = nil) -> Deed {
    var command = GrantRole()
    command.cohort = cohort.map { cohorts[$0].code }
    command.person = staff[who].reference
    command.role = role
    let held = Staff.Held(role: role, cohort: cohort)
    return Deed(
      command: command, gate: .administration, named: [who],
      judge: { (model: Model, moment: Moment) throws(Stop) in
        try model.expectKnown(who)
        let person = model.staff[who]
        var judgement = Judgement("role.granted.v1")
        judgement.breaks(
          "S3", if: moment.people.contains(who) || person.roles.contains(held) || person.job == nil)
        return judgement
      },
      effect: { model, _ in model.staff[who].roles.insert(held) })
  }

  func revoke(_ role: Role, from who: Who, in cohort: Int? = nil) -> Deed {
    var command = RevokeRole()
    command.cohort = cohort.map { cohorts[$0].code }
    command.person = staff[who].reference
    command.role = role
    let held = Staff.Held(role: role, cohort: cohort)
    return Deed(
      command: command, gate: .administration, named: [who],
      judge: { (model: Model, moment: Moment) throws(Stop) in
        try model.expectKnown(who)
        var judgement = Judgement("role.revoked.v1")
        judgement.breaks("S3", if: moment.people.contains(who) || !model.staff[who].roles.contains(held))
        return judgement
      },
      effect: { model, _ in model.staff[who].roles.remove(held) })
  }

  func delegate(of: Who, to: Who) -> Deed {
    var command = GrantDelegation()
    command.of = staff[of].reference
    command.to = staff[to].reference
    let proxy = Proxy(to: to, of: of)
    return Deed(
      command: command, gate: .register, named: [of, to],
      judge: { (model: Model, moment: Moment) throws(Stop) in
        try model.expectKnown(of)
        try model.expectKnown(to)
        var judgement = Judgement("delegation.granted.v1")
        judgement.breaks(
          "S3",
          if: moment.people.contains(to) || of == to || model.proxies.contains(proxy) || model.staff[to].job == nil
            || model.staff[of].job == nil)
        return judgement
      },
      effect: { model, _ in model.proxies.insert(proxy) })
  }

  func endDelegation(of: Who, to: Who) -> Deed {
    var command = RevokeDelegation()
    command.of = staff[of].reference
    command.to = staff[to].reference
    let proxy = Proxy(to: to, of: of)
    return Deed(
      command: command, gate: .register, named: [of, to],
      judge: { (model: Model, _: Moment) throws(Stop) in
        try model.expectKnown(of)
        try model.expectKnown(to)
        var judgement = Judgement("delegation.revoked.v1")
        judgement.breaks("S3", if: !model.proxies.contains(proxy))
        return judgement
      },
      effect: { model, _ in model.proxies.remove(proxy) })
  }

  func inform(_ who: Who, version: Int) -> Deed {
    var command = GiveInformation()
    command.person = staff[who].reference
    command.version = Code("oplysning-\(version)") ?? .blank
    return Deed(
      command: command, gate: .by(.hr), named: [who],
      judge: { (model: Model, _: Moment) throws(Stop) in
        try model.expectKnown(who)
        return model.staff[who].told.contains(version) ? Judgement() : Judgement("information.given.v1")
      },
      effect: { model, _ in model.staff[who].told.insert(version) })
  }

  // MARK: Pieces

  func centreName(_ index: Int) -> String { index < centres.count ? centres[index].name : "Center uden navn \(index)" }

  func expectKnown(_ who: Who) throws(Stop) { if !staff[who].isKnown { throw .notFound } }

  /// A list is read from its beginning to its end: whichever comes first is told, somebody unknown or somebody named again.
  func expectEachOnce(_ people: [Who]) throws(Stop) {
    var seen: Set<Who> = []
    for who in people {
      try expectKnown(who)
      guard seen.insert(who).inserted else { throw .invalid }
    }
  }

  private func expectPlace(_ job: Staff.Job) throws(Stop) {
    guard job.centre < centres.count else { throw .invalid }
    if let leader = job.leader, !staff[leader].isKnown { throw .invalid }
  }

  private mutating func employ(_ who: Who, _ job: Staff.Job) {
    staff[who].job = job
    staff[who].lastJob = job
    staff[who].left = nil
  }
}
