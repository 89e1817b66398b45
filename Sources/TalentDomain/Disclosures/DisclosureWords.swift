// The words of the table of disclosures, for its readers.

extension Relation {
  package var words: Bilingual {
    switch self {
    case .assessor: Bilingual(da: "den indstilledes bedømmere", en: "the nominee's assessors")
    case .author: Bilingual(da: "den, der skrev det", en: "whoever wrote it")
    case .fullAssessor:
      Bilingual(
        da: "den indstilledes bedømmere, når de selv har afgivet alle point",
        en: "the nominee's assessors, once they have scored every question themselves")
    case .leader: Bilingual(da: "den nærmeste leder", en: "the immediate leader")
    case .subject: Bilingual(da: "den, det handler om", en: "the person whom it is about")
    }
  }
}

extension Shield {
  package var words: Bilingual {
    switch self {
    case .barred:
      Bilingual(
        da: "den, der er inhabil over for den indstillede (R19)",
        en: "whoever has a conflict of interest towards the nominee (R19)")
    case .blind:
      Bilingual(
        da: "en bedømmer, der selv mangler at afgive point (R20)",
        en: "an assessor who has scores left to give (R20)")
    case .nominee:
      Bilingual(da: "den, der selv er indstillet til holdet (R19)", en: "whoever is nominated to the cohort (R19)")
    }
  }
}

extension Matter {
  package var words: Bilingual {
    switch self {
    case .alias: Bilingual(da: "Hvem loggens dæknavne er", en: "Who the log's aliases are")
    case .case: Bilingual(da: "Indstillingen og afgørelsen", en: "The nomination and the decision")
    case .person: Bilingual(da: "Hvem nogen er", en: "Who somebody is")
    case .rights: Bilingual(da: "Rettigheder over oplysningerne", en: "Rights over the data")
    case .scores: Bilingual(da: "Bedømmelsen", en: "The assessment")
    case .year: Bilingual(da: "Året på forløbet", en: "The year of the programme")
    }
  }
}
