import Household

extension SlowWorld {
    /// Pairs of occurrences that use the same thing at the same time, whether or not they have people.
    func resourceClashes() -> [SlowFinding] {
        let resources = Set(occurrences.flatMap(\.resources)).sorted()
        return resources.flatMap { resource -> [SlowFinding] in
            let users = occurrences.filter { $0.resources.contains(resource) }
            return users.indices.flatMap { one in
                users[(one + 1)...].filter { users[one].overlaps($0) }.map { other in
                    SlowFinding(
                        kind: "resource-clash",
                        who: resource,
                        severity: Severity.warning.rawValue,
                        start: max(users[one].start, other.start),
                        end: min(users[one].end, other.end),
                        occurrences: names(users[one], other)
                    )
                }
            }
        }
    }
}
