"""The lines of a calendar file, by means of its own: unfolded, the VEVENTs gathered by their UIDs."""


def objects(octets):
    """Lines of each UID's VEVENTs, alarms and all, in the order in which they come."""
    found, open_event, depth = {}, None, 0
    for line in unfolded(octets):
        key = line.upper().strip()
        if open_event is None:
            if key == "BEGIN:VEVENT":
                open_event, depth = [line], 1
            continue
        open_event.append(line)
        depth += key.startswith("BEGIN:")
        depth -= key.startswith("END:")
        if depth == 0:
            found.setdefault(uid(open_event), []).extend(open_event)
            open_event = None
    return found


def uid(lines):
    for line in lines:
        name, _, value = line.partition(":")
        if name.upper().split(";")[0] == "UID":
            return value.strip()
    return ""


def unfolded(octets):
    text = octets.removeprefix(b"\xef\xbb\xbf").replace(b"\r\r\n", b"\n").replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    text = text.replace(b"\n ", b"").replace(b"\n\t", b"")
    try:
        return text.decode("utf-8").split("\n")
    except UnicodeDecodeError:
        return text.decode("latin-1").split("\n")
