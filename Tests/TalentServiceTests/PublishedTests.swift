import Testing

@testable import TalentService

struct PublishedTests {
  private func memory(_ size: Int) -> Memory {
    var memory = Memory()
    memory.size = size
    return memory
  }

  @Test func `whoever waits for the log to grow learns of it, and not of what was there before`() async {
    let published = Published(memory(3))
    #expect(await published.grows(beyond: 2))
    async let grown = published.grows(beyond: 3)
    published.publish(memory(3))
    published.publish(memory(4))
    #expect(await grown)
    #expect(published.read().size == 4)
  }

  @Test func `whoever stops waiting is let go`() async {
    let published = Published(memory(3))
    let waited = await withTaskGroup(of: Bool.self) { group in
      group.addTask { await published.grows(beyond: 3) }
      group.cancelAll()
      return await group.next()
    }
    #expect(waited == false)
  }
}
