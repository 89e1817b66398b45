import TalentDomain

/// What the journal's catalogue says of backups.
extension IncidentKind {
  var backupWords: Words {
    switch self {
    case .anchoredUnkept:
      Words(
        subject: Bilingual(
          da: "Hvad andre har bevidnet, kan ikke gemmes", en: "What others have signed cannot be kept"),
        text: Bilingual(
          da:
            "Filen «anchored» ligger ved fortegnelsen over slettede nøgler. Uden den ser «talentd restore» ikke, at en\n"
            + "kopi er ældre end det, vidnerne har underskrevet. Gør plads på disken, eller ret rettighederne.",
          en:
            "The file `anchored` lies beside the register of erased keys. Without it `talentd restore` does not see that\n"
            + "a copy is older than what witnesses have signed. Make room on its disk, or mend the permissions."))
    case .backupFailed:
      Words(
        subject: Bilingual(da: "En sikkerhedskopi mislykkedes", en: "A backup failed"),
        text: Bilingual(
          da: "De tidligere er urørt. «talentctl admin status» siger, hvad der skal gøres. Prøv igen med\n"
            + "«talentctl admin backup make».",
          en: "The earlier ones are untouched. `talentctl admin status` says what is to be done. Try again with\n"
            + "`talentctl admin backup make`."))
    case .backupUnrecorded:
      Words(
        subject: Bilingual(
          da: "En sikkerhedskopi er taget og ikke registreret", en: "A backup was made and is not on record"),
        text: Bilingual(
          da: "Kopien er god. Loggen tager ingen hændelser lige nu: se «talentctl admin status».",
          en: "The copy is good. The log takes no events at present: see `talentctl admin status`."))
    default:
      Words(
        subject: Bilingual(
          da: "Slettede nøgler ligger endnu i sikkerhedskopier", en: "Erased keys are still in backups"),
        text: Bilingual(
          da:
            "Disken med kopierne af nøglerne kan ikke skrives. Der prøves igen hvert tiende sekund. Gør plads, eller\n"
            + "slet selv mapperne i backup.keys-folder fra før sletningen.",
          en:
            "The disk of the copies of the keys cannot be written. It is tried again every ten seconds. Make room, or\n"
            + "delete the folders in backup.keys-folder from before the erasure yourself."))
    }
  }
}
