package import TalentDomain

/// Danish and English words for names of the format, from a text file among the assets: a line each, in columns.
package struct WordTable: Sendable {
  /// What an id stands for.
  package enum Kind: String {
    case person, thing
  }

  package struct Entry: Sendable {
    package let words: Bilingual
    package let kind: Kind?
  }

  private let entries: [String: Entry]

  init(_ file: [UInt8]) {
    var entries: [String: Entry] = [:]
    for line in String(decoding: file, as: UTF8.self).split(separator: "\n") where !line.hasPrefix("#") {
      let columns = line.split(separator: "|").map { $0.trimmed }
      guard columns.count >= 3 else { continue }
      entries[columns[0]] = Entry(
        words: Bilingual(da: columns[1], en: columns[2]),
        kind: columns.count > 3 ? Kind(rawValue: columns[3]) : nil)
    }
    self.entries = entries
  }

  /// The words for a member of one record, or of any.
  package func entry(_ record: String, _ name: String) -> Entry? { entries["\(record).\(name)"] ?? entries[name] }

  /// Where there are none, the name itself: a test holds the tables to all types there are.
  package func words(_ record: String, _ name: String) -> Bilingual {
    entry(record, name)?.words ?? Bilingual(da: name, en: name)
  }

  /// Members of facts and of sealed records, and the names of the latter.
  package static let labels = WordTable(PackageResources.labels_txt)
  /// What facts choose among.
  package static let choices = WordTable(PackageResources.choices_txt)
}

extension Substring {
  fileprivate var trimmed: String {
    guard let first = firstIndex(where: { $0 != " " }), let last = lastIndex(where: { $0 != " " }) else { return "" }
    return String(self[first...last])
  }
}
