#!/usr/bin/env bash
# Makes sure that the system libraries which the build links are there, with --tests also the programs that tests talk to
# (hledger, Timewarrior, msmtp and a mail server, apprise, a JSON Schema validator, socat, curl, a terminal, zsh, fish), with --packaging what makes and
# checks a Debian package: installs them where it may, else says how.
set -eu

packages=()
need() { [ -e "$1" ] || packages+=("$2"); }

need /usr/include/sqlite3.h libsqlite3-dev
need /usr/include/systemd/sd-daemon.h libsystemd-dev
command -v pkg-config >/dev/null || packages+=(pkg-config)
if [ "${1:-}" = --tests ]; then
    need /usr/bin/khal khal
    need /usr/lib/python3/dist-packages/recurring_ical_events.py python3-recurring-ical-events
    need /usr/bin/hledger hledger
    need /usr/bin/timew timewarrior
    need /usr/bin/msmtp msmtp
    need /usr/lib/python3/dist-packages/aiosmtpd python3-aiosmtpd
    need /usr/bin/apprise apprise
    need /usr/lib/python3/dist-packages/jsonschema python3-jsonschema
    need /usr/bin/socat socat
    need /usr/bin/curl curl
    need /usr/lib/python3/dist-packages/pyte python3-pyte
    need /usr/bin/zsh zsh
    need /usr/bin/fish fish
    /usr/bin/python3 -c 'import ensurepip' 2>/dev/null || packages+=(python3-venv)
fi
if [ "${1:-}" = --packaging ]; then
    command -v dh >/dev/null || packages+=(debhelper)
    command -v lintian >/dev/null || packages+=(lintian)
fi
[ ${#packages[@]} -eq 0 ] && exit 0

command="apt-get install --yes --no-install-recommends ${packages[*]}"
if [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null; then
    echo "Installing ${packages[*]}" >&2
    apt-get update --quiet --quiet
    DEBIAN_FRONTEND=noninteractive $command --quiet --quiet >/dev/null
elif command -v sudo >/dev/null && sudo --non-interactive true 2>/dev/null; then
    echo "Installing ${packages[*]}" >&2
    sudo apt-get update --quiet --quiet
    sudo DEBIAN_FRONTEND=noninteractive $command --quiet --quiet >/dev/null
else
    echo "famplan needs ${packages[*]} to build${1:+, test and package}. Please run:  sudo $command" >&2
    exit 1
fi
