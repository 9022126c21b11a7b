// swift-tools-version: 6.2
import PackageDescription

// Targets for libFuzzer, built by `make fuzz` from famplan's main folder. They are a package of their own so that
// `swift build` of famplan knows nothing of them; ICalendar's sources are the same, by a link.
let strict: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .treatAllWarnings(as: .error),
]

/// libFuzzer brings the `main` function.
func fuzzTarget(_ name: String) -> Target {
    .executableTarget(
        name: name,
        dependencies: ["ICalendar"],
        swiftSettings: strict + [.unsafeFlags(["-parse-as-library"])]
    )
}

let package = Package(
    name: "Fuzz",
    targets: [
        .target(name: "ICalendar", swiftSettings: strict),
        fuzzTarget("FuzzText"),
        fuzzTarget("FuzzRules"),
        fuzzTarget("FuzzZones"),
    ],
    swiftLanguageModes: [.v6]
)
