"""An SMTP server on loopback that writes down what it gets, as Python's email package reads it.

    smtp_server.py FOLDER

FOLDER/port holds the port once it listens, FOLDER/mails one JSON object a line for each mail. It refuses recipients whose
name is `busy` for now and `unknown` for good, and ends when its stdin does.
"""
import asyncio
import email
import email.policy
import json
import os
import sys

from aiosmtpd.smtp import SMTP


class Recorder:
    def __init__(self, folder):
        self.folder = folder

    async def handle_RCPT(self, server, session, envelope, address, options):
        if address.startswith("busy@"):
            return "451 4.2.1 Try again later"
        if address.startswith("unknown@"):
            return "550 5.1.1 No such person"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        with open(os.path.join(self.folder, "mails"), "a", encoding="utf-8") as mails:
            mails.write(json.dumps(described(envelope)) + "\n")
        return "250 OK"


def described(envelope):
    raw = envelope.content
    message = email.message_from_bytes(raw, policy=email.policy.default)
    parts = [part for part in message.walk() if not part.is_multipart()]
    return {
        "sender": envelope.mail_from,
        "recipients": envelope.rcpt_tos,
        "names": message.keys(),
        "headers": {name: str(value) for name, value in message.items()},
        "seconds": int(message["Date"].datetime.timestamp()),
        "defects": [str(defect) for part in message.walk() for defect in part.defects]
        + [str(defect) for value in message.values() for defect in getattr(value, "defects", [])],
        "type": message.get_content_type(),
        "parts": [{"type": part.get_content_type(), "charset": part.get_content_charset(),
                   "content": part.get_content().replace("\r\n", "\n")} for part in parts],
        "longest": max(len(line) for line in raw.split(b"\r\n")),
        "ascii": raw.isascii(),
    }


async def main():
    folder = sys.argv[1]
    loop = asyncio.get_running_loop()
    server = await loop.create_server(lambda: SMTP(Recorder(folder), hostname="localhost"), "127.0.0.1", 0)
    with open(os.path.join(folder, "port.new"), "w", encoding="utf-8") as port:
        port.write(str(server.sockets[0].getsockname()[1]))
    os.rename(os.path.join(folder, "port.new"), os.path.join(folder, "port"))
    await loop.run_in_executor(None, sys.stdin.read)


asyncio.run(main())
