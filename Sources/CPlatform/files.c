#define _GNU_SOURCE
#include "CPlatform.h"

#include <errno.h>
#include <sys/stat.h>
#include <sys/statvfs.h>

int talent_file_status(const char *path, struct talent_file *out) {
  struct stat status;
  if (lstat(path, &status) != 0) return -errno;
  out->mode = status.st_mode;
  out->uid = status.st_uid;
  out->gid = status.st_gid;
  out->device = status.st_dev;
  out->inode = status.st_ino;
  out->size = status.st_size;
  return 0;
}

int talent_disk_space(const char *path, uint64_t *available, uint64_t *total) {
  struct statvfs space;
  if (statvfs(path, &space) != 0) return -errno;
  *available = (uint64_t)space.f_bavail * space.f_frsize;
  *total = (uint64_t)space.f_blocks * space.f_frsize;
  return 0;
}
