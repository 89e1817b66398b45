import AsyncHTTPClient
import NIOCore
import NIOHTTP1

/// An answer to a post, read whole.
struct HTTPAnswer: Sendable {
  let status: Int
  let body: [UInt8]
}

/// Why there is no answer.
enum HTTPTrouble: Error, Hashable {
  case timedOut
  /// Longer than anything that was asked for.
  case tooLong
  /// No connection, no certificate that is trusted, or a connection that ended early.
  case unreachable

  var sentence: String {
    switch self {
    case .timedOut: "did not answer in time"
    case .tooLong: "answers without end"
    case .unreachable: "cannot be reached"
    }
  }
}

/// Posts to servers that nobody here controls: with a limit on time and length, and no redirections.
struct HTTPPoster: Sendable {
  private let client: HTTPClient
  private let seconds: Int

  /// Bytes of an answer: a time-stamp with its certificates, or some signature lines.
  static let answerLimit = 1 << 15

  static func connected<Value: Sendable>(
    _ settings: AgentSettings, _ body: @Sendable (HTTPPoster) async throws -> Value
  ) async throws -> Value {
    var configuration = HTTPClient.Configuration()
    configuration.redirectConfiguration = .disallow
    // Whoever is not there now is asked at the next run.
    configuration.connectionPool.retryConnectionEstablishment = false
    configuration.timeout.connect = .seconds(Int64(settings.timeoutSeconds))
    return try await HTTPClient.withHTTPClient(configuration: configuration) { client in
      try await body(HTTPPoster(client: client, seconds: settings.timeoutSeconds))
    }
  }

  func post(_ bytes: [UInt8], as type: String, to url: String) async throws(HTTPTrouble) -> HTTPAnswer {
    var request = HTTPClientRequest(url: url)
    request.method = .POST
    request.headers.add(name: "Content-Type", value: type)
    request.headers.add(name: "User-Agent", value: "talent-anchor/1.0.0")
    request.body = .bytes(bytes)
    let prepared = request
    do {
      return try await withThrowingTaskGroup(of: HTTPAnswer.self) { group in
        group.addTask {
          let response = try await client.execute(prepared, timeout: .seconds(Int64(seconds)))
          let body = try await response.body.collect(upTo: HTTPPoster.answerLimit)
          return HTTPAnswer(status: Int(response.status.code), body: Array(buffer: body))
        }
        // The client's own limit ends with the head of the answer: a body may trickle for ever.
        group.addTask {
          try await Task.sleep(for: .seconds(seconds))
          throw HTTPTrouble.timedOut
        }
        defer { group.cancelAll() }
        guard let answer = try await group.next() else { throw HTTPTrouble.unreachable }
        return answer
      }
    } catch let trouble as HTTPTrouble {
      throw trouble
    } catch is NIOTooManyBytesError {
      throw .tooLong
    } catch let error as HTTPClientError where [.connectTimeout, .readTimeout, .deadlineExceeded].contains(error) {
      throw .timedOut
    } catch {
      throw .unreachable
    }
  }
}
