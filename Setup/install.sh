#!/bin/sh
# Puts a built patchwork in place: install.sh BUILD PREFIX
# The binary finds its resources beside itself, so both go to lib/patchwork and bin gets a link that can be moved with
# the prefix. A new version takes the old one's place only when it is whole.
set -eu
build=$1 prefix=$2
library=$prefix/lib/patchwork
mkdir -p "$prefix/bin" "$prefix/lib"
fresh=$(mktemp -d "$prefix/lib/.patchwork-XXXXXX")
trap 'rm -rf "$fresh"' EXIT
install -m 755 "$build/patchwork" "$fresh/patchwork"
strip "$fresh/patchwork" 2>/dev/null || true # a quarter smaller; where there is no strip it works all the same
for resources in "$build"/patchwork_*.resources; do
  [ -d "$resources" ] && cp -R "$resources" "$fresh/"
done
chmod -R u=rwX,go=rX "$fresh"
[ -d "$library" ] && mv "$library" "$fresh/old"
mv "$fresh" "$library"
rm -rf "$library/old"
ln -sfn ../lib/patchwork/patchwork "$prefix/bin/patchwork"
echo "Installed $prefix/bin/patchwork"
