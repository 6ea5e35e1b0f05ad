package dev.foyer.ctl.help;

import dev.foyer.ctl.CtlException;

/** What a shell is told so that it asks us for completions: {@code foyerctl complete} with the words so far. */
public final class CompletionScript {

    private static final String BASH = """
            # bash completion for foyerctl: source <(foyerctl completion bash)
            _foyerctl() {
              local IFS=$'\\n'
              COMPREPLY=($(foyerctl complete -- "${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null | cut -f1))
            }
            complete -o default -F _foyerctl foyerctl
            """;
    private static final String ZSH = """
            #compdef foyerctl
            # zsh completion for foyerctl: source <(foyerctl completion zsh)
            _foyerctl() {
              local -a found
              found=("${(@f)$(foyerctl complete -- "${(@)words[2,CURRENT]}" 2>/dev/null | sed -e 's/:/\\\\:/g' -e 's/\\t/:/')}")
              if [[ -n ${found[1]} ]]; then
                _describe foyerctl found
              else
                _files
              fi
            }
            compdef _foyerctl foyerctl
            """;
    private static final String FISH = """
            # fish completion for foyerctl: foyerctl completion fish | source
            function __foyerctl_complete
              set -l words (commandline -opc) (commandline -ct)
              set -l found (foyerctl complete -- $words[2..-1] 2>/dev/null)
              if test (count $found) -gt 0
                string join \\n -- $found
              else
                __fish_complete_path (commandline -ct)
              end
            end
            complete -c foyerctl -f -a '(__foyerctl_complete)'
            """;

    private CompletionScript() {}

    /** Of bash, zsh or fish. */
    public static String of(String shell) {
        return switch (shell) {
            case "bash" -> BASH;
            case "zsh" -> ZSH;
            case "fish" -> FISH;
            default ->
                throw CtlException.usage("There is completion for bash, zsh and fish, and not for \"" + shell + "\".");
        };
    }
}
