import FamplanCommands
import Testing

@Suite struct LookTests {
    private func look(
        _ environment: [String: String] = [:],
        color: ColorChoice = .auto,
        ascii: Bool = false,
        width: Int? = nil
    ) -> Look {
        Look(
            color: color,
            ascii: ascii,
            environment: { environment[$0] },
            isTerminal: width != nil,
            terminalWidth: width
        )
    }

    @Test("it is as wide as the terminal, or as COLUMNS says, or 80")
    func width() {
        #expect(look().width == 80)
        #expect(look(width: 132).width == 132)
        #expect(look(["COLUMNS": "100"], width: 132).width == 100)
        #expect(look(["COLUMNS": "many"]).width == 80)
        #expect(look(width: 3).width == 40)
    }

    @Test("colour is for terminals alone, NO_COLOR and dumb ones have none, and --color beats all")
    func color() {
        #expect(look(width: 80).usesColor)
        #expect(!look().usesColor)
        #expect(!look(["NO_COLOR": "1"], width: 80).usesColor)
        #expect(look(["NO_COLOR": ""], width: 80).usesColor)
        #expect(!look(["TERM": "dumb"], width: 80).usesColor)
        #expect(look(["NO_COLOR": "1"], color: .always).usesColor)
        #expect(!look(color: .never, width: 80).usesColor)
    }

    @Test("drawing is Unicode where the locale is UTF-8")
    func unicode() {
        #expect(look(["LANG": "de_DE.UTF-8"]).usesUnicode)
        #expect(look(["LANG": "C.utf8"]).usesUnicode)
        #expect(!look(["LANG": "C"]).usesUnicode)
        #expect(!look().usesUnicode)
        #expect(!look(["LC_ALL": "C", "LANG": "de_DE.UTF-8"]).usesUnicode)
        #expect(look(["LC_ALL": "", "LC_CTYPE": "en_GB.UTF-8", "LANG": "C"]).usesUnicode)
        #expect(!look(["LANG": "de_DE.UTF-8"], ascii: true).usesUnicode)
    }
}
