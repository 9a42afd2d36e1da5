# SPDX-License-Identifier: Apache-2.0
"""Fails on an include that points upwards, a source without its licence line, or a file with two subjects."""
import pathlib
import re
import subprocess
import sys

# A room may include what stands to its left, and itself. The order is that of services/CMakeLists.txt.
ALLOWED = {
    "services/contract": [],
    "services/security": ["services/contract"],
    "services/otp": ["services/contract", "services/security"],
    "services/offline": ["services/contract", "services/security", "services/otp"],
    "services/storage": ["services/contract"],
    "services/http": ["services/contract"],
    "services/authentication/domain": ["services/contract", "services/security", "services/otp"],
    "services/authentication/store": [
        "services/contract", "services/security", "services/otp", "services/offline", "services/storage",
        "services/authentication/domain"],
    "services/authentication/export": [
        "services/contract", "services/security", "services/storage", "services/authentication/store"],
    "services/authentication/api": [
        "services/contract", "services/security", "services/otp", "services/offline", "services/storage", "services/http",
        "services/authentication/domain", "services/authentication/store"],
    "services/client": ["services/contract"],
    "services/agent": ["services/contract", "services/security", "services/offline"],
    "models": ["services/contract", "services/client"],
    "views": ["services/contract", "services/client", "models"],
}
LONGEST = 500
SOURCE = (".cpp", ".h")


def room_of(path):
    rooms = [room for room in ALLOWED if path.startswith(room + "/")]
    return max(rooms, key=len) if rooms else None


def faults(path):
    text = pathlib.Path(path).read_text(encoding="utf-8")
    lines = text.splitlines()
    if not lines or "SPDX-License-Identifier: Apache-2.0" not in lines[0]:
        yield f"{path}:1: the first line must be the SPDX line"
    if len(lines) > LONGEST:
        yield f"{path}: {len(lines)} lines: above {LONGEST} a file has two subjects"
    room = room_of(path)
    for number, line in enumerate(lines, 1):
        included = re.match(r'#include "([^"]+)"', line)
        if not included or room is None:
            continue
        target = room_of(included.group(1))
        if target and target != room and target not in ALLOWED[room]:
            yield f"{path}:{number}: {room} must not know {target}"


def main():
    listed = subprocess.run(["git", "ls-files", "--cached", "--others", "--exclude-standard"],
                            capture_output=True, text=True, check=True).stdout.split("\n")
    found = [fault for path in listed if path.endswith(SOURCE) and pathlib.Path(path).exists() for fault in faults(path)]
    print("\n".join(found))
    return 1 if found else 0


sys.exit(main())
