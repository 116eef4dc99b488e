using Microsoft.ML;
using Microsoft.ML.Runtime;

namespace BalanceGen.ML.Tests.Training;

/// <summary>A context and what it warns of.</summary>
internal sealed class WarningLog
{
    public WarningLog()
    {
        Context.Log += (_, message) =>
        {
            if (message.Kind is ChannelMessageKind.Warning or ChannelMessageKind.Error)
            {
                Warnings.Add(message.Message);
            }
        };
    }

    public MLContext Context { get; } = new(seed: 1);

    public List<string> Warnings { get; } = [];
}
