#!/usr/bin/env bash
# Puts the Debian package together from what was built, and has lintian look at it.
#   deb.sh FOLDER      where the package is put
set -eu
mkdir -p "$1"
folder=$(cd "$1" && pwd)
cd "$(dirname "$0")/.."

version=$(sed -n 's/.*current = "\(.*\)"/\1/p' Sources/FamplanAPI/Version.swift)
[ "$(dpkg-parsechangelog --show-field Version)" = "$version-1" ] ||
    { echo "cannot package: debian/changelog is about $(dpkg-parsechangelog -S Version), famplan is $version" >&2; exit 1; }
rm -f "$folder"/famplan_*.deb
PACKAGES=$folder debian/rules clean binary
lintian --fail-on error --suppress-tags bad-distribution-in-changes-file "$folder"/famplan_*.deb
ls -l "$folder"/famplan_*.deb
