import Evidence
import TalentDomain
import TimeStamps
import Transparency

/// One run: checkpoints before turning points, then the newest; each to every witness, and the newest to every authority, all
/// at the same time. Nobody waits for the slowest but the run itself.
struct AnchorRun: Sendable {
  let settings: AgentSettings
  let service: RecordService
  let poster: HTTPPoster
  let report: Report

  init(_ settings: AgentSettings, _ service: RecordService, _ poster: HTTPPoster, _ report: Report) {
    self.settings = settings
    self.service = service
    self.poster = poster
    self.report = report
  }

  func run() async throws {
    let newest = try await service.checkpoint()
    guard newest.due else { return report.done("nothing is recorded that enough others have not signed") }
    var known = Dictionary(newest.known.map { ($0.name.value, $0.size) }, uniquingKeysWith: max)
    // Whoever has trouble is not waited for again before the newest.
    var silent: Set<String> = []
    for size in newest.earlier {
      let checkpoint = try await service.checkpoint(size: size)
      for (name, size) in try await anchor(checkpoint, known, isNewest: false, passingOver: silent) {
        if let size { known[name] = size } else { silent.insert(name) }
      }
    }
    _ = try await anchor(newest, known, isNewest: true)
  }

  /// - Returns: the size that each witness that was asked is at now, by the name in its cosignatures; nil where it did not say.
  private func anchor(
    _ checkpoint: CheckpointToAnchor, _ known: [String: Int], isNewest: Bool, passingOver silent: Set<String> = []
  ) async throws -> [String: Int?] {
    try await withThrowingTaskGroup(of: (String, Int?)?.self) { group in
      for (place, witness) in settings.policy.witnesses.enumerated() {
        guard let url = witness.url else {
          if isNewest { report.failed("witness \(witness.name): the policy names no address for it", .configuration) }
          continue
        }
        let name = witness.verifier.name
        let old = known[name] ?? 0
        // It has signed a later one already.
        guard isNewest || (old < checkpoint.size && !silent.contains(name)) else { continue }
        let asked = AskedWitness(place: place, witness: witness, url: url, old: old, isNewest: isNewest)
        group.addTask { (name, try await ask(asked, checkpoint)) }
      }
      for authority in isNewest ? settings.authorities : [] {
        group.addTask {
          try await stamp(authority, checkpoint)
          return nil
        }
      }
      var reached: [String: Int?] = [:]
      for try await answer in group { if let answer { reached[answer.0] = .some(answer.1) } }
      return reached
    }
  }

  // MARK: Witnesses

  /// - Returns: the size that the witness is at now; nil where it is not known.
  private func ask(_ asked: AskedWitness, _ checkpoint: CheckpointToAnchor) async throws -> Int? {
    let name = "witness \(asked.witness.name)"
    do throws(HTTPTrouble) {
      var answer = try await post(asked.old, asked.url, checkpoint)
      // It says where it is: from there once more.
      if case .at(let size) = answer, size != asked.old, size <= checkpoint.size {
        answer = try await post(size, asked.url, checkpoint)
      }
      return await take(answer, asked, checkpoint, name)
    } catch {
      report.failed("\(name) \(error.sentence)", error == .tooLong ? .unverified : .unavailable)
      return nil
    }
  }

  private func post(
    _ old: Int, _ url: String, _ checkpoint: CheckpointToAnchor
  ) async throws(HTTPTrouble) -> AddCheckpoint.Answer {
    var proof: [Hash] = []
    if old > 0, old < checkpoint.size {
      // What the service cannot prove, it has never been.
      guard let proved = try? await service.checkpoint(size: checkpoint.size, from: old) else { return .garbage }
      proof = proved.proof.compactMap { Base64URL.decode($0.text) }.compactMap { Hash(bytes: $0) }
    }
    let body = AddCheckpoint.body(old: min(old, checkpoint.size), proof: proof, note: checkpoint.note.value)
    return AddCheckpoint.read(
      try await poster.post(body, as: AddCheckpoint.contentType, to: AddCheckpoint.url(url)))
  }

  private func take(
    _ answer: AddCheckpoint.Answer, _ asked: AskedWitness, _ checkpoint: CheckpointToAnchor, _ name: String
  ) async -> Int? {
    switch answer {
    case .cosigned(let lines):
      guard let line = asked.cosignature(among: lines, of: checkpoint, settings.policy) else {
        report.failed("\(name) answers without a cosignature that holds", .unverified)
        return nil
      }
      var anchor = KeepAnchor()
      anchor.cosignature = Line(line)
      anchor.size = checkpoint.size
      await keep(anchor, name)
      return checkpoint.size
    case .at(let size) where size > checkpoint.size:
      guard asked.isNewest else { return size }
      report.failed(
        "\(name) knows \(size) events of this log, and the log has signed \(checkpoint.size): the record may have been "
          + "rolled back to an old copy", .unverified)
      return nil
    case .at:
      report.failed("\(name) is being asked by somebody else, too; it is asked again at the next run", .unavailable)
      return nil
    case .refused(let refusal):
      report.failed("\(name) \(refusal.sentence)", refusal == .inconsistent ? .unverified : .refused)
      return nil
    case .unavailable(let status):
      report.failed("\(name) has trouble of its own (\(status))", .unavailable)
      return nil
    case .garbage:
      report.failed("\(name) answers what the protocol of witnesses does not have", .unverified)
      return nil
    }
  }

  // MARK: Time-stamps

  private func stamp(_ authority: AgentSettings.Authority, _ checkpoint: CheckpointToAnchor) async throws {
    let name = "authority \(authority.name.value)"
    let stamped = Array(checkpoint.note.value.utf8)
    do {
      let request = try TimeStampRequest(over: stamped, nonce: UInt64.random(in: 1...UInt64.max))
      let answer = try await poster.post(request.bytes, as: TimeStampRequest.contentType, to: authority.url)
      guard answer.status == 200 else {
        return report.failed(
          "\(name) answers \(answer.status)", (500...599).contains(answer.status) ? .unavailable : .refused)
      }
      let stamp = try TimeStamp(parsing: answer.body)
      try stamp.covers(stamped)
      try stamp.answers(request)
      var anchor = KeepAnchor()
      anchor.authority = authority.name
      anchor.timestamp = Document(Base64.encode(stamp.bytes))
      anchor.size = checkpoint.size
      await keep(anchor, name)
    } catch let trouble as HTTPTrouble {
      report.failed("\(name) \(trouble.sentence)", trouble == .tooLong ? .unverified : .unavailable)
    } catch let error as TimeStampError {
      report.failed("\(name): \(error)", .unverified)
    }
  }

  private func keep(_ anchor: KeepAnchor, _ name: String) async {
    do {
      let kept = try await service.keep(anchor)
      report.done("\(name) signed \(anchor.size) events at \(kept.time.text)")
    } catch RecordServiceError.refused(let sentence) {
      report.failed("\(name): the service does not keep what it signed: \(sentence)", .unverified)
    } catch {
      report.failed(
        "\(name): the service could not keep what it signed; it is asked again at the next run", .unavailable)
    }
  }
}

/// A witness on its way to be asked.
struct AskedWitness: Sendable {
  let place: Int
  let witness: WitnessPolicy.Witness
  let url: String
  /// The size that it is thought to be at.
  let old: Int
  let isNewest: Bool

  /// The line that is this witness's and holds; lines of other keys are passed over.
  func cosignature(
    among lines: [String], of checkpoint: CheckpointToAnchor, _ policy: WitnessPolicy
  ) -> String? {
    guard let note = try? SignedNote(parsing: Array(checkpoint.note.value.utf8)) else { return nil }
    return lines.first { (try? policy.witnessing($0, of: note))?.place == place }
  }
}
