/// How a digest looks: light, dark where the reader's system is, and never by colour alone.
enum DigestStyle {
    static let sheet = light + narrow + dark

    private static let light = """
        body{margin:0;padding:0;background:#f3f1ec;color:#23272f;\
        font:15px/1.5 -apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;-webkit-text-size-adjust:100%}
        .pre{display:none;max-height:0;overflow:hidden;opacity:0}
        .card{max-width:560px;margin:0 auto;padding:24px 20px 28px;background:#ffffff}
        .home{margin:0;font-size:13px;color:#656b76}
        h1{margin:2px 0 4px;font-size:26px;line-height:1.2;font-weight:700}
        .state{display:inline-block;margin:6px 0 2px;padding:3px 11px;border-radius:999px;font-size:13px;font-weight:600;\
        background:#e3f1e7;color:#1d5c34}
        .state.bad{background:#fbe4e2;color:#94211a}.state.some{background:#fbf0d6;color:#6f4d00}
        .lead{margin:10px 0 0}
        h2{margin:28px 0 8px;padding-top:14px;border-top:1px solid #e4e1da;font-size:17px;line-height:1.3}
        h3{margin:16px 0 4px;font-size:14px;line-height:1.3}
        .item{margin:8px 0;padding:8px 12px;border-left:4px solid #8a919c;background:#f7f6f3;border-radius:0 6px 6px 0}
        .item.critical{border-left-color:#c7372d}.item.warning{border-left-color:#c98a00}
        .item p{margin:0}.when{font-size:13px;color:#565c66}.why{font-weight:600}
        .level{font-weight:700;color:#565c66}.critical .level{color:#b02a21}.warning .level{color:#805900}
        code{font:12.5px/1.6 ui-monospace,Menlo,Consolas,monospace;padding:1px 6px;border-radius:4px;background:#eae7df;\
        overflow-wrap:anywhere}
        .item .do{margin:8px 0 4px}.do a{display:inline-block;padding:7px 14px;border-radius:999px;background:#23272f;\
        color:#ffffff;font-size:13.5px;font-weight:600;text-decoration:none}
        .quiet{margin:8px 0 0;font-size:13px;color:#656b76}
        table{border-collapse:collapse;table-layout:fixed;width:100%;margin:0}
        td{padding:2px 0;vertical-align:top}
        td.t{width:112px;padding-left:6px;white-space:nowrap;font-variant-numeric:tabular-nums;color:#565c66}
        tr.gap td{padding-top:3px;padding-bottom:3px;background:#fbe4e2;color:#94211a;font-weight:700}
        ul{margin:6px 0;padding-left:20px}li{margin:3px 0}
        .foot{margin-top:28px;padding-top:12px;border-top:1px solid #e4e1da;font-size:12px;color:#656b76}
        .foot p{margin:0 0 4px}
        svg{display:block;margin:6px 0 4px;overflow:visible}
        svg text{font:600 11px -apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif}
        .hour{fill:#7a808a;font-weight:400}.name{fill:#23272f;font-size:12.5px}.lane{fill:#f0eee8}.tick{stroke:#dedad1}
        .few{display:none}
        .p0{fill:#2f6f9f}.p1{fill:#a85a1c}.p2{fill:#6b4fa0}.p3{fill:#2d7a6b}.p4{fill:#97386b}.both{fill:#57637a}
        .on{fill:#ffffff}
        .soft{opacity:.3}.onsoft{fill:#23272f}.nobody{fill:#b02a21;font-weight:700}.school{fill:#cfcabd}.onschool{fill:#3b3a35}.alone{fill:#e6d9b8}.onalone{fill:#4e3f10}
        .gaps{fill:#fbd9d6}.hatch{stroke:#c7372d}.gapline{fill:none;stroke:#c7372d}.ongap{fill:#8f1d15;font-weight:700;paint-order:stroke;stroke:#fbd9d6;stroke-width:5px}

        """

    private static let narrow = """
        @media (max-width:480px){.card{padding:18px 14px 24px}.many{display:none}.few{display:inline}\
        h1{font-size:23px}td.t{width:104px}}

        """

    private static let dark = """
        @media (prefers-color-scheme:dark){
        body{background:#121417;color:#e6e4de}.card{background:#1b1e23}
        .home,.quiet,.foot{color:#9aa1ac}h2,.foot{border-top-color:#31353d}
        .state{background:#1c3a27;color:#a4dcb6}.state.bad{background:#4a1f1c;color:#ffc0ba}\
        .state.some{background:#43350f;color:#f3d88c}
        .item{background:#23272e;border-left-color:#6d7480}.item.critical{border-left-color:#f0685d}\
        .item.warning{border-left-color:#e0a92e}
        .when,td.t{color:#a9b0bb}.level{color:#a9b0bb}.critical .level{color:#ff968d}.warning .level{color:#efc257}
        code{background:#31363f;color:#e6e4de}tr.gap td{background:#4a1f1c;color:#ffc0ba}
        .do a{background:#e6e4de;color:#1b1e23}
        .hour{fill:#8d94a0}.name{fill:#e6e4de}.lane{fill:#262a31}.tick{stroke:#363b44}
        .p0{fill:#6fb0de}.p1{fill:#e39a5c}.p2{fill:#b39be0}.p3{fill:#6fc3b2}.p4{fill:#e08ab6}.both{fill:#a6b1c6}
        .on{fill:#14171b}.onsoft{fill:#e6e4de}.nobody{fill:#ff968d}
        .school{fill:#4a4b4a}.onschool{fill:#e3e0d6}.alone{fill:#5a4d26}.onalone{fill:#f2e2b4}
        .gaps{fill:#4a1f1c}.hatch,.gapline{stroke:#f0685d}.ongap{fill:#ffd0cb;stroke:#4a1f1c}
        }

        """
}
