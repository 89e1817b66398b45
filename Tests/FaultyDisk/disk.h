// The model of a disk: what is synced, and what is not yet. Shared by the two ways in, `vfs.c` and `calls.c`.

#ifndef FAULTY_DISK_MODEL_H
#define FAULTY_DISK_MODEL_H

#include <pthread.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

#include "CFaultyDisk.h"

/// Bytes of a file that grow as they are written to.
struct content {
  unsigned char *bytes;
  int64_t size;
  int64_t capacity;
};

/// A write or a change of size that has not been synced.
struct change {
  /// Null for a change of size, to `offset`.
  unsigned char *bytes;
  int64_t offset;
  int64_t count;
  struct change *next;
};

/// A name in a folder.
struct entry {
  char *name;
  struct node *node;
  struct entry *next;
};

/// A name made, taken or changed in a folder that has not been synced since.
struct renaming {
  /// Null where it is new.
  char *from;
  /// Null where it is gone.
  char *to;
  struct node *node;
  struct renaming *next;
};

/// A file or a folder, whatever it is called.
struct node {
  bool is_folder;
  mode_t mode;
  /// By which `faulty_disk_trace` knows it.
  uint64_t label;
  int handles;

  // A file's
  struct content synced;
  struct change *changes;
  struct change **last_change;
  int64_t size;

  // A folder's
  struct entry *entries;
  struct entry *synced_entries;
  struct renaming *renamings;
  struct renaming **last_renaming;

  struct node *next;
};

struct faulty_disk {
  /// Without a slash at its end.
  char *root;
  size_t root_length;
  uint64_t random;
  struct node *top;
  struct node *nodes;
  bool is_cut;
  int64_t changes;
  int64_t until_cut;
  uint64_t trace;
  int swallowed;
  int open_files;
  /// Negative for no limit.
  int64_t room;

  int counted_calls;
  int64_t counted;
  int64_t first_failure;
  int64_t failures;
  int64_t failed;
  enum faulty_error error;

  struct faulty_disk *next;
};

/// What becomes of a call.
enum verdict {
  /// It is carried out.
  FAULTY_GOES,
  /// It fails, with `disk->error`, and nothing is done.
  FAULTY_FAILS,
  /// There is no power any more.
  FAULTY_DEAD,
  /// The power goes during this very call: what it asked for is under way, and its caller hears of an error.
  FAULTY_DIES,
};

/// One lock for all disks: calls are short, and it is held only while the model is looked at or changed.
extern pthread_mutex_t faulty_lock;

/// Whether there is any disk at all; without the lock.
bool faulty_is_any(void);

/// Set while this thread is within a call of the VFS: what SQLite asks of the C library then has been counted already.
extern _Thread_local int faulty_inside;

// All below with the lock held.

/// The disk that a path is on; null where it is on none.
faulty_disk *faulty_disk_of(const char *path);

/// What the path names now; null where nothing.
struct node *faulty_find(faulty_disk *disk, const char *path);

/// The folder that the path's last part stands in, and that part; null where there is no such folder.
struct node *faulty_parent(faulty_disk *disk, const char *path, const char **name);

enum verdict faulty_ask(faulty_disk *disk, enum faulty_call call, const struct node *node, int64_t what);

struct node *faulty_make(faulty_disk *disk, const char *path, bool is_folder, mode_t mode);
void faulty_unlink(faulty_disk *disk, const char *path);
void faulty_rename(faulty_disk *disk, const char *from, const char *to);
void faulty_write(faulty_disk *disk, struct node *node, const void *bytes, int64_t count, int64_t offset);
void faulty_resize(faulty_disk *disk, struct node *node, int64_t size);
void faulty_sync(faulty_disk *disk, struct node *node);
void faulty_sync_folder(faulty_disk *disk, struct node *folder);
/// The sync failed: what it should have written and did not is written by no other.
void faulty_forsake(faulty_disk *disk, struct node *node);
/// Whether a write still finds room.
bool faulty_has_room(faulty_disk *disk, const struct node *node, int64_t count, int64_t offset);
/// 0 up to but not including `limit`.
int64_t faulty_random(faulty_disk *disk, int64_t limit);

#endif
