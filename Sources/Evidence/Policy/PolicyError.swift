/// What is wrong with a policy file, and in which line (from 1; 0 for the file as a whole).
package struct PolicyError: Error, Hashable, Sendable {
  package enum Fault: Error, Hashable, Sendable {
    case tooLong
    /// Something else than printable characters, tabs and newlines.
    case controlCharacter
    /// The last line does not end with a newline: the file may be cut off.
    case cutOff
    case unknownKeyword(String)
    /// Too few or too many words for the keyword.
    case wrongNumberOfWords(keyword: String)
    /// No verifier key (`name+hash+base64`), or one that logs or witnesses do not sign with.
    case notALogKey, notAWitnessKey
    /// The key stands there already, perhaps under another name.
    case keyTwice
    case nameTwice(String)
    /// `none` is nobody's name.
    case reservedName
    /// Neither a witness nor a group of a line above.
    case unknownName(String)
    /// A witness or group that is a member already: it would count twice.
    case memberTwice(String)
    /// Neither `all`, `any` nor a number from 1 to the number of members.
    case wrongThreshold(String)
    case quorumTwice, quorumMissing
  }

  package let line: Int
  package let fault: Fault

  init(_ fault: Fault, line: Int) {
    self.line = line
    self.fault = fault
  }
}

extension PolicyError {
  /// For people, in both languages.
  package var sentences: (da: String, en: String) {
    let (da, en) = fault.sentences
    return line == 0 ? (da, en) : ("linje \(line): \(da)", "line \(line): \(en)")
  }
}

extension PolicyError: CustomStringConvertible {
  package var description: String { sentences.en }
}

extension PolicyError.Fault {
  fileprivate var sentences: (da: String, en: String) {
    switch self {
    case .tooLong: ("filen er for lang", "the file is too long")
    case .controlCharacter:
      (
        "kun synlige tegn, mellemrum, tabulator og linjeskift er tilladt",
        "only printable characters, spaces, tabs and newlines are allowed"
      )
    case .cutOff:
      (
        "sidste linje slutter ikke med et linjeskift; er filen hel?",
        "the last line does not end with a newline; is the file whole?"
      )
    case .unknownKeyword(let word):
      (
        "\(word) kendes ikke; en linje begynder med log, witness, group eller quorum",
        "\(word) is not known; a line begins with log, witness, group or quorum"
      )
    case .wrongNumberOfWords(let keyword): keyword.form
    case .notALogKey:
      (
        "ikke en logs nøgle; den skrives navn+hash+base64, af slagsen 0x01 (Ed25519)",
        "not a log's key; it is written name+hash+base64, of type 0x01 (Ed25519)"
      )
    case .notAWitnessKey:
      (
        "ikke et vidnes nøgle; den skrives navn+hash+base64, af slagsen 0x04 (cosignature/v1)",
        "not a witness's key; it is written name+hash+base64, of type 0x04 (cosignature/v1)"
      )
    case .keyTwice: ("nøglen står der allerede", "the key stands there already")
    case .nameTwice(let name): ("navnet \(name) er brugt", "the name \(name) is taken")
    case .reservedName: ("none er ikke et navn, man kan give", "none is no name to give")
    case .unknownName(let name):
      ("\(name) er ikke nævnt i en linje ovenfor", "\(name) is not defined on a line above")
    case .memberTwice(let name):
      ("\(name) er allerede med i en gruppe", "\(name) is a member of a group already")
    case .wrongThreshold(let word):
      (
        "\(word) er hverken all, any eller et tal fra 1 til gruppens størrelse",
        "\(word) is neither all, any nor a number from 1 to the group's size"
      )
    case .quorumTwice: ("der må kun være én quorum-linje", "there may be one quorum line only")
    case .quorumMissing:
      (
        "der skal være en quorum-linje; quorum none kræver ingen vidner",
        "there must be a quorum line; quorum none asks for no witnesses"
      )
    }
  }
}

extension String {
  /// How a line of that keyword is written.
  fileprivate var form: (da: String, en: String) {
    let form =
      switch self {
      case "log": "log <key> [<url>]"
      case "witness": "witness <name> <key> [<url>]"
      case "group": "group <name> all|any|<k> <name>…"
      default: "quorum <name>|none"
      }
    return ("linjen skrives: \(form)", "the line is written: \(form)")
  }
}
