// What Swift's Glibc module does not show of Linux: the peer credentials of a Unix socket, unix(7).
#ifndef FAMPLAN_CLINUX_H
#define FAMPLAN_CLINUX_H

/// `struct ucred` under a name that Swift can see: the layout is the kernel's.
typedef struct famplan_ucred {
    int pid;
    unsigned int uid;
    unsigned int gid;
} famplan_ucred;

#endif
