#!/usr/bin/env bash
# Makes sure that the system libraries which the build links are there: installs them where it may, else says how.
set -eu

packages=()
[ -e /usr/include/sqlite3.h ] || packages+=(libsqlite3-dev)
[ -e /usr/include/systemd/sd-daemon.h ] || packages+=(libsystemd-dev)
command -v pkg-config >/dev/null || packages+=(pkg-config)
[ ${#packages[@]} -eq 0 ] && exit 0

command="apt-get install --yes ${packages[*]}"
if [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null; then
    echo "Installing ${packages[*]}" >&2
    apt-get update --quiet --quiet
    DEBIAN_FRONTEND=noninteractive $command --quiet --quiet >/dev/null
elif command -v sudo >/dev/null && sudo --non-interactive true 2>/dev/null; then
    echo "Installing ${packages[*]}" >&2
    sudo apt-get update --quiet --quiet
    sudo DEBIAN_FRONTEND=noninteractive $command --quiet --quiet >/dev/null
else
    echo "famplan needs ${packages[*]} to build. Please run:  sudo $command" >&2
    exit 1
fi
