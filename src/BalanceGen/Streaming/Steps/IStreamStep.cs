namespace BalanceGen.Streaming;

/// <summary>
/// One operator: it is given rows and gives rows, and does not know how they are read. <see cref="StepEnumerator{TIn, TOut, TStep}"/> and
/// <see cref="AsyncStepEnumerator{TIn, TOut, TStep}"/> run it. A step is a struct, so that the drivers call nothing virtual for a row.
/// </summary>
/// <typeparam name="TIn">The type of a row that goes in.</typeparam>
/// <typeparam name="TOut">The type of a row that comes out.</typeparam>
internal interface IStreamStep<TIn, TOut>
{
    /// <summary>The operator's name and everything that decides which rows come out, in the form of <see cref="OperatorState.Configuration"/>.</summary>
    string Configuration { get; }

    /// <summary>Takes the buffers of one enumeration. Called once, before everything else, on a copy of the step that describes the operator.</summary>
    void Begin(long pass);

    /// <summary>The source that the next row is to be read from, or −1 where none is. Asked again, it answers the same until a row was pushed or a source ended.</summary>
    int NextSource();

    /// <summary>Takes a row in.</summary>
    /// <param name="row">The row.</param>
    /// <param name="result">Receives the row that comes out, if one does.</param>
    /// <returns>Whether one comes out.</returns>
    bool Push(TIn row, ref TOut result);

    /// <summary>Gives a row without reading another.</summary>
    /// <param name="ended">Whether there is nothing more to read, so that everything that waits comes out.</param>
    /// <param name="result">Receives the row that comes out, if one does.</param>
    /// <returns>Whether one comes out.</returns>
    bool TryTake(bool ended, ref TOut result);

    /// <summary>Decides how to go on after a source has ended.</summary>
    /// <param name="source">The source.</param>
    /// <param name="turn">How often it was started again.</param>
    /// <param name="rows">How many rows it had since it was started.</param>
    SourceEnd End(int source, long turn, long rows);

    /// <summary>The pass in which a source is enumerated.</summary>
    long PassOf(long pass, int source, long turn);

    /// <summary>Saves what changes while rows flow, as it is between two rows.</summary>
    void Save(StepStateWriter state);

    /// <summary>Takes up what was saved. Called after <see cref="Begin"/>.</summary>
    /// <exception cref="StreamStateFormatException">It is nothing that a step of this configuration saves.</exception>
    void Load(StepStateReader state);
}
