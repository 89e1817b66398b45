package import TalentDomain

extension CohortReading {
  /// The answer to `ListGatherings`: the dates to everybody, who came to those who run or audit the programme, and to a
  /// participant the own attendance.
  package func gatherings(today: CivilDate) -> GatheringList? {
    guard cohort.isOpen else { return nil }
    let participants = cohort.participants
    var list = GatheringList()
    list.gatherings = cohort.setup.gatherings.map { gathering in
      var line = GatheringLine()
      line.earlier = earlier(gathering)
      line.gathering = gathering
      line.isOver = gathering.ends.date < today
      line.mine = viewer.alias == .none ? nil : attendance(of: viewer.alias, gathering.number)?.amount
      if seesProgramme {
        line.attended = participants.count { cohort.hasAttended($0, gathering.number) }
        line.participants = participants.count
      }
      return line
    }
    return list
  }

  /// The answer to `ShowAttendance`: to those who run or audit the programme.
  package func attendance(today: CivilDate) -> AttendanceShown? {
    guard cohort.isOpen, seesProgramme else { return nil }
    var shown = AttendanceShown()
    shown.gatherings = cohort.setup.gatherings
    shown.cells = cohort.everParticipants.flatMap { participant in
      cohort.setup.gatherings.map { gathering in
        let entry = attendance(of: participant, gathering.number)
        var cell = AttendanceCell()
        cell.days = entry?.amount
        cell.entry = entry?.id
        cell.gathering = gathering.number
        cell.isOver = gathering.ends.date < today
        cell.participant = Person(participant)
        cell.takesPart = cohort.isParticipant(participant)
        return cell
      }
    }
    return shown
  }

  /// When it was announced to begin before it moved.
  private func earlier(_ gathering: Gathering) -> [LocalTime] {
    var times: [LocalTime] = []
    for announcement in cohort.setup.schedule.announcements[gathering.number, default: []] {
      guard let starts = announcement.gathering?.starts, starts != times.last else { continue }
      times.append(starts)
    }
    return times.last == gathering.starts ? times.dropLast() : times
  }

  private func attendance(of participant: Alias, _ gathering: Int) -> Entry? {
    cohort.programme.gatherings.entries[gathering]?[participant].flatMap { cohort.programme.entries[$0] }
      .flatMap { $0.isVoided ? nil : $0 }
  }
}
