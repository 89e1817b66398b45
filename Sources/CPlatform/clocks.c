#define _GNU_SOURCE
#include "CPlatform.h"

#include <errno.h>
#include <sys/timex.h>
#include <time.h>

static int64_t milliseconds(clockid_t clock) {
  struct timespec now;
  clock_gettime(clock, &now);
  return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

int64_t talent_monotonic_ms(void) { return milliseconds(CLOCK_MONOTONIC); }

int64_t talent_realtime_ms(void) { return milliseconds(CLOCK_REALTIME); }

int64_t talent_monotonic_ns(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (int64_t)now.tv_sec * 1000000000 + now.tv_nsec;
}

int talent_clock_is_synchronised(void) {
  // Nothing is set: it only asks.
  struct timex asked = {.modes = 0};
  int state = adjtimex(&asked);
  if (state < 0) return -errno;
  return state != TIME_ERROR && (asked.status & STA_UNSYNC) == 0;
}
