import Evidence
import TalentDomain
import TimeStamps

/// The times of a bundle's time-stamps, as far as the authorities that one trusts vouch for them.
struct StampTimes {
  private struct Stamped: Hashable {
    let response: [UInt8]
    let data: [UInt8]
  }

  private let times: [Stamped: Int64]

  /// - Parameter authorities: a file of certificates (PEM).
  init(_ bundle: BundleFolder, authorities path: String) throws {
    let pem = try InputFile.read(path)
    let authorities: TimeStampAuthorities
    do {
      authorities = try TimeStampAuthorities(pem: pem)
    } catch {
      let (da, en) = error.sentences
      throw Failure.badData(Bilingual(da: "\(path): \(da)", en: "\(path): \(en)"))
    }
    let stamps = try bundle.paths.filter { $0.hasPrefix("anchors/") && $0.hasSuffix(".tsr") }.compactMap { path in
      let note = path.split(separator: "/").dropLast().joined(separator: "/") + "/note"
      guard let response = try bundle.bytes(path), let data = try bundle.bytes(note) else { return nil as Stamped? }
      return Stamped(response: response, data: data)
    }
    times = waiting {
      var times: [Stamped: Int64] = [:]
      for stamp in stamps {
        guard let read = try? TimeStamp(parsing: stamp.response),
          (try? await read.verify(over: stamp.data, authorities: authorities)) != nil
        else { continue }
        times[stamp] = read.time
      }
      return times
    }
  }

  /// Milliseconds since 1970; nil where the stamp does not hold.
  @Sendable func time(_ response: [UInt8], _ data: [UInt8]) -> Int64? {
    times[Stamped(response: response, data: data)]
  }
}
