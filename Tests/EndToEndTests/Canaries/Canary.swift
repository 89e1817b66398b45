import TalentDomain

/// Personal data that stands nowhere else, so that wherever it is found it has come from here. Each value holds a word of
/// its own with Danish letters: a value that was cut, quoted or put into a sentence is found all the same.
enum Canary {
  static let name: Line = "Ågot Kanæriesen"
  /// As an employee number may be, with letters.
  static let number = "KÅ-8841937"
  static let email: Line = "ågot.fjærlet@kommune.example"
  static let workplace: Line = "Børnehuset Ræverødgård"
  static let profession: Line = "pædagogisk kalligræf"
  static let account: Line = "kågotfj"
  static let journal: Line = "00.22.04-Æ88-1-27"
  /// On the form.
  static let answer: Text = "Har ledet »Fyrtårnsløftet« siden 2024."
  static let remark: Text = "Tøvede, da \"Sælhundeplanen\" kom på bordet."
  static let reason: Text = "Andre stod stærkere i Blåmejsesagen."
  static let note: Text = "Oplyst pr. telefon:\nGøgeungen er løst."
  static let feedback: Text = "Prøv kræfter med Ternekolonnen på Ærø først."
  static let complaint: Text = "Jeg er uenig om Mågeskriget."
  static let conflict: Text = "Gift med en fætter fra Svaleøen."
  /// Of somebody whom no register knows.
  static let unknownNumber = "ØX-7730021"

  /// By these words each of them is found.
  static let scanner = Scanner([
    "name": "Kanæriesen", "number": number, "e-mail": "ågot.fjærlet", "workplace": "Ræverødgård",
    "profession": "kalligræf", "account": account.value, "journal number": "Æ88-1-27", "answer": "Fyrtårnsløftet",
    "remark": "Sælhundeplanen", "reason": "Blåmejsesagen", "note": "Gøgeungen", "feedback": "Ternekolonnen på Ærø",
    "complaint": "Mågeskriget", "conflict": "Svaleøen", "unknown number": unknownNumber,
  ])

  static let person: RegisterPerson = {
    var person = RegisterPerson(
      number, name: name.value, centre: Cast.schools, workplace.value, profession.value, under: Cast.leader)
    person.email = email
    return person
  }()

  /// Each as a text, for members that hold anything.
  static let texts: [String] =
    [name, email, workplace, profession, account, journal].map(\.value)
    + [answer, remark, reason, note, feedback, complaint, conflict].map(\.value) + [number, unknownNumber]
}
