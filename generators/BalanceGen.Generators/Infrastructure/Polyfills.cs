namespace System.Runtime.CompilerServices;

// netstandard2.0 has no such type, and the compiler asks for it by name to compile records.
internal static class IsExternalInit;
