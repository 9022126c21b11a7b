#!/usr/bin/env bash
# Asks a daemon of its own everything that its description of the API allows, and much that it does not: nothing may end in a
# 5xx, and every answer must be as described.
#   fuzz-api.sh BIN [SECONDS [OPTION…]]    BIN: the folder with famplan and famplan-daemon; 60 seconds where none are given; options
#                                          of schemathesis, for example --seed 1
set -eu

for program in python3 socat; do
    command -v $program >/dev/null || { echo "fuzz-api.sh needs $program" >&2; exit 1; }
done
here=$(cd "$(dirname "$0")" && pwd)
binaries=$1 seconds=${2:-60}
shift; [ $# -eq 0 ] || shift

# Schemathesis stands in PyPI alone: it gets an environment of its own, once.
environment="$here/../.build/schemathesis"
if [ ! -x "$environment/bin/schemathesis" ]; then
    /usr/bin/python3 -m venv "$environment"
    "$environment/bin/pip" install --quiet --disable-pip-version-check 'schemathesis==4.32.5'
fi
PYTHONDONTWRITEBYTECODE=1 exec python3 "$here/fuzz_api.py" "$binaries" "$environment/bin/schemathesis" \
    "$here/../config/household.example.yaml" "$seconds" "$@"
