import Transparency

/// The one call of a witness (C2SP tlog-witness): what is posted, and what an answer means.
enum AddCheckpoint {
  static let contentType = "text/plain; charset=utf-8"

  /// - Parameters:
  ///   - old: the size that the witness knows.
  ///   - proof: from there to the checkpoint; empty from 0 and from the same size.
  static func body(old: Int, proof: [Hash], note: String) -> [UInt8] {
    let lines = ["old \(old)"] + proof.map(\.base64)
    return Array((lines.map { $0 + "\n" }.joined() + "\n" + note).utf8)
  }

  static func url(_ prefix: String) -> String {
    prefix + (prefix.hasSuffix("/") ? "add-checkpoint" : "/add-checkpoint")
  }

  enum Answer: Sendable, Hashable {
    /// Signature lines, without their newlines.
    case cosigned([String])
    /// The witness is at another size.
    case at(Int)
    case refused(Refusal)
    /// Its own trouble, which may pass.
    case unavailable(Int)
    /// Something that the protocol does not have.
    case garbage
  }

  enum Refusal: Int, Sendable {
    case malformed = 400
    case unknownKey = 403
    case unknownLog = 404
    case inconsistent = 422

    var sentence: String {
      switch self {
      case .malformed: "cannot read the checkpoint (400): do the versions fit together?"
      case .unknownKey:
        "does not trust the log's key (403): give its operator the key that `talentctl checkpoint show` names"
      case .unknownLog: "does not know the log (404): ask its operator to add it"
      case .inconsistent:
        "says that the log is not the one that it knows, grown (422): compare with its last checkpoint; the record may have "
          + "been rolled back or rewritten"
      }
    }
  }

  static func read(_ answer: HTTPAnswer) -> Answer {
    switch answer.status {
    case 200:
      guard let text = String(validating: answer.body, as: UTF8.self), text.hasSuffix("\n") else { return .garbage }
      let lines = text.dropLast().split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      return lines.count <= SignedNote.signatureLimit ? .cosigned(lines) : .garbage
    case 409:
      // Its size in decimal and a newline.
      guard answer.body.count <= 20, answer.body.last == 0x0A,
        let text = String(validating: answer.body.dropLast(), as: UTF8.self), let size = Int(text), size >= 0,
        String(size) == text
      else { return .garbage }
      return .at(size)
    case 429, 500...599: return .unavailable(answer.status)
    default:
      guard let refusal = Refusal(rawValue: answer.status) else { return .garbage }
      return .refused(refusal)
    }
  }
}
