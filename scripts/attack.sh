#!/usr/bin/env bash
# Attacks a daemon of its own with the example household, and looks whether others are still served and the memory is bounded.
#   attack.sh BIN [SCALE]    BIN: the folder with famplan and famplan-daemon; SCALE: how much more of it, 1 where none is given
set -eu

command -v python3 >/dev/null || { echo "attack.sh needs python3" >&2; exit 1; }
here=$(cd "$(dirname "$0")" && pwd)
PYTHONDONTWRITEBYTECODE=1 exec python3 "$here/attack.py" "$1" "$here/../config/household.example.yaml" "${2:-1}"
