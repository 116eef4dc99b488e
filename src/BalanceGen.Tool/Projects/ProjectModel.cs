namespace BalanceGen.Tool.Projects;

/// <summary>Everything that a written project is made of.</summary>
/// <param name="Name">The project and its namespace.</param>
/// <param name="Record">The record.</param>
/// <param name="Columns">The members that are not the label.</param>
/// <param name="LabelIndex">The place of the label in a row.</param>
/// <param name="LabelName">The label's member.</param>
/// <param name="Label">The label.</param>
/// <param name="Files">The files of rows.</param>
/// <param name="HasEmptyClasses">Whether a declared class has no rows.</param>
/// <param name="PackageVersion">The version of the package BalanceGen.</param>
/// <param name="BatchSize">The rows of a batch.</param>
internal sealed record ProjectModel(
    string Name,
    string Record,
    IReadOnlyList<RecordColumn> Columns,
    int LabelIndex,
    string LabelName,
    LabelMember Label,
    IReadOnlyList<DataItem> Files,
    bool HasEmptyClasses,
    string PackageVersion,
    int BatchSize);
