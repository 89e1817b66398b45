#define _GNU_SOURCE
#include "CPlatform.h"

#include <errno.h>
#include <grp.h>
#include <pwd.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>

// The Swift side reads the socket option straight into `talent_peer`.
_Static_assert(sizeof(struct talent_peer) == sizeof(struct ucred), "talent_peer must be the kernel's ucred");
_Static_assert(offsetof(struct talent_peer, uid) == offsetof(struct ucred, uid), "uid must stand where ucred has it");
_Static_assert(offsetof(struct talent_peer, gid) == offsetof(struct ucred, gid), "gid must stand where ucred has it");

int talent_peer_credentials(int fd, uid_t *uid, gid_t *gid, pid_t *pid) {
  struct ucred credentials;
  socklen_t size = sizeof credentials;
  if (getsockopt(fd, SOL_SOCKET, SO_PEERCRED, &credentials, &size) != 0) return -errno;
  if (size != sizeof credentials) return -EPROTO;
  *uid = credentials.uid;
  *gid = credentials.gid;
  *pid = credentials.pid;
  return 0;
}

/// The entry of a user by id, or by name where that is given. The caller frees `*buffer`.
static int look_up(uid_t uid, const char *name, struct passwd *entry, char **buffer) {
  // Entries from directory services can be long: grow until it fits, up to a bound.
  for (size_t size = 1024; size <= 1 << 20; size *= 4) {
    char *space = malloc(size);
    if (space == NULL) return -ENOMEM;
    struct passwd *found = NULL;
    int error = name != NULL ? getpwnam_r(name, entry, space, size, &found) : getpwuid_r(uid, entry, space, size, &found);
    if (error == 0 && found != NULL) {
      *buffer = space;
      return 0;
    }
    free(space);
    if (error == ERANGE) continue;
    if (error == EINTR) {
      size /= 4;
      continue;
    }
    // POSIX leaves open which of these a C library gives for a user that is not there.
    if (error == 0 || error == ENOENT || error == ESRCH || error == EBADF || error == EPERM) return -ENOENT;
    return -error;
  }
  return -ERANGE;
}

int talent_user_groups(uid_t uid, gid_t gid, gid_t *out, int *count) {
  struct passwd entry;
  char *buffer = NULL;
  int error = look_up(uid, NULL, &entry, &buffer);
  if (error != 0) return error;
  int result = getgrouplist(entry.pw_name, gid, out, count) < 0 ? -ERANGE : 0;
  free(buffer);
  return result;
}

int talent_user_name(uid_t uid, char *name, size_t size) {
  struct passwd entry;
  char *buffer = NULL;
  int error = look_up(uid, NULL, &entry, &buffer);
  if (error != 0) return error;
  size_t length = strlen(entry.pw_name);
  int result = -ERANGE;
  if (length < size) {
    memcpy(name, entry.pw_name, length + 1);
    result = 0;
  }
  free(buffer);
  return result;
}

int talent_user_id(const char *name, uid_t *uid) {
  struct passwd entry;
  char *buffer = NULL;
  int error = look_up(0, name, &entry, &buffer);
  if (error != 0) return error;
  *uid = entry.pw_uid;
  free(buffer);
  return 0;
}
