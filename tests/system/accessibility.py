#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""Reads the console as a screen reader does: over AT-SPI, on a display of its own, with the demonstration's data.

Every control that takes the focus has a name, tables are read by their cells, and the help desk's way from a name to an
emergency code needs the keyboard alone. Usage: accessibility.py DIRECTORY_OF_PROGRAMS. Exits with 77 where the tools are missing."""
import ctypes
import os
import pathlib
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time

PATIENCE = 20  # seconds that one thing may take
ALL_OF_IT = 80
SKIPPED = 77


# Of all that a desktop starts on request only the accessibility bus: no keyring asks for a password here.
SESSION = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:tmpdir=/tmp</listen>
  <servicedir>/usr/share/dbus-1/accessibility-services</servicedir>
  <servicedir>SERVICES</servicedir>
  <policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/></policy>
</busconfig>
"""


class Missing(Exception):
    pass


def wait_for(what, look, patience=PATIENCE):
    """Looks until there is something; what is being built meanwhile may break a look."""
    end = time.monotonic() + patience
    fault = None
    while time.monotonic() < end:
        try:
            found = look()
            if found:
                return found
        except Exception as error:  # pylint: disable=broad-except
            fault = error
        time.sleep(0.1)
    raise Missing(f"{what}: not within {patience} seconds ({fault or 'nothing there'})")


class Focus:
    """Does what a window manager would: the keyboard goes to the window on top."""

    class Attributes(ctypes.Structure):
        _fields_ = [("x", ctypes.c_int), ("y", ctypes.c_int), ("width", ctypes.c_int), ("height", ctypes.c_int),
                    ("rest", ctypes.c_int * 2), ("visual", ctypes.c_void_p), ("root", ctypes.c_ulong), ("kind", ctypes.c_int * 4),
                    ("planes", ctypes.c_ulong * 2), ("save_under", ctypes.c_int), ("colormap", ctypes.c_ulong),
                    ("installed", ctypes.c_int), ("map_state", ctypes.c_int), ("masks", ctypes.c_long * 3),
                    ("override_redirect", ctypes.c_int), ("screen", ctypes.c_void_p)]

    def __init__(self):
        self.x11 = ctypes.CDLL("libX11.so.6")
        self.x11.XOpenDisplay.restype = ctypes.c_void_p
        self.x11.XDefaultRootWindow.restype = ctypes.c_ulong
        # A window may be gone before it gets the focus; that ends nothing.
        self.ignore = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p)(lambda display, event: 0)
        self.x11.XSetErrorHandler(self.ignore)
        self.display = ctypes.c_void_p(self.x11.XOpenDisplay(None))
        self.given = 0

    def give(self):
        root, parent, count = ctypes.c_ulong(), ctypes.c_ulong(), ctypes.c_uint()
        windows = ctypes.POINTER(ctypes.c_ulong)()
        self.x11.XQueryTree(self.display, ctypes.c_ulong(self.x11.XDefaultRootWindow(self.display)), ctypes.byref(root),
                            ctypes.byref(parent), ctypes.byref(windows), ctypes.byref(count))
        attributes = self.Attributes()
        top = 0
        for window in windows[:count.value]:
            if self.x11.XGetWindowAttributes(self.display, ctypes.c_ulong(window), ctypes.byref(attributes)):
                viewable = attributes.map_state == 2 and not attributes.override_redirect and attributes.width > 10
                top = window if viewable else top
        if top and top != self.given:
            self.x11.XSetInputFocus(self.display, ctypes.c_ulong(top), 2, ctypes.c_ulong(0))
            self.given = top
            time.sleep(0.2)
        self.x11.XSync(self.display, 0)


class Desk:
    """The console from outside: what AT-SPI tells of it, and the keyboard."""

    def __init__(self, atspi, name):
        self.atspi = atspi
        self.focus = Focus()
        self.application = wait_for("the console on the accessibility bus", lambda: self.find_application(name))

    def find_application(self, name):
        return next((each for each in self.atspi.Registry.getDesktop(0) if each and each.name.lower() == name), None)

    def all(self, root=None):
        """What is shown, from the top down. A table's cells are read through the table."""
        waiting = list(root or self.application)
        while waiting:
            each = waiting.pop(0)
            if each is None or not each.getState().contains(self.atspi.STATE_SHOWING):
                continue
            yield each
            if each.getRole() not in (self.atspi.ROLE_TABLE, self.atspi.ROLE_TREE_TABLE, self.atspi.ROLE_TREE):
                waiting[:0] = list(each)

    def find(self, role, name=None, root=None):
        return next((each for each in self.all(root) if role in (None, each.getRole()) and name in (None, each.name)), None)

    def focused(self):
        """From the outside in: what hands its focus on to a part of itself says that it has it, too."""
        top = self.find(self.atspi.ROLE_DIALOG)
        return [each for each in self.all(top) if each.getState().contains(self.atspi.STATE_FOCUSED)]

    def is_typing(self):
        return any(each.getRole() == self.atspi.ROLE_TEXT for each in self.focused())

    def press(self, *keys):
        """Holds the first keys while the last is struck."""
        self.focus.give()
        for key in keys[:-1]:
            self.atspi.Registry.generateKeyboardEvent(key, None, self.atspi.KEY_PRESS)
        self.atspi.Registry.generateKeyboardEvent(keys[-1], None, self.atspi.KEY_PRESSRELEASE)
        for key in reversed(keys[:-1]):
            self.atspi.Registry.generateKeyboardEvent(key, None, self.atspi.KEY_RELEASE)
        time.sleep(0.15)

    def type(self, text):
        for character in text:
            self.press(CODES[character])


# Of the usual PC keyboard, which is what Xvfb has.
CODES = dict(zip("1234567890", range(10, 20))) | dict(zip("qwertyuiop", range(24, 34))) | dict(zip("asdfghjkl", range(38, 47)))
CODES |= dict(zip("zxcvbnm", range(52, 59))) | {" ": 65, ".": 60, "-": 20}
CONTROL, RETURN, TAB, DOWN, ESCAPE = 37, 36, 23, 116, 9


def nameless(desk, root=None):
    """What takes the focus and says nothing."""
    return [f"{each.getRoleName()} in {each.parent.getRoleName()} {each.parent.name!r}" for each in desk.all(root)
            if each.getState().contains(desk.atspi.STATE_FOCUSABLE) and not (each.name or "").strip()
            and each.getRole() not in (desk.atspi.ROLE_FILLER, desk.atspi.ROLE_SCROLL_PANE, desk.atspi.ROLE_PANEL)]


def check_pages(desk, faults):
    pages = [each.name for each in desk.all() if each.getRole() == desk.atspi.ROLE_RADIO_BUTTON]
    for number, page in enumerate(pages, 1):
        desk.press(CONTROL, CODES[str(number % 10)])
        wait_for(page, lambda named=page: [each for each in desk.all() if each.name == named
                                           and each.getRole() == desk.atspi.ROLE_LABEL])
        time.sleep(0.3)
        faults.extend(f"{page}: without a name: {each}" for each in nameless(desk))
    print("pages:", ", ".join(pages))
    if len(pages) < 6:
        faults.append("there are more pages")


def check_table(desk, faults):
    desk.press(CONTROL, CODES["2"])
    table = wait_for("the table of users", lambda: desk.find(desk.atspi.ROLE_TABLE, "Users"))
    grid = table.queryTable()
    wait_for("rows in the table of users", lambda: grid.nRows > 50 and grid.getAccessibleAt(0, 0).name)
    titles = [grid.getColumnDescription(column) for column in range(grid.nColumns)]
    if not titles or not all(titles):
        faults.append(f"columns of the table of users without a title: {titles}")
    for row in range(5):
        cells = [grid.getAccessibleAt(row, column).name for column in range(grid.nColumns)]
        if not cells[0] or sum(map(bool, cells)) < 3:
            faults.append(f"row {row} of the table of users reads {cells}")
    # Somebody who can sign in, and whose name this keyboard has.
    for row in range(grid.nRows):
        told = dict(zip(titles, (grid.getAccessibleAt(row, column).name for column in range(grid.nColumns))))
        if told["Status"] == "Active" and told["Tokens"] == "1" and set(told["Logon name"]) <= set(CODES):
            return told["Logon name"]
    raise Missing("nobody can sign in")


def emergency_code(desk, name, faults):
    """The help desk's way from a name to an emergency code, without the mouse."""
    desk.press(CONTROL, CODES["k"])
    wait_for("the search field with the focus", desk.is_typing)
    desk.type(name)
    wait_for("what the search found", lambda: [each for each in desk.all() if each.getRole() == desk.atspi.ROLE_LIST])
    time.sleep(0.5)
    desk.press(RETURN)
    card = wait_for("the card", lambda: desk.find(None, "User card"))
    wait_for("whose card it is", lambda: [each for each in desk.all(card) if each.name.startswith(name)])
    desk.press(CONTROL, CODES["e"])
    dialog = wait_for("the dialog", lambda: desk.find(desk.atspi.ROLE_DIALOG))
    desk.press(CODES["1"])
    desk.press(CODES["2"])
    faults.extend(f"{dialog.name}: without a name: {each}" for each in nameless(desk, dialog))
    wait_for("the field for the reason", lambda: desk.is_typing() or desk.press(TAB))
    desk.type("lost on the way")
    desk.press(RETURN)
    code = wait_for("the code", lambda: [each for each in desk.all() if each.name.startswith("Emergency code") and each.description])
    if len(code[0].description) < 8:
        faults.append("the code is not spelled")
    print("read:", dialog.name)


def inside(programs, work):
    import pyatspi  # pylint: disable=import-outside-toplevel,import-error

    console = subprocess.Popen([programs / "holdfast", "--data-dir", work / "data", "--language", "en", "--page", "overview"],
                               stdin=subprocess.DEVNULL)
    faults = []
    desk = None
    try:
        desk = Desk(pyatspi, "holdfast")
        wait_for("the first page", lambda: desk.find(pyatspi.ROLE_FRAME) and len(list(desk.all())) > 20)
        check_pages(desk, faults)
        emergency_code(desk, check_table(desk, faults), faults)
    except Missing as missing:
        faults.append(str(missing))
        if desk:
            faults.append(f"focus: {desk.focused()}")
            faults.extend(f"  shown: {each.getRoleName()} {each.name!r}" for each in list(desk.all(desk.find(pyatspi.ROLE_DIALOG)))[:150])
    finally:
        console.terminate()
        console.wait(timeout=10)
    for fault in faults:
        print("fault:", fault)
    sys.exit(1 if faults else 0)


def start_display():
    """A display that takes connections; one whose number was just freed may be lost again."""
    for _ in range(3):
        told, tells = os.pipe()
        display = subprocess.Popen(["Xvfb", "-displayfd", str(tells), "-screen", "0", "1400x900x24", "-nolisten", "tcp", "-noreset"],
                                   pass_fds=[tells], stderr=subprocess.DEVNULL)
        os.close(tells)
        with os.fdopen(told) as number:
            name = number.readline().strip()
        for _ in range(50):
            with socket.socket(socket.AF_UNIX) as connection:
                if name and display.poll() is None and connection.connect_ex(f"/tmp/.X11-unix/X{name}") == 0:
                    return display, f":{name}"
            time.sleep(0.1)
        display.terminate()
        display.wait(timeout=10)
    sys.exit("Xvfb does not start")


def outside(programs):
    for tool in ("Xvfb", "dbus-run-session"):
        if not shutil.which(tool):
            print(f"{tool} is missing")
            sys.exit(SKIPPED)
    try:
        __import__("pyatspi")
    except ImportError:
        print("pyatspi is missing")
        sys.exit(SKIPPED)
    with tempfile.TemporaryDirectory() as folder:
        work = pathlib.Path(folder)
        (work / "run").mkdir(mode=0o700)
        services = work / "services"
        services.mkdir()
        for known in pathlib.Path("/usr/share/dbus-1/services").glob("org.a11y.*.service"):
            shutil.copy(known, services)
        (work / "session.conf").write_text(SESSION.replace("SERVICES", str(services)))
        environment = os.environ | {
            "HOME": folder, "XDG_CONFIG_HOME": f"{folder}/config", "XDG_DATA_HOME": f"{folder}/share", "XDG_RUNTIME_DIR": f"{folder}/run",
            "LC_ALL": "C.UTF-8", "TZ": "UTC", "QT_QPA_PLATFORM": "xcb", "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1"}
        for name in ("DBUS_SESSION_BUS_ADDRESS", "WAYLAND_DISPLAY", "NO_AT_BRIDGE", "QT_FATAL_WARNINGS"):
            environment.pop(name, None)
        subprocess.run([programs / "holdfastd", "demonstrate", "--data-dir", work / "data", "--key-dir", work / "data-keys"],
                       env=environment, check=True, timeout=30)
        display, environment["DISPLAY"] = start_display()
        session = None
        try:
            # A group of its own: whatever the session started ends with it.
            session = subprocess.Popen(["dbus-run-session", f"--config-file={folder}/session.conf", "--", sys.executable, __file__, "--inside", programs, work],
                                       env=environment, start_new_session=True)
            return session.wait(timeout=ALL_OF_IT)
        finally:
            if session and session.poll() is None:
                os.killpg(session.pid, signal.SIGKILL)
            display.terminate()
            display.wait(timeout=10)


if __name__ == "__main__":
    if sys.argv[1] == "--inside":
        inside(pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3]))
    else:
        sys.exit(outside(pathlib.Path(sys.argv[1])))
