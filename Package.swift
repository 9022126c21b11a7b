// swift-tools-version: 6.2
import PackageDescription

/// Every target of ours is held to the same rules; a warning is an error.
let strict: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .treatAllWarnings(as: .error),
]

/// The command line does one thing after another, on one thread: what is awaited goes on where it was called.
let singleThreaded = strict + [.enableUpcomingFeature("NonisolatedNonsendingByDefault")]

let package = Package(
    name: "famplan",
    platforms: [.macOS(.v15)],
    products: [
        .library(name: "ICalendar", targets: ["ICalendar"]),
        .executable(name: "famplan", targets: ["famplan"]),
        .executable(name: "famplan-daemon", targets: ["famplan-daemon"]),
        .executable(name: "famplan-bench", targets: ["famplan-bench"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
        .package(url: "https://github.com/apple/swift-configuration", from: "1.4.0", traits: []),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.0"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.0"),
        .package(url: "https://github.com/apple/swift-nio-extras", from: "1.35.0"),
        .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.30.0"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.0", traits: []),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.0"),
        .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    ],
    targets: [
        // The core: values and functions, no clock, no input or output.
        .target(name: "ICalendar", exclude: ["README.md"], swiftSettings: strict),
        .target(
            name: "Household",
            dependencies: ["ICalendar", .product(name: "OrderedCollections", package: "swift-collections")],
            swiftSettings: strict
        ),
        .target(name: "Planning", dependencies: ["Household", "ICalendar"], swiftSettings: strict),
        .target(name: "Phrases", dependencies: ["Household", "ICalendar"], swiftSettings: strict),

        // The daemon's side.
        .target(
            name: "HouseholdFile",
            dependencies: ["Household", "ICalendar", .product(name: "Yams", package: "Yams")],
            swiftSettings: strict
        ),
        .target(
            name: "Storage",
            dependencies: ["Household", "ICalendar", .product(name: "GRDB", package: "GRDB.swift")],
            swiftSettings: strict
        ),
        .target(
            name: "Notifications",
            dependencies: [
                "CLinux", "Household", "ICalendar", "Planning",
                .product(name: "AsyncHTTPClient", package: "async-http-client"),
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
            ],
            swiftSettings: strict
        ),
        .target(
            name: "Feeds",
            dependencies: [
                "ICalendar",
                .product(name: "AsyncHTTPClient", package: "async-http-client"),
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOHTTPCompression", package: "swift-nio-extras"),
                .product(name: "NIOSSL", package: "swift-nio-ssl"),
            ],
            swiftSettings: strict
        ),
        .target(
            name: "FamplanDaemon",
            dependencies: [
                "CLinux", "CSystemd", "FamplanAPI", "Feeds", "Household", "HouseholdFile", "ICalendar", "Notifications",
                "Phrases", "Planning", "Storage",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Configuration", package: "swift-configuration"),
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HummingbirdCore", package: "hummingbird"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOExtras", package: "swift-nio-extras"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOHTTPTypes", package: "swift-nio-extras"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "UnixSignals", package: "swift-service-lifecycle"),
                .product(name: "Yams", package: "Yams"),
            ],
            swiftSettings: strict
        ),
        .executableTarget(
            name: "famplan-daemon",
            dependencies: ["FamplanDaemon", .product(name: "ArgumentParser", package: "swift-argument-parser")],
            swiftSettings: strict
        ),

        // The command line's side: no full Foundation below this line.
        .target(name: "FamplanAPI", swiftSettings: strict),
        .target(
            name: "FamplanClient",
            dependencies: [
                "FamplanAPI",
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
            ],
            swiftSettings: singleThreaded
        ),
        .target(
            name: "FamplanCommands",
            dependencies: [
                "FamplanAPI", "FamplanClient",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: singleThreaded
        ),
        .executableTarget(
            name: "famplan",
            dependencies: ["FamplanClient", "FamplanCommands"],
            swiftSettings: singleThreaded
        ),

        // What `make bench` measures from inside.
        .executableTarget(
            name: "famplan-bench",
            dependencies: ["Household", "ICalendar", "Planning"],
            swiftSettings: strict
        ),

        // System libraries and headers that Swift's Glibc leaves out.
        .target(name: "CLinux"),
        .systemLibrary(name: "CSystemd", pkgConfig: "libsystemd", providers: [.apt(["libsystemd-dev"])]),

        // Tests, one target for each module, and those that read cases from outside.
        .testTarget(name: "ICalendarTests", dependencies: ["ICalendar"], swiftSettings: strict),
        .testTarget(name: "HouseholdTests", dependencies: ["Household", "ICalendar"], swiftSettings: strict),
        .testTarget(
            name: "HouseholdFileTests",
            dependencies: ["Household", "HouseholdFile", "ICalendar"],
            swiftSettings: strict
        ),
        .testTarget(
            name: "PhrasesTests",
            dependencies: ["Household", "ICalendar", "Phrases"],
            swiftSettings: strict
        ),
        .testTarget(
            name: "PlanningTests",
            dependencies: ["Household", "ICalendar", "Planning"],
            swiftSettings: strict
        ),
        .testTarget(
            name: "NotificationsTests",
            dependencies: [
                "Household", "HouseholdFile", "ICalendar", "Notifications", "Planning",
                .product(name: "AsyncHTTPClient", package: "async-http-client"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
            ],
            exclude: ["Channels/Support/smtp_server.py", "Digest/Golden"],
            swiftSettings: strict
        ),
        // A web server that plays a part, for the tests of feeds.
        .target(
            name: "FeedTestSupport",
            dependencies: [
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOHTTPCompression", package: "swift-nio-extras"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "NIOSSL", package: "swift-nio-ssl"),
            ],
            path: "Tests/FeedTestSupport",
            swiftSettings: strict
        ),
        .testTarget(
            name: "FeedsTests",
            dependencies: [
                "Feeds", "FeedTestSupport", "ICalendar",
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
            ],
            swiftSettings: strict
        ),
        .testTarget(
            name: "StorageTests",
            dependencies: ["Household", "ICalendar", "Storage", .product(name: "GRDB", package: "GRDB.swift")],
            swiftSettings: strict
        ),
        .testTarget(
            name: "FamplanClientTests",
            dependencies: [
                "FamplanAPI", "FamplanClient",
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
            ],
            swiftSettings: singleThreaded
        ),
        .testTarget(
            name: "FamplanCommandTests",
            dependencies: [
                "FamplanAPI", "FamplanClient", "FamplanCommands",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            exclude: ["Documents", "Golden"],
            swiftSettings: singleThreaded
        ),
        .testTarget(
            name: "FamplanDaemonTests",
            dependencies: [
                "FamplanAPI", "FamplanClient", "FamplanDaemon", "Feeds", "FeedTestSupport", "Household", "ICalendar",
                "Notifications", "Planning", "Storage", "famplan", "famplan-daemon",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "HummingbirdCore", package: "hummingbird"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "NIOEmbedded", package: "swift-nio"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ],
            exclude: ["OpenAPI/validate.py", "Process/activate.py", "Completion/press_tab.py"],
            swiftSettings: strict
        ),
        .testTarget(
            name: "ConformanceTests",
            dependencies: ["FamplanAPI", "FamplanDaemon", "Household", "HouseholdFile", "ICalendar", "Storage"],
            swiftSettings: strict
        ),
    ],
    swiftLanguageModes: [.v6]
)
