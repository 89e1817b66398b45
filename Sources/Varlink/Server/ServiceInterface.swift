/// The interface that every service offers: what it is, and which interfaces it has.
package enum ServiceInterface {
  package static let name = "org.varlink.service"

  package static let text = """
    # Describes a service and the interfaces that it implements.
    interface org.varlink.service

    # Who made the service, and the names of its interfaces.
    method GetInfo() -> (
      vendor: string,
      product: string,
      version: string,
      url: string,
      interfaces: []string
    )

    # The definition of one interface.
    method GetInterfaceDescription(interface: string) -> (description: string)

    # The service has no such interface.
    error InterfaceNotFound (interface: string)

    # The interface has no such method.
    error MethodNotFound (method: string)

    # The interface defines the method, but the service does not implement it.
    error MethodNotImplemented (method: string)

    # A parameter is missing, unknown or of the wrong type: its path.
    error InvalidParameter (parameter: string)

    # The caller may not do this.
    error PermissionDenied ()

    # The method must be called with "more".
    error ExpectedMore ()

    """
}

/// How a service presents itself.
package struct ServiceInfo: Sendable, Hashable {
  package let vendor: String
  package let product: String
  package let version: String
  package let url: String

  package init(vendor: String, product: String, version: String, url: String) {
    self.vendor = vendor
    self.product = product
    self.version = version
    self.url = url
  }
}
