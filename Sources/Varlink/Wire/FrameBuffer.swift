package import NIOCore

/// Cuts a stream of bytes into frames, each ended by a NUL. It remembers how far it has looked, so that a frame that
/// trickles in is not searched again and again, and when each byte came, so that a frame that waits keeps its time.
package struct FrameBuffer {
  private var bytes = ByteBuffer()
  /// How many readable bytes are known to hold no NUL.
  private var scanned = 0
  /// When bytes came, as positions in the whole stream; only those that are still waiting.
  private var arrivals: [(end: Int, at: Int64)] = []
  private var received = 0
  private var consumed = 0
  /// The longest frame, in bytes without its NUL.
  package let limit: Int

  package init(limit: Int) {
    self.limit = limit
  }

  /// Whether nothing is waiting, neither a whole frame nor part of one.
  package var isEmpty: Bool { bytes.readableBytes == 0 }

  /// In bytes: whole frames and parts of one that are waiting.
  package var count: Int { bytes.readableBytes }

  package mutating func append(_ more: ByteBuffer, at milliseconds: Int64) {
    received += more.readableBytes
    arrivals.append((received, milliseconds))
    if bytes.readableBytes == 0 {
      bytes = more
      scanned = 0
    } else {
      bytes.writeImmutableBuffer(more)
    }
  }

  /// The next whole frame without its NUL, and when its last byte came; nil when more must come first. Throws as soon as
  /// a frame is known to be longer than the limit, whether or not it has ended.
  package mutating func next() throws(MalformedFrame) -> (frame: ByteBuffer, at: Int64)? {
    let end = bytes.withUnsafeReadableBytes { all -> Int? in
      let rest = UnsafeRawBufferPointer(rebasing: all[scanned...])
      return rest.firstIndex(of: 0).map { $0 + scanned }
    }
    guard (end ?? bytes.readableBytes) <= limit else { throw .tooLong }
    guard let end, let frame = bytes.readSlice(length: end) else {
      scanned = bytes.readableBytes
      return nil
    }
    bytes.moveReaderIndex(forwardBy: 1)
    scanned = 0
    consumed += end + 1
    arrivals.removeAll { $0.end < consumed }
    let at = arrivals.first?.at ?? 0
    // A buffer that once held a long frame is not kept at that size.
    if bytes.readableBytes == 0 {
      bytes = ByteBuffer()
      arrivals.removeAll(keepingCapacity: true)
    }
    return (frame, at)
  }

  package mutating func removeAll() {
    bytes = ByteBuffer()
    scanned = 0
    arrivals = []
    consumed = received
  }
}
