"""Ways to spoil the units, each with the check that must notice."""
import checks

# Name, unit, drop-in, check.
MUTANTS = [
    ("no sign of life", checks.SERVICE,
     checks.WATCHED + "UnsetEnvironment=WATCHDOG_USEC WATCHDOG_PID\n", checks.idle_is_left_alone),
    ("no end on SIGTERM but death", checks.SERVICE, "[Service]\nKillSignal=SIGKILL\n", checks.stop_answers_first),
    ("systemd's socket is not taken", checks.SERVICE,
     "[Service]\nUnsetEnvironment=LISTEN_FDS LISTEN_PID LISTEN_FDNAMES\n", checks.first_connection_starts_it),
    ("PrivateUsers=yes", checks.SERVICE, "[Service]\nPrivateUsers=yes\n", checks.peers_are_known),
    ("RuntimeDirectory=famplan", checks.SERVICE, "[Service]\nRuntimeDirectory=famplan\n", checks.socket_and_folder),
    ("SocketMode=0666", checks.SOCKET, "[Socket]\nSocketMode=0666\n", checks.outsiders_are_refused),
]
