import Glibc

/// Accounts that every Debian has beside root: by these the tests are really different users, with nothing to set up.
struct OSUser: Hashable, Sendable {
  let name: String
  let uid: Int
  let gid: Int

  static let daemon = OSUser("daemon", 1)
  static let bin = OSUser("bin", 2)
  static let sys = OSUser("sys", 3)
  static let games = OSUser("games", 5, 60)
  static let man = OSUser("man", 6, 12)
  static let lp = OSUser("lp", 7)
  static let mail = OSUser("mail", 8)
  static let news = OSUser("news", 9)
  static let uucp = OSUser("uucp", 10)
  static let proxy = OSUser("proxy", 13)
  static let www = OSUser("www-data", 33)
  static let backup = OSUser("backup", 34)
  static let list = OSUser("list", 38)
  static let irc = OSUser("irc", 39)
  static let nobody = OSUser("nobody", 65534)

  private init(_ name: String, _ uid: Int, _ gid: Int? = nil) {
    self.name = name
    self.uid = uid
    self.gid = gid ?? uid
  }

  /// The words before a command that make it this user's, without any of our own groups.
  var prefix: [String] {
    ["setpriv", "--reuid=\(uid)", "--regid=\(gid)", "--clear-groups", "--no-new-privs"]
  }

  /// Only root can become somebody else.
  static func requireRoot() throws {
    guard geteuid() == 0 else { throw Trouble("this test becomes other users, and needs to be run as root") }
  }
}
