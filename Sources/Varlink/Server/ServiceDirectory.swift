import StrictJSON

/// What a server offers, prepared for finding a method quickly; answers what needs no handler.
struct ServiceDirectory: Sendable {
  enum Work: Sendable {
    /// A call for the handler.
    case call(interface: String, name: String)
    /// An answer that is known already: its kind and canonical parameters.
    case answer(ReplyKind, [UInt8])
  }

  private struct Entry: Sendable {
    let interface: String
    let method: VarlinkInterface.Method
    let checker: TypeChecker
  }

  private let entries: [String: Entry]
  private let interfaces: [String: VarlinkInterface]
  private let info: [UInt8]

  init(_ info: ServiceInfo, _ interfaces: [VarlinkInterface]) throws(VarlinkSyntaxError) {
    let all = [try VarlinkInterface(parsing: ServiceInterface.text)] + interfaces
    var entries: [String: Entry] = [:]
    for interface in all {
      let checker = TypeChecker(interface)
      for method in interface.methods.values {
        entries["\(interface.name).\(method.name)"] = Entry(interface: interface.name, method: method, checker: checker)
      }
    }
    self.entries = entries
    self.interfaces = Dictionary(all.map { ($0.name, $0) }) { first, _ in first }
    let description: JSON = [
      "vendor": .string(info.vendor), "product": .string(info.product), "version": .string(info.version),
      "url": .string(info.url), "interfaces": .array(all.map { .string($0.name) }),
    ]
    self.info = description.canonical()
  }

  func work(for frame: CallFrame) -> Work {
    guard let entry = entries[frame.method] else { return unknown(frame.method) }
    // Handing the connection over to another protocol is nothing that a method here does.
    guard !frame.upgrade else { return error(StandardError.methodNotImplemented, "method", frame.method) }
    do {
      try entry.checker.check(frame.parameters, against: entry.method.input)
    } catch {
      return self.error(StandardError.invalidParameter, "parameter", error.path)
    }
    guard entry.interface == ServiceInterface.name else {
      return .call(interface: entry.interface, name: entry.method.name)
    }
    return entry.method.name == "GetInfo" ? .answer(.last, info) : describe(frame.parameters["interface"]?.string ?? "")
  }

  private func describe(_ name: String) -> Work {
    guard let interface = interfaces[name] else { return error(StandardError.interfaceNotFound, "interface", name) }
    return .answer(.last, JSON.object([.init(name: "description", value: .string(interface.text))]).canonical())
  }

  private func unknown(_ method: String) -> Work {
    let interface = method.lastIndex(of: ".").map { String(method[..<$0]) } ?? method
    return interfaces[interface] == nil
      ? error(StandardError.interfaceNotFound, "interface", interface)
      : error(StandardError.methodNotFound, "method", method)
  }

  private func error(_ name: String, _ member: String, _ value: String) -> Work {
    .answer(.error(name), JSON.object([.init(name: member, value: .string(value))]).canonical())
  }
}
