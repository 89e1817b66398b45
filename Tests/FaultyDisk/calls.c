// The C library's way in: the calls by which files are written without SQLite. Defined in the test program, they stand in
// front of the C library's own, which they hand on to; what is on no disk goes straight through.

#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "disk.h"

/// The C library's own function of that name.
#define BELOW(name)                                                       \
  ({                                                                      \
    static typeof(&name) found = NULL;                                    \
    typeof(&name) place = __atomic_load_n(&found, __ATOMIC_RELAXED);      \
    if (!place) {                                                         \
      place = (typeof(&name))dlsym(RTLD_NEXT, #name);                     \
      if (!place) abort();                                                \
      __atomic_store_n(&found, place, __ATOMIC_RELAXED);                  \
    }                                                                     \
    place;                                                                \
  })

/// What a descriptor stands for, by its number.
static struct handle {
  faulty_disk *disk;
  struct node *node;
} handles[65536];

static bool applies(void) { return faulty_inside == 0 && faulty_is_any(); }

static void lock(void) { pthread_mutex_lock(&faulty_lock); }
static void unlock(void) { pthread_mutex_unlock(&faulty_lock); }

static struct handle *handle_of(int descriptor) {
  if (descriptor < 0 || descriptor >= 65536 || !handles[descriptor].disk) return NULL;
  return &handles[descriptor];
}

static int errno_of(const faulty_disk *disk, enum faulty_call call) {
  if (disk->is_cut) return EIO;
  if (disk->error == FAULTY_FULL && (call & (FAULTY_WRITE | FAULTY_CREATE))) return ENOSPC;
  if (disk->error == FAULTY_MEMORY) return ENOMEM;
  return EIO;
}

static int refuse(int code) {
  unlock();
  errno = code;
  return -1;
}

static int open_file(const char *path, int flags, mode_t mode, typeof(&open) real) {
  if (!applies()) return real(path, flags, mode);
  lock();
  faulty_disk *disk = faulty_disk_of(path);
  if (!disk) {
    unlock();
    return real(path, flags, mode);
  }
  struct node *node = faulty_find(disk, path);
  bool is_new = !node && (flags & O_CREAT);
  enum faulty_call call = is_new ? FAULTY_CREATE : FAULTY_OPEN;
  enum verdict verdict = faulty_ask(disk, call, node, 0);
  if (verdict == FAULTY_DIES && is_new) faulty_make(disk, path, false, mode);
  if (verdict != FAULTY_GOES) return refuse(errno_of(disk, call));
  int descriptor = real(path, flags, mode);
  if (descriptor < 0) return refuse(errno);
  if (is_new) node = faulty_make(disk, path, false, mode);
  if (node && (flags & O_TRUNC) && !node->is_folder) faulty_resize(disk, node, 0);
  if (node && descriptor < 65536) {
    handles[descriptor] = (struct handle){disk, node};
    disk->open_files++;
    node->handles++;
  }
  unlock();
  return descriptor;
}

int open(const char *path, int flags, ...) {
  va_list rest;
  va_start(rest, flags);
  mode_t mode = flags & (O_CREAT | O_TMPFILE) ? va_arg(rest, mode_t) : 0;
  va_end(rest);
  return open_file(path, flags, mode, BELOW(open));
}

int open64(const char *path, int flags, ...) {
  va_list rest;
  va_start(rest, flags);
  mode_t mode = flags & (O_CREAT | O_TMPFILE) ? va_arg(rest, mode_t) : 0;
  va_end(rest);
  return open_file(path, flags, mode, BELOW(open64));
}

int close(int descriptor) {
  // Also within a call of SQLite's: a number that is free may be given to another file.
  if (faulty_is_any()) {
    lock();
    struct handle *handle = handle_of(descriptor);
    if (handle) {
      handle->disk->open_files--;
      handle->node->handles--;
      *handle = (struct handle){NULL, NULL};
    }
    unlock();
  }
  return BELOW(close)(descriptor);
}

ssize_t read(int descriptor, void *bytes, size_t count) {
  if (applies()) {
    lock();
    struct handle *handle = handle_of(descriptor);
    if (handle && faulty_ask(handle->disk, FAULTY_READ, handle->node, 0) != FAULTY_GOES) {
      return refuse(errno_of(handle->disk, FAULTY_READ));
    }
    unlock();
  }
  return BELOW(read)(descriptor, bytes, count);
}

ssize_t write(int descriptor, const void *bytes, size_t count) {
  if (!applies()) return BELOW(write)(descriptor, bytes, count);
  lock();
  struct handle *handle = handle_of(descriptor);
  if (!handle) {
    unlock();
    return BELOW(write)(descriptor, bytes, count);
  }
  faulty_disk *disk = handle->disk;
  off_t offset = lseek(descriptor, 0, fcntl(descriptor, F_GETFL) & O_APPEND ? SEEK_END : SEEK_CUR);
  int code = 0;
  switch (faulty_ask(disk, FAULTY_WRITE, handle->node, offset ^ (off_t)count << 40)) {
    case FAULTY_GOES:
      if (!faulty_has_room(disk, handle->node, (int64_t)count, offset)) return refuse(ENOSPC);
      break;
    case FAULTY_FAILS:
      code = errno_of(disk, FAULTY_WRITE);
      // As a disk does it: some of it may have gone through.
      count = (size_t)faulty_random(disk, (int64_t)count);
      break;
    case FAULTY_DIES: code = EIO; break;
    case FAULTY_DEAD: return refuse(EIO);
  }
  faulty_write(disk, handle->node, bytes, (int64_t)count, offset);
  ssize_t written = count > 0 ? BELOW(write)(descriptor, bytes, count) : 0;
  if (code != 0) return refuse(code);
  unlock();
  return written;
}

static int resize_file(int descriptor, off_t size, typeof(&ftruncate) real) {
  if (!applies()) return real(descriptor, size);
  lock();
  struct handle *handle = handle_of(descriptor);
  if (handle) {
    enum verdict verdict = faulty_ask(handle->disk, FAULTY_TRUNCATE, handle->node, size);
    if (verdict == FAULTY_GOES || verdict == FAULTY_DIES) faulty_resize(handle->disk, handle->node, size);
    if (verdict != FAULTY_GOES) return refuse(errno_of(handle->disk, FAULTY_TRUNCATE));
  }
  unlock();
  return real(descriptor, size);
}

int ftruncate(int descriptor, off_t size) { return resize_file(descriptor, size, BELOW(ftruncate)); }
int ftruncate64(int descriptor, off64_t size) { return resize_file(descriptor, size, BELOW(ftruncate64)); }

static int sync_file(int descriptor, int (*real)(int)) {
  if (!applies()) return real(descriptor);
  lock();
  struct handle *handle = handle_of(descriptor);
  if (!handle) {
    unlock();
    return real(descriptor);
  }
  enum verdict verdict = faulty_ask(handle->disk, FAULTY_SYNC, handle->node, 0);
  if (verdict == FAULTY_GOES) {
    if (handle->node->is_folder) {
      faulty_sync_folder(handle->disk, handle->node);
    } else {
      faulty_sync(handle->disk, handle->node);
    }
    unlock();
    // The real file is not synced: it is of no more use than the model when the machine that runs the test dies.
    return 0;
  }
  if (verdict == FAULTY_FAILS && !handle->node->is_folder) faulty_forsake(handle->disk, handle->node);
  return refuse(errno_of(handle->disk, FAULTY_SYNC));
}

int fsync(int descriptor) { return sync_file(descriptor, BELOW(fsync)); }
int fdatasync(int descriptor) { return sync_file(descriptor, BELOW(fdatasync)); }

static int remove_name(const char *path, int (*real)(const char *)) {
  if (!applies()) return real(path);
  lock();
  faulty_disk *disk = faulty_disk_of(path);
  struct node *node = disk ? faulty_find(disk, path) : NULL;
  if (!node) {
    bool is_dead = disk && disk->is_cut;
    if (is_dead) return refuse(EIO);
    unlock();
    return real(path);
  }
  enum verdict verdict = faulty_ask(disk, FAULTY_DELETE, node, 0);
  if (verdict != FAULTY_GOES) {
    if (verdict == FAULTY_DIES) faulty_unlink(disk, path);
    return refuse(errno_of(disk, FAULTY_DELETE));
  }
  if (real(path) != 0) return refuse(errno);
  faulty_unlink(disk, path);
  unlock();
  return 0;
}

int unlink(const char *path) { return remove_name(path, BELOW(unlink)); }
int rmdir(const char *path) { return remove_name(path, BELOW(rmdir)); }

int rename(const char *from, const char *to) {
  if (!applies()) return BELOW(rename)(from, to);
  lock();
  faulty_disk *disk = faulty_disk_of(from);
  struct node *node = disk ? faulty_find(disk, from) : NULL;
  if (!node) {
    unlock();
    return BELOW(rename)(from, to);
  }
  // From one disk to another no file system renames.
  if (faulty_disk_of(to) != disk) return refuse(EXDEV);
  enum verdict verdict = faulty_ask(disk, FAULTY_RENAME, node, 0);
  if (verdict != FAULTY_GOES) {
    if (verdict == FAULTY_DIES) faulty_rename(disk, from, to);
    return refuse(errno_of(disk, FAULTY_RENAME));
  }
  if (BELOW(rename)(from, to) != 0) return refuse(errno);
  faulty_rename(disk, from, to);
  unlock();
  return 0;
}

int mkdir(const char *path, mode_t mode) {
  if (!applies()) return BELOW(mkdir)(path, mode);
  lock();
  faulty_disk *disk = faulty_disk_of(path);
  if (!disk || faulty_find(disk, path)) {
    unlock();
    return BELOW(mkdir)(path, mode);
  }
  enum verdict verdict = faulty_ask(disk, FAULTY_CREATE, NULL, 0);
  if (verdict != FAULTY_GOES) {
    if (verdict == FAULTY_DIES) faulty_make(disk, path, true, mode);
    return refuse(errno_of(disk, FAULTY_CREATE));
  }
  if (BELOW(mkdir)(path, mode) != 0) return refuse(errno);
  faulty_make(disk, path, true, mode);
  unlock();
  return 0;
}
