#!/usr/bin/env bash
# Kills the daemon in the middle of many adds, again and again: nothing that was acknowledged may be lost or doubled.
#   torture.sh BIN [ROUNDS [ADDS [SEED]]]    BIN: the folder with famplan and famplan-daemon; 5 rounds of 200 adds and a
#                                            random seed where none are given
set -eu

command -v python3 >/dev/null || { echo "torture.sh needs python3" >&2; exit 1; }
here=$(cd "$(dirname "$0")" && pwd)
PYTHONDONTWRITEBYTECODE=1 exec python3 "$here/torture.py" "$@"
