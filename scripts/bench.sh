#!/usr/bin/env bash
# Speed, beside python-dateutil, libical, python-icalendar, calcurse, remind and khal: gets them where it may, then measures.
#   bench.sh BIN [PART...]    BIN: the folder with famplan, famplan-daemon and famplan-bench
#                             PART: expansion, text, evaluation, agenda, add, start, memory; all where none is given
# BENCH_DIR is where the files of the run lie, and so the disk that `add` is measured on (/var/tmp).
set -eu

bin=$1
shift
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d "${BENCH_DIR:-/var/tmp}/famplan-bench.XXXXXX")
trap 'rm -rf "$work"' EXIT
trap 'exit 130' INT TERM

command -v python3 >/dev/null || { echo "bench.sh needs python3" >&2; exit 1; }

# Whether the program or file that a Debian package brings is there.
has() {
    case $1 in
    python3-dateutil) python_with dateutil >/dev/null ;;
    python3-icalendar) python_with icalendar >/dev/null ;;
    libical-dev) [ -e /usr/include/libical/ical.h ] ;;
    *) command -v "$1" >/dev/null ;;
    esac
}
# A Python that has the module: Debian's, if the first one on the path is another.
python_with() {
    local python
    for python in python3 /usr/bin/python3; do
        "$python" -c "import $1" 2>/dev/null && { echo "$python"; return; }
    done
    return 1
}

missing=()
for package in python3-dateutil python3-icalendar libical-dev gcc calcurse remind khal; do
    has "$package" || missing+=("$package")
done
if [ ${#missing[@]} -gt 0 ]; then
    as_root=()
    [ "$(id -u)" -eq 0 ] || as_root=(sudo --non-interactive)
    if command -v apt-get >/dev/null && "${as_root[@]}" true 2>/dev/null; then
        echo "Installing ${missing[*]}" >&2
        "${as_root[@]}" apt-get update --quiet --quiet >&2 || true
        "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
            apt-get install --yes --quiet --quiet "${missing[@]}" >/dev/null || true
    fi
    for package in "${missing[@]}"; do
        has "$package" || echo "Left out: $package is not installed (apt-get install $package)"
    done
fi

BENCH_DATEUTIL=$(python_with dateutil) || BENCH_DATEUTIL=
BENCH_ICALENDAR=$(python_with icalendar) || BENCH_ICALENDAR=
BENCH_LIBICAL= BENCH_EMPTY=
if has gcc && has libical-dev; then
    gcc -O2 -o "$work/bench-libical" "$here/bench-libical.c" -lical
    BENCH_LIBICAL=$work/bench-libical
fi
if command -v swiftc >/dev/null; then
    : >"$work/empty.swift"
    swiftc -O -static-stdlib -o "$work/empty" "$work/empty.swift"
    BENCH_EMPTY=$work/empty
fi
export BENCH_DATEUTIL BENCH_ICALENDAR BENCH_LIBICAL BENCH_EMPTY PYTHONDONTWRITEBYTECODE=1

echo "On $(nproc) cores, $(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo | head -n 1), Linux $(uname -r)"
for package in python3-dateutil python3-icalendar libical-dev calcurse remind khal; do
    version=$(dpkg-query --show --showformat='${Version}' "$package" 2>/dev/null) || continue
    echo "$package $version"
done
[ -z "$BENCH_DATEUTIL" ] || "$BENCH_DATEUTIL" -c 'import dateutil; print("dateutil measured:", dateutil.__version__)'
python3 "$here/bench.py" "$bin" "$work" "$@"
