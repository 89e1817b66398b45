// Shared by the files of the time-zone shim; no part of the public header.

#ifndef ZONE_H
#define ZONE_H

#include <stdbool.h>
#include <stdint.h>

/// The day on which clocks are changed, as POSIX writes it.
struct zone_change {
  /// 'M' (month, week, weekday), 'J' (day 1 to 365, 29 February never counted) or 'D' (day 0 to 365).
  char form;
  int month, week, weekday, day;
  /// Seconds after local midnight; may be negative or beyond a day.
  int time;
};

/// A rule such as `CET-1CEST,M3.5.0,M10.5.0/3`. Offsets are seconds ahead of UTC.
struct zone_rule {
  int standard, summer;
  bool has_summer;
  struct zone_change start, end;
};

/// Days since 1970-01-01 in the Gregorian calendar.
int64_t zone_days(int64_t year, int month, int day);

/// False for text that is no POSIX rule.
bool zone_rule_parse(const char *text, struct zone_rule *rule);

/// The offset that a rule gives at a second since 1970.
int zone_rule_offset(const struct zone_rule *rule, int64_t utc);

#endif
