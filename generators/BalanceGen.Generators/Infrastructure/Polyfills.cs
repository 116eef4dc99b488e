// netstandard2.0 has no such types, and the compiler asks for them by name.
namespace System.Runtime.CompilerServices
{
    // To compile records.
    internal static class IsExternalInit;

    // To write interpolated strings part by part.
    [AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct)]
    internal sealed class InterpolatedStringHandlerAttribute : Attribute;

    [AttributeUsage(AttributeTargets.Parameter)]
    internal sealed class InterpolatedStringHandlerArgumentAttribute(string argument) : Attribute
    {
        public string[] Arguments { get; } = [argument];
    }
}

namespace System
{
    // To compile list patterns, which count from either end.
    internal readonly struct Index
    {
        private readonly int _value;
        private readonly bool _isFromEnd;

        public Index(int value, bool fromEnd = false)
        {
            _value = value;
            _isFromEnd = fromEnd;
        }

        public int GetOffset(int length) => _isFromEnd ? length - _value : _value;
    }
}
