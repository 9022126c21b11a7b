#define _GNU_SOURCE
#include "CLinux.h"

#include <sys/mman.h>

int famplan_memory_file(void) {
    return memfd_create("famplan", MFD_CLOEXEC);
}

int famplan_close_from(posix_spawn_file_actions_t *actions, int first) {
    return posix_spawn_file_actions_addclosefrom_np(actions, first);
}
