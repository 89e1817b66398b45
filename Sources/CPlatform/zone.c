#define _GNU_SOURCE
#include "zone.h"
#include "CPlatform.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct talent_zone {
  int32_t count;
  /// Seconds since 1970 at which an offset begins, ascending.
  int64_t *at;
  int32_t *offset;
  /// The offset before the first of them.
  int32_t initial;
  bool has_rule;
  struct zone_rule rule;
};

// MARK: Reading (RFC 9636)

static uint32_t four(const unsigned char *bytes) {
  return (uint32_t)bytes[0] << 24 | (uint32_t)bytes[1] << 16 | (uint32_t)bytes[2] << 8 | bytes[3];
}

static int64_t eight(const unsigned char *bytes) { return (int64_t)((uint64_t)four(bytes) << 32 | four(bytes + 4)); }

struct block {
  uint32_t isut, isstd, leap, times, types, chars;
};

enum { header_size = 44 };

static bool header(const unsigned char *bytes, size_t left, struct block *block, int *version) {
  if (left < header_size || memcmp(bytes, "TZif", 4) != 0) return false;
  *version = bytes[4] == 0 ? 1 : bytes[4] - '0';
  *block = (struct block){four(bytes + 20), four(bytes + 24), four(bytes + 28),
                          four(bytes + 32), four(bytes + 36), four(bytes + 40)};
  const uint32_t most = 1 << 16;
  return block->isut < most && block->isstd < most && block->leap < most && block->times < most && block->types < most &&
         block->types > 0 && block->chars < most;
}

static size_t size_of(const struct block *block, size_t width) {
  return block->times * (width + 1) + block->types * 6 + block->chars + block->leap * (width + 4) + block->isstd +
         block->isut;
}

/// Reads the second, 64-bit block and the rule after it. Files of version 1, without them, have not been made since 2005.
static bool parse(const unsigned char *bytes, size_t size, talent_zone *zone) {
  struct block block;
  int version;
  if (!header(bytes, size, &block, &version) || version < 2) return false;
  size_t offset = header_size + size_of(&block, 4);
  if (offset > size || !header(bytes + offset, size - offset, &block, &version)) return false;
  offset += header_size;
  size_t length = size_of(&block, 8);
  if (length > size - offset) return false;

  const unsigned char *times = bytes + offset;
  const unsigned char *indices = times + (size_t)block.times * 8;
  const unsigned char *types = indices + block.times;
  zone->count = (int32_t)block.times;
  zone->at = calloc(block.times + 1, sizeof *zone->at);
  zone->offset = calloc(block.times + 1, sizeof *zone->offset);
  if (zone->at == NULL || zone->offset == NULL) return false;
  zone->initial = (int32_t)four(types);
  for (uint32_t index = 0; index < block.times; index++) {
    if (indices[index] >= block.types) return false;
    zone->at[index] = eight(times + (size_t)index * 8);
    zone->offset[index] = (int32_t)four(types + (size_t)indices[index] * 6);
    if (index > 0 && zone->at[index] <= zone->at[index - 1]) return false;
  }

  const char *footer = (const char *)bytes + offset + length;
  size_t left = size - offset - length;
  if (left < 2 || footer[0] != '\n') return false;
  const char *end = memchr(footer + 1, '\n', left - 1);
  char text[256];
  if (end == NULL || (size_t)(end - footer - 1) >= sizeof text) return false;
  memcpy(text, footer + 1, (size_t)(end - footer - 1));
  text[end - footer - 1] = '\0';
  if (text[0] != '\0') {
    if (!zone_rule_parse(text, &zone->rule)) return false;
    zone->has_rule = true;
  }
  return true;
}

/// Names go into a path: letters, digits and what zone names hold beside them, and no way upwards.
static bool is_plain(const char *name) {
  size_t length = strlen(name);
  if (length == 0 || length > 64 || name[0] == '/' || strstr(name, "..") != NULL) return false;
  return strspn(name, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_+-/") == length;
}

static bool read_file(const char *name, talent_zone *zone) {
  const char *folder = getenv("TZDIR");
  char path[4096];
  if (snprintf(path, sizeof path, "%s/%s", folder != NULL && folder[0] != '\0' ? folder : "/usr/share/zoneinfo", name) >=
      (int)sizeof path)
    return false;
  FILE *file = fopen(path, "rbe");
  if (file == NULL) return false;
  const size_t most = 1 << 18;
  unsigned char *bytes = malloc(most);
  size_t size = bytes == NULL ? 0 : fread(bytes, 1, most, file);
  fclose(file);
  bool good = size > 0 && parse(bytes, size, zone);
  free(bytes);
  return good;
}

talent_zone *talent_zone_open(const char *name) {
  if (!is_plain(name)) return NULL;
  talent_zone *zone = calloc(1, sizeof *zone);
  if (zone == NULL) return NULL;
  if (read_file(name, zone)) return zone;
  talent_zone_close(zone);

  // Minimal containers have no zone files. The union's directive 2000/84/EC is compiled in.
  const char *known = strcmp(name, "Europe/Copenhagen") == 0 ? "CET-1CEST,M3.5.0,M10.5.0/3"
                      : strcmp(name, "UTC") == 0             ? "UTC0"
                                                             : NULL;
  if (known == NULL) return NULL;
  zone = calloc(1, sizeof *zone);
  if (zone == NULL) return NULL;
  zone->has_rule = zone_rule_parse(known, &zone->rule);
  zone->initial = zone->rule.standard;
  return zone;
}

void talent_zone_close(talent_zone *zone) {
  if (zone == NULL) return;
  free(zone->at);
  free(zone->offset);
  free(zone);
}

// MARK: Asking

static int offset_at(const talent_zone *zone, int64_t utc) {
  if (zone->has_rule && (zone->count == 0 || utc >= zone->at[zone->count - 1])) {
    return zone_rule_offset(&zone->rule, utc);
  }
  int32_t low = 0, high = zone->count;
  while (low < high) {
    int32_t middle = low + (high - low) / 2;
    if (zone->at[middle] <= utc) low = middle + 1;
    else high = middle;
  }
  return low == 0 ? zone->initial : zone->offset[low - 1];
}

/// Years -9999 to 9999 or so: beyond them nothing is asked, and arithmetic cannot overflow.
static const int64_t farthest = 400000000000;

int talent_zone_local(const talent_zone *zone, int64_t utc_seconds, int *utc_offset_seconds) {
  if (utc_seconds > farthest || utc_seconds < -farthest) return -ERANGE;
  *utc_offset_seconds = offset_at(zone, utc_seconds);
  return 0;
}

int talent_zone_utc(
    const talent_zone *zone, int year, int month, int day, int hour, int minute, int second, int64_t *utc_seconds,
    int *kind) {
  static const int lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  if (year < 1 || year > 9999 || month < 1 || month > 12) return -EINVAL;
  bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  if (day < 1 || day > lengths[month - 1] + (month == 2 && leap ? 1 : 0)) return -EINVAL;
  if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59) return -EINVAL;

  int64_t local = zone_days(year, month, day) * 86400 + hour * 3600 + minute * 60 + second;
  // The offsets a day before and after are the only two that can hold here: no zone changes twice in two days.
  int before = offset_at(zone, local - 86400);
  int after = offset_at(zone, local + 86400);
  bool fits_before = offset_at(zone, local - before) == before;
  bool fits_after = offset_at(zone, local - after) == after;
  if (fits_before && fits_after && before != after) {
    *kind = TALENT_LOCAL_AMBIGUOUS;
    *utc_seconds = local - (before > after ? before : after);
  } else if (fits_before || fits_after) {
    *kind = TALENT_LOCAL_EXACT;
    *utc_seconds = local - (fits_before ? before : after);
  } else {
    *kind = TALENT_LOCAL_GAP;
    *utc_seconds = local - before;
  }
  return 0;
}
