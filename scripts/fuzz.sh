#!/usr/bin/env bash
# Gives the readers of calendar text, recurrence rules and time zones whatever libFuzzer makes up, and says how often.
#   fuzz.sh MINUTES [TARGET...]   MINUTES: for each target, a decimal number; TARGET: text, rules, zones; all where none is given
# FUZZ_RUNS ends each target after so many executions, too. What was found interesting is kept in Fuzz/.build/corpus for the
# next time; an input that breaks something is left in Fuzz/.build/found, to become a test.
set -euo pipefail

minutes=$1
shift
cd "$(dirname "$0")/../Fuzz"
targets=("$@")
[ ${#targets[@]} -gt 0 ] || targets=(text rules zones)
declare -A programs=([text]=FuzzText [rules]=FuzzRules [zones]=FuzzZones) lengths=([text]=1024 [rules]=512 [zones]=2048)

"${SWIFT:-swift}" build --quiet --configuration release --sanitize fuzzer
binaries=$("${SWIFT:-swift}" build --configuration release --sanitize fuzzer --show-bin-path)
seconds=$(awk -v minutes="$minutes" 'BEGIN { print int(minutes * 60) }')
log=$(mktemp)
trap 'rm -f "$log"' EXIT
# A trap is libFuzzer's to report; a backtrace on top of it would take longer than a hang may.
export SWIFT_BACKTRACE=enable=no

# One target for so many seconds at most: its name, its seconds. A hang is a second, too much is 256 MB.
fuzz() {
    "$binaries/${programs[$1]}" ".build/corpus/$1" "Corpus/$1" -dict="$1.dict" -max_total_time="$2" \
        -runs="${FUZZ_RUNS:--1}" -max_len="${lengths[$1]}" -timeout=1 -rss_limit_mb=256 -print_final_stats=1 \
        -artifact_prefix=".build/found/$1-" >"$log" 2>&1
}

# Whether all that was left as a hang is none when it runs by itself: then other work on the machine was in its way.
only_waited() {
    local input
    grep -q '^SUMMARY: libFuzzer: timeout' "$log" || return 1
    for input in .build/found/"$1"-timeout-*; do
        "$binaries/${programs[$1]}" -timeout=1 -rss_limit_mb=256 "$input" >/dev/null 2>&1 || return 1
        rm "$input"
    done
}

total=0 failures=0
mkdir -p .build/found
for target in "${targets[@]}"; do
    mkdir -p ".build/corpus/$target"
    end=$((SECONDS + seconds)) executions=0 memory=0
    while :; do
        left=$((end - SECONDS))
        [ "$left" -gt 0 ] || break
        status=0
        fuzz "$target" "$left" || status=$?
        executions=$((executions + $(awk '/^stat::number_of_executed_units/ { print $2; found = 1 } END { if (!found) print 0 }' "$log")))
        memory=$(awk -v most="$memory" '/^stat::peak_rss_mb/ && $2 > most { most = $2 } END { print most }' "$log")
        [ "$status" -ne 0 ] || break
        if ! only_waited "$target"; then
            failures=$((failures + 1))
            tail -n 40 "$log"
            break
        fi
    done
    echo "$target: $executions executions, at most $memory MB"
    total=$((total + executions))
done
echo "$total executions, $failures targets broke"
[ "$failures" -eq 0 ]
