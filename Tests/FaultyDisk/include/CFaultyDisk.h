// A disk that loses power and makes errors, for tests: everything below one folder is on it, and the rest of the process
// never notices.
//
// What a program asks of it takes two ways. SQLite's calls come through a VFS, which registers itself as the default when
// the process is loaded, before anything can have been opened, and hands on to the one that was the default what is on no
// such disk. The few files that are written without SQLite come through the C library's own calls (`open`, `write`,
// `fsync`, `rename` …), which the test program defines itself, in front of the C library: the code under test is the code
// that ships, with no seam in it that is there for tests alone, and a file that somebody adds tomorrow is on the disk too.
//
// Files are real ones, so that whatever reads them finds what was written: they are the page cache. Beside them stands a
// model of what a disk would hold: of each file the bytes that were synced, and after them, in order, each write and each
// change of size that was not; of each folder the names that were synced, and each name made, taken or changed since. When
// the power is cut, nothing works any more; when it comes back, the files are made anew from what was synced and from such
// parts of the rest as a random number chooses: none, all, some in any order, single sectors of 512 bytes. A file that was
// synced, but never the folder that it lies in, may be gone.
//
// A sync that is made to fail takes what it should have written down with it, as Linux does: it stays in the page cache, a
// later sync succeeds and does not write it either.
//
// Every function may be called from any thread. A folder is on one disk at most; disks do not touch each other.

#ifndef CFAULTYDISK_H
#define CFAULTYDISK_H

#include <stdbool.h>
#include <stdint.h>

typedef struct faulty_disk faulty_disk;

/// What is asked of a disk; to be joined with `|`.
enum faulty_call {
  FAULTY_OPEN = 1 << 0,
  FAULTY_READ = 1 << 1,
  FAULTY_WRITE = 1 << 2,
  FAULTY_TRUNCATE = 1 << 3,
  FAULTY_SYNC = 1 << 4,
  FAULTY_DELETE = 1 << 5,
  FAULTY_RENAME = 1 << 6,
  /// A name is made: a file where there was none, or a folder.
  FAULTY_CREATE = 1 << 7,
  FAULTY_LOCK = 1 << 8,
  /// SQLite's shared memory beside a write-ahead log: a piece more of it, or a lock.
  FAULTY_SHARED = 1 << 9,
  /// Whether a file is there, and how long it is.
  FAULTY_LOOK = 1 << 10,
  /// Those that change what is on the disk, or when it is.
  FAULTY_CHANGES = FAULTY_WRITE | FAULTY_TRUNCATE | FAULTY_SYNC | FAULTY_DELETE | FAULTY_RENAME | FAULTY_CREATE,
  FAULTY_ANY = (1 << 11) - 1,
};

/// What a call that fails says.
enum faulty_error {
  /// Input or output failed.
  FAULTY_IO = 0,
  /// No room is left.
  FAULTY_FULL = 1,
  /// No memory is left.
  FAULTY_MEMORY = 2,
};

/// Puts a folder, with all that is in it by now, on a disk of its own: what is there counts as synced. Nobody may have a
/// file in it open.
/// - seed: of all that chance decides on this disk.
/// NULL where the folder cannot be read.
faulty_disk *faulty_disk_insert(const char *folder, uint64_t seed);

/// Takes it out again. The files stay; nobody may have one open.
void faulty_disk_remove(faulty_disk *disk);

// MARK: Power

/// Cuts the power within the call of that number among those that change something (`FAULTY_CHANGES`), counted from 1 and
/// from now on; 0 for never.
void faulty_disk_cut_at(faulty_disk *disk, int64_t number);

/// Cuts it now.
void faulty_disk_cut(faulty_disk *disk);
bool faulty_disk_is_cut(const faulty_disk *disk);

/// Makes the files what is left of them. 0, or -EBUSY while somebody has one open, or the error of a file that cannot be
/// made.
int faulty_disk_power_on(faulty_disk *disk);

/// Syncs succeed from now on and do nothing, of files, folders or both (`FAULTY_SYNC` and `FAULTY_CREATE`): to see whether
/// whoever looks for losses finds them.
void faulty_disk_swallow_syncs(faulty_disk *disk, int which);

// MARK: Errors

/// Lets calls of some kinds fail, from the one of that number (counted from 1 and from now on, among these kinds) and for so
/// many of them; 0 for none. It takes the place of what was asked for before.
void faulty_disk_fail(faulty_disk *disk, int calls, int64_t first, int64_t count, enum faulty_error error);

/// How many calls of the kinds given last to `faulty_disk_fail` there were since.
int64_t faulty_disk_counted(const faulty_disk *disk);

/// How many of them failed.
int64_t faulty_disk_failed(const faulty_disk *disk);

/// How many bytes more than now its files may hold together before it is full; negative for no limit.
void faulty_disk_leave_room(faulty_disk *disk, int64_t bytes);

// MARK: Looking

/// Calls that changed something, since it was inserted.
int64_t faulty_disk_changes(const faulty_disk *disk);

/// A number that depends on every such call, what it was asked and on which file, and in which order: two runs of one seed
/// have the same.
uint64_t faulty_disk_trace(const faulty_disk *disk);

/// Files that somebody has open.
int faulty_disk_open_files(const faulty_disk *disk);

/// Whether the model and the files agree on every byte: 0, or the number of files that differ.
int faulty_disk_differences(faulty_disk *disk);

// MARK: Memory

/// Lets SQLite run out of memory on this thread: the allocation of that number fails, counted from 1 and from now on, and so
/// many after it; 0 for none. Other threads are not touched.
void faulty_memory_fail(int64_t first, int64_t count);

/// How many allocations this thread asked for since.
int64_t faulty_memory_counted(void);

#endif
