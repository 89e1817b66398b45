import Dispatch
import Testing

@testable import EventLog

/// Whether the writer is there: what the watchdog rests on.
struct ProbeTests {
  private typealias Answers = Mailbox<Int>

  @Test func `who knocks is answered before the letters, and also while letters are refused`() throws {
    let mailbox = Answers(limit: 1)
    let bell = DispatchSemaphore(value: 0)
    try mailbox.put(1)
    mailbox.refuse(.readOnly)
    #expect(throws: WriterError.readOnly) { try mailbox.put(2) }
    try mailbox.knock { bell.signal() }
    guard case .knocks(let answers) = mailbox.take(8, patience: nil) else {
      Issue.record("the knock was not handed out")
      return
    }
    for answer in answers { answer() }
    #expect(bell.wait(timeout: .now()) == .success)
    guard case .letters(let letters) = mailbox.take(8, patience: .zero) else {
      Issue.record("the letter was lost")
      return
    }
    #expect(letters == [1])
    guard case .timedOut = mailbox.take(8, patience: .zero) else {
      Issue.record("something is left")
      return
    }
  }

  @Test func `nobody answers once the mailbox is closed`() {
    let mailbox = Answers(limit: 1)
    mailbox.close()
    #expect(throws: WriterError.stopped) { try mailbox.knock {} }
  }
}
