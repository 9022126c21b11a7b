#!/bin/bash
# Becomes systemd on a copy of this machine's root that is gone with it: init.sh FOLDER
# To be called in namespaces of its own (machine.py). The root is an overlay: nothing here is changed, nothing needs installing.
set -eu
folder=$1
mount --make-rprivate /
mount -t tmpfs -o mode=755,size=2g tmpfs "$folder"
mkdir "$folder"/up "$folder"/work "$folder"/root
root=$folder/root
mount -t overlay -o "lowerdir=/,upperdir=$folder/up,workdir=$folder/work" overlay "$root"
mount -t proc -o nosuid,nodev,noexec proc "$root"/proc
mount -t sysfs -o nosuid,nodev,noexec,ro sysfs "$root"/sys
mount -t cgroup2 -o nosuid,nodev,noexec cgroup2 "$root"/sys/fs/cgroup
mount -t tmpfs -o mode=755,nosuid tmpfs "$root"/dev
for device in null zero full random urandom tty; do
    : >"$root"/dev/$device
    mount --bind /dev/$device "$root"/dev/$device
done
mkdir "$root"/dev/pts "$root"/dev/shm
mount -t devpts -o newinstance,ptmxmode=0666,mode=620,gid=5 devpts "$root"/dev/pts
ln -s pts/ptmx "$root"/dev/ptmx
ln -s /proc/self/fd "$root"/dev/fd
ln -s fd/0 "$root"/dev/stdin
ln -s fd/1 "$root"/dev/stdout
ln -s fd/2 "$root"/dev/stderr
mount -t tmpfs -o mode=755,nosuid,nodev tmpfs "$root"/run
mount -t tmpfs -o mode=1777,nosuid,nodev tmpfs "$root"/tmp

# What this machine has switched on is not what is tried; its journal stays its own. Images of containers forbid packages
# to start services.
rm -rf "$root"/etc/systemd/system/* "$root"/etc/fstab "$root"/var/log/journal "$root"/usr/sbin/policy-rc.d
for unit in modprobe@.service systemd-modules-load.service systemd-pstore.service dev-hugepages.mount dev-mqueue.mount \
    sys-kernel-debug.mount sys-kernel-tracing.mount sys-fs-fuse-connections.mount systemd-remount-fs.service \
    systemd-udevd.service systemd-udevd-kernel.socket systemd-udevd-control.socket systemd-timesyncd.service getty.target \
    console-getty.service e2scrub_reap.service systemd-sysctl.service systemd-random-seed.service; do
    ln -s /dev/null "$root"/etc/systemd/system/$unit
done

cd "$root"
mkdir -p .old
pivot_root . .old
umount -l /.old
rmdir /.old
# LoadCredential= needs a shared /run, and systemd leaves that alone in a container.
mount --make-rshared /
exec env -i container=famplan-test PATH=/usr/sbin:/usr/bin:/sbin:/bin /lib/systemd/systemd --unit=multi-user.target
