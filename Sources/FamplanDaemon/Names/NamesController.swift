import FamplanAPI
import Household
import Hummingbird
import HummingbirdCore
import Notifications

/// What a command line could name: decode, one call, encode.
struct NamesController: AnsweringController {
    let planner: Planner
    let current: CurrentConfiguration

    @Sendable func list(_ request: Request, _ context: FamplanContext) async throws -> Response {
        let text = request.uri.queryParameters.text("of") ?? ""
        guard let kind = NameKind(rawValue: text) else {
            throw ErrorBody(
                .invalid,
                "of: “\(text)” is none of \(NameKind.allCases.map(\.rawValue).joined(separator: ", "))"
            )
        }
        return try await answer(NamesReport(names: names(kind, context.viewer)), context)
    }

    private func names(_ kind: NameKind, _ viewer: Viewer) async throws -> [NameItem] {
        let reading = Reading(snapshot: await planner.snapshot(for: viewer))
        switch kind {
        case .entry: return reading.entryNames
        case .occurrence: return reading.occurrenceNames
        case .person: return reading.personNames
        case .child: return reading.childNames
        case .place: return reading.placeNames
        case .resource: return reading.resourceNames
        case .stream: return reading.streamNames
        case .client: return reading.clientNames
        case .goal: return reading.goalNames
        case .conflict: return try await planner.conflictNames(for: viewer)
        case .feed, .channel, .swap, .message, .change, .time:
            // Nobody else has a command that takes one.
            return viewer.plans ? try await namesToPlanWith(kind, viewer) : []
        }
    }

    private func namesToPlanWith(_ kind: NameKind, _ viewer: Viewer) async throws -> [NameItem] {
        switch kind {
        case .feed: try await planner.feedNames()
        case .channel: current.now.channels.names.map { NameItem(name: $0, words: "") }
        case .swap: try await planner.swapNames(for: viewer)
        case .message: try await planner.messageNames()
        case .change: try await planner.changeNames(for: viewer)
        case .time: try await planner.timeNames(for: viewer)
        default: []
        }
    }
}
