import Glibc
import StrictJSON
import TalentDomain
import TalentInterface
import Varlink

extension Failure {
  /// What the service answered, or why it did not.
  init(_ error: VarlinkError, socket: String) {
    switch error {
    case .remote(let name, let parameters): self.init(remote: name, parameters)
    case .connection(let reason): self.init(reason, socket: socket)
    }
  }

  private init(remote name: String, _ parameters: JSON) {
    let last = name.split(separator: ".").last.map(String.init) ?? name
    guard name.hasPrefix("dk.talentd."), let error = WireError(rawValue: last) else {
      self.init(standard: name, last, parameters)
      return
    }
    let (status, sentences) = Failure.explain(error, parameters)
    self.init(status, last, sentences, parameters: parameters)
  }

  private static func explain(_ error: WireError, _ parameters: JSON) -> (ExitStatus, [Bilingual]) {
    switch error {
    case .refused: (.refused, sentences(of: read(parameters) ?? RefusedError()))
    case .conflict: (.conflict, conflict(read(parameters) ?? ConflictError()))
    case .notFound:
      (
        .notFound,
        [
          Bilingual(
            da: "Det findes ikke, eller du må ikke kende til det.",
            en: "There is no such thing, or you may not know of it.")
        ]
      )
    case .notPermitted:
      (
        .notPermitted,
        [
          Bilingual(
            da: "Dine roller tillader det ikke. Se hvad du må: talentctl admin whoami",
            en: "Your roles do not allow it. See what you may do: talentctl admin whoami")
        ]
      )
    case .invalidInput: (.badData, [sentence(of: read(parameters) ?? FaultLine())])
    case .busy:
      (.tryAgain, [busy(read(parameters) ?? BusyError())])
    case .readOnly:
      (
        .tryAgain,
        [
          Bilingual(
            da: "Tjenesten kan ikke skrive lige nu, kun læse. Prøv igen, når disken har plads.",
            en: "The service cannot write now, only read. Try again when its disk has room.")
        ]
      )
    case .misconfigured:
      (.configuration, [sentence(of: read(parameters) ?? FileFault())])
    case .internalFailure:
      (.internalFailure, [fault(read(parameters) ?? InternalError())])
    }
  }

  /// Errors of the protocol itself: this program and the service do not fit together.
  private init(standard name: String, _ last: String, _ parameters: JSON) {
    if name == StandardError.invalidParameter {
      let path = parameters["parameter"]?.string ?? "?"
      self.init(
        .badData, last,
        [
          Bilingual(
            da: "Tjenesten forstår ikke feltet \(path).", en: "The service does not understand the member \(path).")
        ],
        parameters: parameters)
    } else {
      self.init(
        .internalFailure, last,
        [
          Bilingual(
            da: "Tjenesten svarer med \(name): den og talentctl er ikke af samme udgave.",
            en: "The service answers \(name): it and talentctl are not of the same version.")
        ],
        parameters: parameters)
    }
  }

  private init(_ reason: VarlinkError.Connection, socket: String) {
    let hint = Bilingual(
      da: "Kører den? systemctl status talentd. En anden sokkel angives med --socket eller TALENTD_SOCKET.",
      en: "Is it running? systemctl status talentd. Name another socket with --socket or TALENTD_SOCKET.")
    switch reason {
    case .system(EACCES):
      self.init(
        .notPermitted, "NotPermitted",
        [
          Bilingual(
            da: "Du må ikke bruge soklen \(socket): kontoen mangler gruppen, som den er åben for.",
            en: "You may not use the socket \(socket): the account lacks the group that it is open to.")
        ])
    case .system(let number):
      self.init(
        .unreachable, "Unreachable",
        [
          Bilingual(
            da: "Tjenesten svarer ikke på \(socket) (\(String(cString: strerror(number)))).",
            en: "The service does not answer at \(socket) (\(String(cString: strerror(number))))."), hint,
        ])
    case .closed:
      self.init(
        .unreachable, "Closed",
        [
          Bilingual(
            da: "Tjenesten lukkede forbindelsen før svaret.", en: "The service closed the connection before its answer."
          ), hint,
        ])
    case .timedOut:
      self.init(
        .tryAgain, "TimedOut",
        [Bilingual(da: "Tjenesten svarede ikke i tide.", en: "The service did not answer in time.")])
    case .malformed:
      self.init(
        .internalFailure, "Malformed",
        [
          Bilingual(
            da: "Det, der svarer på \(socket), er ikke talentd.", en: "What answers at \(socket) is not talentd.")
        ])
    }
  }

  private static func read<R: Record>(_ parameters: JSON) -> R? { try? R(canonical: parameters.canonical()) }
}

// MARK: Sentences

extension Failure {
  /// A refusal names its rules, what was wrong and what would have been right.
  static func sentences(of refusal: RefusedError) -> [Bilingual] {
    guard let first = refusal.findings.first else {
      return [Bilingual(da: "Afvist af en regel.", en: "Refused by a rule.")]
    }
    var lines = [
      Bilingual(da: "Afvist efter \(first.rule.value).", en: "Refused by \(first.rule.value).")
    ]
    for finding in refusal.findings {
      lines.append(
        Bilingual(
          da: "\(finding.rule.value): \(finding.problemDa.value)",
          en: "\(finding.rule.value): \(finding.problemEn.value)"))
      lines.append(Bilingual(da: "  Reglen: \(finding.ruleDa.value)", en: "  The rule: \(finding.ruleEn.value)"))
      lines.append(
        Bilingual(
          da: "  Det rigtige: \(finding.remedyDa.value)", en: "  What would be right: \(finding.remedyEn.value)"))
    }
    return lines
  }

  static func sentence(of fault: FaultLine) -> Bilingual {
    let path = fault.path.map(\.value).joined(separator: ".")
    return path.isEmpty
      ? Bilingual(da: fault.problemDa.value, en: fault.problemEn.value)
      : Bilingual(da: "\(path): \(fault.problemDa.value)", en: "\(path): \(fault.problemEn.value)")
  }

  /// What is wrong with a file or a setting of the service, and where.
  static func sentence(of fault: FileFault) -> Bilingual {
    let place =
      fault.line.map { (da: "\(fault.file.value), linje \($0)", en: "\(fault.file.value), line \($0)") }
      ?? (da: fault.file.value, en: fault.file.value)
    return Bilingual(da: "\(place.da): \(fault.problemDa.value)", en: "\(place.en): \(fault.problemEn.value)")
  }

  private static func conflict(_ error: ConflictError) -> [Bilingual] {
    guard let expected = error.expected else {
      return [
        Bilingual(
          da: "Kommandoens id er brugt til en anden kommando; giv denne sit eget.",
          en: "The command's id was used for another command; give this one its own.")
      ]
    }
    guard let actual = error.actual else {
      return [
        Bilingual(
          da: "Sagen er ændret, siden du så den. Se efter, og prøv igen.",
          en: "It has changed since you saw it. Look again, then try again.")
      ]
    }
    return [
      Bilingual(
        da: "Du så revision \(expected), men den er nu \(actual). Se efter, og prøv igen.",
        en: "You saw revision \(expected), but it is \(actual) now. Look again, then try again.")
    ]
  }

  private static func busy(_ error: BusyError) -> Bilingual {
    let seconds = max(1, (error.retryAfter + 999) / 1000)
    return Bilingual(
      da: "Der er for travlt lige nu. Prøv igen om \(seconds) s.", en: "Too much is waiting. Try again in \(seconds) s."
    )
  }

  private static func fault(_ error: InternalError) -> Bilingual {
    Bilingual(
      da: "Fejl i tjenesten. Henvisning til dens log: \(error.reference.value)",
      en: "A fault of the service. Reference to its log: \(error.reference.value)")
  }
}
