import TalentDomain

@testable import TalentCommands

/// A cohort of twenty with names as long as real ones are, in every stage of the programme.
enum ProgrammeAnswers {
  static let names = [
    "Anne-Sophie Kirkegaard Rasmussen", "Åse Østergaard-Nørregaard", "Bo Bæk", "Christian Hjortshøj Vestergaard",
    "Dorthe Ærø Skjødt", "Emilie Frederikke Schjødt-Petersen", "Gülay Yıldız Sørensen", "Hans-Jørgen Bøgeskov Thomsen",
    "Ida Å", "Jens Christian Søgaard Mikkelsen", "Kirsten Margrethe Damsgaard", "Lærke Rømø", "Mads O'Connor",
    "Niels-Erik Bjerregaard Hansen", "Nour El-Houda Benali", "Ole Wæver", "Pernille Rosenkrantz-Theil Lund",
    "Søren Å. Nøddebo", "Thyra Ingeborg Æbelø Christoffersen", "Zoë Müller-Bech",
  ]

  static func person(_ index: Int) -> Person {
    .named(String(10_500 + index), names[index % names.count], UInt64(index + 1))
  }

  static func track(_ index: Int, _ status: TrackStatus, _ recorded: Rational) -> TrackLine {
    let table: [(Rational, Rational)] = [
      (Rational(48, 5), Rational(12)), (Rational(6), Rational(6)), (Rational(13, 2), Rational(9)),
      (Rational(3), Rational(5)), (Rational(2), Rational(3)), (Rational(5, 2), Rational(10)),
    ]
    return .with {
      $0.track = Track.inOrder[index]
      $0.unit = $0.track.unit
      ($0.least, $0.most) = table[index]
      $0.recorded = recorded
      $0.status = status
    }
  }

  static let statuses: [TrackStatus] = [.complete, .behind, .above, .onTrack]

  static let progress = ProgressShown.with {
    $0.participants = (0..<20).map { index in
      .with {
        $0.participant = person(index)
        $0.status = index == 7 ? .left : .accepted
        $0.tracks = (0..<6).map { track($0, statuses[(index + $0) % 4], Rational(15, 4) + Rational(index % 8)) }
        $0.completed = index < 4
        $0.certificate = index < 3 ? "2027-12" : nil
      }
    }
    $0.deviations = [
      .with {
        $0.rule = "R14"
        $0.stands = true
      }
    ]
  }

  static let participant = ParticipantShown.with {
    $0.participant = person(5)
    $0.status = .accepted
    $0.leader = person(0)
    $0.mentor = person(18)
    $0.workGroup = .with {
      $0.number = 2
      $0.task = "Borgernes første møde med kommunen, på tværs af Driftbyen, plejecentrene og rådhuset"
    }
    $0.internship = .with {
      $0.agreed = Rational(2)
      $0.done = Rational(3, 2)
      $0.host = person(9)
      ($0.from, $0.to) = (date("2028-01-10"), date("2028-01-21"))
    }
    $0.plan = .with { ($0.goals, $0.reached, $0.version) = (3, 1, 2) }
    $0.tracks = [
      track(0, .complete, Rational(10)), track(1, .complete, Rational(6)), track(2, .onTrack, Rational(25, 4)),
      track(3, .above, Rational(25, 4)), track(4, .behind, Rational(3, 2)), track(5, .onTrack, Rational(0)),
    ]
    $0.totals = LedgerTotals()
    $0.next = [
      .with {
        $0.kind = .gathering
        $0.day = date("2028-03-30")
        $0.title = "11. samling"
      }
    ]
    $0.entries = (0..<30).map { index in
      .with {
        $0.amount = Rational(5, 4)
        $0.date = date("2027-05-01").adding(days: index)
        $0.id = Alias(bits: UInt64(index))
        $0.kind = .mentorMeeting
        $0.with = person(5)
        $0.confirmed = index % 2 == 0
      }
    }
    $0.deviations = [
      .with {
        $0.amount = Rational(1)
        $0.date = date("2028-02-14")
        $0.entryKind = .internshipDay
        $0.kind = .month
        $0.rule = "R16"
        $0.stands = true
      },
      .with {
        $0.kind = .length
        $0.rule = "R14"
      },
    ]
  }

  static let attendance = AttendanceShown.with {
    $0.gatherings = (1...12).map { number in .with { $0.number = number } }
    $0.cells = (0..<20).flatMap { index in
      (1...12).map { number in
        .with {
          $0.participant = person(index)
          $0.gathering = number
          $0.isOver = number < 9
          $0.takesPart = index != 7
          $0.days = number < 9 && (index + number) % 7 > 0 ? Rational(1) : nil
          if number == 3, index == 2 { $0.days = Rational(1, 2) }
        }
      }
    }
  }

  static let mentors = MentorList.with {
    $0.pairs = (0..<20).map { index in
      .with {
        $0.mentor = person(19 - index)
        $0.participant = person(index)
        $0.from = date("2027-05-03")
        $0.to = index == 4 ? date("2027-11-03") : nil
        $0.mentorAgreed = index % 3 == 0 ? nil : date("2027-05-04")
        $0.participantAgreed = index % 2 == 0 ? nil : date("2027-05-04")
        $0.meetings = 5
        $0.hours = Rational(25, 4)
      }
    }
    $0.without = [person(0), person(5)]
  }

  static let timeline = TimelineShown.with {
    $0.participant = person(5)
    $0.happened = [
      .with {
        $0.kind = .accepted
        $0.day = date("2027-03-22")
        $0.by = person(5)
      },
      .with {
        $0.kind = .corrected
        $0.entryKind = .internshipDay
        $0.day = date("2028-01-20")
        ($0.oldDay, $0.oldAmount) = (date("2028-01-14"), Rational(1))
        ($0.newDay, $0.amount) = (date("2028-01-13"), Rational(1, 2))
        $0.with = person(18)
        $0.by = person(0)
      },
      .with {
        $0.kind = .recorded
        $0.entryKind = .mentorMeeting
        $0.amount = Rational(1)
        $0.day = date("2028-02-01")
        $0.entry = Alias(bits: 99)
        $0.by = person(5)
        $0.with = person(18)
      },
    ]
  }
}

private func date(_ text: String) -> CivilDate { CivilDate(text) ?? .blank }
