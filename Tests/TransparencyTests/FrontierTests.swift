import Testing
import Transparency

@Suite struct FrontierTests {
  private func frontier(_ size: Int) -> Frontier {
    var frontier = Frontier()
    for index in 0..<size { frontier.append(TreeHash.leaf([UInt8(index & 255), UInt8(index >> 8)])) }
    return frontier
  }

  @Test func `appending reports each node once, when it is complete`() {
    var frontier = Frontier()
    var nodes: [[Int]: Hash] = [:]
    for index in 0..<70 {
      let leaf = TreeHash.leaf([UInt8(index)])
      frontier.append(leaf) { level, index, hash in
        #expect(nodes.updateValue(hash, forKey: [level, index]) == nil)
        if level > 0 {
          #expect(
            nodes[[level - 1, 2 * index]].map { TreeHash.node($0, nodes[[level - 1, 2 * index + 1]] ?? leaf) } == hash)
        }
      }
      #expect(nodes[[0, index]] == leaf)
    }
    // 70 leaves, 35 pairs, 17, 8, 4, 2, 1.
    #expect(nodes.count == 70 + 35 + 17 + 8 + 4 + 2 + 1)
  }

  @Test(arguments: [0, 1, 2, 3, 7, 8, 255, 256, 257, 1000]) func `it reads back from its bytes`(size: Int) throws {
    let frontier = frontier(size)
    let bytes = frontier.serialised
    #expect(bytes.count == 8 + 32 * size.nonzeroBitCount)
    let again = try #require(Frontier(serialised: bytes))
    #expect(again == frontier)
    #expect(again.root == frontier.root)
    #expect(Frontier(size: size, hashes: frontier.hashes) == frontier)
  }

  @Test func `bytes of another length or a size that they do not fit are refused`() {
    let bytes = frontier(5).serialised
    #expect(Frontier(serialised: []) == nil)
    #expect(Frontier(serialised: Array(bytes.dropLast())) == nil)
    #expect(Frontier(serialised: bytes + [0]) == nil)
    #expect(Frontier(serialised: Array(bytes.dropLast(32))) == nil)
    #expect(Frontier(serialised: [0, 0, 0, 0, 0, 0, 0, 4] + bytes.dropFirst(8)) == nil)
    #expect(Frontier(serialised: [UInt8](repeating: 0xFF, count: 8) + bytes.dropFirst(8)) == nil)
    #expect(Frontier(size: -1, hashes: []) == nil)
    #expect(Frontier(size: 3, hashes: [TreeHash.empty]) == nil)
  }

  @Test func `the size stands first, most significant byte first`() {
    #expect(Array(frontier(258).serialised.prefix(8)) == [0, 0, 0, 0, 0, 0, 1, 2])
  }
}
