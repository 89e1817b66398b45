internal import Synchronization

package enum BackupStage: String, Sendable, CaseIterable {
  case copying, verifying, rebuilding
}

/// What building the views from a copy found.
package struct BackupTrial: Sendable {
  /// Of the views that were built.
  package var digest: String
  /// In one sentence, where they are not those that serve.
  package var problem: String?

  package init(digest: String, problem: String? = nil) {
    self.digest = digest
    self.problem = problem
  }
}

extension EventLog {
  /// Makes a backup while the log goes on: everything that was durable when this was called is in it. The log first, then its
  /// keys, into their two folders; both are verified, and only then bear their name. Older ones that have had their time go
  /// afterwards. It takes long and blocks: not for an event loop.
  ///
  /// A copy that does not verify is kept apart, under its name and `.failed`, and stands as such in what is returned. After any
  /// error thrown there is nothing new.
  /// - Parameters:
  ///   - daemon: the version of the service, for whoever finds the backup.
  ///   - erasure: how the type of an event begins that says that a key was destroyed.
  ///   - trial: builds the views from the log in a folder, of so many events, and compares them.
  ///   - progress: may throw, and then nothing comes of it.
  /// - Throws: `BackupError`, `LogError`, and what the two closures throw.
  package func backUp(
    daemon: String, erasure: String?, trial: (_ folder: String, _ size: Int) throws -> BackupTrial?,
    progress: (_ stage: BackupStage, _ done: Int, _ total: Int) throws -> Void = { _, _, _ in }
  ) throws -> BackupManifest {
    guard let places = settings.backups else { throw BackupError.noPlaces }
    guard backupTurn.begin() else { throw BackupError.underWay }
    defer { backupTurn.end() }
    return try LogBackup(self, places, daemon: daemon, erasure: erasure).run(trial, progress)
  }

  /// Takes keys that have been erased out of every backup that lies in its folder, and finishes what a crash interrupted there.
  /// - Returns: how many backups held one.
  @discardableResult
  package func clearBackups() throws -> Int {
    guard let places = settings.backups, PrivateFile.exists(places.keys) else { return 0 }
    return try backupTurn.withKeys {
      try KeptKeys(folder: BackupFolder(path: places.keys, part: .keys)).clear(erased.ids, at: settings.clock.now())
    }
  }
}

extension EventLog {
  /// The same on a thread of its own, for callers who must not be blocked.
  package func backUpOnThread(
    daemon: String, erasure: String?, trial: @escaping @Sendable (_ folder: String, _ size: Int) throws -> BackupTrial?,
    progress: @escaping @Sendable (_ stage: BackupStage, _ done: Int, _ total: Int) throws -> Void
  ) async throws -> BackupManifest {
    try await withCheckedThrowingContinuation { continuation in
      let outcome = BackupOutcome()
      do {
        try Thread.start { [self] in
          outcome.set(Result { try backUp(daemon: daemon, erasure: erasure, trial: trial, progress: progress) })
        } then: {
          continuation.resume(with: outcome.taken)
        }
      } catch {
        continuation.resume(throwing: error)
      }
    }
  }
}

/// Handed from the thread's work to its end.
private final class BackupOutcome: Sendable {
  private let state = Mutex<Result<BackupManifest, any Error>>(.failure(BackupError.stopped))

  var taken: Result<BackupManifest, any Error> { state.withLock { $0 } }

  func set(_ result: Result<BackupManifest, any Error>) { state.withLock { $0 = result } }
}
