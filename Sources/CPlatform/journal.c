#define _GNU_SOURCE
#include "CPlatform.h"

#include <errno.h>
#include <fcntl.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

int talent_stderr_is_journal(void) {
  const char *stream = getenv("JOURNAL_STREAM");
  if (stream == NULL) return 0;
  unsigned long long device, inode;
  char rest;
  if (sscanf(stream, "%llu:%llu%c", &device, &inode, &rest) != 2) return 0;
  struct stat status;
  if (fstat(STDERR_FILENO, &status) != 0) return 0;
  return (unsigned long long)status.st_dev == device && (unsigned long long)status.st_ino == inode;
}

int talent_journal_open(void) {
  int fd = socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0);
  if (fd < 0) return -errno;
  // Room for what comes all at once; the kernel gives what it allows.
  int size = 8 << 20;
  setsockopt(fd, SOL_SOCKET, SO_SNDBUF, &size, sizeof size);
  return fd;
}

/// The bytes in a sealed file without a name, which the journal reads instead of the datagram.
static int sealed_file(const void *bytes, size_t length) {
  int file = memfd_create("talentd-journal", MFD_CLOEXEC | MFD_ALLOW_SEALING);
  if (file < 0) return -errno;
  const char *next = bytes;
  size_t left = length;
  while (left > 0) {
    ssize_t written = write(file, next, left);
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) {
      int error = errno;
      close(file);
      return -error;
    }
    next += written;
    left -= (size_t)written;
  }
  if (fcntl(file, F_ADD_SEALS, F_SEAL_SEAL | F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_WRITE) != 0) {
    int error = errno;
    close(file);
    return -error;
  }
  return file;
}

int talent_journal_send(int fd, const char *path, const void *bytes, size_t length) {
  struct sockaddr_un address = {.sun_family = AF_UNIX};
  size_t size = strlen(path);
  if (size >= sizeof address.sun_path) return -ENAMETOOLONG;
  memcpy(address.sun_path, path, size + 1);
  struct iovec part = {.iov_base = (void *)bytes, .iov_len = length};
  struct msghdr message = {
      .msg_name = &address,
      .msg_namelen = (socklen_t)(offsetof(struct sockaddr_un, sun_path) + size + 1),
      .msg_iov = &part,
      .msg_iovlen = 1,
  };
  // Never waits: a journal that does not read must not hold up the service.
  if (sendmsg(fd, &message, MSG_NOSIGNAL | MSG_DONTWAIT) >= 0) return 0;
  if (errno != EMSGSIZE && errno != ENOBUFS) return -errno;

  int file = sealed_file(bytes, length);
  if (file < 0) return file;
  union {
    struct cmsghdr header;
    char bytes[CMSG_SPACE(sizeof(int))];
  } control;
  memset(&control, 0, sizeof control);
  message.msg_iov = NULL;
  message.msg_iovlen = 0;
  message.msg_control = &control;
  message.msg_controllen = sizeof control.bytes;
  struct cmsghdr *header = CMSG_FIRSTHDR(&message);
  header->cmsg_level = SOL_SOCKET;
  header->cmsg_type = SCM_RIGHTS;
  header->cmsg_len = CMSG_LEN(sizeof(int));
  memcpy(CMSG_DATA(header), &file, sizeof file);
  int error = sendmsg(fd, &message, MSG_NOSIGNAL | MSG_DONTWAIT) >= 0 ? 0 : -errno;
  close(file);
  return error;
}
