"""Types lines into a shell on a terminal, presses Tab, and prints what stands there then and what was listed, as JSON.

    press_tab.py SHELL SCRIPT LINE...
"""
import json
import os
import pty
import re
import select
import sys
import termios

# What the shell is told first: to complete by the script, to list at the first Tab, and to show the line at Ctrl-G.
BASH = r"""
PS1='READY> '
bind 'set bell-style none'; bind 'set show-all-if-ambiguous on'; bind 'set completion-query-items 0'
bind 'set page-completions off'; bind 'set enable-bracketed-paste off'; bind 'set completion-display-width 0'
show() { printf '\n<<%s>>\n' "${READLINE_LINE}"; READLINE_LINE=''; READLINE_POINT=0; }
bind -x '"\C-g": show'
source 'SCRIPT'
printf 'SET%s\n' UP
"""
ZSH = r"""
PS1='READY> '
unsetopt zle_bracketed_paste prompt_sp prompt_cr 2>/dev/null
autoload -Uz compinit && compinit -u -D
setopt no_beep no_list_beep auto_list
LISTMAX=100000
zstyle ':completion:*' list-separator '--'
source 'SCRIPT'
show() { zle -I; print -r -- "<<${BUFFER}>>"; BUFFER='' }
zle -N show; bindkey '^G' show; bindkey '^I' complete-word
print SET''UP
"""
# Its pager draws on the screen: it is asked for the list instead, which it makes in the same way.
FISH = r"""
function fish_prompt; echo 'READY> '; end
function fish_greeting; end
source 'SCRIPT'
function tab; printf '\n<<%s>>\n' (complete --do-complete $argv[1] | string collect); end
echo SET''UP
"""
SHELLS = {"bash": (["bash", "--norc", "--noprofile", "-i"], BASH), "zsh": (["zsh", "-f", "-i"], ZSH),
          "fish": (["fish", "--no-config", "-i"], FISH)}
ESCAPES = re.compile(r"\x1b(\[[0-9;?]*[A-Za-z]|[=>]|\][^\x07]*\x07)")


class Terminal:
    def __init__(self, shell, script):
        self.shell = shell
        words, setup = SHELLS[shell]
        setup = setup.replace("SCRIPT", script)
        self.pid, self.end = pty.fork()
        if self.pid == 0:
            os.environ.update(TERM="dumb", COLUMNS="200", LINES="500", HISTFILE="/dev/null")
            os.execvp(words[0], words)
        termios.tcsetwinsize(self.end, (500, 200))
        self.kept = ""
        for line in setup.strip().split("\n"):
            self.type(line + "\n")
        self.read(r"SETUP\r?\n")

    def type(self, text):
        os.write(self.end, text.encode())

    def read(self, pattern):
        """What comes up to a pattern, and the match."""
        while not (found := re.search(pattern, self.kept, re.S)):
            if not select.select([self.end], [], [], 60)[0]:
                raise SystemExit(f"the shell says nothing more after {self.kept!r}")
            self.kept += ESCAPES.sub("", os.read(self.end, 65536).decode(errors="replace"))
        before, self.kept = self.kept[: found.start()], self.kept[found.end():]
        return before, found

    def complete(self, line):
        if self.shell == "fish":
            self.type(f"tab '{line}'\n")
            _, found = self.read(r"\n<<(.*?)>>\r?\n")
            return {"line": line, "text": line, "listed": found[1].replace("\r", "")}
        self.type(line + "\t\x07")
        before, found = self.read(r"<<(.*?)>>\r?\n")
        return {"line": line, "text": found[1], "listed": before.replace("\r", "")}

    def close(self):
        self.type("\x15exit\n")
        os.close(self.end)
        os.waitpid(self.pid, 0)


def main(shell, script, lines):
    terminal = Terminal(shell, script)
    answers = [terminal.complete(line) for line in lines]
    terminal.close()
    return answers


if __name__ == "__main__":
    print(json.dumps(main(sys.argv[1], sys.argv[2], sys.argv[3:]), ensure_ascii=False))
