import CPlatform
import Glibc
import TalentDomain

/// Why the service cannot be reached, as far as it can be seen from outside.
struct SocketDiagnosis {
  private let path: String

  init(_ path: String) { self.path = path }

  var sentences: [Bilingual] {
    var file = talent_file()
    switch talent_file_status(path, &file) {
    case 0: return [reachable(file)]
    case -ENOENT:
      return [
        Bilingual(
          da: "Der er ingen sokkel \(path): start den med systemctl start talentd.socket.",
          en: "There is no socket \(path): start it with systemctl start talentd.socket.")
      ]
    case let code:
      return [
        Bilingual(
          da: "Soklen \(path) kan ikke ses (\(String(cString: strerror(-code)))): se rettighederne på dens mappe.",
          en: "The socket \(path) cannot be looked at (\(String(cString: strerror(-code)))): see its folder's mode.")
      ]
    }
  }

  private func reachable(_ file: talent_file) -> Bilingual {
    guard file.mode & UInt32(S_IFMT) == UInt32(S_IFSOCK) else {
      return Bilingual(
        da: "\(path) er ingen sokkel: fjern den, og start talentd.socket igen.",
        en: "\(path) is no socket: remove it, and start talentd.socket again.")
    }
    guard access(path, R_OK | W_OK) == 0 else { return closed(file) }
    return Bilingual(
      da: "Soklen er der, men ingen svarer: se systemctl status talentd og journalctl -u talentd -e.",
      en: "The socket is there, but nobody answers: see systemctl status talentd and journalctl -u talentd -e.")
  }

  private func closed(_ file: talent_file) -> Bilingual {
    let group = getgrgid(file.gid).map { String(cString: $0.pointee.gr_name) } ?? "\(file.gid)"
    var (groups, count) = ([gid_t](repeating: 0, count: 1024), Int32(1024))
    // By the machine's own list, which counts from the next log-in on.
    let isMember =
      talent_user_groups(getuid(), getgid(), &groups, &count) == 0 && groups.prefix(Int(count)).contains(file.gid)
    return isMember
      ? Bilingual(
        da: "Kontoen er i gruppen \(group), men denne session er fra før: log ud og ind igen.",
        en: "The account is in the group \(group), but this session is from before: log out, and in again.")
      : Bilingual(
        da: "Kontoen er ikke i gruppen \(group): adduser KONTO \(group), og log ind igen.",
        en: "The account is not in the group \(group): adduser ACCOUNT \(group), and log in again.")
  }
}
