using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace BalanceGen.Benchmarks;

/// <summary>The system's python3, which stays and runs a peer's case each time it is asked to: see peers.py.</summary>
internal sealed class PeerProcess : IDisposable
{
    private readonly Process _process;

    private PeerProcess(Process process) => _process = process;

    /// <summary>The cases that its packages can do.</summary>
    public string[] Cases { get; private set; } = [];

    /// <summary>Starts the interpreter; null where there is none.</summary>
    public static PeerProcess? Start()
    {
        const string Interpreter = "/usr/bin/python3";
        if (!File.Exists(Interpreter))
        {
            return null;
        }

        var start = new ProcessStartInfo(Interpreter, [Path.Combine(AppContext.BaseDirectory, "peers.py")]) { RedirectStandardInput = true, RedirectStandardOutput = true };

        // One thread for each of the numerical libraries under them.
        start.Environment["OMP_NUM_THREADS"] = "1";
        start.Environment["OPENBLAS_NUM_THREADS"] = "1";
        var peers = new PeerProcess(Process.Start(start)!);
        peers.Cases = peers.Ask("cases").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return peers;
    }

    /// <summary>Gives it the rows of the cases that follow.</summary>
    public void Load(LongTail data)
    {
        Send(string.Create(CultureInfo.InvariantCulture, $"data {data.ClassOfRow.Length} {data.Counts.Length}"));
        _process.StandardInput.BaseStream.Write(MemoryMarshal.AsBytes<int>(data.ClassOfRow));
        _process.StandardInput.BaseStream.Flush();
        Answer();
    }

    /// <summary>Seconds of processor time per item.</summary>
    public double Run(string name, int repeats) => Number(string.Create(CultureInfo.InvariantCulture, $"run {name} {repeats}"));

    /// <summary>Bytes per item at the highest, beyond what was in use before.</summary>
    public double Memory(string name) => Number($"memory {name}");

    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }

    private double Number(string question) => double.Parse(Ask(question), CultureInfo.InvariantCulture);

    private string Ask(string question)
    {
        Send(question);
        return Answer();
    }

    private void Send(string line)
    {
        _process.StandardInput.Write(line + "\n");
        _process.StandardInput.Flush();
    }

    private string Answer() => _process.StandardOutput.ReadLine() ?? throw new InvalidOperationException("The peers' process has ended; its error is above.");
}
