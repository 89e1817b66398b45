/// A type as an interface definition writes it.
package indirect enum VarlinkType: Sendable, Hashable {
  case bool, int, float, string
  /// Any JSON object, not looked into.
  case object
  /// A type that the interface defines under that name.
  case named(String)
  case array(VarlinkType)
  /// An object of any names, all of whose values have the type: `[string]int`. A set is one of empty structures.
  case map(VarlinkType)
  /// May be null or missing.
  case nullable(VarlinkType)
  case structure([Field])
  case enumeration([String])

  package struct Field: Sendable, Hashable {
    package let name: String
    package let type: VarlinkType

    package init(name: String, type: VarlinkType) {
      self.name = name
      self.type = type
    }
  }
}
