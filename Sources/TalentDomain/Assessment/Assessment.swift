/// Who assesses whom, what was scored, and what follows from it.
package struct Assessment: Sendable {
  /// The assessors of each nominee, in the order of their assignment.
  package var assigned: [Alias: [Alias]] = [:]
  /// The sets of scores by nominee and assessor.
  package var sets: [Alias: [Alias: ScoreSet]] = [:]
  package var conflicts: [Alias: Conflict] = [:]
  package var conflictOrder: [Alias] = []
  /// The position of the first score: from then on the criteria are frozen (R8).
  package var firstScore: Int?
  package var calibrations = 0
  /// The position of `scoring.closed`.
  package var closed: Int?
  package var ranking: RankingComputed?
  /// The position of `ranking.computed`.
  package var rankedAt: Int?
  /// The decided orders of ties that HR had to resolve: best first.
  package var resolved: [[Alias]] = []
  /// The position of the decision on each of them.
  package var resolvedAt: [[Alias]: Int] = [:]

  package init() {}

  package func set(of nominee: Alias, by assessor: Alias) -> ScoreSet {
    sets[nominee]?[assessor] ?? ScoreSet()
  }

  /// The assessors whose full sets count: assigned, and not barred from this nominee's case.
  package func fullSets(of nominee: Alias, _ criteria: Criteria) -> [Alias] {
    assigned[nominee, default: []].filter {
      set(of: nominee, by: $0).isComplete(criteria) && !isBarred($0, from: nominee)
    }
  }

  mutating func put(_ score: Score, nominee: Alias, assessor: Alias, question: Int) {
    sets[nominee, default: [:]][assessor, default: ScoreSet()].scores[question] = score
  }

  /// Whether this person may not touch this nominee's case: a conflict declared and not dismissed (R19).
  package func isBarred(_ person: Alias, from nominee: Alias) -> Bool {
    conflicts.values.contains { $0.person == person && $0.nominee == nominee && $0.ruling != .dismissed }
  }
}

/// One assessor's scores of one nominee, by question number. Voided scores are gone from it, never from the log.
package struct ScoreSet: Sendable, Hashable {
  package var scores: [Int: Score] = [:]

  package init() {}

  package func isComplete(_ criteria: Criteria) -> Bool {
    criteria.questions.allSatisfy { scores[$0.number] != nil }
  }
}

package struct Score: Sendable, Hashable {
  package var basis: Basis
  package var points: Int
  package var position: Int

  package init(basis: Basis, points: Int, position: Int) {
    self.basis = basis
    self.points = points
    self.position = position
  }
}

/// What an answer or a score rests on.
package enum Basis: String, Choice {
  case both, demonstrated, none, potential
}

/// A declared conflict of interest (inhabilitet): it bars from the case until somebody else has ruled.
package struct Conflict: Sendable, Hashable {
  package enum Kind: String, Choice {
    case kin, leader, other
  }
  package enum Ruling: String, Choice {
    case dismissed, pending, upheld
  }

  package var person: Alias
  package var nominee: Alias
  package var kind: Kind
  package var ruling: Ruling
  package var position: Int

  package init(person: Alias, nominee: Alias, kind: Kind, ruling: Ruling, position: Int) {
    self.person = person
    self.nominee = nominee
    self.kind = kind
    self.ruling = ruling
    self.position = position
  }
}
