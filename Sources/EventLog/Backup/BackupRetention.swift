/// Which backups are kept. Nothing is removed but by a newer backup that verified, so that the last good one always stays.
package struct BackupRetention: Sendable, Hashable {
  /// Of each of so many days on which there is one, the newest.
  package var daily = 30
  /// Of each of so many months, the newest.
  package var monthly = 12
  /// Days for which keys are kept.
  package var keysDays = BackupRetention.longestKeysDays

  /// What the receipt of an erasure promises: a copy of keys that somebody carried elsewhere lives no longer either.
  package static let longestKeysDays = 30
  /// The newest stay whatever their days, so that several of one day do not drive each other out.
  static let newest = 8

  package init() {}

  func surplusLogs(_ names: [BackupName]) -> Set<BackupName> {
    let sorted = names.sorted(by: >)
    var kept = Set(sorted.prefix(Self.newest))
    for (part, limit) in [(\BackupName.day, daily), (\BackupName.month, monthly)] {
      var seen: Set<Substring> = []
      for name in sorted where seen.count < limit && seen.insert(name[keyPath: part]).inserted { kept.insert(name) }
    }
    return Set(names).subtracting(kept)
  }

  func surplusKeys(_ names: [BackupName]) -> Set<BackupName> {
    guard let newest = names.max() else { return [] }
    return Set(names.filter { newest.time - $0.time > Int64(keysDays) * 86_400_000 })
  }
}
