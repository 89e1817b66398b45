#define _GNU_SOURCE
#include "CPlatform.h"

#include <errno.h>
#include <fcntl.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

int talent_notify(const char *state) {
  const char *path = getenv("NOTIFY_SOCKET");
  if (path == NULL || path[0] == '\0') return 0;
  if (path[0] != '/' && path[0] != '@') return -EAFNOSUPPORT;
  struct sockaddr_un address = {.sun_family = AF_UNIX};
  size_t length = strlen(path);
  if (length >= sizeof address.sun_path) return -ENAMETOOLONG;
  memcpy(address.sun_path, path, length);
  if (path[0] == '@') address.sun_path[0] = '\0';

  int fd = socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0);
  if (fd < 0) return -errno;
  socklen_t size = (socklen_t)(offsetof(struct sockaddr_un, sun_path) + length);
  ssize_t sent = sendto(fd, state, strlen(state), MSG_NOSIGNAL, (struct sockaddr *)&address, size);
  int error = errno;
  close(fd);
  return sent < 0 ? -error : 1;
}

/// A decimal number with nothing around it; -1 for anything else.
static long number(const char *text) {
  if (text == NULL || text[0] < '0' || text[0] > '9') return -1;
  char *end = NULL;
  errno = 0;
  long value = strtol(text, &end, 10);
  return errno != 0 || *end != '\0' ? -1 : value;
}

int talent_listen_fds(void) {
  const int first = 3;
  if (number(getenv("LISTEN_PID")) != (long)getpid()) return 0;
  long count = number(getenv("LISTEN_FDS"));
  if (count < 0 || count > 1024) return -EINVAL;
  for (int fd = first; fd < first + count; fd++) {
    int flags = fcntl(fd, F_GETFD);
    if (flags < 0 || fcntl(fd, F_SETFD, flags | FD_CLOEXEC) < 0) return -errno;
  }
  return (int)count;
}

mode_t talent_umask(mode_t mask) { return umask(mask); }
