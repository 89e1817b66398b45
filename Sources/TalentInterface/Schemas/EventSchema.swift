package import StrictJSON
package import TalentDomain

/// The JSON Schema (2020-12) of an event: the whole leaf, with the facts of its type. `events-schema/` holds these, and a
/// test holds them to these types.
package enum EventSchema {
  /// One schema a type of event, by file name, such as `nomination.submitted.v1.json`.
  package static var all: [(file: String, schema: JSON)] {
    FactRegistry.all.map { ("\($0.type).json", schema(of: $0)) }.sorted { $0.0 < $1.0 }
  }

  package static func schema<F: Fact>(of type: F.Type) -> JSON {
    let data: [(String, JSON)] = [
      ("_sd", list(of: digest, "Digests of the sealed disclosures (RFC 9901), sorted.")),
      ("actor", alias("Who recorded it, by the stream's alias.")),
      ("behalf", alias("On whose behalf.")),
      ("cause", position("The event that made this one necessary.")),
      ("command", .object([("type", "string"), ("pattern", "^[0-9a-f-]{36}$")])),
      ("facts", object(F.recordShape)),
      ("localdate", date("The date of recording in the cohort's zone.")),
      ("previous", digest("SHA-256 of the stream's previous leaf; absent at revision 0.")),
      ("received", instant("When the request arrived: deadlines are judged by it.")),
      ("revision", position("The event's number within its stream.")),
      ("ruleset", .object([("type", "string")])),
      ("simulated", .object([("const", true)])),
      ("stream", .object([("type", "string")])),
    ]
    let members: [(String, JSON)] = [
      (
        "data",
        .object([
          ("type", "object"), ("properties", .object(data)),
          ("required", ["actor", "facts", "localdate", "received", "revision", "stream"]),
          ("additionalProperties", false),
        ])
      ),
      ("dataschema", .object([("const", .string("urn:talentd:event:\(F.type)"))])),
      ("id", .object([("type", "string"), ("pattern", "^(0|[1-9][0-9]*)$"), ("description", "The position.")])),
      ("recordedtime", instant("When it was recorded (registreringstid).")),
      ("source", .object([("type", "string"), ("description", "The log's origin.")])),
      ("specversion", .object([("const", "1.0")])),
      ("subject", alias("The person it is about, by the stream's alias.")),
      ("time", instant("When it took effect (virkningstid).")),
      ("type", .object([("const", .string("\(F.type)"))])),
    ]
    return .object([
      ("$schema", "https://json-schema.org/draft/2020-12/schema"),
      ("$id", .string("urn:talentd:event:\(F.type)")),
      ("title", .string("\(F.type)")),
      ("description", .string("\(F.purpose.en) / \(F.purpose.da)")),
      ("type", "object"),
      ("properties", .object(members)),
      (
        "required",
        ["data", "dataschema", "id", "recordedtime", "source", "specversion", "time", "type"]
      ),
      ("additionalProperties", false),
      ("x-sealed", .array(F.sealed.map { sealed($0) })),
    ])
  }

  /// What stands sealed beside the event: the claim's name, class of retention, audience, and the form of its value.
  private static func sealed<S: SealedRecord>(_: S.Type) -> JSON {
    .object([
      ("name", .string(S.name)), ("retention", .string(S.retention.rawValue)),
      ("audience", .string(S.audience.rawValue)), ("value", object(S.recordShape)),
    ])
  }

  private static func object(_ record: RecordShape) -> JSON {
    .object([
      ("type", "object"),
      ("properties", .object(record.members.map { ($0.name, noted(schema(of: $0.shape), $0.note)) })),
      ("required", .array(record.members.filter { !$0.isOptional }.map { .string($0.name) })),
      ("additionalProperties", false),
    ])
  }

  private static func schema(of shape: Shape) -> JSON {
    switch shape {
    case .alias: pattern("^[0-9a-f][0-9a-hjkmnp-tv-z]{12}$")
    case .bool: .object([("type", "boolean")])
    case .code: pattern("^[a-z0-9.-]{1,64}$")
    case .date: pattern("^[0-9]{4}-[0-9]{2}-[0-9]{2}$")
    case .instant: pattern("^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\\.[0-9]{3}Z$")
    case .localTime: pattern("^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}$")
    case .rational: pattern("^-?[0-9]{1,9}(/[1-9][0-9]{0,8})?$")
    case .digest: pattern("^[A-Za-z0-9_-]{43}$")
    case .person: .object([("type", "string"), ("maxLength", 64)])
    case .integer(let range):
      .object([
        ("type", "integer"), ("minimum", .integer(Int64(range.lowerBound))),
        ("maximum", .integer(Int64(range.upperBound))),
      ])
    case .line(let limit), .text(let limit):
      .object([("type", "string"), ("maxLength", .integer(Int64(limit)))])
    case .choice(_, let words): .object([("enum", .array(words.map { .string($0) }))])
    case .list(let element, let limit):
      .object([("type", "array"), ("items", schema(of: element)), ("maxItems", .integer(Int64(limit)))])
    case .record(let record): object(record)
    }
  }

  private static func pattern(_ expression: String) -> JSON {
    .object([("type", "string"), ("pattern", .string(expression))])
  }

  private static func noted(_ schema: JSON, _ note: String) -> JSON {
    guard !note.isEmpty, case .object(let members) = schema else { return schema }
    return .object(members + [JSON.Member(name: "description", value: .string(note))])
  }

  private static func alias(_ note: String) -> JSON { noted(schema(of: .alias), note) }
  private static func date(_ note: String) -> JSON { noted(schema(of: .date), note) }
  private static func instant(_ note: String) -> JSON { noted(schema(of: .instant), note) }
  private static let digest = schema(of: .digest)
  private static func digest(_ note: String) -> JSON { noted(schema(of: .digest), note) }
  private static func position(_ note: String) -> JSON {
    noted(.object([("type", "integer"), ("minimum", 0)]), note)
  }
  private static func list(of element: JSON, _ note: String) -> JSON {
    noted(.object([("type", "array"), ("items", element)]), note)
  }
}

extension JSON {
  fileprivate static func object(_ members: [(String, JSON)]) -> JSON {
    .object(members.map { JSON.Member(name: $0.0, value: $0.1) })
  }
}
