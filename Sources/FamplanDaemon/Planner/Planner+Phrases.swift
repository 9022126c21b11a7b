import FamplanAPI
import Household
import ICalendar
import Phrases

/// What somebody typed, as fields.
extension Planner {
    /// The household's clock.
    var present: Present { Present(of: household, at: clock()) }

    /// The fields of an entry to add, from its words and from what was said besides, and what had to be supposed.
    func understood(_ request: AddRequest, by actor: Actor) throws -> (fields: EntryFields, remarks: [String]) {
        guard let phrase = request.phrase else { return (request.fields, []) }
        let quickAdd = QuickAdd(household: household, present: present, writer: writer(actor))
        let understood: QuickAdd.Understood
        do throws(PhraseError) {
            understood = try quickAdd.read(
                phrase,
                kind: request.fields["kind"]?.first.flatMap(EntryKind.init),
                needsTime: request.fields["start"] == nil,
                peopleAreGiven: request.fields["people"] != nil || request.fields["for"] != nil
            )
        } catch {
            throw ErrorBody(of: error, in: phrase)
        }
        var (fields, remarks) = (understood.fields, understood.remarks)
        // Another start moves the end that was said, but not how long it is.
        if let start = request.fields["start"]?.first {
            fields["end"] = nil
            if case .date? = try? DateWords(present).meaning(of: start), remarks.contains(QuickAdd.supposedLength) {
                fields["duration"] = nil
            }
        }
        if request.fields["end"] != nil || request.fields["duration"] != nil {
            (fields["end"], fields["duration"]) = (nil, nil)
        }
        if fields["duration"] == nil { remarks.removeAll { $0 == QuickAdd.supposedLength } }
        return (fields.merging(request.fields) { $1 }, remarks)
    }

    /// The adult who asks.
    private func writer(_ actor: Actor) -> ID<Person>? {
        guard case .person(let id) = actor, household.people[id]?.isAdult ?? false else { return nil }
        return id
    }
}

extension Present {
    init(of household: Household, at now: Instant) {
        self.init(now: household.zone.wall(of: now), weekStart: household.settings.weekStart)
    }
}

extension ErrorBody {
    /// What is wrong with a phrase: the phrase with the place marked, and what it may mean.
    init(of error: PhraseError, in phrase: String) {
        var details = [phrase, error.carets]
        for (index, reading) in error.readings.enumerated() {
            details.append((index == 0 ? "Write " : "or ") + reading)
        }
        self.init(.invalid, "cannot add it: \(error.message)", details: details)
    }
}
