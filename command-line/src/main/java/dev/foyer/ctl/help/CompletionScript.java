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
            # zsh completion for foyerctl: foyerctl completion zsh > "${fpath[1]}/_foyerctl"
            _foyerctl() {
              local -a found
              found=("${(@f)$(foyerctl complete -- "${(@)words[2,CURRENT]}" 2>/dev/null | sed -e 's/:/\\\\:/g' -e 's/\\t/:/')}")
              _describe foyerctl found
            }
            compdef _foyerctl foyerctl
            """;
    private static final String FISH = """
            # fish completion for foyerctl: foyerctl completion fish | source
            function __foyerctl_complete
              set -l words (commandline -opc) (commandline -ct)
              foyerctl complete -- $words[2..-1] 2>/dev/null
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
