import Household

/// The kinds of conflict, each from the minutes or the pairs of occurrences of a world.
extension SlowWorld {
    /// Maximal stretches without cover, at least the household's gap long, and longer than the child may be alone.
    func coverageGaps() -> [SlowFinding] {
        register.children.flatMap { child -> [SlowFinding] in
            let person = register.people[child]
            return stretches(cover(of: child).map { $0.by == .nobody })
                .filter { $0.end - $0.start >= register.settings.minimumGap && $0.end - $0.start > person.aloneUpTo }
                .map { finding("coverage-gap", child, .critical, $0.start, $0.end) }
        }
    }

    /// Stretches in which something else of an adult's keeps them from a child they are on duty for.
    func careClashes() -> [SlowFinding] {
        register.people.indices.filter(register.isAdult).flatMap { adult -> [SlowFinding] in
            var clashes = [Bool](repeating: false, count: minutes.count)
            for (number, care) in occurrences.enumerated() where care.kind == .care && care.adults.contains(adult) {
                for child in care.caredFor {
                    for minute in clashing(adult, number, child) { clashes[minute] = true }
                }
            }
            return stretches(clashes).map { finding("care-clash", adult, .warning, $0.start, $0.end) }
        }
    }

    /// The minutes of one care occurrence in which the adult is kept from one child.
    private func clashing(_ adult: Int, _ care: Int, _ child: Int) -> [Int] {
        var last: (minute: Int, isClash: Bool)?
        return minutes(occurrences[care].start, occurrences[care].end).filter { minute in
            if let last, last.minute == firstAlike[minute] { return last.isClash }
            let isClash = moment(child, minute).map { self.isClash(adult, care, $0) } ?? false
            last = (firstAlike[minute], isClash)
            return isClash
        }
    }

    private func isClash(_ adult: Int, _ care: Int, _ moment: SlowMoment) -> Bool {
        isKept(adult, from: care, moment) && !isSupervised(moment) && together(moment).isEmpty
    }

    private func isKept(_ adult: Int, from care: Int, _ moment: SlowMoment) -> Bool {
        moment.here.contains { other in
            other != care && occurrences[other].people.contains(adult)
                && !leavesRoom(occurrences[other], for: occurrences[care], level: moment.level)
        }
    }

    /// Pairs of a person's occurrences that cannot both be.
    func doubleBookings() -> [SlowFinding] {
        register.people.indices.flatMap { person -> [SlowFinding] in
            let own = occurrences.filter { $0.people.contains(person) && $0.start < end && first < $0.end }
            return own.indices.flatMap { one in
                own[(one + 1)...].filter { own[one].overlaps($0) && areDouble(own[one], $0) }
                    .map { doubleBooking(of: person, own[one], $0) }
            }
        }
    }

    private func areDouble(_ one: SlowOccurrence, _ other: SlowOccurrence) -> Bool {
        let exclusive = [one, other].filter(\.isExclusive).count
        let family = [one, other].filter { $0.kind == .family }.count
        guard exclusive == 2 || exclusive == 1 && family == 1 else { return false }
        return !isPart(one, of: other) && !isPart(other, of: one)
    }

    /// Whether it is what the person went away for: something at the place that the `away` names, or, where it names
    /// none, anywhere but at home.
    private func isPart(_ occurrence: SlowOccurrence, of away: SlowOccurrence) -> Bool {
        guard away.kind == .away, [.work, .appointment, .family].contains(occurrence.kind) else { return false }
        return SlowPlaces.isNowhere(away.place)
            ? occurrence.place != SlowPlaces.home
            : occurrence.place == away.place
    }

    private func doubleBooking(of person: Int, _ one: SlowOccurrence, _ other: SlowOccurrence) -> SlowFinding {
        let pair = [one, other]
        var severity = Severity.critical
        if pair.contains(where: { $0.tentative || $0.kind == .family }) { severity = .warning }
        if !register.isAdult(person), pair.contains(where: { $0.kind == .school }) { severity = .notice }
        let (start, end) = (max(one.start, other.start), min(one.end, other.end))
        return finding("double-booked", person, severity, start, end, names(one, other))
    }

    /// The handovers that nobody can do, or that the one named cannot.
    func handoverConflicts() -> [SlowFinding] {
        handovers.compactMap { handover in
            guard let severity = handover.severity else { return nil }
            let (start, end) = (handover.at - handover.margin, handover.at + handover.margin)
            let names = [occurrences[handover.occurrence].name]
            var found = finding("handover", handover.child, severity, start, end, names)
            found.subject = handover.isBringing ? "bringing" : "fetching"
            return found
        }
    }

    func finding(
        _ kind: String,
        _ person: Int,
        _ severity: Severity,
        _ start: Int,
        _ end: Int,
        _ occurrences: [SlowName] = []
    ) -> SlowFinding {
        SlowFinding(
            kind: kind,
            who: id(person),
            severity: severity.rawValue,
            start: start,
            end: end,
            occurrences: occurrences
        )
    }
}
