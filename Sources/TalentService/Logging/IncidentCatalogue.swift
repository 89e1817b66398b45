import TalentDomain

/// The journal's message catalogue (systemd: docs/CATALOG.md), from which `journalctl -x` explains an entry:
/// `systemd/talentd.catalog`, made from the table of incidents and held to it by a test.
package enum IncidentCatalogue {
  package static var text: String {
    let entries = IncidentKind.allCases.flatMap { kind in
      [
        entry(kind, "", kind.words.subject.en, kind.words.text.en),
        entry(kind, " da", kind.words.subject.da, kind.words.text.da),
      ]
    }
    return "# Made by `talentd catalogue`: what journalctl -x says of the incidents of talentd.\n\n"
      + entries.joined(separator: "\n")
  }

  private static func entry(_ kind: IncidentKind, _ language: String, _ subject: String, _ text: String) -> String {
    """
    -- \(kind.id)\(language)
    Subject: \(subject)
    Defined-By: talentd
    Documentation: man:talentd(8)

    \(text)

    """
  }
}
