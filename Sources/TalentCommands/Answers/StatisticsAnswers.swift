import EventWords
import TalentDomain

extension CohortStatistics: Shown {
  static var lists: [String] { ["tables", "counts", "means"] }

  func show(on page: inout Page) {
    let style = page.style
    page.say([(title.value, .strong)])
    for table in tables {
      guard table.standing == .shown else {
        page.say([(style(table.subject.label), .strong), (style(table.standing.sentence), .faint)])
        continue
      }
      page.table(
        title: table.subject.label, empty: table.standing.sentence, counts.filter { $0.subject == table.subject },
        [
          Column(table.subject.heading.da, table.subject.heading.en, wraps: true) { row, style in row.name(style) },
          Column("Antal", "Count", right: true) { row, _ in String(row.count) },
          Column("Heraf deltagere", "Participants of them", right: true) { row, _ in
            row.participants.map { String($0) } ?? ""
          },
        ])
    }
    page.table(
      title: Bilingual(da: "Gennemsnit", en: "Means"),
      empty: Bilingual(da: "Ingen gennemsnit endnu.", en: "No means yet."), means.filter { $0.standing == .shown },
      [
        Column("Hvad", "What", wraps: true) { line, style in line.name(style) },
        Column("Blandt", "Among") { line, style in style(line.group.label) },
        Column("Gennemsnit", "Mean", right: true) { line, style in
          line.value.map { $0.decimal.replacing(".", with: style(da: ",", en: ".")) } ?? ""
        },
      ])
    page.say(
      "Ingen tal under 5: små kategorier er talt sammen, og det, der alligevel ville vise små tal, er udeladt. Hver tabel viser "
        + "ét fast tidspunkt og ændrer sig ikke.",
      "No counts under 5: small categories are counted together, and what would show small numbers all the same is left out. "
        + "Each table shows one fixed moment and does not change.")
  }
}

extension StatisticsSubject {
  fileprivate var label: Bilingual {
    switch self {
    case .afterwards: Bilingual(da: "Deltagere: et år efter", en: "Participants: a year later")
    case .centre: Bilingual(da: "Indstillede efter center", en: "Nominees by centre")
    case .completion: Bilingual(da: "Deltagere: gennemførelse", en: "Participants: completion")
    case .field: Bilingual(da: "Indstillede efter fagområde", en: "Nominees by target field")
    case .initiative: Bilingual(da: "Indstillede efter initiativ", en: "Nominees by initiative")
    case .outcome: Bilingual(da: "Indstillede efter udfald", en: "Nominees by outcome")
    case .profession: Bilingual(da: "Indstillede efter faglig baggrund", en: "Nominees by profession")
    }
  }

  fileprivate var heading: Bilingual {
    switch self {
    case .afterwards: Bilingual(da: "Et år efter", en: "A year later")
    case .centre: Bilingual(da: "Center", en: "Centre")
    case .completion: Bilingual(da: "Gennemførelse", en: "Completion")
    case .field: Bilingual(da: "Fagområde", en: "Field")
    case .initiative: Bilingual(da: "På initiativ af", en: "Started by")
    case .outcome: Bilingual(da: "Udfald", en: "Outcome")
    case .profession: Bilingual(da: "Faglig baggrund", en: "Profession")
    }
  }
}

extension StatisticsStanding {
  fileprivate var sentence: Bilingual {
    switch self {
    case .shown: Bilingual(da: "Ingen.", en: "None.")
    case .tooEarly:
      Bilingual(
        da: "Vises, når det, der tælles, er afsluttet.", en: "Shown once what it counts has ended.")
    case .tooFew:
      Bilingual(
        da: "Udeladt: tallene er så små, at de kunne vise noget om enkelte personer.",
        en: "Left out: the numbers are so small that they could tell of single people.")
    }
  }
}

extension StatisticsGroup {
  fileprivate var label: Bilingual {
    switch self {
    case .assessed: Bilingual(da: "de vurderede", en: "those assessed")
    case .participants: Bilingual(da: "deltagerne", en: "participants")
    }
  }
}

extension StatisticsCount {
  fileprivate func name(_ style: Style) -> String {
    let names = categories.map { category in
      category.thing.map { $0.name?.value ?? style(da: "uden navn", en: "without a name") }
        ?? category.word.map { style(StatisticsWords.words($0.value)) } ?? ""
    }.sorted()
    guard names.count > 1 else { return names.first ?? "" }
    // Who has so many kinds of people looks them up in JSON.
    guard names.count <= 8 else { return style(da: "Øvrige (\(names.count))", en: "Others (\(names.count))") }
    return style(da: "Øvrige: ", en: "Others: ") + names.joined(separator: ", ")
  }
}

/// What the words of the tables mean: those of the facts, and those that only statistics know.
private enum StatisticsWords {
  static func words(_ word: String) -> Bilingual { own[word] ?? WordTable.choices.words("TargetField", word) }

  private static let own: [String: Bilingual] = [
    "completed": Bilingual(da: "har gennemført", en: "completed"),
    "declined": Bilingual(da: "tilbudt, men tog ikke pladsen", en: "offered a seat, and did not take it"),
    "employee": Bilingual(da: "medarbejderen", en: "the employee"),
    "leader": Bilingual(da: "lederen", en: "the leader"),
    "left": Bilingual(da: "trådt ud eller fratrådt", en: "has left"),
    "notCompleted": Bilingual(da: "har ikke gennemført", en: "did not complete"),
    "notEligible": Bilingual(da: "opfyldte ikke betingelserne", en: "not eligible"),
    "notSelected": Bilingual(da: "ikke valgt", en: "not selected"),
    "participant": Bilingual(da: "deltager", en: "participant"),
    "unknown": Bilingual(da: "ikke oplyst", en: "not recorded"),
    "withdrawn": Bilingual(da: "trukket tilbage", en: "withdrawn"),
  ]
}

extension StatisticsMean {
  fileprivate func name(_ style: Style) -> String {
    if let track {
      return
        "\(style(track.label)), \(track.unit == .days ? style(da: "dage", en: "days") : style(da: "timer", en: "hours"))"
    }
    return style(da: "Point, kategori \(category ?? 0)", en: "Points, category \(category ?? 0)")
  }
}
