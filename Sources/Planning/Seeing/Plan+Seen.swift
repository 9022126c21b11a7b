public import Household

extension Schedule {
    /// The schedule as it is shown to somebody who plans.
    public func seen(by viewer: Viewer) -> Schedule {
        guard viewer != .administrator else { return self }
        var schedule = self
        schedule.show(to: viewer) { _ in viewer.plans }
        return schedule
    }
}

extension Plan {
    /// The plan as it is shown to a viewer. What was thought through, cover above all, stays as it is.
    public func seen(by viewer: Viewer) -> Plan {
        guard viewer != .administrator else { return self }
        let sight = Sight(of: viewer, self)
        var plan = self
        plan.show(to: viewer, where: sight.shows)
        return plan
    }

    /// Which of the conflicts found in the plan a viewer is shown.
    public func seen(_ conflicts: [KnownConflict], by viewer: Viewer) -> [KnownConflict] {
        guard !viewer.plans else { return conflicts }
        let sight = Sight(of: viewer, self)
        let own = sight.own
        return conflicts.filter { sight.shows($0.conflict, own: own) }
    }
}
