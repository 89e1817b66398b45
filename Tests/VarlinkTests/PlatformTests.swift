import CPlatform
import Glibc
import Testing

@Suite(.serialized) struct PlatformTests {
  static func mode(_ path: String) -> mode_t? {
    var status = stat()
    return lstat(path, &status) == 0 ? status.st_mode & 0o777 : nil
  }

  @Test func `a socket has its mode whatever the mask, and leaves nothing beside it`() async throws {
    try await withFolder { folder in
      let path = "\(folder)/socket"
      let before = talent_umask(0o077)
      let descriptor = talent_open_socket(path, 0o660)
      _ = talent_umask(before)
      defer { close(descriptor) }
      #expect(descriptor >= 0)
      #expect(Self.mode(path) == 0o660)
      #expect(Self.mode("\(path).\(getpid())") == nil)
      #expect(fcntl(descriptor, F_GETFD) & FD_CLOEXEC != 0)
    }
  }

  @Test func `a stale socket is replaced, an answered one and a file are not`() async throws {
    try await withFolder { folder in
      let path = "\(folder)/socket"
      let first = talent_open_socket(path, 0o600)
      #expect(talent_open_socket(path, 0o600) == -EADDRINUSE)
      close(first)
      let second = talent_open_socket(path, 0o600)
      #expect(second >= 0)
      close(second)
      unlink(path)
      close(open(path, O_CREAT | O_WRONLY, 0o600))
      #expect(talent_open_socket(path, 0o600) == -EEXIST)
      #expect(talent_open_socket(folder + "/" + String(repeating: "x", count: 200), 0o600) == -ENAMETOOLONG)
      #expect(talent_open_socket("\(folder)/none/socket", 0o600) == -ENOENT)
    }
  }

  @Test func `the other end of a socket is known by its credentials`() async throws {
    try await withFolder { folder in
      let path = "\(folder)/socket"
      let listener = talent_open_socket(path, 0o600)
      let client = talent_connect_socket(path)
      let server = accept(listener, nil, nil)
      defer { for descriptor in [listener, client, server] { close(descriptor) } }
      var uid = uid_t()
      var gid = gid_t()
      var pid = pid_t()
      #expect(talent_peer_credentials(server, &uid, &gid, &pid) == 0)
      #expect(uid == getuid() && gid == getgid() && pid == getpid())
      #expect(talent_peer_credentials(-1, &uid, &gid, &pid) == -EBADF)
    }
  }

  @Test func `users and their groups are looked up`() {
    var uid: uid_t = 99
    #expect(talent_user_id("root", &uid) == 0)
    #expect(uid == 0)
    var name = [CChar](repeating: 0, count: 64)
    #expect(talent_user_name(0, &name, name.count) == 0)
    #expect(String(decoding: name.prefix { $0 != 0 }.map(UInt8.init), as: UTF8.self) == "root")
    #expect(talent_user_name(0, &name, 3) == -ERANGE)
    #expect(talent_user_name(4_000_000_000, &name, name.count) == -ENOENT)
    #expect(talent_user_id("nobody-has-this-name", &uid) == -ENOENT)
    var groups = [gid_t](repeating: 0, count: 64)
    var count: Int32 = 64
    #expect(talent_user_groups(0, 0, &groups, &count) == 0)
    #expect(groups.prefix(Int(count)).contains(0))
    count = 0
    #expect(talent_user_groups(0, 0, &groups, &count) == -ERANGE)
  }

  @Test(arguments: [false, true]) func `the service manager is told, by path or abstract name`(_ isAbstract: Bool)
    async throws
  {
    #expect(talent_notify("READY=1") == 0)
    try await withFolder { folder in
      let receiver = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue), 0)
      defer { close(receiver) }
      let name = isAbstract ? "@\(folder)" : "\(folder)/notify"
      var address = sockaddr_un()
      address.sun_family = sa_family_t(AF_UNIX)
      withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: name.utf8) }
      if isAbstract { address.sun_path.0 = 0 }
      let length = socklen_t(2 + name.utf8.count)
      let bound = withUnsafePointer(to: &address) {
        $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { bind(receiver, $0, length) }
      }
      #expect(bound == 0)
      setenv("NOTIFY_SOCKET", name, 1)
      defer { unsetenv("NOTIFY_SOCKET") }
      #expect(talent_notify("READY=1\nSTATUS=å") == 1)
      var space = [UInt8](repeating: 0, count: 100)
      let count = recv(receiver, &space, space.count, 0)
      #expect(String(decoding: space.prefix(max(0, count)), as: UTF8.self) == "READY=1\nSTATUS=å")
    }
    setenv("NOTIFY_SOCKET", "relative", 1)
    #expect(talent_notify("READY=1") == -EAFNOSUPPORT)
    unsetenv("NOTIFY_SOCKET")
  }

  @Test func `sockets meant for another process are not taken`() {
    defer {
      unsetenv("LISTEN_PID")
      unsetenv("LISTEN_FDS")
    }
    #expect(talent_listen_fds() == 0)
    setenv("LISTEN_FDS", "1", 1)
    setenv("LISTEN_PID", "1", 1)
    #expect(talent_listen_fds() == 0)
    setenv("LISTEN_PID", "\(getpid())", 1)
    setenv("LISTEN_FDS", "many", 1)
    #expect(talent_listen_fds() == -EINVAL)
    setenv("LISTEN_FDS", "0", 1)
    #expect(talent_listen_fds() == 0)
  }

  @Test func `the clocks go forward`() {
    let first = talent_monotonic_ms()
    #expect(talent_monotonic_ms() >= first)
    #expect(talent_realtime_ms() > 1_600_000_000_000)
  }
}
