internal import GRDB

/// What can go wrong with the views. The log is what counts: whatever it is, they can be built again from it.
package enum ViewError: Error, Hashable, Sendable {
  /// The file is not a whole set of views of this version.
  case damaged
  /// Leaves do not follow those that were applied before.
  case gap(expected: Int, found: Int)
  /// The views are being rebuilt already.
  case rebuilding
  /// No such position yet.
  case outOfRange
  /// SQLite's extended result code.
  case storage(code: Int32)
  /// A system call's `errno`.
  case system(code: Int32)

  /// SQLite's errors as ours; others, such as the log's, pass.
  static func mapping<Value>(_ body: () throws -> Value) throws -> Value {
    do {
      return try body()
    } catch let error as DatabaseError {
      throw ViewError(code: error.extendedResultCode)
    }
  }

  init(code: ResultCode) {
    let isDamage = [ResultCode.SQLITE_CORRUPT, .SQLITE_NOTADB].contains(code.primaryResultCode)
    self = isDamage ? .damaged : .storage(code: code.rawValue)
  }
}
