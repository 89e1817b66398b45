import Synchronization

/// Counts connections, in all and for each user, and knows those that are open.
final class ConnectionRegistry: Sendable {
  private struct State {
    var perUser: [UInt32: Int] = [:]
    var admitted = 0
    var next: UInt64 = 0
    var open: [UInt64: ServerConnection] = [:]
    var isStopping = false
    var most: (inAll: Int, perUser: Int)
  }

  private let configuration: ServerConfiguration
  private let state: Mutex<State>

  init(_ configuration: ServerConfiguration) {
    self.configuration = configuration
    state = Mutex(State(most: (configuration.connectionsInAll, configuration.connectionsPerUser)))
  }

  /// From the next connection on.
  func limit(inAll: Int, perUser: Int) { state.withLock { $0.most = (inAll, perUser) } }

  var count: Int { state.withLock { $0.admitted } }

  /// A number for a connection of that user; nil, and a report, when it is one too many or not welcome. Each number must
  /// be released.
  func admit(_ peer: Peer) -> UInt64? {
    let outcome: Result<UInt64, Denied> = state.withLock { state in
      if state.isStopping { return .failure(Denied(.stopping)) }
      if configuration.refusedUsers.contains(peer.uid) { return .failure(Denied(.refusedUser)) }
      if state.admitted >= state.most.inAll { return .failure(Denied(.tooManyInAll)) }
      let ofUser = state.perUser[peer.uid, default: 0]
      if ofUser >= state.most.perUser { return .failure(Denied(.tooManyOfUser)) }
      state.perUser[peer.uid] = ofUser + 1
      state.admitted += 1
      state.next += 1
      return .success(state.next - 1)
    }
    switch outcome {
    case .failure(let denied):
      configuration.report(.refused(peer, denied.refusal))
      return nil
    case .success(let id):
      guard configuration.admit(peer) else {
        release(id, peer)
        configuration.report(.refused(peer, .notAdmitted))
        return nil
      }
      return id
    }
  }

  /// False when the server stops, so that it must not be served.
  func add(_ connection: ServerConnection) -> Bool {
    state.withLock { state in
      if state.isStopping { return false }
      state.open[connection.id] = connection
      return true
    }
  }

  func release(_ id: UInt64, _ peer: Peer) {
    state.withLock { state in
      state.admitted -= 1
      let left = (state.perUser[peer.uid] ?? 1) - 1
      state.perUser[peer.uid] = left > 0 ? left : nil
    }
  }

  func remove(_ connection: ServerConnection) {
    state.withLock { $0.open[connection.id] = nil }
  }

  /// Admits nobody from now on, and gives the connections that are open.
  func stop() -> [ServerConnection] {
    state.withLock { state in
      state.isStopping = true
      return Array(state.open.values)
    }
  }

  private struct Denied: Error {
    let refusal: ServerEvent.Refusal

    init(_ refusal: ServerEvent.Refusal) {
      self.refusal = refusal
    }
  }
}
