import Glibc
import StrictJSON

/// What Package.swift says, as SwiftPM reads it.
struct Manifest {
  struct Module {
    let name: String
    /// Whether it is part of what ships: its sources stand in `Sources`.
    let isShipped: Bool
    /// Our own modules that it may know.
    let modules: Set<String>
    /// Those of others.
    let products: Set<String>
  }

  /// The folder that Package.swift stands in.
  static let folder = "/" + Programs.sources.split(separator: "/").dropLast(2).joined(separator: "/")

  let modules: [String: Module]

  var shipped: [Module] { modules.values.filter(\.isShipped) }

  init() throws {
    modules = try withFolder { scratch in
      // A folder of its own: the build folder may be held by whoever runs the tests.
      let run = try ChildProcess.run(
        ["swift", "package", "--package-path", Manifest.folder, "--scratch-path", scratch, "dump-package"],
        environment: getenv("HOME").map { ["HOME": String(cString: $0)] } ?? [:], seconds: 300)
      guard run.status == 0 else { throw Trouble("Package.swift cannot be read: \(run.error)") }
      let package = try JSON(parsing: Array(run.output.utf8))
      let read = (package["targets"]?.array ?? []).compactMap(Manifest.module)
      return Dictionary(uniqueKeysWithValues: read.map { ($0.name, $0) })
    }
  }

  private static func module(_ target: JSON) -> Module? {
    guard let name = target["name"]?.string, let kind = target["type"]?.string else { return nil }
    func named(_ kind: String) -> [String] {
      (target["dependencies"]?.array ?? []).compactMap { $0[kind]?.array?.first?.string }
    }
    return Module(
      name: name, isShipped: kind != "test" && target["path"]?.string == nil,
      modules: Set(named("byName") + named("target")), products: Set(named("product")))
  }

  /// Everything that ends up in a program, our own and others'.
  func reach(of name: String) -> Set<String> {
    var (reached, waiting): (Set<String>, [String]) = ([], [name])
    while let next = waiting.popLast() {
      guard reached.insert(next).inserted, let module = modules[next] else { continue }
      waiting += module.modules.union(module.products)
    }
    return reached
  }
}
