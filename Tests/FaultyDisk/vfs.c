// SQLite's way in: a VFS over the one that was the default.

#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "disk.h"

static sqlite3_vfs *below = NULL;
static sqlite3_vfs shim;

/// An open file; the one below lies behind it in the same memory.
struct shim_file {
  sqlite3_file base;
  faulty_disk *disk;
  struct node *node;
  /// A new journal: SQLite syncs its folder with its first sync.
  struct node *folder;
};

static sqlite3_file *real(sqlite3_file *file) { return (sqlite3_file *)((struct shim_file *)file + 1); }

static void lock(void) { pthread_mutex_lock(&faulty_lock); }
static void unlock(void) { pthread_mutex_unlock(&faulty_lock); }

/// What the caller hears of a call that fails by an error of that kind.
static int code_of(const faulty_disk *disk, int io) {
  if (disk->is_cut) return io;
  if (disk->error == FAULTY_FULL && (io == SQLITE_IOERR_WRITE || io == SQLITE_CANTOPEN)) return SQLITE_FULL;
  if (disk->error == FAULTY_MEMORY) return SQLITE_IOERR_NOMEM;
  return io;
}

/// For a call that changes nothing: SQLITE_OK where it may go on.
static int pass(sqlite3_file *file, enum faulty_call call, int io) {
  struct shim_file *shim_file = (struct shim_file *)file;
  lock();
  enum verdict verdict = faulty_ask(shim_file->disk, call, shim_file->node, 0);
  int code = verdict == FAULTY_GOES ? SQLITE_OK : code_of(shim_file->disk, io);
  unlock();
  return code;
}

/// The file below does it, and the C library's calls in it count no second time.
#define BELOW(call)   \
  ({                  \
    faulty_inside++;  \
    int code_ = call; \
    faulty_inside--;  \
    code_;            \
  })

static int shim_close(sqlite3_file *file) {
  struct shim_file *shim_file = (struct shim_file *)file;
  int code = BELOW(real(file)->pMethods->xClose(real(file)));
  // Last: as long as it is open below, SQLite knows the file by its number, which a new one may get.
  lock();
  shim_file->disk->open_files--;
  shim_file->node->handles--;
  unlock();
  return code;
}

static int shim_read(sqlite3_file *file, void *bytes, int count, sqlite3_int64 offset) {
  int code = pass(file, FAULTY_READ, SQLITE_IOERR_READ);
  if (code != SQLITE_OK) return code;
  return BELOW(real(file)->pMethods->xRead(real(file), bytes, count, offset));
}

static int shim_write(sqlite3_file *file, const void *bytes, int count, sqlite3_int64 offset) {
  struct shim_file *shim_file = (struct shim_file *)file;
  faulty_disk *disk = shim_file->disk;
  lock();
  int code = SQLITE_OK;
  int written = count;
  switch (faulty_ask(disk, FAULTY_WRITE, shim_file->node, offset ^ (sqlite3_int64)count << 40)) {
    case FAULTY_GOES:
      if (!faulty_has_room(disk, shim_file->node, count, offset)) {
        code = SQLITE_FULL;
        written = 0;
      }
      break;
    case FAULTY_FAILS:
      // As a disk does it: some of it may have gone through.
      written = (int)faulty_random(disk, count);
      code = code_of(disk, SQLITE_IOERR_WRITE);
      break;
    case FAULTY_DIES: code = SQLITE_IOERR_WRITE; break;
    case FAULTY_DEAD:
      written = 0;
      code = SQLITE_IOERR_WRITE;
  }
  faulty_write(disk, shim_file->node, bytes, written, offset);
  unlock();
  if (written == 0) return code;
  int real_code = BELOW(real(file)->pMethods->xWrite(real(file), bytes, written, offset));
  return real_code != SQLITE_OK ? real_code : code;
}

static int shim_truncate(sqlite3_file *file, sqlite3_int64 size) {
  struct shim_file *shim_file = (struct shim_file *)file;
  lock();
  enum verdict verdict = faulty_ask(shim_file->disk, FAULTY_TRUNCATE, shim_file->node, size);
  int code = verdict == FAULTY_GOES ? SQLITE_OK : code_of(shim_file->disk, SQLITE_IOERR_TRUNCATE);
  if (verdict == FAULTY_GOES || verdict == FAULTY_DIES) faulty_resize(shim_file->disk, shim_file->node, size);
  unlock();
  if (code != SQLITE_OK) return code;
  return BELOW(real(file)->pMethods->xTruncate(real(file), size));
}

/// The real file is not synced: what it holds is of no more use than the model when the machine that runs the test dies.
static int shim_sync(sqlite3_file *file, int flags) {
  struct shim_file *shim_file = (struct shim_file *)file;
  faulty_disk *disk = shim_file->disk;
  (void)flags;
  lock();
  int code = SQLITE_OK;
  switch (faulty_ask(disk, FAULTY_SYNC, shim_file->node, 0)) {
    case FAULTY_GOES:
      faulty_sync(disk, shim_file->node);
      if (shim_file->folder) faulty_sync_folder(disk, shim_file->folder);
      shim_file->folder = NULL;
      break;
    case FAULTY_FAILS: faulty_forsake(disk, shim_file->node); /* fall through */
    case FAULTY_DIES:
    case FAULTY_DEAD: code = code_of(disk, SQLITE_IOERR_FSYNC);
  }
  unlock();
  return code;
}

static int shim_size(sqlite3_file *file, sqlite3_int64 *size) {
  int code = pass(file, FAULTY_LOOK, SQLITE_IOERR_FSTAT);
  if (code != SQLITE_OK) return code;
  return BELOW(real(file)->pMethods->xFileSize(real(file), size));
}

static int shim_lock(sqlite3_file *file, int level) {
  int code = pass(file, FAULTY_LOCK, SQLITE_IOERR_LOCK);
  if (code != SQLITE_OK) return code;
  return BELOW(real(file)->pMethods->xLock(real(file), level));
}

static int shim_unlock(sqlite3_file *file, int level) {
  return BELOW(real(file)->pMethods->xUnlock(real(file), level));
}

static int shim_check_lock(sqlite3_file *file, int *is_locked) {
  int code = pass(file, FAULTY_LOCK, SQLITE_IOERR_CHECKRESERVEDLOCK);
  if (code != SQLITE_OK) return code;
  return BELOW(real(file)->pMethods->xCheckReservedLock(real(file), is_locked));
}

static int shim_control(sqlite3_file *file, int operation, void *argument) {
  return BELOW(real(file)->pMethods->xFileControl(real(file), operation, argument));
}

static int shim_sector(sqlite3_file *file) { return BELOW(real(file)->pMethods->xSectorSize(real(file))); }

static int shim_traits(sqlite3_file *file) { return BELOW(real(file)->pMethods->xDeviceCharacteristics(real(file))); }

static int shim_map(sqlite3_file *file, int region, int size, int extend, void volatile **place) {
  *place = NULL;
  int code = pass(file, FAULTY_SHARED, SQLITE_IOERR_SHMMAP);
  if (code != SQLITE_OK) return code;
  return BELOW(real(file)->pMethods->xShmMap(real(file), region, size, extend, place));
}

static int shim_shared_lock(sqlite3_file *file, int offset, int count, int flags) {
  // Letting go never fails.
  int code = flags & SQLITE_SHM_UNLOCK ? SQLITE_OK : pass(file, FAULTY_SHARED, SQLITE_IOERR_SHMLOCK);
  if (code != SQLITE_OK) return code;
  return BELOW(real(file)->pMethods->xShmLock(real(file), offset, count, flags));
}

static void shim_barrier(sqlite3_file *file) { real(file)->pMethods->xShmBarrier(real(file)); }

static int shim_unmap(sqlite3_file *file, int deletes) {
  return BELOW(real(file)->pMethods->xShmUnmap(real(file), deletes));
}

/// Version 2: no pages that are read through a mapping, which nobody here asks for either.
static const sqlite3_io_methods methods = {
    .iVersion = 2,
    .xClose = shim_close,
    .xRead = shim_read,
    .xWrite = shim_write,
    .xTruncate = shim_truncate,
    .xSync = shim_sync,
    .xFileSize = shim_size,
    .xLock = shim_lock,
    .xUnlock = shim_unlock,
    .xCheckReservedLock = shim_check_lock,
    .xFileControl = shim_control,
    .xSectorSize = shim_sector,
    .xDeviceCharacteristics = shim_traits,
    .xShmMap = shim_map,
    .xShmLock = shim_shared_lock,
    .xShmBarrier = shim_barrier,
    .xShmUnmap = shim_unmap,
};

static int shim_open(sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags, int *flags_out) {
  (void)vfs;
  faulty_disk *disk = NULL;
  if (name && faulty_is_any()) {
    lock();
    disk = faulty_disk_of(name);
    unlock();
  }
  // Nobody's disk: as if this were not here.
  if (!disk) return below->xOpen(below, name, file, flags, flags_out);

  struct shim_file *shim_file = (struct shim_file *)file;
  memset(shim_file, 0, sizeof *shim_file);
  lock();
  struct node *node = faulty_find(disk, name);
  bool is_new = !node && (flags & SQLITE_OPEN_CREATE);
  enum verdict verdict = faulty_ask(disk, is_new ? FAULTY_CREATE : FAULTY_OPEN, node, 0);
  int code = verdict == FAULTY_GOES ? SQLITE_OK : code_of(disk, SQLITE_CANTOPEN);
  if (code == SQLITE_IOERR_NOMEM) code = SQLITE_NOMEM;
  if (verdict == FAULTY_DIES && is_new) faulty_make(disk, name, false, 0600);
  unlock();
  if (code != SQLITE_OK) return code;

  code = BELOW(below->xOpen(below, name, real(file), flags, flags_out));
  if (code != SQLITE_OK) return code;
  lock();
  if (!node) {
    struct stat status;
    node = faulty_make(disk, name, false, stat(name, &status) == 0 ? status.st_mode : 0600);
  }
  shim_file->disk = disk;
  shim_file->node = node;
  int kind = flags & (SQLITE_OPEN_MAIN_JOURNAL | SQLITE_OPEN_SUPER_JOURNAL | SQLITE_OPEN_WAL);
  if (is_new && kind) shim_file->folder = faulty_parent(disk, name, &(const char *){NULL});
  disk->open_files++;
  node->handles++;
  file->pMethods = &methods;
  unlock();
  return SQLITE_OK;
}

static int shim_delete(sqlite3_vfs *vfs, const char *name, int syncs_folder) {
  (void)vfs;
  lock();
  faulty_disk *disk = faulty_disk_of(name);
  int code = SQLITE_OK;
  bool is_there = disk && faulty_find(disk, name);
  if (is_there) {
    enum verdict verdict = faulty_ask(disk, FAULTY_DELETE, faulty_find(disk, name), 0);
    if (verdict != FAULTY_GOES) code = code_of(disk, SQLITE_IOERR_DELETE);
    struct node *folder = faulty_parent(disk, name, &(const char *){NULL});
    if (verdict == FAULTY_GOES || verdict == FAULTY_DIES) faulty_unlink(disk, name);
    if (verdict == FAULTY_GOES && syncs_folder) {
      verdict = faulty_ask(disk, FAULTY_SYNC, folder, 0);
      if (verdict == FAULTY_GOES) {
        faulty_sync_folder(disk, folder);
      } else {
        code = SQLITE_IOERR_DIR_FSYNC;
      }
    }
  }
  unlock();
  if (code != SQLITE_OK && code != SQLITE_IOERR_DIR_FSYNC) return code;
  int real_code = BELOW(below->xDelete(below, name, is_there ? 0 : syncs_folder));
  return code != SQLITE_OK ? code : real_code;
}

static int shim_access(sqlite3_vfs *vfs, const char *name, int flags, int *result) {
  (void)vfs;
  lock();
  faulty_disk *disk = faulty_disk_of(name);
  int code = SQLITE_OK;
  if (disk && faulty_ask(disk, FAULTY_LOOK, NULL, 0) != FAULTY_GOES) code = code_of(disk, SQLITE_IOERR_ACCESS);
  unlock();
  return code != SQLITE_OK ? code : below->xAccess(below, name, flags, result);
}

/// The new file is larger than the one below by what stands before it, and hands on all that it knows nothing of.
static void install(void) {
  below = sqlite3_vfs_find(NULL);
  if (!below) abort();
  shim = *below;
  shim.zName = "faulty-disk";
  shim.pNext = NULL;
  shim.szOsFile = (int)sizeof(struct shim_file) + below->szOsFile;
  shim.xOpen = shim_open;
  shim.xDelete = shim_delete;
  shim.xAccess = shim_access;
  if (sqlite3_vfs_register(&shim, 1) != SQLITE_OK) abort();
}

// MARK: Memory

static sqlite3_mem_methods memory_below;
static _Thread_local int64_t asked = 0;
static _Thread_local int64_t first_refused = 0;
static _Thread_local int64_t refused = 0;

static bool refuses(void) {
  asked++;
  return refused > 0 && asked >= first_refused && asked - first_refused < refused;
}

static void *allocate(int size) { return refuses() ? NULL : memory_below.xMalloc(size); }
static void *reallocate(void *memory, int size) { return refuses() ? NULL : memory_below.xRealloc(memory, size); }

void faulty_memory_fail(int64_t first, int64_t count) {
  asked = 0;
  first_refused = first;
  refused = count;
}

int64_t faulty_memory_counted(void) { return asked; }

/// When the process is loaded: SQLite takes an allocator only before it has begun, and nothing can be open yet.
__attribute__((constructor)) static void begin(void) {
  sqlite3_mem_methods memory;
  if (sqlite3_config(SQLITE_CONFIG_GETMALLOC, &memory_below) != SQLITE_OK) abort();
  memory = memory_below;
  memory.xMalloc = allocate;
  memory.xRealloc = reallocate;
  if (sqlite3_config(SQLITE_CONFIG_MALLOC, &memory) != SQLITE_OK) abort();
  install();
}
