/// A count of people by category in which no number is small.
///
/// Cells are not blanked but put together: categories with fewer than five (also with nobody) are counted as one, and with
/// them the one that absorbs small ones or else the smallest of the others, until that one counts five or more and consists
/// of two or more. So every published
/// number counts at least five people, so does every difference between numbers of the table, and nothing is left to solve
/// for. Where that cannot be had there is no table.
package struct CoarseTable<Category: Hashable & Comparable & Sendable>: Sendable {
  package struct Row: Sendable, Equatable {
    package let categories: [Category]
    package let count: Int
  }

  /// The single ones first, the largest before the smaller; last those that are put together.
  package let rows: [Row]

  /// - Parameters:
  ///   - counts: of every category that there could be, those with nobody included.
  ///   - absorbing: the category with which small ones are counted first, by what it means.
  package init?(_ counts: [Category: Int], absorbing: Category? = nil) {
    let least = Self.least
    let order = { (count: Int, category: Category) in
      (count < least ? 0 : category == absorbing ? 1 : 2, count)
    }
    let ordered = counts.sorted { one, other in
      let (left, right) = (order(one.value, one.key), order(other.value, other.key))
      return left == right ? one.key < other.key : left < right
    }
    var together = ordered.prefix { $0.value < least }
    if !together.isEmpty {
      while together.count < 2 || together.reduce(0, { $0 + $1.value }) < least {
        guard together.count < ordered.count else { return nil }
        together = ordered.prefix(together.count + 1)
      }
    }
    let single = ordered.dropFirst(together.count)
      .sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      .map { Row(categories: [$0.key], count: $0.value) }
    let rest = Row(categories: together.map(\.key).sorted(), count: together.reduce(0) { $0 + $1.value })
    rows = single + (together.isEmpty ? [] : [rest])
    // One row alone says of everybody the same.
    guard rows.count > 1 else { return nil }
  }

  package var total: Int { rows.reduce(0) { $0 + $1.count } }

  /// How many of each row have a property; nil unless both they and the rest are five or more in every row.
  package func crossed(_ having: [Category: Int]) -> [Int]? {
    let cells = rows.map { row in (row.categories.reduce(0) { $0 + having[$1, default: 0] }, row.count) }
    guard cells.allSatisfy({ $0.0 >= Self.least && $0.1 - $0.0 >= Self.least }) else { return nil }
    return cells.map(\.0)
  }

  package static var least: Int { 5 }
}
