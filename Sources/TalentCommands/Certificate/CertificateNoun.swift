import ArgumentParser

struct CertificateNoun: ParsableCommand {
  static let configuration = CommandConfiguration.noun(
    "certificate", "Certificates of those who have completed.", [Issue.self, Revoke.self])
}
