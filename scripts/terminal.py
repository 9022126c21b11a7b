"""A terminal in which a script types as a person would: a shell behind a real pty, its screen kept by pyte."""
import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios
import time

import pyte

# The prompt says in the window's title, which nobody sees, how many there were and what the last command ended with.
PROMPT = r"\[\e]0;\# $?\a\]$ "


class Terminal:
    """A shell of its own, as many columns wide and rows high. Nothing is waited for longer than `patience` seconds."""

    patience = 30

    def __init__(self, columns, rows, environment, folder):
        self.columns, self.rows = columns, rows
        self.screen = pyte.HistoryScreen(columns, rows, history=4000, ratio=0.5)
        self.stream = pyte.ByteStream(self.screen)
        self.process, self.file = pty.fork()
        if self.process == 0:
            os.chdir(folder)
            os.execve("/bin/bash", ["bash", "--noprofile", "--norc", "-i"],
                      dict(environment, TERM="linux", PS1=PROMPT, HISTFILE="/dev/null"))
        fcntl.ioctl(self.file, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        self.until(lambda: self.at_prompt, "the shell's prompt")

    def close(self):
        os.kill(self.process, signal.SIGHUP)
        os.close(self.file)
        os.waitpid(self.process, 0)

    # What is typed

    def run(self, command, *answers):
        """Types a command and what it then asks for, each answer once the screen asks; gives the exit status.

        An answer is what the question holds (a regular expression) and what is typed, which may be "\\x03" or "\\x04".
        """
        self.clear()
        before = self.prompts
        self.type(command + "\r")
        row = 0
        for question, keys in answers:
            self.until(lambda: self.row > row and re.search(rf"{question}.*[?)\]] $", self.typed_after), f"the question “{question}”")
            row = self.row
            self.type(keys if keys in ("\x03", "\x04") else keys + "\r")
        self.until(lambda: self.prompts > before and self.at_prompt, f"“{command}” to end")
        return int(self.screen.title.split()[1])

    def type(self, keys):
        os.write(self.file, keys.encode())

    def clear(self):
        """Ctrl-L, and what scrolled away is forgotten."""
        self.type("\x0c")
        self.until(lambda: self.at_prompt and self.screen.cursor.y == 0, "a clear screen")
        self.screen.history.top.clear()

    # What is seen

    @property
    def prompts(self):
        return int((self.screen.title or "0").split()[0])

    @property
    def at_prompt(self):
        return self.screen.title != "" and self.screen.cursor.x == 2 and self.typed_after == "$ "

    @property
    def row(self):
        """The cursor's, counted from the first line that has not been forgotten."""
        return len(self.screen.history.top) + self.screen.cursor.y

    @property
    def typed_after(self):
        """What stands before the cursor in its line, and in the line above where that is full."""
        y, x = self.screen.cursor.y, self.screen.cursor.x
        text = self.screen.display[y][:x]
        return text if y == 0 or text.startswith("$ ") else f"{self.screen.display[y - 1].rstrip()} {text}"

    def lines(self):
        """(what scrolled away, what is on the screen), without the prompt that waits and the blanks at the ends."""
        above = ["".join(line[x].data for x in range(self.columns)).rstrip() for line in self.screen.history.top]
        shown = [line.rstrip() for line in self.screen.display[:self.screen.cursor.y + 1]]
        if shown and shown[-1] == "$":
            shown.pop()
        return above, shown

    def until(self, is_so, what):
        end = time.monotonic() + self.patience
        while not is_so():
            left = end - time.monotonic()
            if left <= 0 or not select.select([self.file], [], [], left)[0]:
                raise TimeoutError(f"waited in vain for {what}; the screen:\n" + "\n".join(self.screen.display))
            try:
                octets = os.read(self.file, 1 << 16)
            except OSError:
                octets = b""
            if not octets:
                raise EOFError(f"the shell ended while it was waited for {what}")
            self.stream.feed(octets)
