"""Makes a Unix socket as systemd does (sd_listen_fds(3)), and becomes the program: activate.py SOCKET PROGRAM ARGUMENT..."""
import os
import socket
import sys

FIRST = 3  # SD_LISTEN_FDS_START

listener = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
listener.bind(sys.argv[1])
listener.listen()
if listener.fileno() != FIRST:
    # What lies there is whoever started us waiting for our end: it has to stay open.
    try:
        os.set_inheritable(os.dup(FIRST), True)
    except OSError:
        pass
    os.dup2(listener.fileno(), FIRST)
os.set_inheritable(FIRST, True)
os.environ.update(LISTEN_FDS="1", LISTEN_PID=str(os.getpid()))
os.execv(sys.argv[2], sys.argv[2:])
