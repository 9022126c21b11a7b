#!/usr/bin/env bash
# Writes the manual pages and the shells' completions from what the programs say of themselves.
#   pages.sh BIN FOLDER
set -euo pipefail
cd "$(dirname "$0")/.."

bin=$1 folder=$2
# The day of the release, so that the same source gives the same pages.
date=$(date --utc --date "@${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct 2>/dev/null || date +%s)}" +%F)

version=$(sed -n 's/.*current = "\(.*\)"/\1/p' Sources/FamplanAPI/Version.swift)

page() { # PROGRAM SECTION
    scripts/manual.py "$bin/$1" "$2" "$date" "$version" | gzip --best --no-name >"$folder/man/$1.$2.gz"
}

rm -rf "$folder"
mkdir -p "$folder/man" "$folder/completions"
page famplan 1
page famplan-daemon 8
for shell in bash zsh fish; do
    "$bin/famplan" --generate-completion-script "$shell" >"$folder/completions/famplan.$shell"
done
