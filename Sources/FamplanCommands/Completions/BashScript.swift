/// What bash needs besides the parser's completion script.
enum BashScript {
    private static let hook = "complete -o filenames -F _famplan famplan"

    /// The script with our own function around its own; any other text as it is.
    static func finished(_ script: String) -> String {
        guard script.hasSuffix(hook) else { return script }
        return script.dropLast(hook.count) + whole
    }

    private static let whole = #"""
        # Names are words of their own; only files are quoted, and get a slash, as files.
        __famplan_add_completions() {
            [[ "${1}" = -W ]] && are_names=true
            local completion
            while IFS='' read -r completion; do
                COMPREPLY+=("${completion}")
            done < <(IFS=$'\n' compgen "${@}" -- "${cur}" 2>/dev/null)
        }

        # readline cuts what is typed at “@”, “:” and “=”, but ID@DATE is one word: it is put together again before it is looked at, and
        # what readline leaves alone is taken off what is offered.
        _famplan_whole_words() {
            local -a words=()
            local -i index number=0
            local rest="${COMP_LINE}" trimmed word
            for ((index = 0; index < ${#COMP_WORDS[@]}; index++)); do
                word="${COMP_WORDS[index]}"
                trimmed="${rest#"${rest%%[![:blank:]]*}"}"
                if [[ "${index}" -gt 0 && "${trimmed}" = "${rest}" ]]; then
                    words[${#words[@]} - 1]+="${word}"
                else
                    words+=("${word}")
                fi
                rest="${trimmed#"${word}"}"
                [[ "${index}" -eq "${COMP_CWORD}" ]] && number=$((${#words[@]} - 1))
            done

            local after="${COMP_LINE:COMP_POINT}"
            local -r current="${words[number]%"${after%%[[:blank:]]*}"}"
            local -r kept="${current%"${2}"}"
            local are_names=false
            local -a COMP_WORDS=("${words[@]}")
            local -i COMP_CWORD="${number}"
            _famplan "${1}" "${current}" "${words[number - 1]}"

            for index in "${!COMPREPLY[@]}"; do
                word="${COMPREPLY[index]}"
                if [[ "${are_names}" = true && "${word}" = *[!A-Za-z0-9_.,:=@%+/-]* ]]; then
                    if [[ "${current}" != [\'\"]* ]]; then
                        printf -v word %q "${word}"
                    elif [[ "${word}" = *[\'\"\`\$\!\\]* ]]; then
                        # It would not stay within the quotes that were begun.
                        unset "COMPREPLY[index]"
                        continue
                    fi
                fi
                COMPREPLY[index]="${word#"${kept}"}"
            done
            [[ "${are_names}" = true ]] && compopt +o filenames 2>/dev/null
            return 0
        }

        complete -o filenames -F _famplan_whole_words famplan
        """#
}
