// What Swift's Glibc module does not show of Linux: the peer credentials of a Unix socket, unix(7); timers and events
// that are file descriptors, timerfd_create(2) and eventfd(2); names of threads, prctl(2); files in memory, memfd_create(2);
// children without our files, posix_spawn_file_actions_addclosefrom_np(3); SIGHUP as an event.
#ifndef FAMPLAN_CLINUX_H
#define FAMPLAN_CLINUX_H

#include <spawn.h>
#include <sys/eventfd.h>
#include <sys/prctl.h>
#include <sys/timerfd.h>
#include <time.h>

/// `struct ucred` under a name that Swift can see: the layout is the kernel's.
typedef struct famplan_ucred {
    int pid;
    unsigned int uid;
    unsigned int gid;
} famplan_ucred;

/// A timer on the wall clock, not armed. Gives its descriptor; -1 with `errno`.
static inline int famplan_timer(void) {
    return timerfd_create(CLOCK_REALTIME, TFD_CLOEXEC | TFD_NONBLOCK);
}

/// Arms the timer: it is readable from that moment of the wall clock on, and as soon as somebody sets the clock. A time
/// of zero would disarm it. Gives 0; -1 with `errno`, which is ECANCELED where the clock was set just now: the timer is
/// armed then, too.
static inline int famplan_timer_set(int timer, struct timespec moment) {
    struct itimerspec once = { .it_interval = { 0, 0 }, .it_value = moment };
    return timerfd_settime(timer, TFD_TIMER_ABSTIME | TFD_TIMER_CANCEL_ON_SET, &once, NULL);
}

/// A counter that is readable while it is not zero, and zero again when it is read. Gives its descriptor; -1 with `errno`.
static inline int famplan_event(void) {
    return eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
}

/// Gives the calling thread a name of at most 15 bytes, as top(1) shows it.
static inline void famplan_name_thread(const char *name) {
    prctl(PR_SET_NAME, name, 0, 0, 0);
}

/// An event to which each SIGHUP adds 1, from now on. Gives its descriptor; -1 with `errno`. Once in a process, which must
/// not close it.
///
/// Not a signalfd(2): Dispatch's main loop lets every signal through, so that none could be held back for it.
int famplan_hang_ups(void);

/// A file without a name that lies in memory and is gone with its last descriptor. Gives that; -1 with `errno`.
int famplan_memory_file(void);

/// Has a child that is to be started close its descriptors from this one on. Gives 0 or an `errno`.
int famplan_close_from(posix_spawn_file_actions_t *actions, int first);

#endif
