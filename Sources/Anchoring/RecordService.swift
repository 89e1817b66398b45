import StrictJSON
import TalentDomain
import TalentInterface
import Varlink

/// The two methods of the service that anchoring needs.
struct RecordService: Sendable {
  private let client: VarlinkClient

  init(_ client: VarlinkClient) { self.client = client }

  func checkpoint(size: Int? = nil, from: Int? = nil) async throws -> CheckpointToAnchor {
    var query = CheckpointForAnchoring()
    query.size = size
    query.from = from
    return try await ask(query)
  }

  func keep(_ anchor: KeepAnchor) async throws -> AnchorKept { try await ask(anchor) }

  private func ask<Q: Query>(_ query: Q) async throws -> Q.Answer {
    var ask = Ask<Q>()
    ask.query = query
    do {
      let answer = try await client.call("\(Q.area.interface).\(Q.method)", canonical: ask.canonical)
      return try Q.Answer(canonical: answer.canonical())
    } catch VarlinkError.remote(let name, let parameters) {
      throw RecordServiceError(name, parameters)
    }
  }
}

enum RecordServiceError: Error {
  case notPermitted
  /// It does not keep what it was handed: why, in its own words.
  case refused(String)
  case other(String)

  init(_ name: String, _ parameters: JSON) {
    switch name.split(separator: ".").last.flatMap({ WireError(rawValue: String($0)) }) {
    case .notPermitted: self = .notPermitted
    case .invalidInput: self = .refused(parameters["problemEn"]?.string ?? "it is not valid")
    case .notFound: self = .refused("there is no signed checkpoint yet, or none of that size")
    default: self = .other(name)
    }
  }
}
