package import TalentDomain

/// A rule as `rules.json` tells it: its name and its sentence.
package struct PageRule: Sendable, Hashable {
  package let id: String
  package let sentence: Bilingual

  package init(id: String, sentence: Bilingual) {
    self.id = id
    self.sentence = sentence
  }

  /// Those of this version.
  package static let all = Rulebook.rules.map { PageRule(id: $0.id.rawValue, sentence: $0.sentence) }
}
