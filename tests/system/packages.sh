#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Makes the Debian packages, has lintian read them, and installs, runs, removes and purges them in a root of their own.
# Usage: packages.sh BUILD_DIRECTORY. Nothing of this machine is changed.
set -eu
if [ -z "${FAKEROOTKEY:-}" ]; then
  exec fakeroot sh "$0" "$@"
fi
base=$(mktemp -d)
trap 'rm -rf "$base"' EXIT
fail() {
  echo "$*" >&2
  exit 1
}

cpack --config "$1/CPackConfig.cmake" -B "$base/packages" >"$base/cpack.log" 2>&1 || { cat "$base/cpack.log" >&2; exit 1; }
lintian --allow-root --fail-on error "$base"/packages/*.deb

root=$base/root
mkdir -p "$root/var/lib/dpkg/info" "$root/var/lib/dpkg/updates" "$root/var/lib/dpkg/triggers" "$root/etc"
: >"$root/var/lib/dpkg/status"
: >"$root/var/lib/dpkg/available"
in_root() {
  dpkg --root="$root" --force-script-chrootless --force-depends --log="$base/dpkg.log" "$@" >"$base/out" 2>&1 ||
    { cat "$base/out" >&2; fail "dpkg $* failed"; }
}
state() {
  dpkg-query --admindir="$root/var/lib/dpkg" --show --showformat='${db:Status-Status}' "$1" 2>/dev/null || echo none
}

in_root --install "$base"/packages/holdfast_*.deb "$base"/packages/holdfastd_*.deb "$base"/packages/holdfast-agent_*.deb
[ "$(state holdfast) $(state holdfastd) $(state holdfast-agent)" = "installed installed installed" ] || fail "not installed"
for part in usr/bin/holdfast usr/bin/holdfastd usr/libexec/holdfast/holdfast-sdtid-reader etc/holdfast/holdfastd.ini \
  usr/lib/systemd/system/holdfastd.service usr/share/applications/holdfast.desktop \
  usr/share/icons/hicolor/scalable/apps/holdfast.svg usr/share/metainfo/org.holdfast.console.metainfo.xml \
  usr/share/bash-completion/completions/holdfastd usr/share/holdfast/freeradius/sites-available/holdfast \
  usr/bin/holdfast-agent usr/lib/systemd/system/holdfast-agent-refill.service usr/share/holdfast/pam/holdfast \
  usr/lib/systemd/system/holdfast-agent-refill.timer usr/share/man/man1/holdfast-agent.1.gz \
  usr/share/man/man8/pam_holdfast.8.gz usr/share/bash-completion/completions/holdfast-agent \
  usr/share/man/man1/holdfastd-serve.1.gz usr/share/man/man1/holdfast.1.gz; do
  [ -e "$root/$part" ] || fail "$part is missing"
done
grep -q '^ExecStart=/usr/bin/holdfastd serve' "$root/usr/lib/systemd/system/holdfastd.service" || fail "the unit starts something else"
grep -q '^ExecStart=/usr/bin/holdfast-agent refill' "$root/usr/lib/systemd/system/holdfast-agent-refill.service" ||
  fail "the agent's unit starts something else"
[ -n "$(find "$root/usr/lib" -path '*/security/pam_holdfast.so')" ] || fail "the PAM module is missing"
grep -q '^holdfast:' "$root/etc/passwd" || fail "the account is missing"
for directory in holdfast holdfast-keys; do
  [ "$(stat -c %a "$root/var/lib/$directory")" = 700 ] || fail "/var/lib/$directory is not for the service alone"
done
desktop-file-validate "$root/usr/share/applications/holdfast.desktop"
appstreamcli validate --no-net "$root/usr/share/metainfo/org.holdfast.console.metainfo.xml" >"$base/out" || { cat "$base/out"; fail "AppStream"; }
for page in "$root"/usr/share/man/man?/*.gz; do
  LC_ALL=C.UTF-8 man --warnings -E UTF-8 -Tutf8 -Z -l "$page" 2>"$base/out" >/dev/null
  [ ! -s "$base/out" ] || { cat "$base/out" >&2; fail "$page"; }
done

"$root/usr/bin/holdfastd" --version
echo 'correct horse battery' | "$root/usr/bin/holdfastd" init --data-dir "$root/var/lib/holdfast" \
  --key-dir "$root/var/lib/holdfast-keys" --admin root
"$root/usr/bin/holdfastd" check --data-dir "$root/var/lib/holdfast"

in_root --install "$base"/packages/holdfastd_*.deb # once more, as an upgrade does
mkdir -m 0700 "$root/var/lib/holdfast-agent" # as an enrolment does
"$root/usr/bin/holdfast-agent" --version
mkdir -p "$root/etc/pam.d"
printf '#auth required pam_holdfast.so\nauth  [success=done default=die]  pam_holdfast.so\n' >"$root/etc/pam.d/sudo"
if dpkg --root="$root" --force-script-chrootless --force-depends --log="$base/dpkg.log" --remove holdfast-agent >"$base/out" 2>&1; then
  fail "the module went although sudo names it"
fi
grep -q "first: .*/etc/pam.d/sudo" "$base/out" || { cat "$base/out" >&2; fail "it does not say what names the module"; }
[ "$(state holdfast-agent)" = installed ] || fail "half removed: $(state holdfast-agent)"
echo '#auth required pam_holdfast.so' >"$root/etc/pam.d/sudo"
in_root --remove holdfast holdfastd holdfast-agent
[ ! -e "$root/usr/bin/holdfastd" ] || fail "the program is still there"
[ -e "$root/etc/holdfast/holdfastd.ini" ] || fail "the configuration went with the program"
in_root --purge holdfast holdfastd holdfast-agent
left=$(cd "$root" && find . -path ./var/lib/dpkg -prune -o -path ./etc/passwd -prune -o -name '*holdfast*' -print | sort | tr '\n' ' ')
[ "$left" = "./var/lib/holdfast ./var/lib/holdfast-keys ./var/lib/holdfast/holdfast.db " ] || fail "left behind: $left"
echo "made, read, installed, ran, removed"
