#!/usr/bin/env bash
# Starts a daemon on the example household and shows its week and what is wrong with it.
#   run-example.sh BIN       BIN: the folder with famplan and famplan-daemon
# The state stays in .run/ of the checkout; the daemon runs until Ctrl-C.
set -eu

bin=$1
here=$(cd "$(dirname "$0")/.." && pwd)
state=$here/.run/state
export FAMPLAN_SOCKET=$here/.run/famplan.sock
famplan() { "$bin/famplan" "$@"; }

mkdir -p "$state"
"$bin/famplan-daemon" --state "$state" --socket "$FAMPLAN_SOCKET" &
daemon=$!
trap 'kill "$daemon" 2>/dev/null; wait "$daemon" 2>/dev/null || true' EXIT
trap 'exit 0' INT TERM

for _ in $(seq 100); do
    famplan status >/dev/null 2>&1 && break
    kill -0 "$daemon" 2>/dev/null || { echo "the daemon did not start" >&2; exit 1; }
    sleep 0.1
done

famplan apply "$here/config/household.example.yaml" --yes
famplan import "$here/config/school.example.ics" --as appointment
famplan week
famplan conflicts

cat <<EOF

famplan is running, with its state in $state.
From another shell:

    export FAMPLAN_SOCKET=$FAMPLAN_SOCKET
    export PATH=$bin:\$PATH
    famplan week
    famplan conflicts
    famplan add work --stream northwind --title "Call" --start "tomorrow 15:00" --duration 1h --dry-run

Ctrl-C stops it; \`make run\` starts it again where it was.
EOF
[ -n "${FAMPLAN_RUN_ONCE:-}" ] && exit 0
wait "$daemon"
