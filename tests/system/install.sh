#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Installs into a prefix and runs what was laid out, away from the build. Usage: install.sh BUILD_DIRECTORY
set -eu
base=$(mktemp -d)
service=
end() {
  [ -z "$service" ] || kill "$service" 2>/dev/null || true
  rm -rf "$base"
}
trap end EXIT
prefix=$base/prefix

cmake --install "$1" --prefix "$prefix" >/dev/null
for part in bin/holdfast bin/holdfastd bin/holdfast-agent share/applications/holdfast.desktop; do
  [ -e "$prefix/$part" ] || { echo "$part is missing from the prefix"; exit 1; }
done
[ -d "$prefix/lib" ] || { echo "lib/ is missing from the prefix"; exit 1; }

"$prefix/bin/holdfastd" --version
"$prefix/bin/holdfast-agent" --version
QT_QPA_PLATFORM=offscreen "$prefix/bin/holdfast" --version

echo 'correct horse battery' | "$prefix/bin/holdfastd" init --data-dir "$base/data" --key-dir "$base/keys" --admin root
"$prefix/bin/holdfastd" serve --data-dir "$base/data" --listen 127.0.0.1:0 >"$base/ready" &
service=$!
for _ in $(seq 100); do
  [ -s "$base/ready" ] && break
  sleep 0.1
done
url=$(sed 's/.*"url":"\([^"]*\)".*/\1/' "$base/ready")
curl --silent --show-error --fail "$url/health"
kill -TERM "$service"
wait "$service"
service=
echo "installed, served, ended"
