import FamplanAPI
import FoundationEssentials
import Glibc
import HTTPTypes
import Hummingbird
import NIOCore

/// Copies of the database on their way out.
struct BackupController: Sendable {
    let planner: Planner
    let backups: Backups

    @Sendable func copy(_ request: Request, _ context: FamplanContext) async throws -> Response {
        let (file, contents) = try await backups.copy()
        let snapshot = await planner.snapshot(for: context.viewer)
        let about = try Response.document(Reading(snapshot: snapshot).document(contents))
        let body = ResponseBody(contentLength: contents.bytes) { writer in
            var offset = 0
            while offset < contents.bytes {
                let part = try file.part(from: offset)
                guard !part.isEmpty else { throw SystemError(code: EIO) }
                try await writer.write(ByteBuffer(bytes: part))
                offset += part.count
            }
            try await writer.finish(nil)
        }
        var headers: HTTPFields = [.contentType: "application/vnd.sqlite3"]
        if let name = HTTPField.Name(BackupContents.header) { headers[name] = String(decoding: about, as: UTF8.self) }
        return Response(status: .ok, headers: headers, body: body)
    }
}
