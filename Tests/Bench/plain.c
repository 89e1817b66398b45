// What the service is measured against: plain C on plain SQLite and plain sockets.
//
//   plain echo SOCKET BYTES              answers every frame with a frame of so many bytes
//   plain store SOCKET LOG VIEWS FIRST COUNT FOLDER
//                                        answers every frame after inserting, as durably as the service does, the rows that
//                                        the service wrote for one event: leaf, vault, command's answer, view. They are
//                                        copied from the positions FIRST and on of its own files, byte for byte; only their
//                                        keys go on counting.
//   plain load SOCKET FRAME CLIENTS SECONDS
//                                        sends a frame again and again on so many connections, one outstanding on each, and
//                                        prints calls and round trips as JSON
//   plain scan LOG                       reads every leaf, and prints how long that took as JSON
//   plain hash LOG                       the same, and takes the SHA-256 of each
//
// Frames end with NUL. The id in a frame (PLACEHOLDER) is another one in each call.

#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <openssl/evp.h>
#include <sqlite3.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <time.h>
#include <unistd.h>

#define PLACEHOLDER "00000000-0000-7000-8000-000000000000"
enum { id_length = 36, connection_limit = 1024, batch_limit = 256, chunk = 65536 };

static void fail(const char *format, ...) {
  va_list arguments;
  va_start(arguments, format);
  vfprintf(stderr, format, arguments);
  va_end(arguments);
  fputc('\n', stderr);
  exit(1);
}

static double now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

// Ids that rise as those of clients do, which begin with the time.
static void write_id(char *into, uint64_t number) {
  static uint64_t milliseconds;
  if (milliseconds == 0) {
    struct timespec time;
    clock_gettime(CLOCK_REALTIME, &time);
    milliseconds = (uint64_t)time.tv_sec * 1000 + (uint64_t)time.tv_nsec / 1000000;
  }
  char text[id_length + 1];
  snprintf(text, sizeof text, "%08x-%04x-7000-8000-%012llx", (unsigned)(milliseconds >> 16 & 0xffffffff),
           (unsigned)(milliseconds & 0xffff), (unsigned long long)(number & 0xffffffffffffULL));
  memcpy(into, text, id_length);
}

// --- Sockets

static struct sockaddr_un address(const char *path) {
  struct sockaddr_un name = {.sun_family = AF_UNIX};
  if (strlen(path) >= sizeof name.sun_path) fail("the socket's path is too long");
  strcpy(name.sun_path, path);
  return name;
}

static void send_all(int connection, const char *bytes, size_t count) {
  while (count > 0) {
    ssize_t sent = send(connection, bytes, count, MSG_NOSIGNAL);
    if (sent < 0 && errno == EINTR) continue;
    if (sent < 0 && errno == EAGAIN) {
      usleep(50);
      continue;
    }
    if (sent <= 0) return;
    bytes += sent;
    count -= (size_t)sent;
  }
}

typedef void (*batch_handler)(int count);

// Answers every frame with `reply`. The frames that have arrived meanwhile are handled together, before any is answered.
static void serve(const char *path, const char *reply, size_t reply_length, batch_handler handle) {
  struct sockaddr_un name = address(path);
  int listener = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
  unlink(path);
  if (bind(listener, (struct sockaddr *)&name, sizeof name) || listen(listener, 256)) fail("cannot listen at %s", path);
  int poll = epoll_create1(EPOLL_CLOEXEC);
  struct epoll_event event = {.events = EPOLLIN, .data.fd = listener};
  epoll_ctl(poll, EPOLL_CTL_ADD, listener, &event);
  static char buffer[chunk];
  static int waiting[connection_limit];
  for (;;) {
    struct epoll_event events[batch_limit];
    int ready = epoll_wait(poll, events, batch_limit, -1);
    int count = 0;
    for (int i = 0; i < ready; i++) {
      int connection = events[i].data.fd;
      if (connection == listener) {
        connection = accept4(listener, NULL, NULL, SOCK_CLOEXEC | SOCK_NONBLOCK);
        struct epoll_event added = {.events = EPOLLIN, .data.fd = connection};
        if (connection >= 0) epoll_ctl(poll, EPOLL_CTL_ADD, connection, &added);
        continue;
      }
      ssize_t got = recv(connection, buffer, sizeof buffer, 0);
      if (got < 0 && errno == EAGAIN) continue;
      if (got <= 0) {
        close(connection);
        continue;
      }
      // One frame at most is outstanding on a connection.
      if (buffer[got - 1] == 0 && count < connection_limit) waiting[count++] = connection;
    }
    if (count > 0 && handle) handle(count);
    for (int i = 0; i < count; i++) send_all(waiting[i], reply, reply_length);
  }
}

static void echo(const char *path, size_t length) {
  char *reply = malloc(length + 1);
  memset(reply, 'a', length);
  reply[length] = 0;
  serve(path, reply, length + 1, NULL);
}

// --- Rows

// The rows that one event made in one table.
struct row {
  sqlite3_value *values[16];
};
struct table {
  const char *name, *select;
  sqlite3 *target;
  sqlite3_stmt *insert;
  struct row *rows;
  // Of each event, where its rows begin; one more at the end.
  int *first;
  int columns, position, id, command;
};

static struct table tables[] = {
    {.name = "leaf", .select = "SELECT * FROM leaf WHERE position = ?"},
    {.name = "vault", .select = "SELECT * FROM vault WHERE id >> 8 = ?"},
    {.name = "answer",
     .select = "SELECT * FROM answer WHERE command ="
               " (SELECT json_extract(CAST(bytes AS TEXT), '$.data.command') FROM leaf WHERE position = ?)"},
    {.name = "audit", .select = "SELECT * FROM audit WHERE position = ?"},
};
enum { log_tables = 3, all_tables = 4 };
static sqlite3 *log_file, *view_file;
static int templates;
static uint64_t stored;

static void run(sqlite3 *database, const char *sql) {
  char *message = NULL;
  if (sqlite3_exec(database, sql, NULL, NULL, &message)) fail("%s: %s", sql, message);
}

static sqlite3_stmt *prepare(sqlite3 *database, const char *sql) {
  sqlite3_stmt *statement;
  if (sqlite3_prepare_v2(database, sql, -1, &statement, NULL)) fail("%s: %s", sql, sqlite3_errmsg(database));
  return statement;
}

static sqlite3 *open_source(const char *path) {
  sqlite3 *database;
  if (sqlite3_open_v2(path, &database, SQLITE_OPEN_READONLY, NULL)) fail("cannot open %s", path);
  return database;
}

// Set up as the service sets up its own, the write-ahead log's length (in pages) included.
static sqlite3 *make_target(sqlite3 *source, const char *folder, const char *name, const char *tables_named,
                            const char *synchronous, int journal_length) {
  char path[4096], sql[1024];
  snprintf(path, sizeof path, "%s/%s", folder, name);
  sqlite3 *database;
  if (sqlite3_open(path, &database)) fail("cannot make %s", path);
  sqlite3_stmt *size = prepare(source, "PRAGMA page_size");
  sqlite3_step(size);
  snprintf(sql, sizeof sql,
           "PRAGMA page_size = %d; PRAGMA journal_mode = WAL; PRAGMA synchronous = %s; PRAGMA cache_size = -16000;"
           "PRAGMA temp_store = MEMORY; PRAGMA wal_autocheckpoint = %d",
           sqlite3_column_int(size, 0), synchronous, journal_length);
  sqlite3_finalize(size);
  run(database, sql);
  snprintf(sql, sizeof sql,
           "SELECT sql FROM sqlite_schema WHERE tbl_name IN (%s) AND type IN ('table', 'index') AND sql IS NOT NULL"
           " ORDER BY type DESC",
           tables_named);
  sqlite3_stmt *schema = prepare(source, sql);
  while (sqlite3_step(schema) == SQLITE_ROW) run(database, (const char *)sqlite3_column_text(schema, 0));
  sqlite3_finalize(schema);
  return database;
}

static void take_rows(struct table *table, sqlite3 *source, sqlite3 *target, int first, int count) {
  sqlite3_stmt *select = prepare(source, table->select);
  table->target = target;
  table->columns = sqlite3_column_count(select);
  table->position = table->id = table->command = -1;
  char sql[256];
  int length = snprintf(sql, sizeof sql, "INSERT INTO %s VALUES (", table->name);
  for (int column = 0; column < table->columns; column++) {
    const char *name = sqlite3_column_name(select, column);
    if (!strcmp(name, "position")) table->position = column;
    if (!strcmp(name, "id")) table->id = column;
    if (!strcmp(name, "command")) table->command = column;
    length += snprintf(sql + length, sizeof sql - (size_t)length, column ? ", ?" : "?");
  }
  snprintf(sql + length, sizeof sql - (size_t)length, ")");
  table->insert = prepare(target, sql);
  table->first = calloc((size_t)count + 1, sizeof *table->first);
  int rows = 0, room = 0;
  for (int event = 0; event < count; event++) {
    table->first[event] = rows;
    sqlite3_bind_int64(select, 1, first + event);
    while (sqlite3_step(select) == SQLITE_ROW) {
      if (rows == room) table->rows = realloc(table->rows, (size_t)(room = room * 2 + 64) * sizeof *table->rows);
      for (int column = 0; column < table->columns; column++)
        table->rows[rows].values[column] = sqlite3_value_dup(sqlite3_column_value(select, column));
      rows++;
    }
    sqlite3_reset(select);
  }
  table->first[count] = rows;
  sqlite3_finalize(select);
  if (rows == 0) fail("no rows of %s at the positions named", table->name);
}

static void insert(struct table *table, int event, uint64_t number) {
  char id[id_length];
  write_id(id, number);
  for (int row = table->first[event]; row < table->first[event + 1]; row++) {
    for (int column = 0; column < table->columns; column++)
      sqlite3_bind_value(table->insert, column + 1, table->rows[row].values[column]);
    if (table->position >= 0) sqlite3_bind_int64(table->insert, table->position + 1, (sqlite3_int64)number);
    if (table->id >= 0)
      sqlite3_bind_int64(table->insert, table->id + 1, (sqlite3_int64)(number << 8) | (row - table->first[event]));
    if (table->command >= 0) sqlite3_bind_text(table->insert, table->command + 1, id, id_length, SQLITE_STATIC);
    if (sqlite3_step(table->insert) != SQLITE_DONE) fail("%s: %s", table->name, sqlite3_errmsg(table->target));
    sqlite3_reset(table->insert);
  }
}

// The log is durable before its view moves on, and both before anybody is answered.
static void store_batch(int count) {
  run(log_file, "BEGIN IMMEDIATE");
  for (int i = 0; i < count; i++)
    for (int table = 0; table < log_tables; table++)
      insert(&tables[table], (int)((stored + (uint64_t)i) % (uint64_t)templates), stored + (uint64_t)i);
  run(log_file, "COMMIT");
  run(view_file, "BEGIN IMMEDIATE");
  for (int i = 0; i < count; i++)
    insert(&tables[log_tables], (int)((stored + (uint64_t)i) % (uint64_t)templates), stored + (uint64_t)i);
  run(view_file, "COMMIT");
  stored += (uint64_t)count;
}

static void store(char **words) {
  sqlite3 *log = open_source(words[1]), *views = open_source(words[2]);
  int first = atoi(words[3]);
  templates = atoi(words[4]);
  mkdir(words[5], 0700);
  log_file = make_target(log, words[5], "log.sqlite3", "'leaf', 'vault', 'answer'", "FULL", 4096);
  view_file = make_target(views, words[5], "views.sqlite3", "'audit'", "NORMAL", 2000);
  for (int table = 0; table < all_tables; table++)
    take_rows(&tables[table], table < log_tables ? log : views, table < log_tables ? log_file : view_file, first,
              templates);
  sqlite3_close(log);
  sqlite3_close(views);
  // As long as a receipt.
  static const char reply[] = "{\"parameters\":{\"command\":\"" PLACEHOLDER
                              "\",\"dryRun\":false,\"events\":[{\"position\":123456,\"type\":\"case-note.recorded.v1\"}],"
                              "\"revision\":123456}}";
  serve(words[0], reply, sizeof reply, store_batch);
}

// --- Load

static int by_size(const void *left, const void *right) {
  double difference = *(const double *)left - *(const double *)right;
  return difference < 0 ? -1 : difference > 0;
}

static void load(const char *path, const char *frame_path, int clients, double seconds) {
  static char frame[1 << 20], buffer[1 << 20];
  int file = open(frame_path, O_RDONLY);
  ssize_t length = read(file, frame, sizeof frame - 1);
  if (length <= 0) fail("cannot read %s", frame_path);
  close(file);
  frame[length++] = 0;
  char *id = memmem(frame, (size_t)length, PLACEHOLDER, id_length);

  static struct client {
    int connection;
    double sent;
    int failed, head;
  } all[connection_limit];
  struct sockaddr_un name = address(path);
  int poll = epoll_create1(EPOLL_CLOEXEC);
  uint64_t calls = 0, errors = 0, bytes = 0;
  size_t room = 1 << 20, count = 0;
  double *times = malloc(room * sizeof *times);
  for (int i = 0; i < clients; i++) {
    all[i].connection = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (connect(all[i].connection, (struct sockaddr *)&name, sizeof name)) fail("cannot connect to %s", path);
    struct epoll_event event = {.events = EPOLLIN, .data.u32 = (uint32_t)i};
    epoll_ctl(poll, EPOLL_CTL_ADD, all[i].connection, &event);
  }
  double start = now(), end = start + seconds;
  for (int i = 0; i < clients; i++) {
    if (id) write_id(id, ++calls);
    all[i].head = 1;
    all[i].sent = now();
    send_all(all[i].connection, frame, (size_t)length);
  }
  int busy = clients;
  double last = start;
  while (busy > 0) {
    struct epoll_event events[batch_limit];
    int ready = epoll_wait(poll, events, batch_limit, 10000);
    if (ready == 0) fail("no answer within ten seconds");
    for (int i = 0; i < ready; i++) {
      struct client *client = &all[events[i].data.u32];
      ssize_t got = recv(client->connection, buffer, sizeof buffer, 0);
      if (got <= 0) fail("a connection was closed");
      bytes += (uint64_t)got;
      if (client->head && got > 9 && !memcmp(buffer, "{\"error\":", 9)) {
        if (errors++ == 0) fprintf(stderr, "%.*s\n", (int)got, buffer);
      }
      client->head = 0;
      if (buffer[got - 1] != 0) continue;
      last = now();
      if (count == room) times = realloc(times, (room *= 2) * sizeof *times);
      times[count++] = last - client->sent;
      if (last >= end) {
        busy--;
        continue;
      }
      if (id) write_id(id, ++calls);
      client->head = 1;
      client->sent = last;
      send_all(client->connection, frame, (size_t)length);
    }
  }
  qsort(times, count, sizeof *times, by_size);
  printf("{\"bytes\":%llu,\"calls\":%zu,\"clients\":%d,\"errors\":%llu,\"max\":%.0f,\"p50\":%.0f,\"p99\":%.0f,"
         "\"nanoseconds\":%.0f}\n",
         (unsigned long long)(count ? bytes / count : 0), count, clients, (unsigned long long)errors, times[count - 1] * 1e9,
         times[count / 2] * 1e9, times[count - 1 - count / 100] * 1e9, (last - start) * 1e9);
}

// --- Scan

static void scan(const char *path) {
  sqlite3 *database = open_source(path);
  sqlite3_stmt *select = prepare(database, "SELECT position, bytes FROM leaf ORDER BY position");
  double start = now();
  uint64_t rows = 0, bytes = 0, sum = 0;
  while (sqlite3_step(select) == SQLITE_ROW) {
    const unsigned char *leaf = sqlite3_column_blob(select, 1);
    int length = sqlite3_column_bytes(select, 1);
    for (int i = 0; i < length; i += 64) sum += leaf[i];
    bytes += (uint64_t)length;
    rows++;
  }
  double seconds = now() - start;
  printf("{\"bytes\":%llu,\"nanoseconds\":%.0f,\"rows\":%llu,\"sum\":%llu}\n", (unsigned long long)bytes, seconds * 1e9,
         (unsigned long long)rows, (unsigned long long)sum);
  sqlite3_finalize(select);
  sqlite3_close(database);
}

static void hash(const char *path) {
  sqlite3 *database = open_source(path);
  sqlite3_stmt *select = prepare(database, "SELECT position, bytes FROM leaf ORDER BY position");
  EVP_MD *algorithm = EVP_MD_fetch(NULL, "SHA256", NULL);
  EVP_MD_CTX *context = EVP_MD_CTX_new();
  double start = now();
  uint64_t rows = 0, bytes = 0, sum = 0;
  while (sqlite3_step(select) == SQLITE_ROW) {
    unsigned char digest[EVP_MAX_MD_SIZE];
    int length = sqlite3_column_bytes(select, 1);
    if (!EVP_DigestInit_ex(context, algorithm, NULL) || !EVP_DigestUpdate(context, "", 1) ||
        !EVP_DigestUpdate(context, sqlite3_column_blob(select, 1), (size_t)length) ||
        !EVP_DigestFinal_ex(context, digest, NULL))
      fail("OpenSSL does not hash");
    sum += digest[0];
    bytes += (uint64_t)length;
    rows++;
  }
  double seconds = now() - start;
  printf("{\"bytes\":%llu,\"nanoseconds\":%.0f,\"rows\":%llu,\"sum\":%llu}\n", (unsigned long long)bytes, seconds * 1e9,
         (unsigned long long)rows, (unsigned long long)sum);
  EVP_MD_CTX_free(context);
  EVP_MD_free(algorithm);
  sqlite3_finalize(select);
  sqlite3_close(database);
}

int main(int count, char **words) {
  const char *mode = count > 1 ? words[1] : "";
  if (!strcmp(mode, "echo") && count == 4) echo(words[2], (size_t)atoi(words[3]));
  else if (!strcmp(mode, "store") && count == 8) store(words + 2);
  else if (!strcmp(mode, "load") && count == 6) load(words[2], words[3], atoi(words[4]), atof(words[5]));
  else if (!strcmp(mode, "scan") && count == 3) scan(words[2]);
  else if (!strcmp(mode, "hash") && count == 3) hash(words[2]);
  else fail("usage: see plain.c");
}
