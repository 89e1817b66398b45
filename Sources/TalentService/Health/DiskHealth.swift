import CPlatform
import EventLog
import TalentDomain

/// Whether the disk that holds the record has room, and for how long at the pace of the last day.
enum DiskHealth: HealthCheck {
  static let audience = HealthAudience.administrators

  /// Below so much it is time to act; below so much the writing may stop any day.
  static let low: UInt64 = 1 << 30
  static let scarce: UInt64 = 128 << 20
  /// How many days ahead is looked.
  static let horizon = 30

  static func look(_ context: HealthContext) -> [HealthVerdict] {
    let folder = context.daemon.log.settings.folder
    guard let space = DiskSpace(folder) else {
      return [
        .amiss(
          HealthFinding(
            "disk-unknown",
            Bilingual(da: "Disken under \(folder) kan ikke spørges.", en: "The disk below \(folder) cannot be asked."),
            remedy: Bilingual(da: "Se efter med df -h \(folder).", en: "Look with df -h \(folder).")))
      ]
    }
    return [verdict(space, perDay: growth(context))]
  }

  static func verdict(_ space: DiskSpace, perDay: Int?) -> HealthVerdict {
    let days = perDay.flatMap { $0 > 0 ? Int(clamping: space.available / UInt64($0)) : nil }
    let room = Bilingual(
      da: "Disken har \(Bytes.text(space.available)) fri" + (days.map { ", nok til \($0) dage som det sidste" } ?? ""),
      en: "The disk has \(Bytes.text(space.available)) left"
        + (days.map { ", enough for \($0) days like the last" } ?? ""))
    guard space.available < low || (days ?? .max) < horizon else {
      return .well("disk", Bilingual(da: room.da + ".", en: room.en + "."))
    }
    return .amiss(
      HealthFinding(
        "disk-low", grave: space.available < scarce, Bilingual(da: room.da + ".", en: room.en + "."),
        remedy: Bilingual(
          da: "Gør plads, eller udvid disken, før der ikke længere kan skrives.",
          en: "Make room, or enlarge the disk, before nothing can be written any more.")))
  }

  /// Bytes that the log has grown by in the last day, by its events' share of the file.
  private static func growth(_ context: HealthContext) -> Int? {
    let reader = context.daemon.log.reader()
    let size = context.memory.size
    let dayAgo = context.now.milliseconds - 86_400_000
    guard context.showsSizes, size > 0, !context.daemon.simulates,
      let last = try? reader.position(recordedBy: dayAgo)
    else { return nil }
    let file = FileSizes.of("\(context.daemon.log.settings.folder)/log.sqlite3")
    return Int(Double(file) / Double(size) * Double(size - last - 1))
  }
}

struct DiskSpace {
  let available: UInt64
  let total: UInt64

  init(available: UInt64, total: UInt64) {
    self.available = available
    self.total = total
  }

  init?(_ path: String) {
    var (available, total): (UInt64, UInt64) = (0, 0)
    guard talent_disk_space(path, &available, &total) == 0 else { return nil }
    self.init(available: available, total: total)
  }
}

enum FileSizes {
  /// In bytes; 0 where there is no such file.
  static func of(_ path: String) -> Int {
    var file = talent_file()
    return talent_file_status(path, &file) == 0 ? Int(file.size) : 0
  }
}

enum Bytes {
  /// Such as 1.4 GiB, 320 MiB or 12 KiB.
  static func text(_ bytes: UInt64) -> String {
    for (unit, name) in [(UInt64(1) << 30, "GiB"), (1 << 20, "MiB"), (1 << 10, "KiB")] where bytes >= unit {
      let tenths = bytes / (unit / 10)
      return tenths < 100 ? "\(tenths / 10).\(tenths % 10) \(name)" : "\(tenths / 10) \(name)"
    }
    return "\(bytes) B"
  }
}
