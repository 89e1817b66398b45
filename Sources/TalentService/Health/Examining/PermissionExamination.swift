import CPlatform
import EventLog
import Glibc
import TalentDomain

/// Whether every file and folder of the record is for the service's user alone.
enum PermissionExamination: Examination {
  static func look(_ examined: Examined) -> [ExaminedLine] {
    let paths = PermissionExamination.paths(examined.settings)
    let findings = paths.compactMap { finding($0, owner: examined.owner) }
    guard findings.isEmpty else { return findings.map { ExaminedLine($0) } }
    return [
      ExaminedLine(
        fine:
          "permissions",
        Bilingual(
          da: "\(paths.count) filer og mapper er for tjenesten alene.",
          en: "\(paths.count) files and folders are for the service alone."))
    ]
  }

  /// The folders of the record, and all that lies in them.
  static func paths(_ settings: Settings) -> [String] {
    folders(settings).flatMap { folder in [folder] + FolderNames.list(folder).map { "\(folder)/\($0)" } }
  }

  static func folders(_ settings: Settings) -> [String] {
    let register = settings.erasedKeysFile
    let folder = register.lastIndex(of: "/").map { String(register[..<$0]) } ?? "."
    let backups = settings.backup.places
    return [settings.stateFolder, folder, backups.logs, backups.keys].filter { !$0.isEmpty }
  }

  static func finding(_ path: String, owner: UInt32) -> HealthFinding? {
    var file = talent_file()
    let code = talent_file_status(path, &file)
    // What is gone meanwhile harms nobody; that a folder is missing, others find.
    if code == -ENOENT { return nil }
    guard code == 0 else {
      return HealthFinding(
        "file-unreachable", grave: true,
        Bilingual(
          da: "\(path) kan ikke ses (\(words(-code))).", en: "\(path) cannot be looked at (\(words(-code)))."),
        remedy: Bilingual(
          da: "Kør dette som root eller som tjenestens bruger.", en: "Run this as root, or as the service's user."))
    }
    let mode = file.mode & 0o7777
    guard file.uid == owner else {
      return HealthFinding(
        "file-owner", grave: true,
        Bilingual(
          da: "\(path) tilhører bruger \(file.uid) og ikke tjenestens.",
          en: "\(path) belongs to user \(file.uid), and not to the service's."),
        remedy: Bilingual(da: "chown \(owner) \(path)", en: "chown \(owner) \(path)"))
    }
    guard mode & 0o077 != 0 else { return nil }
    let isFolder = file.mode & UInt32(S_IFMT) == UInt32(S_IFDIR)
    let remedy = "chmod \(isFolder ? "700" : "600") \(path)"
    return HealthFinding(
      "file-open", grave: true,
      Bilingual(
        da: "\(path) har rettighederne \(String(mode, radix: 8)), som lukker andre ind.",
        en: "\(path) has mode \(String(mode, radix: 8)), which lets others in."),
      remedy: Bilingual(
        da: "\(remedy), og tænk over, hvem der kan have læst den.",
        en: "\(remedy), and ask yourself who may have read it."))
  }

  static func words(_ code: Int32) -> String { String(cString: strerror(code)) }
}
