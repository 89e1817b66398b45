#include "zone.h"

#include <ctype.h>
#include <stddef.h>
#include <string.h>

// MARK: Reading

static bool digits(const char **text, int most, int *value) {
  const char *start = *text;
  int result = 0;
  while (isdigit((unsigned char)**text)) {
    result = result * 10 + (**text - '0');
    if (result > most) return false;
    (*text)++;
  }
  *value = result;
  return *text != start;
}

/// `[+-]hh[:mm[:ss]]` in seconds.
static bool clock_time(const char **text, int most_hours, int *seconds) {
  int sign = 1;
  if (**text == '-' || **text == '+') sign = *(*text)++ == '-' ? -1 : 1;
  int hours, minutes = 0, rest = 0;
  if (!digits(text, most_hours, &hours)) return false;
  if (**text == ':') {
    (*text)++;
    if (!digits(text, 59, &minutes)) return false;
    if (**text == ':') {
      (*text)++;
      if (!digits(text, 59, &rest)) return false;
    }
  }
  *seconds = sign * (hours * 3600 + minutes * 60 + rest);
  return true;
}

static bool abbreviation(const char **text) {
  const char *start = *text;
  if (**text == '<') {
    const char *end = strchr(*text, '>');
    if (end == NULL) return false;
    *text = end + 1;
    return true;
  }
  while (isalpha((unsigned char)**text)) (*text)++;
  return *text - start >= 3;
}

static bool change(const char **text, struct zone_change *out) {
  if (**text != ',') return false;
  (*text)++;
  memset(out, 0, sizeof *out);
  if (**text == 'M') {
    out->form = 'M';
    (*text)++;
    if (!digits(text, 12, &out->month) || out->month < 1 || *(*text)++ != '.') return false;
    if (!digits(text, 5, &out->week) || out->week < 1 || *(*text)++ != '.') return false;
    if (!digits(text, 6, &out->weekday)) return false;
  } else if (**text == 'J') {
    out->form = 'J';
    (*text)++;
    if (!digits(text, 365, &out->day) || out->day < 1) return false;
  } else {
    out->form = 'D';
    if (!digits(text, 365, &out->day)) return false;
  }
  out->time = 2 * 3600;
  if (**text != '/') return true;
  (*text)++;
  return clock_time(text, 167, &out->time);
}

bool zone_rule_parse(const char *text, struct zone_rule *rule) {
  memset(rule, 0, sizeof *rule);
  int west;
  if (!abbreviation(&text) || !clock_time(&text, 24, &west)) return false;
  // POSIX counts westwards.
  rule->standard = -west;
  if (*text == '\0') return true;
  if (!abbreviation(&text)) return false;
  rule->has_summer = true;
  rule->summer = rule->standard + 3600;
  if (*text != ',') {
    if (!clock_time(&text, 24, &west)) return false;
    rule->summer = -west;
  }
  return change(&text, &rule->start) && change(&text, &rule->end) && *text == '\0';
}

// MARK: Applying

static bool is_leap(int64_t year) { return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0; }

int64_t zone_days(int64_t year, int month, int day) {
  // Years begin in March, so that the leap day comes last; 400 years have 146,097 days.
  int64_t shifted = month <= 2 ? year - 1 : year;
  int64_t era = (shifted >= 0 ? shifted : shifted - 399) / 400;
  int64_t year_of_era = shifted - era * 400;
  int64_t day_of_year = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
  int64_t day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
  return era * 146097 + day_of_era - 719468;
}

/// The year that a second since 1970 falls in, taken as UTC.
static int64_t year_of(int64_t seconds) {
  int64_t day = seconds >= 0 ? seconds / 86400 : (seconds - 86399) / 86400;
  int64_t year = 1970 + day / 365;
  while (zone_days(year, 1, 1) > day) year--;
  while (zone_days(year + 1, 1, 1) <= day) year++;
  return year;
}

/// When the change takes place in a year, as local seconds since 1970 of the clock before the change.
static int64_t moment(const struct zone_change *change, int64_t year) {
  int64_t day;
  if (change->form == 'M') {
    int64_t first = zone_days(year, change->month, 1);
    // 1970-01-01 was a Thursday.
    int weekday = (int)(((first + 4) % 7 + 7) % 7);
    day = first + (change->weekday - weekday + 7) % 7 + (change->week - 1) * 7;
    int64_t next = change->month == 12 ? zone_days(year + 1, 1, 1) : zone_days(year, change->month + 1, 1);
    while (day >= next) day -= 7;
  } else if (change->form == 'J') {
    day = zone_days(year, 1, 1) + change->day - 1 + (is_leap(year) && change->day >= 60 ? 1 : 0);
  } else {
    day = zone_days(year, 1, 1) + change->day;
  }
  return day * 86400 + change->time;
}

int zone_rule_offset(const struct zone_rule *rule, int64_t utc) {
  if (!rule->has_summer) return rule->standard;
  int64_t year = year_of(utc + rule->standard);
  int64_t start = moment(&rule->start, year) - rule->standard;
  int64_t end = moment(&rule->end, year) - rule->summer;
  // South of the equator summer spans the new year.
  bool summer = start < end ? utc >= start && utc < end : utc >= start || utc < end;
  return summer ? rule->summer : rule->standard;
}
