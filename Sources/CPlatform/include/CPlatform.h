// What the kernel and the C library know and Swift cannot ask for itself: peers, users, time zones, sockets, systemd.
// Every function is thread-safe unless it says otherwise. Functions that return `int` return 0 or more when they
// succeeded and a negative errno value when they failed.

#ifndef CPLATFORM_H
#define CPLATFORM_H

#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

// MARK: Peers and users

/// The kernel's `struct ucred`, which glibc hides unless GNU extensions are on.
struct talent_peer {
  pid_t pid;
  uid_t uid;
  gid_t gid;
};

/// Who opened the other end of a connected Unix socket, as the kernel saw it then. -errno on failure.
int talent_peer_credentials(int fd, uid_t *uid, gid_t *gid, pid_t *pid);

/// All groups of a user by the system's own look-up, `gid` among them. `count` goes in as the capacity of `out` and comes
/// back as the number of groups; -ERANGE when `out` is too small. May block (a directory service may be asked).
int talent_user_groups(uid_t uid, gid_t gid, gid_t *out, int *count);

/// The name of a user, NUL-terminated. -ENOENT where there is none, -ERANGE when `name` is too small. May block.
int talent_user_name(uid_t uid, char *name, size_t size);

/// The user of that name. -ENOENT where there is none. May block.
int talent_user_id(const char *name, uid_t *uid);

// MARK: Clocks

/// Milliseconds since some fixed point; never goes back.
int64_t talent_monotonic_ms(void);

/// Milliseconds since 1970-01-01T00:00:00Z by the wall clock.
int64_t talent_realtime_ms(void);

/// Nanoseconds since some fixed point; never goes back. For measuring how long something takes.
int64_t talent_monotonic_ns(void);

/// Whether the machine's clock is held right by a time source: 1, 0 where it is not, -errno where it cannot be asked.
int talent_clock_is_synchronised(void);

// MARK: Time zones

/// A time zone, read once and never changed, so that any thread may use it. The process's `TZ` plays no part.
typedef struct talent_zone talent_zone;

/// Reads a zone such as `Europe/Copenhagen` from `$TZDIR` or /usr/share/zoneinfo. Where no file stands, Europe/Copenhagen
/// and UTC are still known (the former by the rule of the European Union since 1996). NULL for any other.
talent_zone *talent_zone_open(const char *name);
void talent_zone_close(talent_zone *zone);

/// How far local time is ahead of UTC at that second since 1970, in seconds.
int talent_zone_local(const talent_zone *zone, int64_t utc_seconds, int *utc_offset_seconds);

enum talent_local_kind {
  /// The clocks showed this time once.
  TALENT_LOCAL_EXACT = 0,
  /// They showed it twice; the earlier is given.
  TALENT_LOCAL_AMBIGUOUS = 1,
  /// They were put forward past it; given is the time that the offset before the gap makes of it, which lies after it.
  TALENT_LOCAL_GAP = 2,
};

/// The second since 1970 at which clocks in the zone showed this local time. Years 1 to 9999; -EINVAL for what is no
/// date or time of day. `kind` is an `enum talent_local_kind`.
int talent_zone_utc(
    const talent_zone *zone, int year, int month, int day, int hour, int minute, int second, int64_t *utc_seconds,
    int *kind);

// MARK: Sockets

/// Binds and listens on a Unix stream socket. Nobody ever sees it with another mode than `mode`: it is made beside
/// `path`, and moved there when it is ready. A stale socket is replaced; -EADDRINUSE when somebody answers at `path`,
/// -EEXIST when something else than a socket stands there. Returns the descriptor (close-on-exec).
int talent_open_socket(const char *path, mode_t mode);

/// Where a Unix socket that listens has its name in the file system; -ENOENT where it has none there.
int talent_socket_path(int fd, char *path, size_t size);

/// Connects to a Unix stream socket; a leading `@` means the abstract namespace. Returns the descriptor (close-on-exec).
int talent_connect_socket(const char *path);

/// Lets reads and writes on a socket fail with EAGAIN after so many milliseconds; 0 means never.
int talent_socket_timeout(int fd, int64_t milliseconds);

// MARK: Files

/// What there is to know of a file without opening it.
struct talent_file {
  /// Kind and permissions, as in `st_mode`.
  uint32_t mode;
  uid_t uid;
  gid_t gid;
  uint64_t device;
  uint64_t inode;
  /// In bytes.
  int64_t size;
};

/// -errno on failure. A symbolic link is not followed.
int talent_file_status(const char *path, struct talent_file *out);

/// How many bytes of the file system at `path` anybody but root may still use, and how many there are. -errno on failure.
int talent_disk_space(const char *path, uint64_t *available, uint64_t *total);

// MARK: Service manager

/// Sends one datagram such as `READY=1` to `$NOTIFY_SOCKET`. 1 when it was sent, 0 when nobody asked for it.
int talent_notify(const char *state);

/// Whether standard error is the system's journal, by `$JOURNAL_STREAM`.
int talent_stderr_is_journal(void);

/// A socket for `talent_journal_send` (close-on-exec).
int talent_journal_open(void);

/// Sends one entry, in the journal's native protocol, to the socket at `path`; a large one goes as a sealed file. It never
/// waits: -EAGAIN when the journal does not keep up.
int talent_journal_send(int fd, const char *path, const void *bytes, size_t length);

/// How many listening sockets were handed to this process (from descriptor 3 upwards); each is close-on-exec afterwards.
/// 0 when there are none or they are meant for another process.
int talent_listen_fds(void);

/// Sets the process's mask for new files and returns the one before. For start-up only: it holds for every thread.
mode_t talent_umask(mode_t mask);

#endif
