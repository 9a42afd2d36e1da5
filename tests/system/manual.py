#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The manual pages say what --help says: every verb, every flag, and nothing besides.

Usage: manual.py DIRECTORY_OF_PROGRAMS DIRECTORY_OF_PAGES"""
import pathlib
import re
import subprocess
import sys

programs, pages = map(pathlib.Path, sys.argv[1:3])
faults = []


def help_of(*words):
    return subprocess.run([programs / words[0], *words[1:], "--help"], check=True, capture_output=True, text=True).stdout


def compare(page, flags):
    path = pages / f"{page}.1.md"
    if not path.exists():
        faults.append(f"{path} is missing")
        return
    described = set(re.findall(r"^\*\*(--[a-z0-9-]+)\*\*", path.read_text(), re.MULTILINE))
    faults.extend(f"{path.name} does not describe {flag}" for flag in sorted(flags - described))
    faults.extend(f"{path.name} describes {flag}, which is none" for flag in sorted(described - flags))


overview = help_of("holdfastd")
verbs = re.findall(r"^  ([a-z-]+(?: [a-z-]+)?)  ", overview, re.MULTILINE)
if len(verbs) < 5:
    sys.exit(f"holdfastd --help tells too few verbs: {verbs}")
manual = (pages / "holdfastd.1.md").read_text()
for verb in verbs:
    page = "holdfastd-" + verb.replace(" ", "-")
    if f"**{verb}**\n: " not in manual or f"**{page}**(1)" not in manual:
        faults.append(f"holdfastd.1.md does not name the verb {verb} and its page")
    compare(page, set(re.findall(r"^  (--[a-z0-9-]+)", help_of("holdfastd", *verb.split()), re.MULTILINE)) | {"--help"})
told = {f"holdfastd-{verb.replace(' ', '-')}.1.md" for verb in verbs}
faults.extend(f"{path.name} is of no verb" for path in pages.glob("holdfastd-*.1.md") if path.name not in told)
# The agent's verbs share a page.
overview = help_of("holdfast-agent")
agent_verbs = re.findall(r"^  ([a-z-]+)  ", overview, re.MULTILINE)
if len(agent_verbs) < 5:
    sys.exit(f"holdfast-agent --help tells too few verbs: {agent_verbs}")
manual = (pages / "holdfast-agent.1.md").read_text()
faults.extend(f"holdfast-agent.1.md does not name the verb {verb}" for verb in agent_verbs
              if not re.search(rf"^\*\*{verb}\*\*.*\n: ", manual, re.MULTILINE))
compare("holdfast-agent", set().union(*(re.findall(r"^  (--[a-z0-9-]+)", help_of("holdfast-agent", verb), re.MULTILINE)
                                        for verb in agent_verbs)))
flags = set(re.findall(r"(--[a-z-]+)", help_of("holdfast"))) - {"--help-all"}
compare("holdfast", flags)
print("\n".join(faults) or f"{len(verbs) + len(agent_verbs)} verbs and their flags are in the manual")
sys.exit(bool(faults))
