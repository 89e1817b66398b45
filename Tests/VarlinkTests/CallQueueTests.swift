import Testing

@testable import Varlink

@Suite struct CallQueueTests {
  @Test func `calls begin in their order`() throws {
    var queue = CallQueue<String>()
    for name in ["a", "b", "c"] { queue.accept(more: false, oneway: false, name) }
    #expect(queue.outstanding == 3)
    #expect(queue.begin()?.call == "a")
    #expect(queue.begin()?.call == "b")
    #expect(queue.begin()?.call == "c")
    #expect(queue.begin()?.call == nil)
  }

  @Test func `a stream is handled by itself`() throws {
    var queue = CallQueue<String>()
    queue.accept(more: false, oneway: false, "a")
    queue.accept(more: true, oneway: false, "stream")
    queue.accept(more: false, oneway: false, "b")
    let nextFirst = queue.begin()
    let first = try #require(nextFirst)
    #expect(queue.begin() == nil)
    queue.end(first.ticket)
    let nextStream = queue.begin()
    let stream = try #require(nextStream)
    #expect(stream.call == "stream" && queue.isStreaming)
    #expect(queue.begin() == nil)
    queue.end(stream.ticket)
    #expect(queue.begin()?.call == "b")
    #expect(!queue.isStreaming)
  }

  @Test func `the turn to reply goes round in the order of calls`() throws {
    var queue = CallQueue<String>()
    for name in ["a", "b"] { queue.accept(more: false, oneway: false, name) }
    let nextFirst = queue.begin()
    let first = try #require(nextFirst)
    let nextSecond = queue.begin()
    let second = try #require(nextSecond)
    #expect(queue.isTurn(of: first.ticket) && !queue.isTurn(of: second.ticket))
    queue.passTurn()
    #expect(queue.hasReplied(first.ticket) && queue.isTurn(of: second.ticket))
  }

  @Test func `calls that have not begun can be dropped`() {
    var queue = CallQueue<String>()
    for index in 0..<4 { queue.accept(more: false, oneway: index % 2 == 0, "\(index)") }
    _ = queue.begin()
    queue.dropWaiting { !$0.oneway }
    #expect(queue.waiting.map(\.call) == ["2"])
    #expect(queue.outstanding == 2)
  }
}
