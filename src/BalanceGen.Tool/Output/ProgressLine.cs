using System.Diagnostics;

namespace BalanceGen.Tool.Output;

/// <summary>One line on standard error that says how far a long step is; nothing where it is no terminal or the user wants silence.</summary>
internal sealed class ProgressLine(TextWriter writer, bool isShown)
{
    private const int Width = 78;
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(200);

    private readonly Lock _lock = new();
    private readonly Stopwatch _step = Stopwatch.StartNew();
    private string _what = "";
    private TimeSpan _last;
    private bool _isOnScreen;

    /// <summary>Begins a step.</summary>
    public void Begin(string what)
    {
        lock (_lock)
        {
            Clear();
            _what = what;
            _step.Restart();
            _last = TimeSpan.Zero;
        }
    }

    /// <summary>Says how much of the step is done in percent; a negative number says nothing.</summary>
    public void Report(double percent) => Show(percent, 0, "");

    /// <summary>Says how much of the step is done.</summary>
    /// <param name="done">So many.</param>
    /// <param name="total">Of so many; 0 where that is not known.</param>
    /// <param name="unit">Rows, bytes, ….</param>
    public void Report(long done, long total, string unit) => Show(total > 0 ? 100.0 * done / total : -1, done, unit);

    /// <summary>Takes the line away.</summary>
    public void End()
    {
        lock (_lock)
        {
            Clear();
            _what = "";
        }
    }

    private void Show(double percent, long done, string unit)
    {
        lock (_lock)
        {
            TimeSpan elapsed = _step.Elapsed;
            if (!isShown || _what.Length == 0 || elapsed - _last < Interval || (percent < 0 && done == 0))
            {
                return;
            }

            _last = elapsed;
            CultureInfo culture = CultureInfo.InvariantCulture;
            string speed = done > 0 ? string.Create(culture, $"  {done:N0} {unit}, {done / elapsed.TotalSeconds:N0} a second") : "";
            string share = percent >= 0 ? string.Create(culture, $"  {percent:F0} %") : "";
            string left = percent is > 1 and < 100
                ? string.Create(culture, $"  {elapsed.TotalSeconds * (100 - percent) / percent:N0} s left")
                : "";
            string text = $"{_what}{share}{speed}{left}";
            writer.Write("\r" + (text.Length > Width ? text[..Width] : text.PadRight(Width)));
            _isOnScreen = true;
        }
    }

    private void Clear()
    {
        if (_isOnScreen)
        {
            writer.Write("\r" + new string(' ', Width) + "\r");
            _isOnScreen = false;
        }
    }
}
