/// Errors that any method of any interface may answer with.
package enum StandardError {
  package static let interfaceNotFound = "org.varlink.service.InterfaceNotFound"
  package static let methodNotFound = "org.varlink.service.MethodNotFound"
  package static let methodNotImplemented = "org.varlink.service.MethodNotImplemented"
  package static let invalidParameter = "org.varlink.service.InvalidParameter"
  package static let permissionDenied = "org.varlink.service.PermissionDenied"
  package static let expectedMore = "org.varlink.service.ExpectedMore"
}
