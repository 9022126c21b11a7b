#!/usr/bin/env bash
# Writes the manual pages and the shells' completions from what the programs say of themselves.
#   pages.sh BIN GENERATOR FOLDER     GENERATOR: argument-parser's generate-manual
set -eu

bin=$1 generator=$2 folder=$3
# The day of the release, so that the same source gives the same pages.
date=$(date --utc --date "@${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct 2>/dev/null || date +%s)}" +%F)

page() { # PROGRAM SECTION
    "$generator" "$bin/$1" --section "$2" --date "$date" --output-directory "$folder/man"
    gzip --best --no-name --force "$folder/man/$1.$2"
}

rm -rf "$folder"
mkdir -p "$folder/man" "$folder/completions"
page famplan 1
page famplan-daemon 8
for shell in bash zsh fish; do
    "$bin/famplan" --generate-completion-script "$shell" >"$folder/completions/famplan.$shell"
done
