/// Moves the views on, one commit of the log after the other. Confined to the log's writer thread.
package final class ViewWriter {
  private let views: Views

  init(_ views: Views) { self.views = views }

  /// Events applied.
  package var position: Int { views.position }

  /// Applies the leaves of one commit, in one transaction. The log holds them already: after a failure the next call, or the
  /// next start, makes up for it.
  package func apply(_ leaves: [(position: Int, bytes: [UInt8])]) throws { try views.apply(leaves) }
}
