package import TalentDomain

extension CohortReading {
  /// The answer to `ListWorkGroups`: all to those who run or audit the programme, to a member the own.
  package func workGroups(today: CivilDate) -> WorkGroupList? {
    guard cohort.isOpen, seesProgramme || takesPart else { return nil }
    let groups = cohort.programme.workGroups
    var list = WorkGroupList()
    list.groups = groups.groups.filter(sees).map { line($0, today: today) }
    if seesProgramme {
      list.without = cohort.participants.filter { groups.group(of: $0) == nil }.map { Person($0) }
    }
    return list
  }

  /// The answer to `ShowWorkGroup`: to those who run or audit the programme, and to its members.
  package func workGroup(_ query: ShowWorkGroup, today: CivilDate) -> WorkGroupShown? {
    let groups = cohort.programme.workGroups
    let wanted = query.group.map { groups.group(numbered: $0) } ?? groups.group(of: viewer.alias)
    guard cohort.isOpen, let group = wanted, sees(group) else { return nil }
    let meetings = meetings(of: group)
    var shown = WorkGroupShown()
    shown.group = line(group, today: today)
    shown.meetings = meetings.map { meeting in
      var line = WorkGroupMeetingLine()
      line.date = meeting.date
      line.days = meeting.amount
      line.entry = meeting.id
      line.present = meeting.participants.map { Person($0) }
      return line
    }
    shown.members = group.members.map { member in
      let attended = meetings.filter { $0.participants.contains(member) }
      var line = WorkGroupMemberLine()
      line.meetingDays = attended.reduce(Rational(0)) { $0 + $1.amount }
      line.meetings = attended.count
      line.member = Person(member)
      line.takesPart = cohort.isParticipant(member)
      if seesAll(of: member) {
        line.individual = individualWork(of: member)
        line.track = TrackLine(cohort.track(.workGroups, of: member, on: today))
      }
      return line
    }
    return shown
  }

  func line(_ group: WorkGroup, today: CivilDate) -> WorkGroupLine {
    let meetings = meetings(of: group)
    var line = WorkGroupLine()
    line.expected = cohort.timeTable(on: today).workGroupMeetings
    line.individual =
      seesProgramme ? group.members.reduce(Rational(0)) { $0 + individualWork(of: $1) } : nil
    line.latest = meetings.last?.date
    line.meetings = meetings.count
    line.members = group.members.count(where: cohort.isParticipant)
    line.number = group.number
    line.task = group.task
    return line
  }

  /// In the order of their days, without those that were voided.
  private func meetings(of group: WorkGroup) -> [Entry] {
    cohort.programme.workGroups.meetings.filter { $0.value == group.id }
      .compactMap { cohort.programme.entries[$0.key] }.filter { !$0.isVoided }
      .sorted { ($0.date, $0.id) < ($1.date, $1.id) }
  }

  private func individualWork(of member: Alias) -> Rational {
    cohort.programme.live(of: member, .workGroups).filter { $0.kind == .individualWork }
      .reduce(Rational(0)) { $0 + $1.amount }
  }
}
