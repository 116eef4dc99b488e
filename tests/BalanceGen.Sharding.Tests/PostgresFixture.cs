using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace BalanceGen.Sharding.Tests;

/// <summary>A PostgreSQL of its own, on loopback and in a temporary folder, where the program is installed.</summary>
public sealed class PostgresFixture : IDisposable
{
    private readonly TemporaryFolder? _folder;
    private readonly string? _programs;
    private readonly bool _isStarted;

    /// <summary>Starts it.</summary>
    public PostgresFixture()
    {
        _programs = Programs();
        if (_programs is null)
        {
            return;
        }

        _folder = new TemporaryFolder();
        string data = _folder.File("data");
        int port = FreePort();
        if (Environment.UserName == "root")
        {
            Run("chown", "postgres", _folder.Path);
        }

        AsUser(Path.Combine(_programs, "initdb"), "-D", data, "-A", "trust", "-U", "tester", "--no-sync");
        AsUser(
            Path.Combine(_programs, "pg_ctl"), "-D", data, "-w", "-t", "60", "-l", _folder.File("log"),
            "-o", $"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off", "start");
        _isStarted = true;
        Connection = $"Host=127.0.0.1;Port={port};Username=tester;Database=postgres;Pooling=false";
    }

    /// <summary>The connection string; empty where the program is not installed.</summary>
    public string Connection { get; } = "";

    /// <summary>Where the programs are, or null.</summary>
    public static string? Programs() => Directory.Exists("/usr/lib/postgresql")
        ? Directory.GetDirectories("/usr/lib/postgresql").Order(StringComparer.Ordinal).Select(path => Path.Combine(path, "bin")).LastOrDefault(path => File.Exists(Path.Combine(path, "initdb")))
        : null;

    /// <summary>Stops it.</summary>
    public void Dispose()
    {
        NpgsqlConnection.ClearAllPools();
        if (_isStarted)
        {
            AsUser(Path.Combine(_programs!, "pg_ctl"), "-D", _folder!.File("data"), "-m", "immediate", "-w", "stop");
        }

        _folder?.Dispose();
    }

    /// <summary>PostgreSQL refuses to run as root.</summary>
    private static void AsUser(params string[] words)
    {
        if (Environment.UserName == "root")
        {
            Run("setpriv", ["--reuid=postgres", "--regid=postgres", "--clear-groups", .. words]);
        }
        else
        {
            Run(words[0], words[1..]);
        }
    }

    private static void Run(string program, params string[] arguments)
    {
        // The server inherits the streams; nothing may wait for their end.
        using Process process = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", "exec \"$@\" > /dev/null 2>&1 < /dev/null", "sh", program, .. arguments]) { WorkingDirectory = "/" })!;
        Assert.True(process.WaitForExit(TimeSpan.FromSeconds(90)), $"{program} hangs.");
        Assert.True(process.ExitCode == 0, $"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}.");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
