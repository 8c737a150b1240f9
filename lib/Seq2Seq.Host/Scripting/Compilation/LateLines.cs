using System.Diagnostics;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis.CSharp;

namespace Seq2Seq.Host.Scripting.Compilation;

/// <summary>The lines of cells that were loaded without debug information: made when a trace asks for them.</summary>
internal static class LateLines
{
    private static readonly ConditionalWeakTable<Assembly, CSharpCompilation> submissions = [];

    /// <summary>Notes what an assembly was compiled from.</summary>
    public static void Add(Assembly assembly, CSharpCompilation submission) => submissions.Add(assembly, submission);

    /// <summary>Where a frame stands: the cell and the line, 0 if nobody knows.</summary>
    public static (string Cell, int Line) Find(StackFrame frame)
    {
        if (frame.GetFileLineNumber() is var known and > 0) return (Path.GetFileName(frame.GetFileName() ?? ""), known);
        if (frame.GetMethod() is not { } method || !submissions.TryGetValue(method.Module.Assembly, out var submission)) return ("", 0);
        // The same text compiled again gives the same methods.
        if (SubmissionCompiler.Emit(submission, withSymbols: true, CancellationToken.None) is not (_, { } symbols)) return ("", 0);
        using var provider = MetadataReaderProvider.FromPortablePdbStream(symbols);
        var reader = provider.GetMetadataReader();
        var points = reader.GetMethodDebugInformation((MethodDefinitionHandle)MetadataTokens.Handle(method.MetadataToken)).GetSequencePoints();
        var last = points.Where(point => !point.IsHidden && point.Offset <= frame.GetILOffset()).Select(point => (SequencePoint?)point).LastOrDefault();
        return last is { } found ? (Path.GetFileName(reader.GetString(reader.GetDocument(found.Document).Name)), found.StartLine) : ("", 0);
    }
}
