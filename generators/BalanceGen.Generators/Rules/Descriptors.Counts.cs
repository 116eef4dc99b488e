namespace BalanceGen.Generators.Rules;

/// <content>BALG01xx: counts, declared, of files and of the build's counter.</content>
internal static partial class Descriptors
{
    public static readonly DiagnosticDescriptor ZeroCountClass = Warning(
        "BALG0101",
        "A class without rows has an infinite inverse-frequency weight",
        "{0}: {1} inverse-frequency weight N/(C*0) is +infinity, and normalising weights that contain it gives NaN; "
        + "add rows of {2}, remove {3} from the classes, or declare with ZeroCounts on [BalancedDataset] what an empty class shall mean");

    public static readonly DiagnosticDescriptor CountOfUnknownClass = Warning(
        "BALG0102",
        "A count is declared for a label that is no class",
        "{0} is none of the classes of '{1}', whose label is of type '{2}', so its count is never used; declare the count of {3}one of: {4}");

    public static readonly DiagnosticDescriptor NegativeCount = Warning(
        "BALG0103",
        "A class count is not negative",
        "The count of {0} of '{1}' is {2}, but a number of rows is 0 or more; declare the number of training rows");

    public static readonly DiagnosticDescriptor DuplicateCount = Warning(
        "BALG0104",
        "The count of a class is declared once",
        "The count of class '{0}' of '{1}' is declared again: first {2}, here {3}; keep one of the declarations");

    public static readonly DiagnosticDescriptor CountFileNotFound = Warning(
        "BALG0105",
        "The class-count file of a data set is found",
        "The class-count file '{0}' of '{1}' {2}");

    public static readonly DiagnosticDescriptor ClassNotInCountFile = Info(
        "BALG0106",
        "A class-count file has a line for every class",
        "'{0}' has no line for {1} of the {2} classes of '{3}', which count as 0 rows: {4}; check their spelling, or add lines with the count 0");

    public static readonly DiagnosticDescriptor UnknownLabelInCountFile = Warning(
        "BALG0107",
        "The labels of a class-count file are classes",
        "{0} none of the classes of '{1}', so none of the file's counts are used; {2}");

    public static readonly DiagnosticDescriptor MalformedCountFile = Warning(
        "BALG0108",
        "A class-count file has a label and a count on every line",
        "The counts of '{1}' cannot be read from '{0}', {2}; correct the file");

    public static readonly DiagnosticDescriptor InvalidCountInFile = Warning(
        "BALG0109",
        "The counts of a class-count file are numbers of rows",
        "The counts of '{1}' in '{0}' are not used: {2}; write a whole number from 0 to 9223372036854775807");

    public static readonly DiagnosticDescriptor DuplicateLabelInCountFile = Warning(
        "BALG0110",
        "A class-count file has one line for a label",
        "The counts of '{1}' in '{0}' are not used: {2}; keep one of the lines");

    public static readonly DiagnosticDescriptor CountsGivenTwice = Warning(
        "BALG0111",
        "The counts of a data set come from one source",
        "The counts of '{0}' are given by {1}, so none of them are used; keep one of them");

    public static readonly DiagnosticDescriptor OnlyOneClass = Warning(
        "BALG0112",
        "A data set has rows of more than one class",
        "There is nothing to balance or to learn in '{0}': {1}; add the other classes");

    public static readonly DiagnosticDescriptor FewRows = Info(
        "BALG0113",
        "A class has a minimum of rows",
        "{0} fewer than the minimum of {1}; add rows, merge the class into another, or set balancegen_minimum_class_rows");

    public static readonly DiagnosticDescriptor LabeledDataOfNoRecord = Warning(
        "BALG0114",
        "The Dataset of labelled data is a record of the project",
        "The labels that the build counted for '{0}' are used by nobody, because no type with [BalancedDataset] has this full name; {1}",
        WellKnownDiagnosticTags.CompilationEnd);

    public static readonly DiagnosticDescriptor HeaderIsClass = Warning(
        "BALG0115",
        "The header of a labelled file is not a row",
        "The first row of '{0}' was taken as its header, but its label '{1}' is a class of '{2}', so that a row may be missing in the counts; set HasHeader on LabeledData, to false if this is a row, or to true if it is not");

    public static readonly DiagnosticDescriptor ClassesNotKnown = Error(
        "BALG0116",
        "A label without a class list finds its classes in a file",
        "The classes of '{0}' are not known: {1}; {2}");

    public static readonly DiagnosticDescriptor ClassesRenumbered = Error(
        "BALG0117",
        "Classes keep the indices that saved models depend on",
        "A model that was saved before would confuse the classes of '{0}': {1}; {2}");

    public static readonly DiagnosticDescriptor CountsOutOfDate = Info(
        "BALG0118",
        "The counts in the editor are up to date with the labelled files",
        "The labelled data of '{0}' has changed since it was counted {1}, so the counts in the editor are old; build the project to count again");
}
