namespace BalanceGen.Tool.Commands;

/// <summary><c>balancegen completion</c>: a script that lets a shell complete commands and options. It asks the tool itself.</summary>
internal static class CompletionCommand
{
    private const string Bash = """
        _balancegen() {
            local IFS=$'\n'
            COMPREPLY=( $(compgen -W "$(balancegen "[suggest:${COMP_POINT}]" "${COMP_LINE}" 2>/dev/null)" -- "${COMP_WORDS[COMP_CWORD]}") )
        }
        complete -o default -F _balancegen balancegen
        """;

    private const string Zsh = """
        _balancegen() {
            local completions=("${(@f)$(balancegen "[suggest:${CURSOR}]" "${BUFFER}" 2>/dev/null)}")
            compadd -a completions
            _files
        }
        compdef _balancegen balancegen
        """;

    private const string Fish = """
        complete -c balancegen -a '(balancegen "[suggest:"(commandline -C)"]" (commandline -cp) 2>/dev/null)'
        """;

    private const string PowerShell = """
        Register-ArgumentCompleter -Native -CommandName balancegen -ScriptBlock {
            param($word, $line, $position)
            balancegen "[suggest:$position]" "$line" 2>$null | ForEach-Object { [System.Management.Automation.CompletionResult]::new($_) }
        }
        """;

    public static Command Create(Session session)
    {
        var shell = new Argument<string>("shell") { Description = "bash, zsh, fish or pwsh." };
        shell.AcceptOnlyFromAmong("bash", "zsh", "fish", "pwsh");
        var command = new ExampleCommand("completion", "Writes a script for the completion of a shell.", "source <(balancegen completion bash)", "balancegen completion fish > ~/.config/fish/completions/balancegen.fish") { shell };
        command.SetAction(arguments =>
        {
            session.Out.WriteLine(arguments.GetValue(shell) switch { "bash" => Bash, "zsh" => Zsh, "fish" => Fish, _ => PowerShell });
            return ExitCode.Success;
        });
        return command;
    }
}
