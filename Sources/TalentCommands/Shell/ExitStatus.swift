/// How a command ends, as the shell sees it: `sysexits.h` where that has a number.
package enum ExitStatus: Int32, Sendable, CaseIterable {
  case done = 0
  /// Rules forbid it.
  case refused = 1
  case notFound = 3
  case conflict = 4
  /// Something was checked and is not what it claims to be.
  case unverified = 5
  case usage = 64
  case badData = 65
  case noInput = 66
  /// Nobody answers at the socket.
  case unreachable = 69
  case internalFailure = 70
  /// Nothing is wrong with the command; try again.
  case tryAgain = 75
  case notPermitted = 77
  case configuration = 78
}
