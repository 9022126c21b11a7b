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
total=0 failures=0
# A trap is libFuzzer's to report; a backtrace on top of it would take longer than a hang may.
export SWIFT_BACKTRACE=enable=no
mkdir -p .build/found
for target in "${targets[@]}"; do
    mkdir -p ".build/corpus/$target"
    # A hang is a second, too much is 256 MB.
    "$binaries/${programs[$target]}" ".build/corpus/$target" "Corpus/$target" -dict="$target.dict" \
        -max_total_time="$seconds" -runs="${FUZZ_RUNS:--1}" -max_len="${lengths[$target]}" -timeout=1 -rss_limit_mb=256 \
        -print_final_stats=1 -artifact_prefix=".build/found/$target-" >"$log" 2>&1 || {
        failures=$((failures + 1))
        tail -n 40 "$log"
    }
    executions=$(awk '/^stat::number_of_executed_units/ { print $2 }' "$log")
    memory=$(awk '/^stat::peak_rss_mb/ { print $2 }' "$log")
    echo "$target: ${executions:-0} executions, at most ${memory:-?} MB"
    total=$((total + ${executions:-0}))
done
echo "$total executions, $failures targets broke"
[ "$failures" -eq 0 ]
