#include <systemd/sd-daemon.h>

// Without it the calls are macros that add the place in a C file.
#define SD_JOURNAL_SUPPRESS_LOCATION
#include <systemd/sd-journal.h>
