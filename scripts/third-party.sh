#!/usr/bin/env bash
# Writes the notices and licences of the packages that are linked into the programs, and of Swift's own libraries.
set -eu
cd "$(dirname "$0")/.."

echo "famplan's programs hold these packages and Swift's standard library, core libraries and libdispatch"
echo "(Apache License 2.0 with Runtime Library Exception, https://swift.org/LICENSE.txt)."
for package in .build/checkouts/*/; do
    printf '\n%s\n%s\n' "$(basename "$package")" "$(basename "$package" | tr '[:print:]' '=')"
    for text in "$package"LICENSE* "$package"NOTICE*; do
        [ -f "$text" ] || continue
        # What the machine has once needs no second copy.
        if grep -q "Apache License" "$text" && grep -q "APPENDIX: How to apply" "$text"; then
            echo "Apache License 2.0: /usr/share/common-licenses/Apache-2.0"
            grep -i -A20 "Runtime Library Exception" "$text" || true
        else
            cat "$text"
        fi
    done
done
