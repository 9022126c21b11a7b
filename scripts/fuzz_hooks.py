"""What schemathesis is told besides the description: a database is any bytes, sent as they are, and what is watched has an end."""
import schemathesis
from hypothesis import strategies

DATABASE = "application/vnd.sqlite3"
schemathesis.openapi.media_type(DATABASE, strategies.binary(max_size=4096) | strategies.just(b"SQLite format 3\0"))


@schemathesis.serializer(DATABASE)
def as_it_is(_context, value):
    return value if isinstance(value, bytes) else str(value).encode()


@schemathesis.hook
def before_call(_context, case, _kwargs):
    """An answer that goes on for as long as somebody listens would never be read: it is asked for once."""
    if case.operation.path == "/v1/watch" and (case.query or {}).get("once") in (None, False, "false"):
        case.query = {**(case.query or {}), "once": "true"}
