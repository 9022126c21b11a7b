#!/usr/bin/env bash
# Draws docs/pictures: the example household's digest of Tue 24 Nov 2026, as a mail program shows it (a mail that the daemon
# sent by msmtp and that came out of a mail server on loopback), and its week, as terminals of 80, 120 and 200 columns show it.
#
#   scripts/pictures.sh BIN    where famplan and famplan-daemon are
#
# Needs chromium (or what $CHROMIUM names), aha and DejaVu Sans Mono (apt install chromium aha fonts-dejavu-core), msmtp and
# aiosmtpd (scripts/system-libraries.sh --tests); pngquant makes the pictures smaller where it is there.
set -euo pipefail
cd "$(dirname "$0")/.."
bin=$1
chromium=${CHROMIUM:-$(command -v chromium || command -v chromium-browser || command -v google-chrome || true)}
if [ -z "$chromium" ]; then
    echo "cannot draw the pictures: chromium is not installed (apt install chromium, or name one in CHROMIUM)" >&2
    exit 1
fi

command -v aha >/dev/null || { echo "cannot draw the pictures: aha is not installed (apt install aha)" >&2; exit 1; }

work=$(mktemp -d)
trap 'kill "${daemon:-}" "${server:-}" 2>/dev/null || true; rm -rf "$work"' EXIT
export FAMPLAN_SOCKET=$work/socket

# until COMMAND...: as long as it takes, within ten seconds.
until_true() {
    for _ in $(seq 100); do "$@" >/dev/null 2>&1 && return; sleep 0.1; done
    echo "cannot draw the pictures: waited in vain for: $*" >&2
    exit 1
}

# The mail server; it ends with its stdin.
mkdir "$work/mail"
mkfifo "$work/stdin"
/usr/bin/python3 Tests/NotificationsTests/Channels/Support/smtp_server.py "$work/mail" <"$work/stdin" &
server=$!
exec 3>"$work/stdin"
until_true test -e "$work/mail/port"
printf 'account default\nhost 127.0.0.1\nport %s\nauth off\ntls off\n' "$(cat "$work/mail/port")" >"$work/msmtprc"
cat >"$work/famplan.yaml" <<YAML
channels:
  email: { kind: email, from: famplan@home.example, command: [/usr/bin/msmtp, -C, $work/msmtprc] }
YAML

# at NOW: the daemon, standing still at that moment.
at() {
    if [ -n "${daemon:-}" ]; then kill "$daemon"; wait "$daemon" || true; fi
    "$bin/famplan-daemon" --state "$work/state" --socket "$FAMPLAN_SOCKET" --config "$work/famplan.yaml" --now "$1" \
        2>>"$work/log" &
    daemon=$!
    until_true "$bin/famplan" status
}

# What is wrong with the week has been known for some days; Tuesday's review was moved the evening before.
at 2026-11-20T08:00:00+01:00
# Maya's channels stand there as comments.
sed '/# channels:$/,/maya@home.example/s/# //' config/household.example.yaml >"$work/household.yaml"
sed '/overrides:/{N;/2026-11-24T11:30/d}' "$work/household.yaml" >"$work/before.yaml"
"$bin/famplan" apply "$work/before.yaml" --yes >"$work/applied"
at 2026-11-23T18:00:00+01:00
"$bin/famplan" apply "$work/household.yaml" --yes >>"$work/applied"
at 2026-11-24T06:30:00+01:00
until_true grep -q 'digest-2026-11-24-maya' "$work/mail/mails"
python3 - "$work/mail/mails" >"$work/digest.html" <<'PYTHON'
import json, sys
mails = [json.loads(line) for line in open(sys.argv[1], encoding="utf-8")]
mail = next(mail for mail in mails if mail["headers"]["Message-ID"].startswith("<digest-2026-11-24-maya@"))
assert mail["defects"] == [] and mail["recipients"] == ["maya@home.example"], mail
print(next(part["content"] for part in mail["parts"] if part["type"] == "text/html"), end="")
PYTHON
"$bin/famplan" digest --for maya --html | diff - "$work/digest.html" >&2 || {
    echo "cannot draw the pictures: the mail is not what \`famplan digest\` says" >&2
    exit 1
}

# shoot NAME PAGE WIDTH HEIGHT SCHEME OPTION...: 0 is dark, 1 is light.
shoot() {
    local name=$1 page=$2 width=$3 height=$4 scheme=$5
    shift 5
    "$chromium" --headless=new --no-sandbox --disable-gpu --hide-scrollbars --user-data-dir="$work/profile" "$@" \
        --blink-settings=preferredColorScheme="$scheme" --window-size="$width,$height" \
        --screenshot="$work/$name.png" "file://$work/$page" 2>"$work/chromium.log"
    if command -v pngquant >/dev/null; then
        pngquant --force --nofs --speed 1 --output "docs/pictures/$name.png" 32 "$work/$name.png"
    else
        cp "$work/$name.png" "docs/pictures/$name.png"
    fi
    echo "docs/pictures/$name.png"
}

# draw NAME WIDTH HEIGHT SCHEME: the digest.
draw() {
    # A headless window is no narrower than 500: a page within a page may be.
    printf '<!DOCTYPE html><style>body{margin:0}iframe{border:0;display:block;color-scheme:light dark}</style>
<iframe src="digest.html" width="%s" height="%s"></iframe>\n' "$2" "$3" >"$work/frame.html"
    shoot "$1" frame.html "$2" "$3" "$4"
}

# draw_week COLUMNS: what a terminal so wide shows, at two pixels for each.
draw_week() {
    local columns=$1 lines
    COLUMNS=$columns LANG=C.UTF-8 "$bin/famplan" week --color=always >"$work/week"
    lines=$(wc -l <"$work/week")
    {
        cat scripts/terminal-page.html
        # aha knows no dim text; bright black is what terminals make of it.
        sed 's/\x1b\[2m/\x1b[90m/g' "$work/week" | aha --stylesheet --no-header
        echo '</pre>'
    } >"$work/week.html"
    # A cell is 8 wide and 17 high, the margin 16.
    local size=("$((columns * 8 + 32))" "$((lines * 17 + 32))")
    shoot "week-$columns-light" week.html "${size[@]}" 1 --force-device-scale-factor=2
    shoot "week-$columns-dark" week.html "${size[@]}" 0 --force-device-scale-factor=2
}

mkdir -p docs/pictures
draw digest-light 600 1420 1
draw digest-dark 600 1420 0
draw digest-phone 390 1660 1
for columns in 80 120 200; do draw_week "$columns"; done
