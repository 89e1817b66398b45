import EventLog
import TalentDomain

/// What `talentd restore` says when it does not, with the exit code.
enum RestoreWords {
  static func of(_ error: RestoreError, _ time: (Int64) -> String) -> (words: Bilingual, code: Int32) {
    switch error {
    case .notEmpty(let path): (notEmpty(path), 78)
    case .notPlaced(let path, let code):
      (
        Bilingual(
          da:
            "den genskabte mappe kan ikke lægges på sin plads, \(path) (errno \(code)); se efter disken og rettighederne",
          en:
            "the restored folder cannot be put in the place of \(path) (errno \(code)); check its disk and permissions"),
        74
      )
    case .unreadable(let path):
      (
        Bilingual(
          da: "\(path) er der ikke, er tom eller kan ikke læses",
          en: "\(path) is not there, is empty, or cannot be read"),
        66
      )
    case .registerThere(let path):
      (
        Bilingual(
          da: "fortegnelsen over slettede nøgler, \(path), er der og er hel: den er ikke tabt, og intet er ændret",
          en: "the register of erased keys, \(path), is there and whole: it is not lost, and nothing was changed"), 78
      )
    case .noBackup(let passed): (noBackup(passed), 66)
    case .behindAnchor(let path, let anchored, let size, let recorded):
      (behind(path, anchored: anchored, size: size, last: recorded.map(time)), 78)
    case .anchorDiffers(let path, let size):
      (
        Bilingual(
          da:
            "andre har underskrevet en anden historie for de første \(size) hændelser, end denne sikkerhedskopi rummer "
            + "(\(path)): det er ikke den log, eller den er ændret. Tag en anden kopi, og sig det til revisionen. Intet er "
            + "genskabt",
          en:
            "others have signed another history of the first \(size) events than this backup holds (\(path)): it is not "
            + "that log, or it was changed. Take another backup, and tell the auditors. Nothing was restored"), 5
      )
    case .anchorMalformed(let path):
      (
        Bilingual(
          da:
            "\(path) er intet kontrolpunkt, altså en underskrevet seddel om en logs størrelse og rod. Intet er genskabt",
          en: "\(path) is no checkpoint, which is a signed note of a log's size and root. Nothing was restored"), 65
      )
    case .anchorOfAnother(let path, let found):
      (
        Bilingual(
          da: "kontrolpunktet i \(path) hører til loggen \(found), ikke til denne. Intet er genskabt",
          en: "the checkpoint in \(path) is of the log \(found), and not of this one. Nothing was restored"), 78
      )
    }
  }

  /// Of the log's own errors those that say something else here.
  static func of(_ error: LogError) -> (words: Bilingual, code: Int32)? {
    switch error {
    case .locked:
      (
        Bilingual(
          da:
            "tjenesten kører på denne mappe. Er det den rigtige log, der svarer (talentctl admin status), er der intet at "
            + "genskabe; ellers stop den: systemctl stop talentd.socket talentd.service. Intet er genskabt",
          en:
            "the service runs on this folder. If the log that answers is the right one (talentctl admin status), there is "
            + "nothing to restore; else stop it: systemctl stop talentd.socket talentd.service. Nothing was restored"),
        75
      )
    case .registerMissing(let path):
      (
        Bilingual(
          da:
            "der er ingen fortegnelse over slettede nøgler, hverken på \(path) eller angivet med --erased-keys. Uden den "
            + "ville det komme igen, der er slettet efter sikkerhedskopien. Intet er genskabt",
          en:
            "there is no register of erased keys, neither at \(path) nor given with --erased-keys. Without it, what was "
            + "erased since the backup would come back. Nothing was restored"), 78
      )
    case .keysMissing(let count):
      (
        Bilingual(
          da:
            "\(count) nøgler, som loggen bruger, er ikke blandt disse nøgler, der er ældre end loggen. Giv en nyere kopi; er "
            + "der ingen, opgiver --missing-keys-lost det, de har forseglet. Intet er genskabt",
          en:
            "\(count) keys that the log has in use are not in these keys, which are older than the log. Give a newer copy; "
            + "if there is none, --missing-keys-lost gives up what they sealed. Nothing was restored"), 78
      )
    default: nil
    }
  }

  private static func notEmpty(_ path: String) -> Bilingual {
    Bilingual(
      da:
        "\(path) er ikke tom. Se først, hvad der ligger der (talentctl admin status, mens tjenesten kører: hvor mange "
        + "hændelser, og den sidste hvornår). Kun hvis det er ødelagt, forældet eller begyndt ved en fejl: --replace flytter det "
        + "hele til side og sletter intet; behold det, til den genskabte log kører. Intet er genskabt",
      en:
        "\(path) is not empty. See first what lies there (talentctl admin status, while the service runs: how many events, "
        + "and when the last). Only if that is damaged, outdated or was begun by mistake: --replace moves it aside, whole, and "
        + "deletes nothing; keep it until the restored log runs. Nothing was restored")
  }

  private static func noBackup(_ passed: [BackupChoice.Passed]) -> Bilingual {
    let list = passed.map { of($0) }
    return Bilingual(
      da: "der er ingen sikkerhedskopi, som alt kan genskabes af\(list.isEmpty ? "" : ": ")"
        + list.map(\.da).joined(separator: "; ")
        + ". Nævn de mapper, hvor de ligger, med hver sin --from, eller filerne med --log og --keys. Intet er genskabt",
      en: "no backup was found from which everything could be put back\(list.isEmpty ? "" : ": ")"
        + list.map(\.en).joined(separator: "; ")
        + ". Name the folders that hold them, --from for each, or the files with --log and --keys. Nothing was restored"
    )
  }

  private static func behind(_ path: String, anchored: Int, size: Int, last: String?) -> Bilingual {
    Bilingual(
      da: "andre har underskrevet, at loggen havde \(anchored) hændelser (\(path)), og denne sikkerhedskopi har \(size)"
        + (last.map { ", den sidste registreret \($0)" } ?? "")
        + ": mindst \(anchored - size) hændelser siden da ville gå tabt. Led efter en nyere kopi. Er der ingen, genskaber "
        + "--behind-anchor denne. Intet er genskabt",
      en: "others have signed that the log had \(anchored) events (\(path)), and this backup has \(size)"
        + (last.map { ", the last recorded \($0)" } ?? "")
        + ": at least \(anchored - size) events since then would be lost. Look for a newer backup. If there is none, "
        + "--behind-anchor puts this one back. Nothing was restored")
  }

  static func of(_ passed: BackupChoice.Passed) -> Bilingual {
    let path = passed.path
    return switch passed.reason {
    case .unreadable:
      Bilingual(
        da: "\(path): backup.json mangler, kan ikke læses eller hører til en anden fil",
        en: "\(path): backup.json is missing, unreadable, or of another file")
    case .otherLog(let origin): Bilingual(da: "\(path): af loggen \(origin)", en: "\(path): of the log \(origin)")
    case .failed:
      Bilingual(
        da: "\(path): kunne ikke efterprøves, da den blev lavet", en: "\(path): it did not verify when it was made")
    case .changed:
      Bilingual(
        da: "\(path): filen er ikke den, der blev efterprøvet (dens SHA-256 er en anden)",
        en: "\(path): the file is not the one that was verified (its SHA-256 differs)")
    case .keysOlder:
      Bilingual(da: "\(path): der er ingen nøgler så nye som den", en: "\(path): there are no keys as new as it")
    }
  }
}
