using System.Diagnostics;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;

namespace BalanceGen.Tool.Tests.Reports;

/// <summary>A headless Chromium with a page open, driven over its DevTools protocol: keys are pressed as a user presses them.</summary>
internal sealed class BrowserSession : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    private readonly Process _process;
    private readonly DirectoryInfo _profile;
    private readonly ClientWebSocket _socket = new();
    private readonly CancellationTokenSource _patience = new(Patience);
    private int _calls;

    private BrowserSession(Process process, DirectoryInfo profile)
    {
        _process = process;
        _profile = profile;
    }

    public static async Task<BrowserSession> OpenAsync(string path)
    {
        DirectoryInfo profile = Directory.CreateTempSubdirectory("balancegen-browser-");
        var start = new ProcessStartInfo(Browser.Executable!) { RedirectStandardError = true, RedirectStandardOutput = true };
        foreach (string argument in (string[])[
            "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage",
            "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1", "--window-size=1280,1000", "--remote-debugging-port=0", "--remote-allow-origins=*",
            $"--user-data-dir={profile.FullName}", new Uri(path).AbsoluteUri])
        {
            start.ArgumentList.Add(argument);
        }

        var session = new BrowserSession(Process.Start(start)!, profile);
        await session.ConnectAsync();
        return session;
    }

    /// <summary>The value of an expression of the page.</summary>
    public async Task<JsonNode?> EvaluateAsync(string expression)
    {
        JsonNode result = await SendAsync("Runtime.evaluate", new JsonObject { ["expression"] = expression, ["returnByValue"] = true, ["awaitPromise"] = true });
        Assert.True(result["exceptionDetails"] is null, result.ToJsonString());
        return result["result"]!["value"];
    }

    /// <summary>Presses a key: Tab, Enter or a blank.</summary>
    public async Task PressAsync(string key)
    {
        (int code, string? text) = key switch { "Tab" => (9, null), "Enter" => (13, "\r"), " " => (32, " "), _ => throw new ArgumentException(key, nameof(key)) };
        foreach (string type in (string[])["keyDown", "keyUp"])
        {
            var parameters = new JsonObject { ["type"] = type, ["key"] = key, ["code"] = key == " " ? "Space" : key, ["windowsVirtualKeyCode"] = code };
            if (text is not null && type == "keyDown")
            {
                parameters["text"] = text;
            }

            await SendAsync("Input.dispatchKeyEvent", parameters);
        }
    }

    /// <summary>Calls a method of the protocol and returns its result.</summary>
    public async Task<JsonNode> SendAsync(string method, JsonObject? parameters = null)
    {
        int id = ++_calls;
        var call = new JsonObject { ["id"] = id, ["method"] = method, ["params"] = parameters ?? [] };
        await _socket.SendAsync(Encoding.UTF8.GetBytes(call.ToJsonString()), WebSocketMessageType.Text, endOfMessage: true, _patience.Token);
        while (true)
        {
            JsonNode answer = JsonNode.Parse(await ReceiveAsync())!;
            if (answer["id"]?.GetValue<int>() == id)
            {
                Assert.True(answer["error"] is null, answer.ToJsonString());
                return answer["result"]!;
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        _socket.Dispose();
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        _patience.Dispose();
        try
        {
            _profile.Delete(recursive: true);
        }
        catch (IOException)
        {
            // A process of the browser still writes there; the folder is one of the temporary ones.
        }
    }

    private async Task ConnectAsync()
    {
        string? line;
        do
        {
            line = await _process.StandardError.ReadLineAsync(_patience.Token);
        }
        while (line?.Contains("DevTools listening on ", StringComparison.Ordinal) == false);

        // What it writes later must not fill the pipe.
        _ = _process.StandardError.ReadToEndAsync();
        _ = _process.StandardOutput.ReadToEndAsync();
        var address = new Uri(line!.Split(' ')[^1]);
        using var client = new HttpClient();
        JsonArray targets = JsonNode.Parse(await client.GetStringAsync($"http://127.0.0.1:{address.Port}/json/list", _patience.Token))!.AsArray();
        string page = targets.First(target => target!["type"]!.GetValue<string>() == "page")!["webSocketDebuggerUrl"]!.GetValue<string>();
        await _socket.ConnectAsync(new Uri(page), _patience.Token);
        while ((await EvaluateAsync("location.protocol + document.readyState"))?.GetValue<string>() != "file:complete")
        {
            await Task.Delay(100, _patience.Token);
        }
    }

    private async Task<byte[]> ReceiveAsync()
    {
        using var message = new MemoryStream();
        var buffer = new byte[1 << 16];
        while (true)
        {
            WebSocketReceiveResult part = await _socket.ReceiveAsync(buffer, _patience.Token);
            message.Write(buffer, 0, part.Count);
            if (part.EndOfMessage)
            {
                return message.ToArray();
            }
        }
    }
}
