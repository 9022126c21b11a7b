"""What schemathesis is told besides the description: a database is any bytes, sent as they are."""
import schemathesis
from hypothesis import strategies

DATABASE = "application/vnd.sqlite3"
schemathesis.openapi.media_type(DATABASE, strategies.binary(max_size=4096) | strategies.just(b"SQLite format 3\0"))


@schemathesis.serializer(DATABASE)
def as_it_is(_context, value):
    return value if isinstance(value, bytes) else str(value).encode()
