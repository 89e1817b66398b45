import StrictJSON
import TalentDomain
import TalentInterface

/// Parameters of any method, well formed by its description: what is asked makes sense, so that the answer depends on who
/// asks. New methods are covered the day they appear.
struct ShapeFiller {
  /// Whom it is about, wherever a person is asked for.
  var person: String
  var cohort = "2027"
  /// An id, wherever one is asked for.
  var alias = "0123456789abc"
  /// Judge, and record nothing.
  var dryRun = true

  /// - Parameter behalf: on whose behalf, for methods that write.
  func parameters(of method: TalentInterface.Method, behalf: String? = nil) -> [UInt8] {
    var members: [JSON.Member] = []
    for member in method.input.members {
      switch member.name {
      case "at", "simulate": continue
      case "behalf": if let behalf { members.append(.init(name: "behalf", value: .string(behalf))) }
      case "call": members.append(.init(name: "call", value: call(behalf)))
      case "dryRun": members.append(.init(name: "dryRun", value: .bool(dryRun)))
      default: members.append(.init(name: member.name, value: value(member)))
      }
    }
    return JSON.object(members).canonical()
  }

  private func call(_ behalf: String?) -> JSON {
    var members = [JSON.Member(name: "dryRun", value: .bool(dryRun))]
    if let behalf { members.append(.init(name: "behalf", value: .string(behalf))) }
    members.append(.init(name: "id", value: .string(CommandID.new().text)))
    return .object(members)
  }

  private func value(_ member: RecordShape.Member) -> JSON {
    switch (member.name, member.shape) {
    case ("id", .line): .string(CommandID.new().text)
    case ("centre", .line): .string(Cast.schools)
    case ("zone", .line): "Europe/Copenhagen"
    case ("cohort", .code): .string(cohort)
    default: value(member.shape)
    }
  }

  private func value(_ shape: Shape) -> JSON {
    switch shape {
    case .alias: .string(alias)
    case .bool: true
    case .code: "eksempel-1"
    case .date: .string(CohortDates.today.deadline.text)
    case .instant: "2027-03-01T22:59:59.000Z"
    case .localTime: "2027-03-01T23:59:59"
    case .rational: "1/3"
    case .digest: "47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU"
    case .person: .string(person)
    case .integer(let range): .integer(Int64(min(max(1, range.lowerBound), range.upperBound)))
    case .line, .text: "Eksempel"
    case .choice(_, let words): .string(words[0])
    case .list(let element, _): .array([value(element)])
    case .record(let record):
      // Options of a call are left out where they stand in a row; a row's own id is not optional.
      .object(
        record.members.filter { !$0.isOptional }.map { JSON.Member(name: $0.name, value: value($0)) })
    }
  }
}
