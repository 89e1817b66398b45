#define _GNU_SOURCE
#include "disk.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

// Also for what a power-on itself closes.
pthread_mutex_t faulty_lock = PTHREAD_RECURSIVE_MUTEX_INITIALIZER_NP;
_Thread_local int faulty_inside = 0;

static faulty_disk *disks = NULL;
static int disk_count = 0;

bool faulty_is_any(void) { return __atomic_load_n(&disk_count, __ATOMIC_ACQUIRE) > 0; }

static void *some(size_t size) {
  void *memory = calloc(1, size > 0 ? size : 1);
  if (!memory) abort();
  return memory;
}

static char *text(const char *from) {
  char *copy = strdup(from);
  if (!copy) abort();
  return copy;
}

// MARK: Chance

/// SplitMix64, like `SeededGenerator`.
static uint64_t next_random(faulty_disk *disk) {
  disk->random += 0x9E3779B97F4A7C15u;
  uint64_t word = disk->random;
  word = (word ^ (word >> 30)) * 0xBF58476D1CE4E5B9u;
  word = (word ^ (word >> 27)) * 0x94D049BB133111EBu;
  return word ^ (word >> 31);
}

int64_t faulty_random(faulty_disk *disk, int64_t limit) {
  return limit > 0 ? (int64_t)(next_random(disk) % (uint64_t)limit) : 0;
}

// MARK: Content

static void resize(struct content *content, int64_t size) {
  if (size > content->capacity) {
    int64_t capacity = size * 2;
    content->bytes = realloc(content->bytes, (size_t)capacity);
    if (!content->bytes) abort();
    content->capacity = capacity;
  }
  if (size > content->size) memset(content->bytes + content->size, 0, (size_t)(size - content->size));
  content->size = size;
}

static void put(struct content *content, const unsigned char *bytes, int64_t count, int64_t offset) {
  if (offset + count > content->size) resize(content, offset + count);
  memcpy(content->bytes + offset, bytes, (size_t)count);
}

static void apply(struct content *content, const struct change *change) {
  if (change->bytes) {
    put(content, change->bytes, change->count, change->offset);
  } else {
    resize(content, change->offset);
  }
}

static void free_changes(struct node *node) {
  for (struct change *change = node->changes; change;) {
    struct change *next = change->next;
    free(change->bytes);
    free(change);
    change = next;
  }
  node->changes = NULL;
  node->last_change = &node->changes;
}

static struct change *add_change(struct node *node) {
  struct change *change = some(sizeof *change);
  *node->last_change = change;
  node->last_change = &change->next;
  return change;
}

// MARK: Names

static struct entry **find_entry(struct entry **entries, const char *name, size_t length) {
  while (*entries && (strncmp((*entries)->name, name, length) != 0 || (*entries)->name[length] != 0)) {
    entries = &(*entries)->next;
  }
  return entries;
}

static void remove_entry(struct entry **entries, const char *name) {
  struct entry **place = find_entry(entries, name, strlen(name));
  struct entry *gone = *place;
  if (!gone) return;
  *place = gone->next;
  free(gone->name);
  free(gone);
}

static void set_entry(struct entry **entries, const char *name, struct node *node) {
  struct entry **place = find_entry(entries, name, strlen(name));
  if (!*place) {
    *place = some(sizeof **place);
    (*place)->name = text(name);
  }
  (*place)->node = node;
}

static void free_entries(struct entry **entries) {
  while (*entries) remove_entry(entries, (*entries)->name);
}

static void copy_entries(struct entry **to, struct entry *from) {
  free_entries(to);
  for (; from; from = from->next) set_entry(to, from->name, from->node);
}

static void apply_renaming(struct entry **entries, const struct renaming *renaming) {
  if (renaming->from) remove_entry(entries, renaming->from);
  if (renaming->to) set_entry(entries, renaming->to, renaming->node);
}

static void free_renamings(struct node *folder) {
  for (struct renaming *renaming = folder->renamings; renaming;) {
    struct renaming *next = renaming->next;
    free(renaming->from);
    free(renaming->to);
    free(renaming);
    renaming = next;
  }
  folder->renamings = NULL;
  folder->last_renaming = &folder->renamings;
}

static void rename_in(struct node *folder, const char *from, const char *to, struct node *node) {
  struct renaming *renaming = some(sizeof *renaming);
  renaming->from = from ? text(from) : NULL;
  renaming->to = to ? text(to) : NULL;
  renaming->node = node;
  *folder->last_renaming = renaming;
  folder->last_renaming = &renaming->next;
  apply_renaming(&folder->entries, renaming);
}

static struct node *add_node(faulty_disk *disk, bool is_folder, mode_t mode) {
  struct node *node = some(sizeof *node);
  node->is_folder = is_folder;
  node->mode = mode;
  node->last_change = &node->changes;
  node->last_renaming = &node->renamings;
  node->next = disk->nodes;
  disk->nodes = node;
  return node;
}

static uint64_t label_of(const char *path) {
  uint64_t label = 0xCBF29CE484222325u;
  for (; *path; path++) label = (label ^ (unsigned char)*path) * 0x100000001B3u;
  return label;
}

// MARK: Finding

faulty_disk *faulty_disk_of(const char *path) {
  if (!path || path[0] != '/') return NULL;
  for (faulty_disk *disk = disks; disk; disk = disk->next) {
    if (strncmp(path, disk->root, disk->root_length) != 0) continue;
    char end = path[disk->root_length];
    if (end == 0 || end == '/') return disk;
  }
  return NULL;
}

/// The node that the path names, or with `up` the folder of its last part.
static struct node *walk(faulty_disk *disk, const char *path, bool up, const char **last) {
  struct node *node = disk->top;
  const char *part = path + disk->root_length;
  while (*part == '/') part++;
  if (up && !*part) return NULL;
  while (*part && node) {
    size_t length = strcspn(part, "/");
    const char *next = part + length;
    while (*next == '/') next++;
    if (up && !*next) {
      if (last) *last = part;
      return node->is_folder ? node : NULL;
    }
    struct entry *entry = node->is_folder ? *find_entry(&node->entries, part, length) : NULL;
    node = entry ? entry->node : NULL;
    part = next;
  }
  return node;
}

struct node *faulty_find(faulty_disk *disk, const char *path) { return walk(disk, path, false, NULL); }

struct node *faulty_parent(faulty_disk *disk, const char *path, const char **name) {
  return walk(disk, path, true, name);
}

// MARK: Calls

enum verdict faulty_ask(faulty_disk *disk, enum faulty_call call, const struct node *node, int64_t what) {
  if (disk->is_cut) return FAULTY_DEAD;
  if (call & disk->counted_calls) {
    disk->counted++;
    if (disk->counted >= disk->first_failure && disk->counted - disk->first_failure < disk->failures) {
      disk->failed++;
      return FAULTY_FAILS;
    }
  }
  if (call & FAULTY_CHANGES) {
    disk->changes++;
    disk->trace = (disk->trace ^ (uint64_t)call ^ (node ? node->label : 0) ^ (uint64_t)what << 16) * 0x100000001B3u;
    if (disk->until_cut > 0 && --disk->until_cut == 0) {
      disk->is_cut = true;
      return FAULTY_DIES;
    }
  }
  return FAULTY_GOES;
}

bool faulty_has_room(faulty_disk *disk, const struct node *node, int64_t count, int64_t offset) {
  int64_t growth = offset + count - node->size;
  return disk->room < 0 || growth <= disk->room;
}

static void set_size(faulty_disk *disk, struct node *node, int64_t size) {
  if (disk->room >= 0) {
    disk->room -= size - node->size;
    if (disk->room < 0) disk->room = 0;
  }
  node->size = size;
}

struct node *faulty_make(faulty_disk *disk, const char *path, bool is_folder, mode_t mode) {
  const char *name;
  struct node *folder = faulty_parent(disk, path, &name);
  if (!folder) return NULL;
  struct node *node = add_node(disk, is_folder, mode & 07777);
  node->label = label_of(path + disk->root_length);
  rename_in(folder, NULL, name, node);
  return node;
}

void faulty_unlink(faulty_disk *disk, const char *path) {
  const char *name;
  struct node *folder = faulty_parent(disk, path, &name);
  struct node *node = faulty_find(disk, path);
  if (!folder || !node) return;
  if (!node->is_folder && disk->room >= 0) disk->room += node->size;
  rename_in(folder, name, NULL, NULL);
}

void faulty_rename(faulty_disk *disk, const char *from, const char *to) {
  const char *old_name, *new_name;
  struct node *old_folder = faulty_parent(disk, from, &old_name);
  struct node *new_folder = faulty_parent(disk, to, &new_name);
  struct node *node = faulty_find(disk, from);
  if (!old_folder || !new_folder || !node) return;
  if (old_folder == new_folder) {
    rename_in(old_folder, old_name, new_name, node);
  } else {
    // From one folder to another nothing promises that both are written at once.
    rename_in(new_folder, NULL, new_name, node);
    rename_in(old_folder, old_name, NULL, NULL);
  }
}

void faulty_write(faulty_disk *disk, struct node *node, const void *bytes, int64_t count, int64_t offset) {
  if (count <= 0) return;
  struct change *change = add_change(node);
  change->bytes = some((size_t)count);
  memcpy(change->bytes, bytes, (size_t)count);
  change->count = count;
  change->offset = offset;
  if (offset + count > node->size) set_size(disk, node, offset + count);
}

void faulty_resize(faulty_disk *disk, struct node *node, int64_t size) {
  if (size == node->size) return;
  add_change(node)->offset = size;
  set_size(disk, node, size);
}

void faulty_sync(faulty_disk *disk, struct node *node) {
  if (disk->swallowed & FAULTY_SYNC) return;
  for (struct change *change = node->changes; change; change = change->next) apply(&node->synced, change);
  free_changes(node);
}

void faulty_forsake(faulty_disk *disk, struct node *node) {
  for (struct change *change = node->changes; change; change = change->next) {
    // What is not bytes stands in the file system's own journal, which has not failed.
    if (!change->bytes || faulty_random(disk, 2)) apply(&node->synced, change);
  }
  free_changes(node);
}

void faulty_sync_folder(faulty_disk *disk, struct node *folder) {
  if (disk->swallowed & FAULTY_CREATE) return;
  for (struct renaming *renaming = folder->renamings; renaming; renaming = renaming->next) {
    apply_renaming(&folder->synced_entries, renaming);
  }
  free_renamings(folder);
}

// MARK: Coming and going

static int read_file(const char *path, struct content *content) {
  int file = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
  if (file < 0) return -errno;
  unsigned char buffer[65536];
  ssize_t count;
  while ((count = read(file, buffer, sizeof buffer)) > 0) put(content, buffer, count, content->size);
  int code = count < 0 ? -errno : 0;
  close(file);
  return code;
}

static bool ends_with(const char *name, const char *end) {
  size_t length = strlen(name), end_length = strlen(end);
  return length >= end_length && strcmp(name + length - end_length, end) == 0;
}

/// What stands in a folder, as synced.
static int load(faulty_disk *disk, struct node *folder, const char *path) {
  DIR *listing = opendir(path);
  if (!listing) return -errno;
  int code = 0;
  for (struct dirent *found; code == 0 && (found = readdir(listing));) {
    if (strcmp(found->d_name, ".") == 0 || strcmp(found->d_name, "..") == 0) continue;
    // SQLite's shared memory is memory.
    if (ends_with(found->d_name, "-shm")) continue;
    char *inner = some(strlen(path) + strlen(found->d_name) + 2);
    sprintf(inner, "%s/%s", path, found->d_name);
    struct stat status;
    if (lstat(inner, &status) != 0) {
      code = -errno;
    } else if (S_ISDIR(status.st_mode) || S_ISREG(status.st_mode)) {
      struct node *node = add_node(disk, S_ISDIR(status.st_mode), status.st_mode & 07777);
      node->label = label_of(inner + disk->root_length);
      set_entry(&folder->entries, found->d_name, node);
      set_entry(&folder->synced_entries, found->d_name, node);
      if (node->is_folder) {
        code = load(disk, node, inner);
      } else {
        code = read_file(inner, &node->synced);
        node->size = node->synced.size;
      }
    }
    free(inner);
  }
  closedir(listing);
  return code;
}

static void free_disk(faulty_disk *disk) {
  for (struct node *node = disk->nodes; node;) {
    struct node *next = node->next;
    free_changes(node);
    free_renamings(node);
    free_entries(&node->entries);
    free_entries(&node->synced_entries);
    free(node->synced.bytes);
    free(node);
    node = next;
  }
  free(disk->root);
  free(disk);
}

faulty_disk *faulty_disk_insert(const char *folder, uint64_t seed) {
  faulty_disk *disk = some(sizeof *disk);
  // As SQLite will name it.
  disk->root = realpath(folder, NULL);
  disk->random = seed;
  disk->room = -1;
  if (disk->root) {
    disk->root_length = strlen(disk->root);
    disk->top = add_node(disk, true, 0700);
    faulty_inside++;
    int code = load(disk, disk->top, disk->root);
    faulty_inside--;
    if (code == 0) {
      pthread_mutex_lock(&faulty_lock);
      disk->next = disks;
      disks = disk;
      __atomic_add_fetch(&disk_count, 1, __ATOMIC_RELEASE);
      pthread_mutex_unlock(&faulty_lock);
      return disk;
    }
  }
  free_disk(disk);
  return NULL;
}

void faulty_disk_remove(faulty_disk *disk) {
  pthread_mutex_lock(&faulty_lock);
  for (faulty_disk **place = &disks; *place; place = &(*place)->next) {
    if (*place != disk) continue;
    *place = disk->next;
    break;
  }
  __atomic_sub_fetch(&disk_count, 1, __ATOMIC_RELEASE);
  pthread_mutex_unlock(&faulty_lock);
  free_disk(disk);
}

// MARK: What is left

enum { SECTOR = 512 };

/// Sectors of a write: those that the coin chooses, or the first ones alone.
static void apply_sectors(faulty_disk *disk, struct content *content, const struct change *change, bool only_first) {
  int64_t end = change->offset + change->count;
  int64_t sectors = (end - 1) / SECTOR - change->offset / SECTOR + 1;
  int64_t kept = only_first ? faulty_random(disk, sectors + 1) : sectors;
  for (int64_t at = change->offset; at < end && kept > 0; kept--) {
    int64_t next = (at / SECTOR + 1) * SECTOR;
    if (next > end) next = end;
    if (only_first || faulty_random(disk, 2)) {
      put(content, change->bytes + (at - change->offset), next - at, at);
    } else if (next > content->size && faulty_random(disk, 2)) {
      // The file has grown, and what should stand there has not been written: nothing, or what the disk held before.
      int64_t from = content->size > at ? content->size : at;
      resize(content, next);
      if (faulty_random(disk, 2)) {
        for (int64_t byte = from; byte < next; byte++) content->bytes[byte] = (unsigned char)faulty_random(disk, 256);
      }
    }
    at = next;
  }
}

static void settle_file(faulty_disk *disk, struct node *node) {
  int64_t count = 0;
  for (struct change *change = node->changes; change; change = change->next) count++;
  int64_t manner = faulty_random(disk, 5);
  // Only for one of them; drawn always, so that a run is the same whatever there is to decide.
  int64_t first = faulty_random(disk, count + 1);
  int64_t number = 0;
  for (struct change *change = node->changes; change; change = change->next, number++) {
    switch (manner) {
      case 0:  // nothing
        break;
      case 1:  // everything
        apply(&node->synced, change);
        break;
      case 2:  // in order, up to some point
        if (number < first) {
          apply(&node->synced, change);
        } else if (number == first && change->bytes) {
          apply_sectors(disk, &node->synced, change, true);
        }
        break;
      case 3:  // some of them, some torn
        if (faulty_random(disk, 2)) {
          apply(&node->synced, change);
        } else if (change->bytes && faulty_random(disk, 3) == 0) {
          apply_sectors(disk, &node->synced, change, true);
        }
        break;
      default:  // each sector by itself
        if (change->bytes) {
          apply_sectors(disk, &node->synced, change, false);
        } else if (faulty_random(disk, 2)) {
          apply(&node->synced, change);
        }
    }
  }
  free_changes(node);
  node->size = node->synced.size;
}

static void settle_folder(faulty_disk *disk, struct node *folder) {
  int64_t count = 0;
  for (struct renaming *renaming = folder->renamings; renaming; renaming = renaming->next) count++;
  // As a journal has it, up to some point; or any.
  bool in_order = faulty_random(disk, 2);
  int64_t first = faulty_random(disk, count + 1);
  int64_t number = 0;
  for (struct renaming *renaming = folder->renamings; renaming; renaming = renaming->next, number++) {
    if (in_order ? number < first : faulty_random(disk, 2) > 0) apply_renaming(&folder->synced_entries, renaming);
  }
  free_renamings(folder);
  copy_entries(&folder->entries, folder->synced_entries);
}

static void clear_folder(const char *path) {
  DIR *listing = opendir(path);
  if (!listing) return;
  for (struct dirent *found; (found = readdir(listing));) {
    if (strcmp(found->d_name, ".") == 0 || strcmp(found->d_name, "..") == 0) continue;
    char *inner = some(strlen(path) + strlen(found->d_name) + 2);
    sprintf(inner, "%s/%s", path, found->d_name);
    if (unlink(inner) != 0) {
      clear_folder(inner);
      rmdir(inner);
    }
    free(inner);
  }
  closedir(listing);
}

static int write_file(const char *path, const struct node *node) {
  int file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (file < 0) return -errno;
  int code = fchmod(file, node->mode) == 0 ? 0 : -errno;
  for (int64_t done = 0; code == 0 && done < node->synced.size;) {
    ssize_t count = write(file, node->synced.bytes + done, (size_t)(node->synced.size - done));
    if (count <= 0) code = -errno;
    done += count;
  }
  close(file);
  return code;
}

static int write_folder(const struct node *folder, const char *path) {
  int code = 0;
  for (struct entry *entry = folder->synced_entries; entry && code == 0; entry = entry->next) {
    char *inner = some(strlen(path) + strlen(entry->name) + 2);
    sprintf(inner, "%s/%s", path, entry->name);
    if (entry->node->is_folder) {
      code = mkdir(inner, 0700) == 0 && chmod(inner, entry->node->mode) == 0 ? write_folder(entry->node, inner) : -errno;
    } else {
      code = write_file(inner, entry->node);
    }
    free(inner);
  }
  return code;
}

int faulty_disk_power_on(faulty_disk *disk) {
  pthread_mutex_lock(&faulty_lock);
  faulty_inside++;
  int code = disk->open_files > 0 ? -EBUSY : 0;
  if (code == 0) {
    for (struct node *node = disk->nodes; node; node = node->next) {
      if (node->is_folder) {
        settle_folder(disk, node);
      } else {
        settle_file(disk, node);
      }
    }
    clear_folder(disk->root);
    code = write_folder(disk->top, disk->root);
    disk->is_cut = false;
    disk->until_cut = 0;
  }
  faulty_inside--;
  pthread_mutex_unlock(&faulty_lock);
  return code;
}

// MARK: Being told

#define LOCKED(statements)                  \
  pthread_mutex_lock(&faulty_lock);         \
  statements pthread_mutex_unlock(&faulty_lock);

static int64_t number(const int64_t *place) {
  pthread_mutex_lock(&faulty_lock);
  int64_t value = *place;
  pthread_mutex_unlock(&faulty_lock);
  return value;
}

void faulty_disk_cut_at(faulty_disk *disk, int64_t number) { LOCKED(disk->until_cut = number;) }
void faulty_disk_cut(faulty_disk *disk) { LOCKED(disk->is_cut = true;) }
void faulty_disk_swallow_syncs(faulty_disk *disk, int which) { LOCKED(disk->swallowed = which;) }
void faulty_disk_leave_room(faulty_disk *disk, int64_t bytes) { LOCKED(disk->room = bytes < 0 ? -1 : bytes;) }

void faulty_disk_fail(faulty_disk *disk, int calls, int64_t first, int64_t count, enum faulty_error error) {
  LOCKED({
    disk->counted_calls = calls;
    disk->counted = 0;
    disk->failed = 0;
    disk->first_failure = first;
    disk->failures = count;
    disk->error = error;
  })
}

int64_t faulty_disk_counted(const faulty_disk *disk) { return number(&disk->counted); }
int64_t faulty_disk_failed(const faulty_disk *disk) { return number(&disk->failed); }
int64_t faulty_disk_changes(const faulty_disk *disk) { return number(&disk->changes); }
uint64_t faulty_disk_trace(const faulty_disk *disk) { return (uint64_t)number((const int64_t *)&disk->trace); }

bool faulty_disk_is_cut(const faulty_disk *disk) {
  bool is_cut;
  LOCKED(is_cut = disk->is_cut;)
  return is_cut;
}

int faulty_disk_open_files(const faulty_disk *disk) {
  int count;
  LOCKED(count = disk->open_files;)
  return count;
}

static int differences(const struct node *folder, const char *path) {
  int count = 0;
  for (struct entry *entry = folder->entries; entry; entry = entry->next) {
    char *inner = some(strlen(path) + strlen(entry->name) + 2);
    sprintf(inner, "%s/%s", path, entry->name);
    if (entry->node->is_folder) {
      count += differences(entry->node, inner);
    } else {
      struct content real = {0}, model = {0};
      put(&model, entry->node->synced.bytes ? entry->node->synced.bytes : (unsigned char *)"", entry->node->synced.size, 0);
      for (struct change *change = entry->node->changes; change; change = change->next) apply(&model, change);
      if (read_file(inner, &real) != 0 || real.size != model.size || real.size != entry->node->size ||
          (real.size > 0 && memcmp(real.bytes, model.bytes, (size_t)real.size) != 0)) {
        count++;
      }
      free(real.bytes);
      free(model.bytes);
    }
    free(inner);
  }
  return count;
}

int faulty_disk_differences(faulty_disk *disk) {
  int count;
  LOCKED({
    faulty_inside++;
    count = differences(disk->top, disk->root);
    faulty_inside--;
  })
  return count;
}
