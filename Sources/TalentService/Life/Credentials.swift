import Glibc

/// What the service manager hands over in files that only this service can read (systemd: `LoadCredentialEncrypted=`).
enum Credentials {
  /// The file that holds the master key; nil where no credential of that name was handed over.
  static var masterKey: String? {
    guard let folder = getenv("CREDENTIALS_DIRECTORY") else { return nil }
    let path = "\(String(cString: folder))/master-key"
    return access(path, F_OK) == 0 ? path : nil
  }
}
