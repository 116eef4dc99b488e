namespace BalanceGen.Streaming;

/// <summary>How an operator goes on after a source has ended.</summary>
internal enum SourceEnd
{
    /// <summary>Nothing more is read; what waits comes out.</summary>
    Finish,

    /// <summary>The source is started again.</summary>
    Restart,

    /// <summary>The operator goes on with its other sources.</summary>
    LeaveOut,
}
