import Household
import ICalendar
import Storage

/// Series in several parts, and texts with older states in them: what they are about can be mended where it stands, as
/// long as all times are the same.
extension KeptObject {
    /// Nil where there is more to change than what an event is about.
    func retold(for entries: [Entry], in household: Household, uid: String, _ revision: Revision) -> [Component]? {
        guard var patches = patches(for: entries, in: household, uid: uid, revision) else { return nil }
        var result = components
        for index in components.indices where components[index].name == "VEVENT" {
            if let patch = patches[index] {
                result[index] = patch.series(components[index])
            } else if let place = occurrences[index], let series = places[place.series] {
                let told = patches[series]?.occurrence(components[index], of: place.original)
                result[index] = told ?? components[index]
            }
        }
        return patches.values.allSatisfy(\.hasSeenAll) ? result : nil
    }

    /// What is to be changed, by the component.
    private func patches(for entries: [Entry], in household: Household, uid: String, _ revision: Revision)
        -> [Int: ObjectPatch]?
    {
        var rest = entries
        let changed = said.indices.filter { index in
            guard let same = rest.firstIndex(where: { said[index].isAsWritten($0) }) else { return true }
            rest.remove(at: same)
            return false
        }
        var patches: [Int: ObjectPatch] = [:]
        for index in changed {
            let before = said[index]
            guard let place = places[index], patches[place] == nil,
                let now = rest.firstIndex(where: { $0.isAtSameTimes(as: before) })
            else { return nil }
            patches[place] = ObjectPatch(
                household: household,
                exported: ExportedEntry(
                    entry: rest.remove(at: now),
                    household: household,
                    uid: uid,
                    revision: revision
                ),
                said: before,
                zoneName: components[place].writtenZone
            )
        }
        return rest.isEmpty ? patches : nil
    }
}

extension Entry {
    fileprivate func isAtSameTimes(as other: Entry) -> Bool {
        time == other.time && repetition == other.repetition && overrides == other.overrides
    }
}
