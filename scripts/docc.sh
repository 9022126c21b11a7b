#!/usr/bin/env bash
# Builds the reference of the module ICalendar into .build/docc, as a folder that any web server can serve. Warnings are errors.
set -euo pipefail
cd "$(dirname "$0")/.."

swift=${SWIFT:-swift}
docc=$(command -v docc || echo "$(dirname "$(readlink -f "$(command -v "$swift")")")/docc")
if [ ! -x "$docc" ]; then
    echo "make docc needs docc, which comes with Swift's toolchains" >&2
    exit 1
fi

"$swift" build --target ICalendar
modules=$("$swift" build --show-bin-path)/Modules
target=$("$swift" -print-target-info | sed -n 's/.*"triple": "\(.*\)",*/\1/p' | head -n 1)
symbols=.build/docc-symbols
rm -rf "$symbols"
mkdir -p "$symbols"
# What is public, with its comments, from the module as it was built.
"$swift" symbolgraph-extract -module-name ICalendar -I "$modules" -target "$target" \
    -minimum-access-level public -skip-inherited-docs -output-dir "$symbols"

# What was written by hand has a place in the sources; what the compiler made up has none.
/usr/bin/python3 - "$symbols/ICalendar.symbols.json" <<'PYTHON'
import json
import sys

symbols = json.load(open(sys.argv[1]))["symbols"]
bare = [".".join(one["pathComponents"]) for one in symbols if "location" in one and "docComment" not in one]
if bare:
    sys.exit("public, and nothing is said of it: " + ", ".join(sorted(bare)))
PYTHON

"$docc" convert Sources/ICalendar/ICalendar.docc \
    --fallback-display-name ICalendar \
    --fallback-bundle-identifier famplan.ICalendar \
    --additional-symbol-graph-dir "$symbols" \
    --output-path .build/docc \
    --warnings-as-errors
echo "The reference is in .build/docc"
