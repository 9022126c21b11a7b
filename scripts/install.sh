#!/usr/bin/env bash
# Installs what was built, or takes it away again; called by make, which sets the variables.
#   install.sh install|uninstall
# BIN: the folder of the built programs. PAGES: that of pages.sh. DESTDIR: put before every path, for packages.
# PREFIX and the folders below may be set one by one. The family's data and configuration are never taken away.
set -eu

: "${BIN:?}" "${PAGES:?}"
here=$(cd "$(dirname "$0")/.." && pwd)
prefix=${PREFIX:-/usr/local}
bindir=${BINDIR:-$prefix/bin}
share=${DATADIR:-$prefix/share}
units=${UNITDIR:-$prefix/lib/systemd/system}
userunits=${USERUNITDIR:-$prefix/lib/systemd/user}
sysusers=${SYSUSERSDIR:-$prefix/lib/sysusers.d}
tmpfiles=${TMPFILESDIR:-$prefix/lib/tmpfiles.d}
zsh=${ZSHDIR:-$share/zsh/site-functions}
configuration=${SYSCONFDIR:-/etc}/famplan

# Each line: mode, file, where it goes.
files() {
    echo "755 $BIN/famplan $bindir/famplan"
    echo "755 $BIN/famplan-daemon $bindir/famplan-daemon"
    for unit in famplan.service famplan.socket famplan@.service famplan@.socket; do
        echo "644 $here/systemd/$unit $units/$unit"
    done
    for unit in famplan.service famplan.socket; do echo "644 $here/systemd/user/$unit $userunits/$unit"; done
    echo "644 $here/systemd/famplan.sysusers $sysusers/famplan.conf"
    echo "644 $here/systemd/famplan.tmpfiles $tmpfiles/famplan.conf"
    echo "644 $PAGES/man/famplan.1.gz $share/man/man1/famplan.1.gz"
    echo "644 $PAGES/man/famplan-daemon.8.gz $share/man/man8/famplan-daemon.8.gz"
    echo "644 $PAGES/completions/famplan.bash $share/bash-completion/completions/famplan"
    echo "644 $PAGES/completions/famplan.zsh $zsh/_famplan"
    echo "644 $PAGES/completions/famplan.fish $share/fish/vendor_completions.d/famplan.fish"
    echo "644 $here/config/household.example.yaml $share/doc/famplan/examples/household.example.yaml"
    echo "644 $here/config/school.example.ics $share/doc/famplan/examples/school.example.ics"
    for page in "$here"/docs/*.md "$here"/docs/how-to/*.md "$here"/docs/explanation/*.md; do
        echo "644 $page $share/doc/famplan/${page#"$here"/docs/}"
    done
}

put() { # MODE FILE PATH
    local target=${DESTDIR:-}$3
    [ -e "$2" ] || { echo "cannot install $3: $2 is not there (make build pages)" >&2; exit 1; }
    case $2 in
    "$BIN"/*) install -D --mode "$1" --strip "$2" "$target" ;;
    *.service) # Where the programs are is known only now.
        install -D --mode "$1" "$2" "$target"
        sed -i "s|^\(ExecStart=\)/usr/bin/|\1$bindir/|" "$target" ;;
    *) install -D --mode "$1" "$2" "$target" ;;
    esac
}

case ${1:-} in
install)
    files | while read -r mode file path; do put "$mode" "$file" "$path"; done
    own=${DESTDIR:-}$configuration/famplan.yaml
    [ -e "$own" ] || install -D --mode 644 "$here/config/famplan.yaml" "$own"
    [ -n "${DESTDIR:-}" ] || cat <<EOF
Installed in $prefix. As root:
    systemd-sysusers && systemd-tmpfiles --create && systemctl daemon-reload
    adduser YOU family && systemctl enable --now famplan.socket famplan.service
EOF
    ;;
uninstall)
    files | while read -r _ _ path; do rm -f "${DESTDIR:-}$path"; done
    for folder in /examples /how-to /explanation ""; do
        rmdir --ignore-fail-on-non-empty "${DESTDIR:-}$share/doc/famplan$folder" 2>/dev/null || true
    done
    echo "Taken away. What stays: the configuration in $configuration, the data in /var/lib/famplan."
    ;;
*) echo "usage: install.sh install|uninstall" >&2; exit 2 ;;
esac
