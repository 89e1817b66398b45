import ArgumentParser
import StrictJSON
import TalentDomain
import TalentInterface

/// Why a verb did not do what was asked: how the process ends, a stable word for programs, and sentences for people.
struct Failure: Error {
  let status: ExitStatus
  /// The error's name on the socket, or one of our own for what never came so far.
  let name: String
  /// One a line, in both languages. They hold no personal data.
  var sentences: [Bilingual]
  /// What the service said, as it said it.
  var parameters: JSON?

  init(_ status: ExitStatus, _ name: String, _ sentences: [Bilingual], parameters: JSON? = nil) {
    self.status = status
    self.name = name
    self.sentences = sentences
    self.parameters = parameters
  }

  static func usage(_ sentence: Bilingual) -> Failure { Failure(.usage, "Usage", [sentence]) }
  static func badData(_ sentence: Bilingual...) -> Failure { Failure(.badData, "BadData", sentence) }
  static func noInput(_ sentence: Bilingual) -> Failure { Failure(.noInput, "NoInput", [sentence]) }
  static func configuration(_ sentence: Bilingual) -> Failure { Failure(.configuration, "Configuration", [sentence]) }

  /// On standard error: sentences, or one JSON object where the data is JSON too.
  func report(_ format: OutputFormat, _ language: Language) -> String {
    switch format {
    case .table, .csv: sentences.map { language.pick($0) }.joined(separator: "\n")
    case .json, .jsonl: String(decoding: json.canonical(), as: UTF8.self)
    }
  }

  private var json: JSON {
    var members = [
      JSON.Member(name: "da", value: .string(sentences.map(\.da).joined(separator: "\n"))),
      JSON.Member(name: "en", value: .string(sentences.map(\.en).joined(separator: "\n"))),
      JSON.Member(name: "error", value: .string(name)),
      JSON.Member(name: "status", value: .integer(Int64(status.rawValue))),
    ]
    if let parameters { members.append(JSON.Member(name: "parameters", value: parameters)) }
    return .object(members)
  }
}

/// What was asked has been answered on standard output; only the process's status says that not all went well.
struct Ended: Error {
  let status: ExitStatus
}
