#define _GNU_SOURCE
#include "CPlatform.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <sys/un.h>
#include <unistd.h>

/// Fills in an address; a leading '@' stands for the NUL of the abstract namespace. Returns its length or -errno.
static int address_of(const char *path, struct sockaddr_un *address) {
  size_t length = strlen(path);
  if (length == 0) return -ENOENT;
  if (length >= sizeof address->sun_path) return -ENAMETOOLONG;
  memset(address, 0, sizeof *address);
  address->sun_family = AF_UNIX;
  memcpy(address->sun_path, path, length);
  if (path[0] != '@') return (int)(offsetof(struct sockaddr_un, sun_path) + length + 1);
  address->sun_path[0] = '\0';
  return (int)(offsetof(struct sockaddr_un, sun_path) + length);
}

int talent_connect_socket(const char *path) {
  struct sockaddr_un address;
  int length = address_of(path, &address);
  if (length < 0) return length;
  int fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
  if (fd < 0) return -errno;
  int result;
  do {
    result = connect(fd, (struct sockaddr *)&address, (socklen_t)length);
  } while (result != 0 && errno == EINTR);
  if (result == 0) return fd;
  int error = errno;
  close(fd);
  return -error;
}

/// 0 when `path` is free or holds a socket at which nobody answers.
static int check_free(const char *path) {
  struct stat status;
  if (lstat(path, &status) != 0) return errno == ENOENT ? 0 : -errno;
  if (!S_ISSOCK(status.st_mode)) return -EEXIST;
  int fd = talent_connect_socket(path);
  if (fd >= 0) {
    close(fd);
    return -EADDRINUSE;
  }
  // Only a refusal proves that nobody listens; a socket that we may not open could be anybody's.
  return fd == -ECONNREFUSED || fd == -ENOENT ? 0 : fd;
}

int talent_open_socket(const char *path, mode_t mode) {
  if (path[0] == '@') return -EINVAL;
  int error = check_free(path);
  if (error != 0) return error;

  char beside[sizeof(((struct sockaddr_un *)0)->sun_path)];
  if (snprintf(beside, sizeof beside, "%s.%d", path, (int)getpid()) >= (int)sizeof beside) return -ENAMETOOLONG;
  struct sockaddr_un address;
  int length = address_of(beside, &address);
  if (length < 0) return length;

  int fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
  if (fd < 0) return -errno;
  unlink(beside);
  // Linux gives the file the mode of the unbound socket, less the umask: closed to others until chmod opens it, and all
  // of it before it has its name. So the umask of the process, which every thread shares, is left alone.
  if (fchmod(fd, 0600) != 0 || bind(fd, (struct sockaddr *)&address, (socklen_t)length) != 0) {
    error = -errno;
    close(fd);
    return error;
  }
  if (chmod(beside, mode) != 0 || listen(fd, 512) != 0 || rename(beside, path) != 0) {
    error = -errno;
    unlink(beside);
    close(fd);
    return error;
  }
  return fd;
}

int talent_socket_timeout(int fd, int64_t milliseconds) {
  struct timeval limit = {.tv_sec = milliseconds / 1000, .tv_usec = (milliseconds % 1000) * 1000};
  if (setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit) != 0) return -errno;
  if (setsockopt(fd, SOL_SOCKET, SO_SNDTIMEO, &limit, sizeof limit) != 0) return -errno;
  return 0;
}

int talent_socket_path(int fd, char *path, size_t size) {
  struct sockaddr_un address;
  memset(&address, 0, sizeof address);
  // One byte less, so that a name that fills all there is still ends.
  socklen_t length = sizeof address - 1;
  if (getsockname(fd, (struct sockaddr *)&address, &length) != 0) return -errno;
  if (address.sun_family != AF_UNIX || address.sun_path[0] != '/') return -ENOENT;
  if (strlen(address.sun_path) >= size) return -ERANGE;
  memcpy(path, address.sun_path, strlen(address.sun_path) + 1);
  return 0;
}
