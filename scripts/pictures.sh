#!/usr/bin/env bash
# Draws docs/pictures/digest-*.png: the example household's digest of Tue 24 Nov 2026, as a mail program shows it.
#
#   scripts/pictures.sh BIN    where famplan and famplan-daemon are
#
# Needs chromium (or what $CHROMIUM names); pngquant makes the pictures smaller where it is there.
set -euo pipefail
cd "$(dirname "$0")/.."
bin=$1
chromium=${CHROMIUM:-$(command -v chromium || command -v chromium-browser || command -v google-chrome || true)}
if [ -z "$chromium" ]; then
    echo "cannot draw the pictures: chromium is not installed (apt install chromium, or name one in CHROMIUM)" >&2
    exit 1
fi

work=$(mktemp -d)
trap 'kill "${daemon:-}" 2>/dev/null || true; rm -rf "$work"' EXIT
export FAMPLAN_SOCKET=$work/socket

# at NOW: the daemon, standing still at that moment.
at() {
    if [ -n "${daemon:-}" ]; then kill "$daemon"; wait "$daemon" || true; fi
    "$bin/famplan-daemon" --state "$work/state" --socket "$FAMPLAN_SOCKET" --now "$1" 2>>"$work/log" &
    daemon=$!
    for _ in $(seq 100); do "$bin/famplan" status >/dev/null 2>&1 && break; sleep 0.1; done
}

# What is wrong with the week has been known for some days; Tuesday's review was moved the evening before.
at 2026-11-20T08:00:00+01:00
sed '/overrides:/{N;/2026-11-24T11:30/d}' config/household.example.yaml >"$work/before.yaml"
"$bin/famplan" apply "$work/before.yaml" --yes >"$work/applied"
at 2026-11-23T18:00:00+01:00
"$bin/famplan" apply config/household.example.yaml --yes >>"$work/applied"
at 2026-11-24T06:30:00+01:00
"$bin/famplan" digest --for maya --html >"$work/digest.html"

# draw NAME WIDTH HEIGHT SCHEME: 0 is dark, 1 is light.
draw() {
    # A headless window is no narrower than 500: a page within a page may be.
    printf '<!DOCTYPE html><style>body{margin:0}iframe{border:0;display:block;color-scheme:light dark}</style>
<iframe src="digest.html" width="%s" height="%s"></iframe>\n' "$2" "$3" >"$work/frame.html"
    "$chromium" --headless=new --no-sandbox --disable-gpu --hide-scrollbars --user-data-dir="$work/profile" \
        --blink-settings=preferredColorScheme="$4" --window-size="$2,$3" \
        --screenshot="$work/$1.png" "file://$work/frame.html" 2>"$work/chromium.log"
    if command -v pngquant >/dev/null; then
        pngquant --force --output "docs/pictures/$1.png" 64 "$work/$1.png"
    else
        cp "$work/$1.png" "docs/pictures/$1.png"
    fi
    echo "docs/pictures/$1.png"
}

mkdir -p docs/pictures
draw digest-light 600 1420 1
draw digest-dark 600 1420 0
draw digest-phone 390 1660 1
