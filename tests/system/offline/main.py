#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Offline logon from end to end: a real service, the agent on a workstation of its own, real tokens, and a cable that is cut.

Usage: main.py DIRECTORY_OF_PROGRAMS PAM_MODULE [TEST ...]"""
import pathlib
import shutil
import sys
import unittest

import network
from case import OfflineCase

SKIPPED = 77
TOOLS = ("curl", "faketime", "ip", "mount", "nsenter", "oathtool", "openssl", "pamtester", "stoken", "unshare")

if __name__ == "__main__":
    missing = [tool for tool in TOOLS if not shutil.which(tool)]
    if missing:
        print("Missing:", *missing)
        sys.exit(SKIPPED)
    if not network.enter():
        print("No namespaces can be made here.")
        sys.exit(SKIPPED)
    OfflineCase.open(*(pathlib.Path(word).resolve() for word in sys.argv[1:3]))
    try:
        names = sys.argv[3:] or ["test_logon", "test_reach", "test_codes", "test_causes"]
        done = unittest.TextTestRunner(verbosity=2).run(unittest.defaultTestLoader.loadTestsFromNames(names))
    finally:
        OfflineCase.shut()
    sys.exit(not done.wasSuccessful())
