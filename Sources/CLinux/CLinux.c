#define _GNU_SOURCE
#include "CLinux.h"

#include <errno.h>
#include <signal.h>
#include <stdint.h>
#include <sys/mman.h>
#include <unistd.h>

static volatile sig_atomic_t hang_ups = -1;

static void count_hang_up(int signal) {
    (void)signal;
    int code = errno;
    uint64_t one = 1;
    ssize_t written = write(hang_ups, &one, sizeof one);
    (void)written;
    errno = code;
}

int famplan_hang_ups(void) {
    int event = famplan_event();
    if (event < 0) return -1;
    hang_ups = event;
    struct sigaction action = { .sa_handler = count_hang_up, .sa_flags = SA_RESTART };
    sigemptyset(&action.sa_mask);
    return sigaction(SIGHUP, &action, NULL) == 0 ? event : -1;
}

int famplan_memory_file(void) {
    return memfd_create("famplan", MFD_CLOEXEC);
}

int famplan_close_from(posix_spawn_file_actions_t *actions, int first) {
    return posix_spawn_file_actions_addclosefrom_np(actions, first);
}
