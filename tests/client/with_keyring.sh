#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Runs a program beside an unlocked keyring of its own, within a D-Bus session of its own: dbus-run-session -- this.
set -eu
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
mkdir -m 700 "$home/run" "$home/data"
export HOME="$home" XDG_DATA_HOME="$home/data" XDG_RUNTIME_DIR="$home/run" HOLDFAST_TEST_KEYRING=1
unset GNOME_KEYRING_CONTROL
printf 'password of the test' | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1
"$@"
