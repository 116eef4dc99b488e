using BalanceGen.Generators.Tests.Harness;

namespace BalanceGen.Generators.Tests.Generation;

/// <summary>One readable file for each way that the text differs; all else is asserted by running the code.</summary>
public sealed class SnapshotTests
{
    [Fact]
    public Task Consecutive_enum_of_a_record_struct() => VerifyCase("RecordStruct");

    [Fact]
    public Task String_of_a_record_class() => VerifyCase("RecordClass");

    [Fact]
    public Task Integer_field_of_a_struct() => VerifyCase("Struct");

    [Fact]
    public Task Boolean_of_an_internal_class() => VerifyCase("Class");

    [Fact]
    public Task Enum_with_gaps_nested_in_generic_types_with_keyword_names() => VerifyCase("Nested");

    [Fact]
    public Task One_hot_vector_in_an_inline_array_with_merged_classes() => VerifyCase("OneHotVector");

    [Fact]
    public Task One_hot_columns() => VerifyCase("Columns");

    [Fact]
    public Task Text_by_policy_behind_a_path() => VerifyCase("TextBehindPath");

    [Fact]
    public Task Label_set_with_an_ignored_class_and_sample_weights() => VerifyCase("MultiLabel");

    [Fact]
    public Task Companion_of_a_type_of_another_library() => VerifyCase("Companion");

    private static Task VerifyCase(string name, [System.Runtime.CompilerServices.CallerMemberName] string method = "") =>
        Verifier.Verify(GeneratorRun.Of(Cases.All[name]).Text(), extension: "cs", method: method);
}
