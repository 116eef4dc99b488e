namespace StreamingResample;

/// <summary>A line of a file that was given on the command line.</summary>
/// <param name="Text">The line.</param>
/// <param name="Label">Its label, the text of one column.</param>
public readonly record struct LabelledLine(string Text, string Label);
